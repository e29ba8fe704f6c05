"""An office of mode «codes» made of any other: names go from every register into a key file, codes stay."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from config.apart import key_file, name_in_office, personal_columns
from config.columns import Raw
from config.register import Register
from config.registers import REGISTERS
from reports.templates import Numbering, render_workbook
from reports.templates.layout import Part, columns_of
from sync.backends.base import FileRead
from tests.sync.offices import SETTINGS, STAFF, build, mentor
from validators.grid import Grid, cell_name

CODES = '[personal_data]\nmode = "codes"\n'
BY_KEY = {register.key: register for register in REGISTERS}
MENT = BY_KEY["MENT"]
KEY = "private/Наставники (имена).xlsx"


def written(rows: Sequence[Mapping[str, object]], part: Part) -> bytes:
    """A workbook of mentors with these columns only, eight codes in all."""
    headings = {column.heading for column in columns_of(MENT, part)}
    kept = [{heading: cell for heading, cell in row.items() if heading in headings} for row in rows]
    return render_workbook([MENT], rows={"MENT": kept}, numbering=Numbering(count=8), part=part)


def build_coded(folder: Path) -> Path:
    """An office of mode «codes» in a folder: six mentors by code, their names in a key file that nobody else reads."""
    build(folder)
    (folder / "office.toml").write_text(f"{SETTINGS.format(today='2026-04-15')}\n{CODES}", encoding="utf-8")
    staff = [{heading: cell for heading, cell in row.items() if heading != "ФИО"} for row in STAFF]
    book = render_workbook([BY_KEY["STAFF"]], rows={"STAFF": staff}, numbering=Numbering(count=5), part=Part.CODED)
    (folder / "registers" / "РПО.xlsx").write_bytes(book)
    rows = [mentor(number) for number in range(1, 7)]
    (folder / "registers" / "Наставники.xlsx").write_bytes(written(rows, Part.CODED))
    (folder / "private").mkdir(mode=0o700)
    (folder / KEY).write_bytes(written(rows, Part.NAMES))
    return folder


def parted(files: Sequence[FileRead]) -> tuple[list[FileRead], list[FileRead]]:
    """The shared workbooks without names, and the key files; a tab's heading must stand in its first row."""
    shared, private = [], []
    for file in files:
        grids = []
        for grid in file.grids:
            register = next((one for one in REGISTERS if one.tab == grid.tab), None)
            if register is None or not personal_columns(register):
                grids.append(grid)
                continue
            hidden = _personal_at(grid, register)
            code = grid.rows[0].index(register.id_column.heading)
            name = name_in_office(key_file(register))
            key = Grid(name, grid.tab, _columns(grid, [code, *hidden]))
            grids.append(replace(grid, rows=_columns(grid, [at for at in range(grid.width) if at not in hidden])))
            private.append(FileRead(name, "", (key,)))
        shared.append(replace(file, grids=tuple(grids)))
    return shared, private


def place_apart(grid: Grid, cell: str, register: Register[Any]) -> tuple[str, str]:
    """(source, cell) of a cell of the whole tab after `parted`."""
    at, row = next(
        (at, int(cell.removeprefix(cell_name(0, at)[:-1])))
        for at in range(grid.width)
        if cell.rstrip("0123456789") == cell_name(0, at)[:-1]
    )
    hidden = _personal_at(grid, register)
    code = grid.rows[0].index(register.id_column.heading)
    if at in hidden:
        return f"{name_in_office(key_file(register))}#{grid.tab}", cell_name(row, [code, *hidden].index(at))
    return grid.source, cell_name(row, [one for one in range(grid.width) if one not in hidden].index(at))


def _personal_at(grid: Grid, register: Register[Any]) -> list[int]:
    headings = {column.heading for column in personal_columns(register)}
    return [at for at, heading in enumerate(grid.rows[0]) if heading in headings]


def _columns(grid: Grid, places: Sequence[int]) -> tuple[tuple[Raw, ...], ...]:
    return tuple(tuple(row[at] if at < len(row) else None for at in places) for row in grid.rows)
