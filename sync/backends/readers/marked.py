"""Rows and marks put together into a grid: the same for every kind of workbook."""

from collections.abc import Iterable

from config.columns import CellError, Raw
from sync.backends.readers.calamine import Sheet
from sync.backends.readers.marks import Marks
from sync.backends.readers.refusal import RefusedFileError
from validators.grid import Area, Grid

MOST_PADDING = 20_000_000
"""Cells that may be laid out to reach the ones with errors."""


def marked_grid(name: str, sheet: Sheet, marks: Marks) -> Grid:
    """The grid of a sheet: its error cells in their places, nothing under merged cells but the first."""
    rows = sheet.rows
    if len({row for row, _ in marks.errors}) * max((column for _, column in marks.errors), default=0) > MOST_PADDING:
        raise RefusedFileError(
            "too_large", f"Файл «{name}» не прочитан: на листе «{sheet.name}» слишком много ячеек с ошибками."
        )
    for (row, column), word in marks.errors.items():
        rows.extend(() for _ in range(row + 1 - len(rows)))
        cells = list(rows[row])
        cells.extend(None for _ in range(column + 1 - len(cells)))
        cells[column] = CellError(word)
        rows[row] = tuple(cells)
    merges = tuple(sheet.merges or marks.merges)
    _uncover(rows, merges)
    width = max(map(len, rows), default=0)
    return Grid(
        name,
        sheet.name,
        tuple(rows),
        merges,
        frozenset(row for row in marks.hidden_rows if row <= len(rows)),
        frozenset(column for column in marks.hidden_columns if column <= width),
    )


def _uncover(rows: list[tuple[Raw, ...]], merges: Iterable[Area]) -> None:
    """A merged area shows its first cell only; what programs leave under it is not there for people."""
    for area in merges:
        for index in range(area.top - 1, min(area.bottom, len(rows))):
            row = rows[index]
            first = area.left if index == area.top - 1 else area.left - 1
            if any(cell is not None for cell in row[first : area.right]):
                kept = row[:first], (None,) * (min(area.right, len(row)) - first), row[area.right :]
                rows[index] = sum(kept, ())
