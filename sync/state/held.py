"""Which files of histories this process has open: nothing else here opens such a file.

SQLite's locks belong to the process, as POSIX has it: whoever opens and closes the file in another way takes them off,
and another process then believes that nobody uses it.
"""

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")

_GUARD = threading.Lock()
_OPEN: Counter[Path] = Counter()


def take(path: Path, look: Callable[[], Found]) -> Found | None:
    """Counts the file as open from now on. `look` may open it before; None when somebody here has it open already."""
    key = path.resolve()
    with _GUARD:
        found = None if _OPEN[key] else look()
        _OPEN[key] += 1
        return found


def give_back(path: Path) -> None:
    """One opening of the file is closed."""
    with _GUARD:
        _OPEN[path.resolve()] -= 1
