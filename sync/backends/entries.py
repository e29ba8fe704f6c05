"""The files of a folder: which of them are tables, which may not be followed, and their bytes."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sync.backends.readers.refusal import RefusedFileError

_TEMPORARY_STARTS = (".", "~")


@dataclass(frozen=True)
class Entry:
    """A file of the folder. `name` is its path inside with forward slashes; `refusal` says why not to open it."""

    path: Path
    name: str
    is_open_in_excel: bool = False
    refusal: RefusedFileError | None = None

    @property
    def suffix(self) -> str:
        """The end of the name, small letters."""
        return self.path.suffix.lower()


def entries(folder: Path, kinds: frozenset[str]) -> tuple[Entry, ...]:
    """The tables under the folder in the order of names; hidden and temporary files are passed over."""
    root = folder.resolve()
    return tuple(sorted(_walk(folder, folder, root, kinds), key=lambda entry: entry.name))


def contents(entry: Entry, limit_megabytes: float) -> bytes:
    """The bytes of the file, read once. Raises RefusedFileError with F04 or F05."""
    try:
        with entry.path.open("rb") as handle:
            before = os.fstat(handle.fileno())
            if before.st_size > limit_megabytes * 1024 * 1024:
                raise RefusedFileError(
                    "too_large",
                    f"Файл «{entry.name}» занимает {before.st_size / 1024**2:.3g} МБ,"
                    f" можно не больше {limit_megabytes:g} МБ.",
                )
            data = handle.read()
            after = entry.path.stat()
    except PermissionError as error:
        raise _not_now(entry.name, "доступ к нему закрыт") from error
    except OSError as error:
        raise _not_now(entry.name, "система его не отдаёт") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != before.st_size:
        raise _not_now(entry.name, "он меняется прямо сейчас")
    if not data.strip(b"\0"):
        raise RefusedFileError("empty", f"Файл «{entry.name}» пуст или скопирован не до конца.")
    return data


def _walk(folder: Path, top: Path, root: Path, kinds: frozenset[str]) -> Iterator[Entry]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield Entry(folder, _name(folder, top), refusal=_not_now(_name(folder, top), "эта папка не открывается"))
        return
    locked = {path.name.removeprefix("~$") for path in paths if path.name.startswith("~$")}
    for path in paths:
        if path.name.startswith(_TEMPORARY_STARTS):
            continue
        if path.is_symlink():
            yield from _linked(path, top, root, kinds)
        elif path.is_dir():
            yield from _walk(path, top, root, kinds)
        elif path.suffix.lower() in kinds:
            yield _entry(path, top, _is_locked(path.name, locked))


def _entry(path: Path, top: Path, is_open: bool) -> Entry:  # noqa: FBT001
    name = _name(path, top)
    try:
        regular = stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        regular = False
    return Entry(path, name, is_open, None if regular else _not_now(name, "это не обычный файл"))


def _linked(path: Path, top: Path, root: Path, kinds: frozenset[str]) -> Iterator[Entry]:
    """A link is never followed: what it names inside is read there, what it names outside is refused."""
    name = _name(path, top)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        if path.suffix.lower() in kinds:
            yield Entry(path, name, refusal=_not_now(name, "это ссылка, которая никуда не ведёт"))
        return
    if not target.is_relative_to(root) and (target.is_dir() or path.suffix.lower() in kinds):
        yield Entry(path, name, refusal=_link_outside(name))


def _is_locked(name: str, locked: set[str]) -> bool:
    """Excel's lock file is `~$` + name, the first two letters of a long name cut off."""
    return name in locked or name[2:] in locked


def _name(path: Path, top: Path) -> str:
    shown = os.fsencode(path.relative_to(top).as_posix()).decode("utf-8", "replace")
    return unicodedata.normalize("NFC", shown)


def _not_now(name: str, why: str) -> RefusedFileError:
    return RefusedFileError("unreadable", f"Файл «{name}» сейчас нельзя прочитать: {why}.")


def _link_outside(name: str) -> RefusedFileError:
    return RefusedFileError(
        "unreadable",
        f"Файл «{name}» не прочитан: это ссылка за пределы папки реестров.",
        "Положите в папку сам файл, а не ссылку на него.",
    )
