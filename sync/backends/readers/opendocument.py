"""An .ods as grids: rows from calamine in its own process; errors, merges and hidden lines from content.xml."""

import zipfile
from xml.parsers.expat import ExpatError

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.content import TooManyCellsError, Walk
from sync.backends.readers.marked import marked_grid
from sync.backends.readers.marks import Marks
from sync.backends.readers.mended import with_its_type
from sync.backends.readers.package import BROKEN, chunks_of, key_of, unpacked
from sync.backends.readers.refusal import RefusedFileError, damaged_part
from sync.backends.readers.xlsx import MACROS

_CONTENT = "content.xml"


def read_ods(name: str, data: bytes, process: CalamineProcess) -> FileRead:
    """The workbook as grids. Raises RefusedFileError."""
    with unpacked(name, data) as archive:
        marks = _inspect(name, archive)  # first: it bounds the repeats, which calamine lays out
        has_macros = any(key_of(part).startswith("basic/") for part in archive.namelist())
        process.send(with_its_type(name, archive, data))
    grids = tuple(marked_grid(name, sheet, marks.get(sheet.name, Marks())) for sheet in process.receive(name))
    return FileRead(name, "", grids, notes=(MACROS,) if has_macros else ())


def _inspect(name: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    walk = Walk()
    content = None
    for info in archive.infolist():
        feed = walk.feed if key_of(info.filename) == _CONTENT else _pass
        content = info.filename if feed is not _pass else content
        try:
            with archive.open(info) as part:
                for chunk in chunks_of(name, info.filename, part):  # type: ignore[arg-type]  # IO[bytes] is one
                    feed(chunk)
        except TooManyCellsError as error:
            raise RefusedFileError("too_large", f"Файл «{name}» не прочитан: в нём слишком много ячеек.") from error
        except (*BROKEN, ExpatError) as error:
            raise damaged_part(name, info.filename) from error
    if content is None:
        raise damaged_part(name, _CONTENT)
    try:
        walk.close()
    except ExpatError as error:
        raise damaged_part(name, content) from error
    return walk.tables


def _pass(_chunk: bytes) -> None:
    """A part that is read for its checksum only."""
