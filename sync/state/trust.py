"""Whether a history's file is what the program left: the look before SQLite sees it, and the one while it is in use."""

import time
from pathlib import Path

from config.errors import DamagedStateError
from sync.state.database import RESTORE, Database, damaged
from sync.state.seal import Seal, digest_of_file, digest_of_view, raw

_TRIES = 40
_A_MOMENT = 0.05
"""How often one looks at a file that somebody else is writing, and the seconds between two looks."""
_CHANGED = "повреждён или изменён мимо программы"


def refuse_lost(path: Path) -> None:
    """A history that was there is not begun anew: its journal or its seal is still here, and it is not."""
    left = path.with_name(f"{path.name}-wal").exists() or Seal(path).path.exists()
    if left and not path.exists():
        raise DamagedStateError(f"Файл истории «{path.name}» пропал.", advice=RESTORE)


def at_rest(path: Path, seal: Seal) -> str | None:
    """The digest of a file that nobody has open: SQLite never sees one that the seal does not know.

    None when there is no seal, or when a journal lies beside the file. Raises DamagedStateError when two looks see the
    same wrong thing: as long as they differ, somebody is writing.
    """
    _refuse_strange(path)
    seen: tuple[tuple[str, ...], str] | None = None
    for _ in range(_TRIES):
        digests = seal.read()
        digest = digest_of_file(path) if digests else None
        if digest is None or digest in digests:
            return digest
        if seen == (digests, digest):
            break
        seen = digests, digest
        time.sleep(_A_MOMENT)
    raise damaged(path.name, _CHANGED)


def digest_in_use(database: Database, seal: Seal) -> str | None:
    """The digest of a file with a journal beside it: somebody writes it, or was killed.

    None when he has broken the seal by now. Raises DamagedStateError when two looks see the same wrong thing.
    """
    seen: tuple[tuple[str, ...], str] | None = None
    for _ in range(_TRIES):
        before = seal.read()
        try:
            with database.asking() as connection:
                found = digest_of_view(raw(connection))
        except MemoryError:
            break
        after = seal.read()
        if not after:
            return None
        if found in before or found in after:
            return found
        if seen == (after, found):
            break
        seen = after, found
    raise damaged(database.name, _CHANGED)


def _refuse_strange(path: Path) -> None:
    with path.open("rb") as handle:
        if not handle.read(16).startswith(b"SQLite format 3"):
            raise damaged(path.name, "повреждён: он пуст или это другой файл")
