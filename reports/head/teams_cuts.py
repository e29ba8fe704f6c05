"""The teams by the stage of the project and by priority; the projects that are defended, and what became of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from config.registers.teams import OUTCOMES, STAGES_OF_PROJECT
from reports.facts import Facts
from reports.head.page import in_words, rounded, told
from reports.head.team_rows import UNTOLD, Line, priority_in_words
from reports.report import Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.approvals import CLOSED
from validators.counting.count import Count
from validators.counts import COUNTS, PARTS

_STAGES = STAGES_OF_PROJECT.values[: STAGES_OF_PROJECT.values.index(CLOSED)]
_BY_STAGE = (
    Field("Стадия", 63),
    Field("Команд", 26, Form.WHOLE),
    Field("Доля, %", 15, Form.PERCENT),
    Field("Неполный состав", 24, Form.WHOLE),
    Field("Школьников и студентов СПО", 25, Form.WHOLE),
    Field("Студентов вузов", 47, Form.WHOLE),
)
_BY_PRIORITY = (
    Field("Направление", 33),
    Field("Всего", 30, Form.WHOLE),
    *(Field(stage, width, Form.WHOLE) for stage, width in zip(_STAGES, (26, 15, 12, 12, 12, 13, 13, 34), strict=True)),
)
_OUTCOMES = (
    Field("Итог защиты", 63),
    Field("Проектов", 26, Form.WHOLE),
    Field("Средний балл", 39, Form.NUMBER),
    Field("Внедряется", 72, Form.WHOLE),
)
_DEFENDED = (
    Field("Код", 11),
    Field("Команда", 22),
    Field("Проект", 30),
    Field("Направление", 26),
    Field("Стадия", 15),
    Field("Дата защиты", 12, Form.DATE),
    Field("Балл", 12, Form.NUMBER),
    Field("Итог", 38),
    Field("Внедрение", 34),
)


def by_stage(lines: Sequence[Line]) -> Listing:
    """Every stage in its order, the whole first."""
    rows = [_stage("Действует команд", lines, len(lines))]
    rows += [_stage(stage, [one for one in lines if one.stage == stage], len(lines)) for stage in _stages(lines)]
    return Listing("По стадиям проекта", _BY_STAGE, tuple(rows), leading=1)


def _stages(lines: Sequence[Line]) -> tuple[str, ...]:
    return (*_STAGES, UNTOLD) if any(one.stage == UNTOLD for one in lines) else _STAGES


def _stage(title: str, some: Sequence[Line], whole: int) -> tuple[Value, ...]:
    part = rounded(100 * len(some) / whole) if whole else "—"
    incomplete = _sum([None if one.lacks is None else int(bool(one.lacks)) for one in some])
    people = (_sum([one.pupils for one in some]), _sum([one.students for one in some]))
    return (title, len(some), part, incomplete, *people)


def _sum(numbers: Sequence[int | None]) -> Value:
    known = [one for one in numbers if one is not None]
    return sum(known) if known or not numbers else "—"


def stages_chart(lines: Sequence[Line]) -> Iterator[Chart]:
    """The same as a picture; none without teams."""
    if lines:
        found, stages = Counter(one.stage for one in lines), _stages(lines)
        series = (Series("Команд", tuple(float(found[stage]) for stage in stages)),)
        yield Chart("Команды по стадиям проекта", ChartKind.COLUMN, stages, series, "команд")


def by_priority(facts: Facts, lines: Sequence[Line]) -> Listing:
    """Each priority direction and the stages of its projects; the direction with most teams first."""
    names = Counter(one.priority for one in lines)
    rows = [_priority("Все направления", lines)]
    ordered = sorted(names, key=lambda name: (name == UNTOLD, -names[name], name))
    rows += [_priority(name, [one for one in lines if one.priority == name]) for name in ordered]
    approved = COUNTS["K11"](facts.scene.office, facts.today)
    told_of = "" if approved.value is None else f", по утверждённым {len(approved.rows)} из {len(lines)}"
    return Listing(f"По приоритетным направлениям{told_of}", _BY_PRIORITY, tuple(rows), leading=1)


def _priority(name: str, some: Sequence[Line]) -> tuple[Value, ...]:
    found = Counter(one.stage for one in some)
    return (name, len(some), *(found[stage] for stage in _STAGES))


def defences(facts: Facts) -> Iterator[Listing]:
    """The results of the defence, and the defended projects with what became of them, the best first."""
    count = COUNTS["K12"](facts.scene.office, facts.today)
    if count.value is None:
        yield Listing("Итоги защиты", _OUTCOMES, (), count.why)
        return
    yield _outcomes(facts, count)
    if count.rows:
        yield Listing("Защищённые проекты и внедрение", _DEFENDED, tuple(_defended(facts, count)))


def _outcomes(facts: Facts, count: Count) -> Listing:
    table = facts.scene.office.tables["TEAM"]
    used = set(PARTS["K12"]["внедряется"](facts.scene.office, facts.today).rows)
    results = {row: str(table.values["outcome"][table.index_of[row]] or UNTOLD) for row in count.rows}
    rows: list[tuple[Value, ...]] = []
    for outcome in ("Защищено проектов", *OUTCOMES.values, UNTOLD):
        some = [row for row in count.rows if outcome in ("Защищено проектов", results[row])]
        if some:
            rows.append((outcome, len(some), _mean(facts, some), len(used & {*some})))
    return Listing("Итоги защиты", _OUTCOMES, tuple(rows), "защищённых проектов пока нет", leading=1)


def _mean(facts: Facts, some: Sequence[str]) -> Value:
    known = [score for row in some if (score := _score(facts, row)) is not None]
    return rounded(sum(known) / len(known)) if known else "—"


def _score(facts: Facts, row: str) -> float | None:
    table = facts.scene.office.tables["TEAM"]
    score = table.values["score"][table.index_of[row]]
    return float(score) if isinstance(score, int | float) else None


def _defended(facts: Facts, count: Count) -> Iterator[tuple[Value, ...]]:
    office = facts.scene.office
    table = office.tables["TEAM"]
    ordered = sorted(count.rows, key=lambda row: (-(_score(facts, row) or 0), row))
    for row in ordered:
        cells = {name: column[table.index_of[row]] for name, column in table.values.items()}
        uptake, day = cells["uptake"], cells["defended"]
        yield (
            row,
            told(str(cells["name"] or "")),
            told(str(cells["project"] or "")),
            priority_in_words(office, cells["priority"]),
            str(cells["stage"]),
            day if isinstance(day, date) else "—",
            _score(facts, row),
            str(cells["outcome"] or UNTOLD),
            told(in_words(office, "DOC", uptake)) if uptake else None,
        )
