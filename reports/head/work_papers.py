"""The papers of the office: reports and answers to the federal office, what waits for a signature (H3, H5, H6)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from config.calendar import working_days_between
from reports import wording
from reports.facts import Facts
from reports.head.page import in_words, rounded, told
from reports.head.work_grid import Grid
from reports.naming import short_name
from reports.report import Form, Listing, Value
from validators.counting.papers import (
    Owed,
    Request,
    federal_requests,
    is_answered,
    reports_obstacle,
    reports_owed,
    requests_obstacle,
)
from validators.counting.signing import beyond_competence, to_sign

ABSENT, DRAFT, LATE, AHEAD, IN_TIME = (
    "не сдан",
    "не сдан, есть проект",
    "сдан позже срока",
    "срок впереди",
    "сдан в срок",
)
"""What became of a report, worst first."""

OPEN, ANSWERED_LATE, WAITING, ANSWERED = "без ответа, срок прошёл", "ответ позже срока", "ждёт ответа", "ответ в срок"
"""What became of a request, worst first."""

TO_SIGN, BEYOND = "ждёт подписи", "подписан вне компетенции"
_PERIOD = re.compile(r"(?P<year>[0-9]{4})-(?:(?P<month>[0-9]{2})|К(?P<quarter>[1-4]))")
_QUARTERS = ("I", "II", "III", "IV")


def owed(facts: Facts) -> list[Owed]:
    """The reports of the periods that have ended; none when documents or their kinds are not kept."""
    office = facts.scene.office
    return [] if reports_obstacle(office) else reports_owed(office, facts.scene.settings, facts.today)


def outcome(one: Owed, on: date) -> str:
    """What became of a report by the day."""
    if one.is_presented(on):
        return LATE if one.is_late else IN_TIME
    if one.deadline >= on:
        return AHEAD
    return ABSENT if one.draft is None else DRAFT


def kinds(facts: Facts, grid: Grid) -> Listing:
    """Reports by their kind; the whole is K29."""
    found = owed(facts)
    rows: list[tuple[Value, ...]] = []
    for kind in ("Все отчёты", *dict.fromkeys(one.kind for one in found)):
        told_of = [outcome(one, facts.today) for one in found if kind in ("Все отчёты", one.kind)]
        many = {name: told_of.count(name) for name in (IN_TIME, LATE, ABSENT, DRAFT, AHEAD)}
        due = len(told_of) - many[AHEAD]
        part = rounded(100 * many[IN_TIME] / due if due else None)
        rows.append((kind, due, many[IN_TIME], many[LATE], many[ABSENT] + many[DRAFT], part, many[AHEAD]))
    fields = grid.fields(
        [("Вид отчёта", 1, Form.TEXT), ("Срок наступил", 1, Form.WHOLE), ("Сдано в срок", 1, Form.WHOLE)],
        [
            ("Сдано позже", 2, Form.WHOLE),
            ("Не сдано", 2, Form.WHOLE),
            ("В срок, %", 2, Form.PERCENT),
            ("Впереди", 2, Form.WHOLE),
        ],
    )
    lines, empty = tuple(rows) if found else (), reports_obstacle(facts.scene.office)
    return Listing("Отчёты в срок", fields, lines, empty or "отчётные периоды ещё не кончились", leading=1)


def reports(facts: Facts, grid: Grid) -> Listing:
    """Every report that is owed: those not presented first, then those presented late, the latest period first."""
    order = (ABSENT, DRAFT, LATE, AHEAD, IN_TIME)
    found = sorted(owed(facts), key=lambda one: (order.index(outcome(one, facts.today)), -one.deadline.toordinal()))
    rows = tuple(_report(facts, one) for one in found)
    fields = grid.fields(
        [("Отчёт", 1, Form.TEXT), ("Период", 1, Form.TEXT), ("Что с ним", 1, Form.TEXT)],
        [
            ("Срок", 1, Form.DATE),
            ("Сдан", 1, Form.DATE),
            ("Документ", 2, Form.TEXT),
            ("Рабочих дней позже срока", 4, Form.WHOLE),
        ],
    )
    return Listing("Отчёты по периодам", fields, rows, "отчётов пока не требовалось")


def _report(facts: Facts, one: Owed) -> tuple[Value, ...]:
    office, said = facts.scene.office, outcome(one, facts.today)
    row = one.row if one.row is not None else one.draft
    code = None if row is None else office.tables["DOC"].ids[row]
    day = one.presented if said in (LATE, IN_TIME) else None
    late = _late(one.deadline, day or facts.today) if said in (ABSENT, DRAFT, LATE) else None
    return (one.kind, period_in_words(facts, one.period), said, one.deadline, day, code, late)


def _late(deadline: date, day: date) -> int:
    return working_days_between(deadline, day)


def period_in_words(facts: Facts, period: str) -> str:
    """«март 2026», «I квартал 2026», a stage by its title."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        return in_words(facts.scene.office, "STAGE", period)
    if found["quarter"]:
        return f"{_QUARTERS[int(found['quarter']) - 1]} квартал {found['year']}"
    return wording.month(date(int(found["year"]), int(found["month"]), 1))


