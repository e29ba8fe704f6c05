"""An .xlsx or .xlsm as grids: rows from calamine in its own process, error cells and hidden rows from the XML."""

import hashlib

from config.columns import CellError
from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess, Sheet
from sync.backends.readers.marks import Marks
from sync.backends.readers.package import inspect, refuse_by_first_bytes, unpacked
from sync.backends.readers.refusal import RefusedFileError
from validators.grid import Grid

MOST_PADDING = 20_000_000
"""Cells that may be laid out to reach the ones with errors."""

MACROS = ("F06", "В файле есть макросы; они не выполняются.")


def read_xlsx(name: str, data: bytes, process: CalamineProcess | None = None) -> FileRead:
    """The workbook as grids, or its refusal. Several workbooks may share one process."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        if process is not None:
            return _read(name, data, digest, process)
        with CalamineProcess() as own:
            return _read(name, data, digest, own)
    except RefusedFileError as refusal:
        return FileRead(name, digest, code=refusal.code, text=refusal.text, advice=refusal.advice)


def _read(name: str, data: bytes, digest: str, process: CalamineProcess) -> FileRead:
    refuse_by_first_bytes(name, data)
    archive = unpacked(name, data)
    process.send(data)
    try:
        package = inspect(name, archive)
    except RefusedFileError:
        process.close()
        raise
    grids = tuple(_grid(name, sheet, package.marks.get(sheet.name, Marks())) for sheet in process.receive(name))
    return FileRead(name, digest, grids, notes=(MACROS,) if package.has_macros else ())


def _grid(name: str, sheet: Sheet, marks: Marks) -> Grid:
    rows = sheet.rows
    if len({row for row, _ in marks.errors}) * max((column for _, column in marks.errors), default=0) > MOST_PADDING:
        raise RefusedFileError(
            "F04", f"Файл «{name}» не прочитан: на листе «{sheet.name}» слишком много ячеек с ошибками."
        )
    for (row, column), word in marks.errors.items():
        rows.extend(() for _ in range(row + 1 - len(rows)))
        cells = list(rows[row])
        cells.extend(None for _ in range(column + 1 - len(cells)))
        cells[column] = CellError(word)
        rows[row] = tuple(cells)
    return Grid(name, sheet.name, tuple(rows), sheet.merges, frozenset(marks.hidden_rows))
