"""An .xlsx or .xlsm as grids: rows from calamine in its own process, error cells and hidden lines from the XML."""

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.marked import marked_grid
from sync.backends.readers.marks import Marks
from sync.backends.readers.mended import without_macro_sheets
from sync.backends.readers.package import inspect, unpacked

MACROS = ("F06", "В файле есть макросы; они не выполняются.")


def read_xlsx(name: str, data: bytes, process: CalamineProcess) -> FileRead:
    """The workbook as grids. Raises RefusedFileError."""
    archive = unpacked(name, data)
    with process.reading(without_macro_sheets(name, archive, data)):
        package = inspect(name, archive)
    grids = tuple(marked_grid(name, sheet, package.marks.get(sheet.name, Marks())) for sheet in process.receive(name))
    return FileRead(name, "", grids, notes=(MACROS,) if package.has_macros else ())
