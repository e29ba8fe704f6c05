"""Personal data where they are not meant: telephones, documents and names in notes and in columns of lower class."""

from collections.abc import Iterator, Sequence
from typing import Any

from config.apart import is_of_people
from config.cells.personal import Trace, is_whole_name, traces
from config.cells.text import as_text, tidy
from config.columns import Column, Privacy, Raw
from config.registers.passport import PASSPORT
from validators.office import Scene, Table
from validators.remark import NOT_IN_PLACE, Severity
from validators.rule import Complaint, RowOf, rule

_FREE = frozenset({"text", "key"})
_OWN_SHAPE = frozenset(
    {"email", "phone", "url", "page", "date", "spans", "inn", "ogrn", "kpp", "oktmo", "kbk", "money"}
)
_LOGIN = "login"
_BIRTH_YEAR = "birth_year"
_BIRTHDAYS = range(20_000, 45_000)
"""Serials of the days on which those who take part now were born, with room to spare: 1954–2023."""


@rule(NOT_IN_PLACE, Severity.CRITICAL, "Личные данные стоят только там, где им место")
def personal_data_stand_where_they_are_meant(scene: Scene) -> Iterator[Complaint]:
    """Перенесите личные данные в столбец, который для них отведён, или уберите их: этот столбец видят и те, кому они не
    нужны."""
    known = _service_addresses(scene)
    for table in scene.office.tables.values():
        rows = sorted(set(range(len(table))).difference(table.from_exports))
        for column in table.register.columns:
            if column.field in table.raw and column.privacy < Privacy.P3:
                yield from _in_column(table, column, rows, known)


def _service_addresses(scene: Scene) -> frozenset[str]:
    table = scene.office.tables.get("STAFF")
    emails: Sequence[object] = () if table is None else table.values["email"]
    return frozenset(str(email).casefold() for email in emails if email is not None)


def _in_column(table: Table[Any], column: Column, rows: Sequence[int], known: frozenset[str]) -> Iterator[Complaint]:
    free = column.kind.name in _FREE or column.words_allowed or column.field == _BIRTH_YEAR
    if column.kind.name in _OWN_SHAPE or column.field in {_LOGIN, "id"}:
        return
    raw, values = table.raw[column.field], table.values[column.field]
    found: dict[Raw, Trace | None] = {}
    for index in rows:
        cell = raw[index]
        if cell is None or (not free and values[index] is not None):
            continue
        if cell not in found:
            found[cell] = _trace(table, column, cell, known)
        trace = found[cell]
        if trace is not None:
            text = f"В столбце «{column.heading}» стоят личные данные: {trace.value}."
            yield Complaint(RowOf(table, index), column.field, text)


def _trace(table: Table[Any], column: Column, cell: Raw, known: frozenset[str]) -> Trace | None:
    if column.field == _BIRTH_YEAR and isinstance(cell, int | float):
        return Trace.BORN if int(cell) in _BIRTHDAYS else None
    text = tidy(as_text(cell))
    if is_of_people(table.register) and not column.kind.is_reference and is_whole_name(text):
        return Trace.NAME
    organisation = "inn" in table.register.by_field or table.register is PASSPORT
    found = (one for one in traces(text, known=known) if not (organisation and one is Trace.LANDLINE))
    return next(found, None)
