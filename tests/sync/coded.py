"""An office of mode «codes» made of any other: names go from every register into a key file, codes stay."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from config.apart import key_file, name_in_office, personal_columns
from config.columns import Raw
from config.register import Register
from config.registers import REGISTERS
from sync.backends.base import FileRead
from validators.grid import Grid, cell_name

CODES = '[personal_data]\nmode = "codes"\n'


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
