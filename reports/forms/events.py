"""The events of the plan as forms show them, and the form of one of them or of a season."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from config.register import Register
from config.registers.enterprises import ENT
from config.registers.institutions import EDU
from config.registers.mentors import MENT
from config.registers.participation import PROG
from reports.forms.form import Attendee, Event, Form
from validators.counting.count import references
from validators.marksheet.kinds import kind_of
from validators.office import Office, Table
from validators.references import title_of

SELECTION = "Отбор (эссе/тест)"
MEASURE = "Мероприятие"
CALLED_OFF = "Отменено"
_ASKED = ("organisation", "mentor", "proof")
_DIRECTORIES: dict[str, tuple[Register[Any], ...]] = {"organisation": (ENT, EDU), "mentor": (MENT,)}


def event_of(office: Office, code: str) -> Event | None:
    """The measure of the plan with this code, None when there is none."""
    table = office.tables.get("PLAN")
    index = None if table is None else table.index_of.get(code)
    return None if table is None or index is None else _event(office, table, index)


def season_events(office: Office) -> tuple[tuple[Event, ...], int]:
    """The measures in which participants take part, by day; and how many others there are, whose kind is not told."""
    table = office.tables.get("PLAN")
    if table is None:
        return (), 0
    kinds, states = table.values["kind"], table.values["status"]
    held = [index for index in table.counted if kinds[index] == MEASURE and states[index] != CALLED_OFF]
    events = [_event(office, table, index) for index in held]
    known = [event for event in events if event.kind is not None]
    return tuple(sorted(known, key=lambda one: (one.start or date.max, one.code))), len(events) - len(known)


def is_selection(office: Office, event: Event) -> bool:
    """People are selected here: applicants come, not yet participants."""
    table = office.tables["PLAN"]
    return event.kind == SELECTION or table.values["stage"][table.index_of[event.code]] == "Э1"


def towns_of(office: Office, event: Event) -> tuple[str, ...]:
    """The municipalities that the plan names for the event; none means the whole region."""
    table = office.tables["PLAN"]
    return references(table.values["municipalities"][table.index_of[event.code]])


def form_of(title: str, events: Sequence[Event], people: Sequence[Attendee], office: Office, region: str) -> Form:
    """The form; what the kinds of its events ask for stands in the head with dropdowns."""
    kinds = {event.kind for event in events}
    asked = [name for name in _ASKED if None in kinds or kinds & _kinds_that_ask(name)]
    wanted = tuple(name for name in asked if name != "proof" or kinds & _kinds_that_ask(name))
    options = {name: tuple(_offered(office, _DIRECTORIES[name])) for name in wanted if name in _DIRECTORIES}
    return Form(title, tuple(events), tuple(people), wanted, options, region, signed=len(events) == 1)


def _kinds_that_ask(name: str) -> set[str]:
    conditions = PROG.by_field[name].when
    return {kind for one in conditions if one.field == "kind" for kind in one.values}


def _offered(office: Office, registers: Iterable[Register[Any]]) -> Iterable[str]:
    for register in registers:
        table = office.tables.get(register.key)
        if table is None:
            continue
        for index in table.counted:
            name = title_of(register, table, index)
            yield f"{table.ids[index]} · {name}" if name else table.ids[index]


def _event(office: Office, table: Table[Any], index: int) -> Event:
    values = table.values
    title = values["title"][index]
    start, end, done = (values[name][index] for name in ("start", "end", "done"))
    one_day = end is None or start == end
    began = done if one_day and isinstance(done, date) else start
    post, name = _employee(office, values["responsible"][index])
    words = str(title) if isinstance(title, str) else table.ids[index]
    return Event(
        code=table.ids[index],
        title=words,
        kind=kind_of([words]),
        start=began if isinstance(began, date) else None,
        end=end if isinstance(end, date) and not one_day else None,
        place=str(values["place"][index] or ""),
        time=str(values["time"][index] or ""),
        post=post,
        responsible=name,
    )


def _employee(office: Office, code: object) -> tuple[str, str]:
    """The post and the name of an employee; empty where nobody is known."""
    table = office.tables.get("STAFF")
    index = None if table is None or not isinstance(code, str) else table.index_of.get(code)
    if table is None or index is None:
        return "", ""
    post, name = table.values["post"][index], table.values["full_name"][index]
    return str(post or ""), _initials(str(name)) if name else ""


def _initials(full_name: str) -> str:
    """«Снегова Вера Львовна» → «В. Л. Снегова», as under a document."""
    surname, *others = full_name.split()
    return " ".join([*(f"{one[0]}." for one in others[:2]), surname])
