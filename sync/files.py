"""Files written so that a reader sees the old one or the new one, never a half."""

import hashlib
import os
from pathlib import Path

from config.errors import WriteError

ORPHAN_MARK = ".rpo-new"
"""The end of a temporary name: what is left under it by a killed update may be removed."""


def write_atomically(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Puts the bytes in place in one step: a temporary file beside, fsync, rename, fsync of the folder.

    A file under `path` keeps its old content until the rename. `mode` narrows the rights of the new file.
    Raises WriteError.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{ORPHAN_MARK}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(temporary, data, mode)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise WriteError(f"Не удалось записать файл «{path.name}»: {_reason(error)}.", advice=_advice(error)) from error
    finally:
        _discard(temporary)


def remove_orphans(folder: Path) -> int:
    """Removes what killed updates left half-written in the folder; the number of files removed."""
    orphans = [path for path in folder.glob(f".*{ORPHAN_MARK}") if path.is_file()]
    for orphan in orphans:
        _discard(orphan)
    return len(orphans)


def sha256_of(path: Path) -> str:
    """The sha256 of the file's bytes, as 64 hex digits. Raises OSError."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder outlive a loss of power; does nothing where folders can't be opened (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_through(path: Path, data: bytes, mode: int | None) -> None:
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666 if mode is None else mode
    )
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # what blocked the writing blocks this too; the next update removes it


def _reason(error: OSError) -> str:
    match error:
        case PermissionError():
            return "нет прав или файл открыт в другой программе"
        case IsADirectoryError():
            return "под этим именем уже есть папка"
        case NotADirectoryError() | FileExistsError():
            return "на месте папки лежит файл"
        case _:
            return _BY_NUMBER.get(error.errno or 0, os.strerror(error.errno) if error.errno else "отказ системы")


_BY_NUMBER = {
    28: "на диске нет места",
    30: "диск доступен только для чтения",
    36: "имя файла слишком длинное",
    122: "исчерпана квота на диске",
    5: "ошибка чтения или записи диска",
}


def _advice(error: OSError) -> str:
    if error.errno in {28, 122}:
        return "Освободите место на диске и повторите обновление: прежний файл остался цел."
    return "Закройте файл, проверьте права на папку и повторите обновление: прежний файл остался цел."
