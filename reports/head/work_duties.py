"""Who does what: functions × employees, those that nobody does first; and how each employee does his."""

from collections import Counter
from collections.abc import Sequence

from reports.causes import above_info
from reports.facts import Facts
from reports.head.page import in_words, rounded, told
from reports.head.plan_cuts import Work
from reports.head.work_grid import Grid, grid_for, is_matrix
from reports.naming import post_of, short_name, staff
from reports.report import Field, Form, Listing, Value
from validators.counting.count import Count
from validators.counting.duties import Duty, duties
from validators.counting.tally import tally
from validators.counting.work import Task
from validators.counts import COUNTS

NOBODY, HELD, NOT_KEPT = "не закреплена", "закреплена", "не ведётся"
"""What is the matter with a function, worst first."""

_DOES = "ведёт"
_OTHERS = "Остальные и те, кто больше не работает"


def grid_of(facts: Facts) -> Grid:
    """The grid of the tab for the employees of the day."""
    return grid_for(_names(facts) if is_matrix(_names(facts)) else ())


def _names(facts: Facts) -> list[str]:
    return [short_name(facts, code) for code in staff(facts.scene.office, facts.today)]


def state_of(one: Duty) -> str:
    """Held by somebody, by nobody, or not the office's to do."""
    if not one.is_kept:
        return NOT_KEPT
    return HELD if one.holders else NOBODY


def matrix(facts: Facts, grid: Grid) -> Listing:
    """Every function: its state, the act by which it is not kept, and a mark under each employee who holds it."""
    office, codes, names = facts.scene.office, staff(facts.scene.office, facts.today), _names(facts)
    found = sorted(duties(office, facts.today), key=lambda one: (NOBODY, HELD, NOT_KEPT).index(state_of(one)))
    apart, bare = is_matrix(names), sum(one.is_uncovered for one in found)
    rows: list[tuple[Value, ...]] = []
    for one in found:
        act = told(in_words(office, "DOC", one.act)) if one.act else None
        who: list[Value] = [", ".join(short_name(facts, code) for code in one.holders) or None]
        if apart:
            who = [_DOES if code in one.holders else None for code in codes]
        rows.append((in_words(office, "FUNCTION", one.code), state_of(one), act, *who))
    wide = [("Функция", 1, Form.TEXT), ("Состояние", 1, Form.TEXT), ("Акт, если не ведётся", 1, Form.TEXT)]
    columns = [(name, 1, Form.TEXT) for name in names] if apart else [("Кто ведёт", grid.units, Form.TEXT)]
    return Listing(
        "Кто за что отвечает", grid.fields(wide, columns), tuple(rows), "функций в справочнике нет", leading=bare
    )


def people(facts: Facts, grid: Grid, now: Work) -> Listing:
    """Each employee: his functions, measures, instructions, requests, remarks; the one with most overdue first."""
    codes = staff(facts.scene.office, facts.today)
    lines = [_line(facts, now, (short_name(facts, code), post_of(facts.scene.office, code)), {code}) for code in codes]
    lines.sort(key=lambda line: (-_overdue(line), str(line[0])))
    known = {*codes}
    others = {one.who for one in now.tasks if one.who not in known}
    rest = _line(facts, now, (_OTHERS, ""), others) if others else None
    rows = [_line(facts, now, ("Всего", ""), {*known, *others}), *lines, *([rest] if rest else [])]
    return Listing("Как исполняют", _fields(grid), tuple(rows), leading=1)


def _fields(grid: Grid) -> tuple[Field, ...]:
    narrow = (
        "Функций",
        "Срок наступил",
        "Исполнено в срок",
        "Просрочено",
        "В срок, %",
        "Поручений просрочено",
        "Запросов ФПО не в срок",
        "Замечаний",
    )
    forms = [Form.PERCENT if name.endswith("%") else Form.WHOLE for name in narrow]
    wide = [("Сотрудник", 1, Form.TEXT), ("Должность", 2, Form.TEXT)]
    return grid.fields(wide, [(name, 1, form) for name, form in zip(narrow, forms, strict=True)])


def _overdue(line: tuple[Value, ...]) -> int:
    return sum(one for one in (line[5], line[7]) if isinstance(one, int))


def _line(facts: Facts, now: Work, who: tuple[str, str], codes: set[str | None]) -> tuple[Value, ...]:
    plan = tally((one for one in now.plan if one.who in codes), now.k22, facts.today)
    measures: Sequence[Value] = (plan.due, plan.in_time, plan.overdue, rounded(plan.count.value))
    return (
        *(who[0], who[1] or None),
        _functions(facts, codes),
        *(measures if now.plan else ("—",) * 4),
        _late(facts, now.orders, codes) if now.orders else "—",
        _requests(facts, COUNTS["K30"](facts.scene.office, facts.today), codes),
        _remarks(facts, codes),
    )


def _functions(facts: Facts, codes: set[str | None]) -> int:
    table = facts.scene.office.tables["STAFF"]
    mine = {one for code in codes if code in table.index_of for one in _held(facts, str(code))}
    return len(mine)


def _held(facts: Facts, code: str) -> tuple[str, ...]:
    table = facts.scene.office.tables["STAFF"]
    held = table.values["functions"][table.index_of[code]]
    return tuple(map(str, held)) if isinstance(held, tuple) else ()


def _late(facts: Facts, orders: Sequence[Task], codes: set[str | None]) -> int:
    return sum(one.is_late(facts.today) for one in orders if one.who in codes)


def _requests(facts: Facts, count: Count, codes: set[str | None]) -> Value:
    """Requests of the federal office due by the day and not answered in time, by the author of the row."""
    if count.value is None and not count.of:
        return "—"
    table = facts.scene.office.tables["DOC"]
    apart = [row for row in count.of if row not in set(count.rows)]
    return sum(table.values["author"][table.index_of[row]] in codes for row in apart)


def _remarks(facts: Facts, codes: set[str | None]) -> int:
    owners = Counter(one.owner for one in above_info(facts.remarks))
    return sum(owners[code] for code in codes if code is not None)
