"""Files written so that a reader sees the old one or the new one, never a half."""

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from config.errors import WriteError
from sync.steps import step

ORPHAN_MARK = ".rpo-new"
"""The end of a temporary name: what is left under it by a killed update may be removed."""

_A_DAY = 24 * 3600
_GUARD = threading.Lock()
_BEING_WRITTEN: set[Path] = set()
"""Temporary files of this very process: another thread of it may be sweeping meanwhile."""


def write_atomically(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Puts the bytes in place in one step: a temporary file beside, fsync, rename, fsync of the folder.

    A file under `path` keeps its old content until the rename. `mode` narrows the rights of the new file.
    Raises WriteError.
    """
    move_in(written_beside(path, data, mode=mode), path)


def written_beside(path: Path, data: bytes, *, mode: int | None = None) -> Path:
    """Writes the bytes through to the disk under a temporary name beside `path`; gives that name. Raises WriteError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}{ORPHAN_MARK}")
    with _GUARD:
        _BEING_WRITTEN.add(temporary.absolute())
    try:
        with step("file.write", path.name):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_through(temporary, data, mode)
    except OSError as error:
        discard(temporary)
        raise _trouble(path, error) from error
    except BaseException:
        discard(temporary)
        raise
    return temporary


def move_in(temporary: Path, path: Path) -> None:
    """Puts what was written beside in the place of `path`, whole and at once. Raises WriteError."""
    _put(temporary, path, Path.replace)


def move_in_first(temporary: Path, path: Path) -> None:
    """The same, but a file that lies there by now stays, and the other is thrown away. Raises WriteError."""
    _put(temporary, path, _put_where_nothing_is)


def _put(temporary: Path, path: Path, put: Callable[[Path, Path], object]) -> None:
    try:
        with step("file.rename", path.name):
            put(temporary, path)
        with step("file.sync_folder", path.name):
            sync_folder(path.parent)
    except OSError as error:
        raise _trouble(path, error) from error
    finally:
        discard(temporary)


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # a disk that knows no second name of a file
        temporary.replace(path)


def remove_file(path: Path) -> None:
    """Takes the file away; nothing happens when it is not there. Raises WriteError."""
    try:
        with step("file.remove", path.name):
            path.unlink(missing_ok=True)
    except OSError as error:
        words = f"Не удалось убрать файл «{path.name}»: {_reason(error)}."
        raise WriteError(words, advice="Закройте файл, проверьте права на папку и повторите команду.") from error


def remove_folder(path: Path) -> None:
    """Takes the folder away with all that is in it; nothing happens when it is not there. Raises WriteError."""
    try:
        with step("folder.remove", path.name):
            shutil.rmtree(path)
    except FileNotFoundError:
        return
    except OSError as error:
        words = f"Не удалось убрать папку «{path.name}»: {_reason(error)}."
        raise WriteError(words, advice="Закройте файлы этой папки, проверьте права и повторите команду.") from error


def remove_orphans(folder: Path, *, deep: bool = False) -> int:
    """Removes what killed processes left half-written in the folder (`deep`: and below it); how much was found.

    What belongs to a process that is still at work stays; so does what the disk does not give up now.
    """
    pattern = f".*{ORPHAN_MARK}*"
    found = folder.rglob(pattern) if deep else folder.glob(pattern)
    orphans = [path for path in found if not _is_at_work(path)]
    for orphan in orphans:
        with suppress(OSError), step("file.sweep", orphan.parent.name):
            if orphan.is_dir() and not orphan.is_symlink():
                shutil.rmtree(orphan, ignore_errors=True)
            else:
                discard(orphan)
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


def discard(path: Path) -> None:
    """Removes a temporary file; what blocked its writing blocks this too, then the next update removes it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
    with _GUARD:
        _BEING_WRITTEN.discard(path.absolute())


def _is_at_work(path: Path) -> bool:
    """The process that writes it lives: its number stands in the name. Windows can't be asked harmlessly."""
    number = path.name.partition(ORPHAN_MARK)[0].rpartition(".")[2]
    if not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return path.absolute() in _BEING_WRITTEN
    if os.name == "nt":
        return time.time() - path.stat().st_mtime < _A_DAY
    try:
        os.kill(int(number), 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _trouble(path: Path, error: OSError) -> WriteError:
    return WriteError(f"Не удалось записать файл «{path.name}»: {_reason(error)}.", advice=_advice(error))


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
