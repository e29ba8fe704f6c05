"""The registers as the last update accepted them → tables of the package: as typed, as counted, as workbooks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from config.placing import called
from reports.naming import fit_for_file
from reports.taken_along import Tab, render_tabs
from sync.desk import Desk
from sync.moving.nameless import AnyRegister
from sync.moving.office_files import BOOKS, FROM_GOOGLE
from sync.moving.parcel import PLACE
from sync.moving.taking import Taking
from sync.moving.typed import put_typed
from sync.moving.values import put_values
from sync.pipeline import kept_registers
from sync.reading import joined
from sync.sheets import Look, Sheet, parse_all
from sync.state.codec import digest_of
from validators.office import Table


def put_registers(taking: Taking) -> list[str]:
    """Puts every register that was ever accepted into the package; gives their keys."""
    tables: dict[str, Table[Any]] = {}
    books: dict[str, list[Tab]] = {name: [] for name in _spreadsheets(taking.desk)}
    for register, sheets in _accepted(taking, tables):
        tables[register.key] = joined(register, sheets)[0]
        put_typed(taking, register, sheets, tables[register.key])
        for sheet in sheets:
            if sheet.file in books:
                books[sheet.file].append(Tab.of(sheet.grid.own, sheet.table))
    put_values(taking, list(tables))
    _put_books(taking, books)
    return list(tables)


def _accepted(taking: Taking, known: Mapping[str, Table[Any]]) -> Iterator[tuple[AnyRegister, Sequence[Sheet]]]:
    """Each register with its tabs; `known` are the registers before it."""
    desk, store = taking.desk, taking.store
    before = store.before(desk.today)
    look = Look(desk.settings, desk.today, before, store.grids, digest_of)
    for register in kept_registers(desk.settings):
        snapshot = before.snapshots.get(register.key)
        grids = store.grids(snapshot.digest) if snapshot is not None else ()
        sheets = parse_all(register, grids, replace(look, known=known)).sheets
        if sheets:
            yield register, sheets


def _spreadsheets(desk: Desk) -> list[str]:
    """The names of the office's spreadsheets in the browser."""
    settings = desk.settings
    return [] if settings.storage.kind == "folder" else sorted(map(called, settings.google.spreadsheets))


def _put_books(taking: Taking, books: Mapping[str, Sequence[Tab]]) -> None:
    for number, (name, tabs) in enumerate(books.items(), 1):
        if tabs:
            file = f"{fit_for_file(name)}.xlsx"
            facts = {"title": f"Таблица Google «{name}», как она прочитана", PLACE: f"{FROM_GOOGLE}/{file}"}
            taking.parcel.put(f"registers-google-{number}", f"{BOOKS}/{file}", render_tabs(tabs), **facts)
