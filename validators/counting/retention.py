"""Whose data must be destroyed and by when: consent withdrawn, «Хранить до», so many months after taking part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from config.ages import ADULT, birthday
from validators.counting.consent import withdrawn_on
from validators.counting.people import PEOPLE
from validators.duplicates.rolls import MENTORS
from validators.office import Office, Table

SOON = 30
"""So many days ahead the list looks."""

_LAST_DAY, _MONTHS = 28, 12
_SEASON_ENDS = (8, 31)
_OVER = {"Выбыл": "left", "Не прошёл отбор": "applied"}
"""Status of one who takes part no more → the day from which his data are kept for some time."""

_FINISHED = "Завершил"
_GOING_ON = ("Кандидат", "Участник")
_GUARDIAN = "Представитель"


class Ground(StrEnum):
    """Why data must be destroyed, as people read it."""

    WITHDRAWN = "согласие отозвано"
    UNTIL = "вышел срок «Хранить до»"
    OVER = "вышел срок хранения после участия"


@dataclass(frozen=True)
class Due:
    """A person whose data must be destroyed by a day."""

    register: str
    id: str
    ground: Ground
    until: date


def to_destroy(office: Office, on: date, days: int = SOON) -> tuple[Due, ...]:
    """Everybody whose day has passed or comes within so many days, the earliest first; the first of his grounds."""
    last = on + timedelta(days=days)
    found = (min(_grounds(office, table, index, on), key=lambda one: one.until, default=None)
             for table in _people(office) for index in range(len(table)) if index not in table.fallen)  # fmt: skip
    due = (one for one in found if one is not None and one.until <= last)
    return tuple(sorted(due, key=lambda one: (one.until, one.id)))


def without_consent(office: Office) -> tuple[str, ...]:
    """Codes of those who take part, or want to, and of whom no consent is written down."""
    return tuple(
        table.ids[index]
        for table in _participants(office)
        for index in table.counted
        if table.values["status"][index] in _GOING_ON and table.values["consent_on"][index] is None
    )


def turning_adult(office: Office, on: date) -> tuple[str, ...]:
    """Codes of those who come of age soon, as the settings say, while only a representative has agreed."""
    last = on + timedelta(days=office.settings.thresholds.adult_reminder_days)
    return tuple(
        table.ids[index]
        for table in _participants(office)
        for index in table.counted
        if table.values["status"][index] in _GOING_ON and _comes_of_age(table, index, on, last)
    )


def _comes_of_age(table: Table[Any], index: int, on: date, last: date) -> bool:
    born = table.values["born"][index]
    only_guardian = table.values["consent_by"][index] == _GUARDIAN
    return only_guardian and isinstance(born, date) and on < birthday(born, ADULT) <= last


def _participants(office: Office) -> Iterator[Table[Any]]:
    return (office.tables[key] for key in PEOPLE if office.has(key))


def _people(office: Office) -> Iterator[Table[Any]]:
    yield from _participants(office)
    if office.has(MENTORS):
        yield office.tables[MENTORS]


def _grounds(office: Office, table: Table[Any], index: int, on: date) -> Iterator[Due]:
    key, row_id = table.register.key, table.ids[index]
    if row_id.startswith("?"):
        return
    gone = withdrawn_on(table, index, on)
    if gone is not None:
        term = timedelta(days=office.settings.thresholds.destruction_days)
        yield Due(key, row_id, Ground.WITHDRAWN, gone + term)
    until = table.values["keep_until"][index]
    if isinstance(until, date):
        yield Due(key, row_id, Ground.UNTIL, until)
    months, over = office.settings.personal_data.retention_months, _over_since(office, table, index)
    if months is not None and over is not None and until is None:
        yield Due(key, row_id, Ground.OVER, months_after(over, months))


def _over_since(office: Office, table: Table[Any], index: int) -> date | None:
    """The day on which he ceased to take part; of one who finished it is the end of the season."""
    if table.register.key == MENTORS:
        term = table.values["term_until"][index]
        return term if isinstance(term, date) else None
    status = table.values["status"][index]
    if status == _FINISHED:
        return date(int(office.settings.office.season[-4:]), *_SEASON_ENDS)
    day = table.values[_OVER[status]][index] if status in _OVER else None
    return day if isinstance(day, date) else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last one of a shorter month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    for last in range(day.day, _LAST_DAY, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, _LAST_DAY))