def asked(facts: Facts) -> list[Request]:
    """The requests of the federal office that have a term; none when they can't be known."""
    return [] if requests_obstacle(facts.scene.office) else list(federal_requests(facts.scene.office))


def request_outcome(facts: Facts, one: Request) -> str:
    """What became of a request by the day."""
    table = facts.scene.office.tables["DOC"]
    if not is_answered(table, one, facts.today):
        return OPEN if one.due < facts.today else WAITING
    return ANSWERED if is_answered(table, one, min(one.due, facts.today)) else ANSWERED_LATE


def requests(facts: Facts, grid: Grid) -> Listing:
    """Every request of the federal office that has a term, the unanswered first."""
    order = (OPEN, ANSWERED_LATE, WAITING, ANSWERED)
    found = sorted(asked(facts), key=lambda one: (order.index(request_outcome(facts, one)), one.due))
    fields = grid.fields(
        [("Запрос", 1, Form.TEXT), ("Код", 1, Form.TEXT), ("Что с ним", 1, Form.TEXT)],
        [
            ("Срок", 1, Form.DATE),
            ("Ответ дан", 1, Form.DATE),
            ("Исполнитель", 2, Form.TEXT),
            ("Рабочих дней позже срока", 4, Form.WHOLE),
        ],
    )
    empty = requests_obstacle(facts.scene.office) or "запросов ФПО со сроком нет"
    return Listing("Запросы ФПО", fields, tuple(_request(facts, one) for one in found), empty)


def _request(facts: Facts, one: Request) -> tuple[Value, ...]:
    table, said = facts.scene.office.tables["DOC"], request_outcome(facts, one)
    title, author = table.values["title"][one.row], table.values["author"][one.row]
    day = one.answered if said in (ANSWERED, ANSWERED_LATE) else None
    late = _late(one.due, day or facts.today) if said in (OPEN, ANSWERED_LATE) else None
    who = short_name(facts, author if isinstance(author, str) else None) or "не назначен"
    return (told(str(title or "")), table.ids[one.row], said, one.due, day, who, late)


def signatures(facts: Facts, grid: Grid) -> Listing:
    """Documents signed by whom they are not entrusted to, then those that wait for a signature."""
    office = facts.scene.office
    fields = grid.fields(
        [("Документ", 1, Form.TEXT), ("Код", 1, Form.TEXT), ("Вид", 1, Form.TEXT)],
        [
            ("Что с ним", 2, Form.TEXT),
            ("Срок", 1, Form.DATE),
            ("Исполнитель", 2, Form.TEXT),
            ("Подписал или подпишет", 3, Form.TEXT),
        ],
    )
    rows = tuple(_signatures(facts)) if office.has("DOC") else ()
    return Listing("Документы на подписи", fields, rows, "документов на подписи нет")


def _signatures(facts: Facts) -> Iterator[tuple[Value, ...]]:
    office = facts.scene.office
    groups: Sequence[tuple[str, list[int]]] = ((BEYOND, beyond_competence(office)), (TO_SIGN, to_sign(office)))
    table = office.tables["DOC"]
    for said, found in groups:
        for index in sorted(found, key=lambda one: str(table.values["due"][one] or "9")):
            title, kind, due, author, signer = (
                table.values[name][index] for name in ("title", "kind", "due", "author", "signer")
            )
            who = short_name(facts, author if isinstance(author, str) else None) or "не назначен"
            sign = short_name(facts, signer if isinstance(signer, str) else None) or None
            day = due if isinstance(due, date) else None
            yield (told(str(title or "")), table.ids[index], str(kind or "—"), said, day, who, sign)
