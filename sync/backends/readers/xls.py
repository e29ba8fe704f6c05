"""An .xls as grids: rows from calamine in its own process, error cells and hidden lines from the records."""

from itertools import zip_longest

from sync.backends.base import FileRead
from sync.backends.readers.biff import Book, BrokenBiffError, search
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.kinds import broken_ole
from sync.backends.readers.marked import marked_grid
from sync.backends.readers.marks import Marks
from sync.backends.readers.ole import BrokenOleError, open_ole
from sync.backends.readers.refusal import RefusedFileError
from sync.backends.readers.xlsx import MACROS


def read_xls(name: str, data: bytes, process: CalamineProcess) -> FileRead:
    """The workbook as grids. Raises RefusedFileError."""
    with process.reading(data):
        book = _book(name, data)
    sheets = process.receive(name)
    if len(sheets) != len(book.sheets):
        raise RefusedFileError(
            "damaged", f"Файл «{name}» повреждён: листов в нём {len(book.sheets)}, читается {len(sheets)}."
        )
    grids = tuple(marked_grid(name, sheet, marks or Marks()) for sheet, marks in zip_longest(sheets, book.sheets))
    return FileRead(name, "", grids, notes=(MACROS,) if book.has_macros else ())


def _book(name: str, data: bytes) -> Book:
    try:
        ole = open_ole(data)
        book = search(ole.stream("WORKBOOK" if "WORKBOOK" in ole.root else "BOOK"))
    except BrokenOleError as error:
        raise broken_ole(name, error) from error
    except BrokenBiffError as error:
        where = f"лист № {error.sheet} не читается до конца" if error.sheet else "книга не читается до конца"
        raise RefusedFileError("damaged", f"Файл «{name}» повреждён: {where}.") from error
    if book.has_password:
        raise RefusedFileError("password", f"Файл «{name}» закрыт паролем.")
    return book
