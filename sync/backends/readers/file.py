"""Any file as grids: what it is decides its content, and a name that says otherwise is told."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.delimited import read_delimited
from sync.backends.readers.kinds import Kind, kind_of
from sync.backends.readers.opendocument import read_ods
from sync.backends.readers.refusal import RefusedFileError
from sync.backends.readers.xls import read_xls
from sync.backends.readers.xlsx import read_xlsx

ENDS: Mapping[Kind, frozenset[str]] = MappingProxyType(
    {
        Kind.XLSX: frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
        Kind.XLS: frozenset({".xls", ".xlt"}),
        Kind.ODS: frozenset({".ods", ".ots"}),
        Kind.TEXT: frozenset({".csv", ".tsv", ".tab", ".txt"}),
    }
)
"""The ends of names that go with a kind."""

_READERS: Mapping[Kind, Callable[[str, bytes, CalamineProcess], FileRead]] = MappingProxyType(
    {Kind.XLSX: read_xlsx, Kind.XLS: read_xls, Kind.ODS: read_ods}
)


def read_file(name: str, data: bytes, process: CalamineProcess | None = None) -> FileRead:
    """The file as grids, or its refusal as a value. Several files may share one process."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        kind = kind_of(name, data)
        file = _read(name, data, kind, process)
    except RefusedFileError as refusal:
        return refusal.as_read(name, digest)
    return replace(file, digest=digest, notes=(*_other_name(name, kind), *file.notes))


def _read(name: str, data: bytes, kind: Kind, process: CalamineProcess | None) -> FileRead:
    if kind is Kind.TEXT:
        return read_delimited(name, data)
    if process is not None:
        return _READERS[kind](name, data, process)
    with CalamineProcess() as own:
        return _READERS[kind](name, data, own)


def _other_name(name: str, kind: Kind) -> tuple[tuple[str, str], ...]:
    end = PurePath(name).suffix.lower()
    if end in ENDS[kind] or not any(end in ends for ends in ENDS.values()):
        return ()
    return (("F03", f"По содержанию это {kind.value}, а не «{end}», как в имени; файл прочитан."),)
