"""Any file as grids: the reader is chosen by what is inside, not by the name."""

import hashlib
from dataclasses import replace
from pathlib import PurePosixPath

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.delimited import read_delimited
from sync.backends.readers.package import OLE, ZIP
from sync.backends.readers.refusal import RefusedFileError
from sync.backends.readers.xlsx import read_xlsx
from validators.grid import Grid

_WHY = {"F01": "password", "F02": "damaged", "F03": "not_a_workbook", "F04": "too_large", "F05": "unreadable"}


def read_file(name: str, data: bytes, process: CalamineProcess | None = None) -> FileRead:
    """The file as grids, or its refusal with a code, a reason for programs and words for people."""
    if data.startswith(ZIP):
        file = read_xlsx(name, data, process)
    elif data.startswith(OLE):
        file = _old(name, data, process)
    else:
        file = read_delimited(name, data)
    return replace(file, refused=_WHY[file.code]) if file.code else file


def _old(name: str, data: bytes, process: CalamineProcess | None) -> FileRead:
    if process is None:
        with CalamineProcess() as own:
            return _old(name, data, own)
    digest = hashlib.sha256(data).hexdigest()
    try:
        process.send(data)
        sheets = process.receive(PurePosixPath(name).name)
    except RefusedFileError as refusal:
        return FileRead(name, digest, code=refusal.code, text=refusal.text, advice=refusal.advice)
    return FileRead(name, digest, tuple(Grid(name, one.name, tuple(one.rows), one.merges) for one in sheets))
