"""Of which municipality a row is: by its own column, by its person's, or because it is the municipality itself."""

from collections.abc import Iterator
from typing import Any

from config.register import Register
from validators.office import Office, Table
from validators.parts import PEOPLE

LIST = "MUN"
"""The register «Муниципалитеты»."""


def municipalities_of(office: Office, register: str | None, row_id: str) -> tuple[str, ...]:
    """The municipalities of a row, as its register calls them; none when nobody can say."""
    table = office.tables.get(register or "")
    index = None if table is None else table.index_of.get(row_id)
    if table is None or index is None:
        return ()
    if table.register.key == LIST:
        return (row_id,)
    name = field_of(table.register)
    return _named(table.values[name][index]) if name else tuple(_of_person(office, table, index))


def homes_of(office: Office, register: str | None, row_id: str) -> tuple[str, ...]:
    """The municipalities of a row: its own or its person's, else those of the institution, team or person it names."""
    own = municipalities_of(office, register, row_id)
    table = office.tables.get(register or "")
    index = None if table is None else table.index_of.get(row_id)
    if own or table is None or index is None:
        return own
    named = ((column.refers, table.values[column.field][index]) for column in table.register.columns if column.refers)
    homes = (_home(office, keys, value) for keys, value in named if isinstance(value, str))
    return next(filter(None, homes), ())


def _home(office: Office, keys: tuple[str, ...], row_id: str) -> tuple[str, ...]:
    for key in keys:
        if key in _HOMES and row_id in (office.tables[key].index_of if key in office.tables else ()):
            return municipalities_of(office, key, row_id)
    return ()


_HOMES = frozenset((LIST, "EDU", "TEAM", *PEOPLE))
"""Registers whose rows give their municipality to a row that names them."""


def field_of(register: Register[Any]) -> str | None:  # Any: a register of any record
    """The field that says the municipality of a row, if there is one."""
    return next((one.field for one in register.columns if one.refers == (LIST,)), None)


def _of_person(office: Office, table: Table[Any], index: int) -> Iterator[str]:  # Any: a table of any record
    """The municipality of the one person whom the row is about."""
    whose = next((one for one in table.register.columns if one.refers and set(one.refers) <= set(PEOPLE)), None)
    person = table.values[whose.field][index] if whose else None
    if isinstance(person, str):
        for key in PEOPLE:
            home = office.tables.get(key)
            at = None if home is None else home.index_of.get(person)
            if home is not None and at is not None:
                yield from _named(home.values["municipality"][at])


def _named(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return () if value is None else (str(value),)
