"""Registers kept as files in a folder: read whole, each once, never opened for writing."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from config.settings import Settings
from sync.backends.base import FileRead, Progress, UnreachableError, unheard
from sync.backends.entries import Entry, contents, entries
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from sync.backends.readers.refusal import RefusedFileError

OPEN_IN_EXCEL = ("F05", "Файл открыт в Excel; прочитано сохранённое.")
KINDS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots", ".csv", ".tsv"}
    | {".xlsb", ".fods", ".xml", ".numbers"}
)
"""Ends of names that mean a table, the last four of kinds that are not read; other files in the folder are not ours."""


class FolderBackend:
    """The workbooks under one folder, sub-folders too."""

    def __init__(self, folder: Path, settings: Settings, ours: str = "") -> None:
        """`folder` holds the registers; `ours` is a folder inside it that the service itself fills, passed over."""
        self._folder = folder
        self._ours = f"{ours}/" if ours else ""
        self._limit = settings.limits.file_megabytes

    def fingerprints(self) -> Mapping[str, str]:
        """File → sha256 of its bytes, or "!" and the code of the refusal. Raises UnreachableError."""
        found = {}
        for entry in self._entries():
            try:
                found[entry.name] = hashlib.sha256(self._data(entry)).hexdigest()
            except RefusedFileError as refusal:
                found[entry.name] = f"!{refusal.code} {refusal.text}"
        return found

    def read(self, progress: Progress = unheard) -> tuple[FileRead, ...]:
        """Every workbook of the folder in the order of names. Raises UnreachableError."""
        files = []
        with CalamineProcess() as process:
            for entry in self._entries():
                progress(entry.name)
                files.append(self._read(entry, process))
        return tuple(files)

    def _entries(self) -> tuple[Entry, ...]:
        try:
            is_there = self._folder.is_dir()
        except PermissionError as error:
            raise UnreachableError(
                f"Папка с реестрами «{self._folder.name}» закрыта для этого пользователя.",
                advice="Дайте ему право читать папку и всё, что над ней.",
            ) from error
        if not is_there:
            raise UnreachableError(
                f"Папки с реестрами «{self._folder.name}» нет на месте.",
                advice="Проверьте, подключён ли диск, и верните папку или укажите её в [storage] folder.",
            )
        found = entries(self._folder, KINDS)
        return tuple(one for one in found if not (self._ours and one.name.startswith(self._ours)))

    def _data(self, entry: Entry) -> bytes:
        if entry.refusal is not None:
            raise entry.refusal
        return contents(entry, self._limit)

    def _read(self, entry: Entry, process: CalamineProcess) -> FileRead:
        try:
            data = self._data(entry)
        except RefusedFileError as refusal:
            return refusal.as_read(entry.name, "")
        file = read_file(entry.name, data, process)
        if entry.is_open_in_excel and file.code is None:
            return replace(file, notes=(*file.notes, OPEN_IN_EXCEL))
        return file
