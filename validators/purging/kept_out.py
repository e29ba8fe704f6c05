"""A person whose data were destroyed is not taken in again: his row is read as empty, and a remark says so."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from config.codes import fold_code
from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.catalogue import FAULTS
from validators.grid import Grid, cell_name
from validators.heading import vocabulary
from validators.heading_rows import heading_of
from validators.remark import Place, Remark

CODE = "S17"


def without_purged(
    grid: Grid, register: Register[Any], keeping: Keeping, purged: Collection[str]
) -> tuple[Grid, tuple[Remark, ...]]:
    """The tab with nothing but the code in the rows of these codes, and a remark on each that held more."""
    heading = heading_of(grid, vocabulary(register, keeping))
    at = None if heading is None else heading.binding.fields.get("id")
    if heading is None or at is None:
        return grid, ()
    rows, found = list(grid.rows), []
    for number in range(heading.rows[-1] + 1, len(rows) + 1):
        row = rows[number - 1]
        code = fold_code(str(row[at]).strip()) if at < len(row) and isinstance(row[at], str) else None
        if code in purged and code is not None and any(_holds(cell) for place, cell in enumerate(row) if place != at):
            rows[number - 1] = tuple(cell if place == at else None for place, cell in enumerate(row))
            found.append(_remark(grid, register, code, (number, at)))
    return (replace(grid, rows=tuple(rows)), tuple(found)) if found else (grid, ())


def _holds(cell: Raw) -> bool:
    return cell not in (None, "")


def _remark(grid: Grid, register: Register[Any], code: str, spot: tuple[int, int]) -> Remark:
    number, at = spot
    heading = register.id_column.heading
    place = Place(register.key, code, number, heading, cell_name(number, at), grid.source, local_key=code)
    text = f"Данные {code} уничтожены, а строка в таблице заполнена. Сервис её не читает и не хранит."
    return Remark(CODE, FAULTS[CODE].severity, place, text, FAULTS[CODE].advice)


def all_without_purged(
    grids: Collection[Grid], register: Register[Any], keeping: Keeping, purged: Collection[str]
) -> tuple[tuple[Grid, ...], tuple[Remark, ...]]:
    """The same for several tabs."""
    if not purged:
        return tuple(grids), ()
    done = [without_purged(grid, register, keeping, purged) for grid in grids]
    return tuple(grid for grid, _ in done), tuple(one for _, remarks in done for one in remarks)
