"""Whether somebody has saved a register since it was last read: by times of change, or by one call a spreadsheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from config import apart
from config.imports import FOLDER
from sync.backends.folder import KINDS
from sync.backends.google import GoogleBackend
from sync.desk import Desk

GOOGLE_SECONDS = 60.0
"""Between two looks at the same spreadsheet: eight of them are eight of the sixty calls that Google allows a minute."""

Look = Mapping[str, str]
"""File or spreadsheet → what changes when it is saved."""


@dataclass
class Watch:
    """Compares what is seen with what was read: a change counts when two looks agree on it, nothing half-copied does.

    `read` is what was seen when the registers were read last; None — they have not been read by this process yet.
    """

    read: Look | None = None
    _last: Look | None = None

    def saved(self, now: Look) -> bool:
        """Somebody has saved something, and has finished doing so."""
        settled, self._last = now == self._last, now
        if self.read is None:
            return True
        return settled and now != self.read

    def is_read(self, now: Look) -> None:
        """What is seen now has been read."""
        self.read = self._last = now


def look_at_files(desk: Desk) -> Look:
    """The files in which staff type or which other systems put there, by size and time of change. Never raises."""
    folders = [desk.root / FOLDER, desk.root / apart.FOLDER, desk.root / "templates"]
    if desk.settings.storage.kind != "google":
        folders.insert(0, desk.registers)
    found: dict[str, str] = {}
    for folder in folders:
        found |= dict(_files(folder))
    return found


def look_at_reports(desk: Desk) -> Look:
    """Our own workbooks: staff answer in them. They change when we write, too."""
    return dict(_files(desk.reports, deep=False))


def look_at_google(desk: Desk) -> Look:
    """The digest of what stands in each spreadsheet: one read of its values, for its metadata do not tell of typing."""
    desk.google.forget()
    return GoogleBackend(desk.google, desk.settings).fingerprints()


def _files(folder: Path, *, deep: bool = True) -> Iterator[tuple[str, str]]:
    try:
        paths = sorted(folder.rglob("*") if deep else folder.iterdir())
    except OSError:
        yield str(folder), "unseen"
        return
    ours = folder / apart.DOCUMENTS
    for path in paths:
        if path.suffix.lower() in KINDS and not path.name.startswith((".", "~$")) and ours not in path.parents:
            yield str(path), _mark(path)


def _mark(path: Path) -> str:
    try:
        known = path.stat()
    except OSError:
        return "unseen"
    return f"{known.st_size} {known.st_mtime_ns}"
