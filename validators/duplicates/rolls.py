"""The people of the office as they are compared: folded names, day of birth, contacts, home, days of taking part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.cells.grades import Grade
from config.cells.text import fold
from validators.office import Office, Table

PARTICIPANTS = ("SCH", "UNI")
MENTORS = "MENT"
_NO_PATRONYMIC = "нет"
_LAST_MONTH = 8


@dataclass(frozen=True, slots=True)
class Someone:
    """A counted row of a person. Words are folded, "" where the row says nothing; `number` is his place in the roll.

    `since` is the day from which he takes part, `until` the day by which an earlier part of his was over.
    """

    number: int
    table: Table[Any]
    index: int
    surname: str
    name: str
    patronymic: str
    born: date | None
    phone: str
    email: str
    town: str
    organisation: str
    grade: str
    since: date | None
    until: date | None

    @property
    def key(self) -> str:
        """The key of his register."""
        return self.table.register.key

    @property
    def id(self) -> str:
        """The code of his row."""
        return self.table.ids[self.index]

    @property
    def is_mentor(self) -> bool:
        """He stands among the mentors."""
        return self.key == MENTORS

    @property
    def names(self) -> tuple[str, ...]:
        """The words of his name in the order of the alphabet: the parts may stand in each other's columns."""
        return tuple(sorted(f"{self.surname} {self.name} {self.patronymic}".split()))

    def shares_contact(self, other: "Someone") -> bool:
        """One telephone or one e-mail address."""
        return bool((self.phone and self.phone == other.phone) or (self.email and self.email == other.email))


def roll(office: Office) -> tuple[Someone, ...]:
    """All counted people of the registers of participants and of mentors who have a surname and a name."""
    found: list[Someone] = []
    for key in (*PARTICIPANTS, MENTORS):
        if office.has(key):
            found.extend(_of_register(office.tables[key], len(found)))
    return tuple(found)


def _of_register(table: Table[Any], start: int) -> Iterator[Someone]:
    columns = {name: _folded(table, name) for name in ("surname", "name", "patronymic")}
    born, phones, emails = (_column(table, name) for name in ("born", "phone", "email"))
    towns, places, grades = (_column(table, name) for name in ("municipality", "organisation", "grade"))
    spans = _spans(table)
    surnames, names, patronymics = columns.values()
    named = (index for index in table.counted if surnames[index] and names[index])
    for number, index in enumerate(named, start):
        day = born[index]
        yield Someone(
            number,
            table,
            index,
            surnames[index],
            names[index],
            "" if patronymics[index] == _NO_PATRONYMIC else patronymics[index],
            day if isinstance(day, date) else None,
            _word(phones[index]),
            _word(emails[index]).casefold(),
            _word(towns[index]),
            _word(places[index]),
            _year_of_study(grades[index]),
            *spans[index],
        )


def _column(table: Table[Any], name: str) -> Sequence[object]:
    return table.values.get(name) or [None] * len(table)


def _folded(table: Table[Any], name: str) -> list[str]:
    known: dict[object, str] = {None: ""}
    column = table.values[name]
    for cell in set(column):
        known[cell] = fold(str(cell)) if cell is not None else ""
    return [known[cell] for cell in column]


def _word(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _year_of_study(cell: object) -> str:
    return f"{cell.number} {cell.kind}" if isinstance(cell, Grade) else ""


def _spans(table: Table[Any]) -> Mapping[int, tuple[date | None, date | None]]:
    if table.register.key == MENTORS:
        approved = table.values["approved"]
        return {index: (_day(approved[index]), None) for index in table.counted}
    columns = [table.values[name] for name in ("status", "applied", "enrolled", "left")]
    return {index: _span(*(column[index] for column in columns)) for index in table.counted}


def _span(status: object, applied: object, enrolled: object, left: object) -> tuple[date | None, date | None]:
    since = _day(enrolled) or _day(applied)
    if status == "Выбыл":
        return since, _day(left)
    if status in {"Завершил", "Не прошёл отбор"} and since is not None:
        return since, date(since.year + (since.month > _LAST_MONTH), _LAST_MONTH, 31)
    return since, None


def _day(cell: object) -> date | None:
    return cell if isinstance(cell, date) else None
