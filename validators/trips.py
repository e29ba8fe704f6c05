"""What each participant has done: his rows of PROG, and those that lie outside the time in which he takes part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.registers.participants import ENROLLED
from config.registers.participation import PLATFORM_MODULE
from validators.counting.people import Person, has_left, people
from validators.office import Office, Table

SELECTION = "Отбор (эссе/тест)"
"""What comes before enrolment, in an additional intake after its stage has ended."""

GOING_ON = "В процессе"
NOT_THERE = ("Не явился", "Не требуется")
"""Results of those who did nothing."""


@dataclass(frozen=True)
class Stray:
    """A participant with rows of PROG (indexes, by date) outside the time in which he takes part.

    `early` — begun before he was enrolled, or though he never was; `late` — begun or ended after he left.
    """

    person: Person
    early: tuple[int, ...]
    late: tuple[int, ...]


def rows_of_each(table: Table[Any]) -> Mapping[str, list[int]]:
    """Code of a participant → indexes of his counted rows, by date; those without a date come first."""
    whose, starts = table.values["participant"], table.values["start"]
    rows: dict[str, list[int]] = {}
    for index in table.counted:
        rows.setdefault(str(whose[index]), []).append(index)
    for mine in rows.values():
        mine.sort(key=lambda index: start if isinstance(start := starts[index], date) else date.min)
    return rows


def strays(office: Office, today: date) -> Iterator[Stray]:
    """Participants whose rows lie outside their time.

    Dates that contradict each other, or have not come yet, are the business of another rule and prove nothing.
    """
    table = office.tables["PROG"]
    rows = rows_of_each(table)
    kinds, results, starts, ends = (table.values[name] for name in ("kind", "result", "start", "end"))
    for person in people(office):
        if person.enrolled and (person.enrolled > today or (person.left and person.left < person.enrolled)):
            continue
        mine = [index for index in rows.get(person.id, ()) if results[index] not in NOT_THERE]
        dated = [(index, day) for index in mine if isinstance(day := starts[index], date) and day <= today]
        early = tuple(index for index, day in dated if kinds[index] != SELECTION and _is_early(person, day))
        late = tuple(index for index, day in dated if _is_late(person, last_day(day, ends[index])))
        if early or late:
            yield Stray(person, early, late)


def _is_early(person: Person, day: date) -> bool:
    return person.status not in ENROLLED or (person.enrolled is not None and day < person.enrolled)


def _is_late(person: Person, day: date) -> bool:
    return person.left is not None and person.left < day and has_left(person, day)


def last_day(start: date, end: object) -> date:
    """The last day of an activity; an end before the start is a mistake and does not count."""
    return max(start, end) if isinstance(end, date) else start


def own_field(table: Table[Any], index: int, name: str) -> str:
    """The field of a row where something is said of its participant alone: in a ведомость the mark, not the head."""
    return "result" if name in table.sources[table.origin[index]].heads else name


def last_days(table: Table[Any], until: date) -> Mapping[str, date]:
    """Code of a participant → the last day, till the given one, on which he was active.

    What is still going on, an internship for one, lasts; an unfinished module of the platform does not prove it. A day
    that could not be read may be any: another rule asks for it.
    """
    names = ("participant", "kind", "result", "start", "end")
    whose, kinds, results, starts, ends = (table.values[name] for name in names)
    last: dict[str, date] = {}
    for index in table.counted:
        start, end = starts[index], ends[index]
        if results[index] in NOT_THERE or (isinstance(start, date) and start > until):
            continue
        lasts = end is None and results[index] == GOING_ON and kinds[index] != PLATFORM_MODULE
        day = min(last_day(start, end), until) if isinstance(start, date) and not lasts else until
        code = str(whose[index])
        last[code] = max(day, last.get(code, day))
    return last
