"""A register as staff typed it → a table of the package: every column that has a heading, ours or not, in its order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from config.columns import Raw
from sync.moving.cells import guarded
from sync.moving.nameless import AnyRegister, names_people
from sync.moving.register_schema import typed_cell, typed_schema
from sync.moving.taking import Taking, where
from sync.sheets import Sheet
from validators.office import Table
from validators.versions.columns import Layout, Titled, cells_of, layout_of

Row = tuple[tuple[str, str, str], Mapping[str, Raw]]


def put_typed(taking: Taking, register: AnyRegister, sheets: Sequence[Sheet], table: Table[Any]) -> None:
    """Puts the rows that the register has, in their order; several tabs are set under each other by their headings."""
    layouts: dict[str, Layout] = {}
    for source in table.sources:
        layouts[source.name] = layout_of(source, register, layouts)
    columns = {one.key: one for layout in layouts.values() for one in layout}
    if register.key in taking.apart:
        columns = {key: one for key, one in columns.items() if not names_people(register, one.field, one.heading)}
    told = [(name, one.heading, one.field) for name, one in _named(columns.values())]
    kinds = {key: register.by_field.get(one.field or "") for key, one in columns.items()}
    facts = {"title": f"{register.tab}: как заполнено", "rpo:register": register.key}
    schema = typed_schema(register, told)
    with taking.parcel.table(f"registers-{register.key}", f"registers/{register.key}.csv", schema, **facts) as stream:
        for place, cells in _rows(sheets, table, layouts):
            stream.row([*place, *(typed_cell(cells.get(key), column) for key, column in kinds.items())])


def _rows(sheets: Sequence[Sheet], table: Table[Any], layouts: Mapping[str, Layout]) -> Iterator[Row]:
    """Where each row stands, and its cells by the keys of their columns. A ведомость tells its facts cell by cell."""
    rows = {sheet.grid.source: sheet.grid.rows for sheet in sheets}
    for index, (at, number) in enumerate(zip(table.origin, table.rows, strict=True)):
        source = table.sources[at]
        if source.key:
            cells: Mapping[str, Raw] = {field: column[index] for field, column in table.raw.items()}
        else:
            cells = cells_of(layouts[source.name], rows[source.name][number - 1])
        yield where(source, number), cells


def _named(columns: Iterable[Titled]) -> list[tuple[str, Titled]]:
    """The columns by their headings, each name once and none empty: one without a heading is called by its place."""
    named: dict[str, Titled] = {}
    for at, one in enumerate(columns, 1):
        name = heading = guarded(" ".join(one.heading.split()) or f"Столбец {at}")
        number = 1
        while name in named:
            number += 1
            name = f"{heading} ({number})"
        named[name] = one
    return list(named.items())
