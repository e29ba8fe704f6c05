"""Copies of the history's file beside it: whole, sealed, named by their time, the old ones thrown away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from sync.files import remove_file, write_atomically
from sync.state.seal import Seal, digest_of_view, raw
from sync.steps import step

FOLDER = "backups"
KEPT_DAYS = 14
"""Of so many days the last copy of each is kept: what is erased by law is gone from the copies, too, by then."""

_NAME = re.compile(r"rpo-(\d{4}-\d{2}-\d{2})-\d{6}\.sqlite")
_BESIDE = re.compile(r"(\.seal|-wal|-shm)$")
_BEFORE = re.compile(r"rpo-v(\d+)\.sqlite")


@dataclass(frozen=True)
class Kept:
    """A copy of the history: its file, and the day that its name tells."""

    path: Path
    day: str


def put_copy(connection: Connection, target: Path) -> None:
    """Writes the database as the connection sees it, byte for byte, with a seal of its own. Raises WriteError."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    seal = Seal(target)
    seal.write(digest_of_view(raw(connection)))
    with step("state.copy", target.name):
        write_atomically(target, raw(connection).serialize(), mode=0o600)


def keep_before_migration(connection: Connection, database: Path, version: int) -> Path:
    """Keeps the history as an older version of the program has left it; gives the copy. Raises WriteError."""
    target = database.parent / FOLDER / f"rpo-v{version}.sqlite"
    put_copy(connection, target)
    return target


def name_of(moment: datetime) -> str:
    """The name of a copy that was made at the moment."""
    return f"rpo-{moment:%Y-%m-%d-%H%M%S}.sqlite"


def kept_in(folder: Path) -> tuple[Kept, ...]:
    """The copies in a folder that were made by hand or by the schedule, the oldest first."""
    found = [(path, _NAME.fullmatch(path.name)) for path in sorted(folder.glob("rpo-*.sqlite"))]
    return tuple(Kept(path, name[1]) for path, name in found if name is not None)


def rotate(folder: Path, today: datetime) -> tuple[Path, ...]:
    """Throws away all copies of a day but the last, those of older days, and of old versions; gives what is gone.

    What lies beside a copy goes with it; a seal, too, whose copy was never put because the program was killed.
    """
    kept = kept_in(folder)
    days = sorted({one.day for one in kept})[-KEPT_DAYS:]
    last = {one.day: one.path for one in kept}
    gone = [one.path for one in kept if one.day not in days or last[one.day] != one.path]
    gone += _old_versions(folder, today)
    for path in gone:
        remove_file(path)
    for beside in sorted(folder.glob("rpo-*.sqlite?*")):
        if not beside.with_name(_BESIDE.sub("", beside.name)).exists():
            remove_file(beside)
    return tuple(gone)


def _old_versions(folder: Path, today: datetime) -> Sequence[Path]:
    found = (path for path in sorted(folder.glob("rpo-v*.sqlite")) if _BEFORE.fullmatch(path.name))
    return [path for path in found if (today.timestamp() - path.stat().st_mtime) > KEPT_DAYS * 24 * 3600]
