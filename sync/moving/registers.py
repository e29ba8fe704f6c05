"""The registers as the last update accepted them → tables of the package: as typed, as counted, as workbooks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from config.placing import called
from reports.naming import fit_for_file
from reports.taken_along import Tab, render_tabs
from sync.desk import Desk
from sync.moving.nameless import may_leave, names_people, shared
from sync.moving.office_files import BOOKS, FROM_GOOGLE
from sync.moving.parcel import PLACE, Parcel, Stream
from sync.moving.register_schema import AnyRegister, target, typed_cell, typed_schema, value_cell, values_schema
from sync.pipeline import kept_registers
from sync.reading import joined
from sync.rewind import known_last, rewound
from sync.sheets import Look, Sheet, parse_all
from sync.state.codec import digest_of
from sync.state.store import Store
from validators.office import Table
from validators.versions.columns import Titled, cells_of, layout_of


@dataclass(frozen=True)
class Taking:
    """What the registers are taken from, whereto, and whether with the names that are kept apart."""

    desk: Desk
    store: Store
    parcel: Parcel
    names: bool

    @property
    def apart(self) -> Mapping[str, AnyRegister]:
        """The registers whose names are left behind."""
        return {} if self.names else shared(self.desk.settings)


def put_registers(taking: Taking) -> list[str]:
    """Puts every register that was ever accepted into the package; gives their keys."""
    tables: dict[str, Table[Any]] = {}
    books: dict[str, list[Tab]] = {}
    for register, sheets in _accepted(taking, tables):
        tables[register.key] = joined(register, sheets)[0]
        _put_typed(taking, register, sheets, tables[register.key])
        for sheet in sheets:
            if sheet.file in _spreadsheets(taking.desk):
                books.setdefault(sheet.file, []).append(Tab.of(sheet.grid.own, sheet.table))
    for name, tabs in sorted(books.items()):
        file = f"{fit_for_file(name)}.xlsx"
        facts = {"title": f"Таблица Google «{name}», как она прочитана", PLACE: f"{FROM_GOOGLE}/{file}"}
        taking.parcel.put(f"registers-google-{len(taking.parcel.resources)}", f"{BOOKS}/{file}", render_tabs(tabs), **facts)
    _put_values(taking, tables)
    return list(tables)


def _accepted(taking: Taking, known: Mapping[str, Table[Any]]) -> Iterator[tuple[AnyRegister, Sequence[Sheet]]]:
    desk, store = taking.desk, taking.store
    before = store.before(desk.today)
    look = Look(desk.settings, desk.today, before, store.grids, digest_of)
    for register in kept_registers(desk.settings):
        snapshot = before.snapshots.get(register.key)
        grids = store.grids(snapshot.digest) if snapshot is not None else ()
        sheets = parse_all(register, grids, replace(look, known=known)).sheets
        if sheets:
            yield register, sheets


def _spreadsheets(desk: Desk) -> frozenset[str]:
    return frozenset() if desk.settings.storage.kind == "folder" else frozenset(map(called, desk.settings.google.spreadsheets))


def _put_typed(taking: Taking, register: AnyRegister, sheets: Sequence[Sheet], table: Table[Any]) -> None:
    layouts: dict[str, tuple[Titled, ...]] = {}
    for source in table.sources:
        layouts[source.name] = layout_of(source, register, layouts)
    columns = {one.key: one for layout in layouts.values() for one in layout}
    if register.key in taking.apart:
        columns = {key: one for key, one in columns.items() if not names_people(register, one.field, one.heading)}
    names = _file_names(list(columns.values()))
    schema = typed_schema(register, [(name, one.heading, one.field) for name, one in zip(names, columns.values(), strict=True)])
    rows = {sheet.grid.source: sheet.grid.rows for sheet in sheets}
    facts = {"title": f"{register.tab}: как заполнено", "rpo:register": register.key}
    with taking.parcel.table(f"registers-{register.key}", f"registers/{register.key}.csv", schema, **facts) as stream:
        for index, (at, number) in enumerate(zip(table.origin, table.rows, strict=True)):
            source = table.sources[at]
            if source.key:
                cells = {one.field: table.raw[one.field][index] for one in register.columns if one.field in table.raw}
            else:
                cells = cells_of(layouts[source.name], rows[source.name][number - 1])
            typed = [typed_cell(cells.get(key), register.by_field.get(one.field or "")) for key, one in columns.items()]
            stream.row([source.file, source.tab, str(number), *typed])


def _file_names(columns: Sequence[Titled]) -> list[str]:
    """The headings, each once and none empty: a column without a heading is called by its place."""
    names: list[str] = []
    for at, one in enumerate(columns, 1):
        name = heading = " ".join(one.heading.split()) or f"Столбец {at}"
        number = 1
        while name in names:
            number += 1
            name = f"{heading} ({number})"
        names.append(name)
    return names


def _put_values(taking: Taking, tables: Mapping[str, Table[Any]]) -> None:
    """The registers as they were counted: values by their types, references by codes, rows that stand."""
    then = known_last(taking.store, taking.desk.today)
    if then is None:
        return
    office = rewound(taking.desk.settings, taking.store, then, taking.desk.today).facts.scene.office
    resources = {key: f"values-{key.lower()}" for key in tables if key in office.tables}
    known = {key: frozenset(row_id for _, row_id in _standing(office.tables[key])) for key in resources}
    for key, name in resources.items():
        table = office.tables[key]
        register = table.register
        columns = [one for one in register.columns if key not in taking.apart or may_leave(register, one)]
        schema = values_schema(register, columns, resources)
        facts = {"title": f"{register.tab}: как учтено", "rpo:register": key}
        with taking.parcel.table(name, f"values/{key}.csv", schema, **facts) as stream:
            _rows(stream, table, [(one.field, known.get(target(one, resources) or "")) for one in columns])


def _rows(stream: Stream, table: Table[Any], columns: Sequence[tuple[str, frozenset[str] | None]]) -> None:
    """`columns` — the field, and the codes that it may name when it must name one."""
    counted = frozenset(table.counted)
    for index, _ in _standing(table):
        values = [(table.column(field)[index] if field in table.values or field == "id" else None, of) for field, of in columns]
        told = [value_cell(value if of is None or value in of else None) for value, of in values]
        source = table.sources[table.origin[index]]
        stream.row([*told, value_cell(index in counted), source.file, source.tab, str(table.rows[index])])


def _standing(table: Table[Any]) -> Iterator[tuple[int, str]]:
    """Index and id of the rows that stand, each id once."""
    return (
        (index, row_id)
        for index, row_id in enumerate(table.ids)
        if index not in table.fallen and table.index_of[row_id] == index
    )


