"""One update of an office at a time: a lock that the system frees even when the process is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from config.errors import BusyError, StateError

LOCK_FILE = "rpo.lock"


@contextmanager
def only_one(folder: Path, name: str = LOCK_FILE) -> Iterator[None]:
    """Holds the lock of the office whose state lies in `folder`. Raises BusyError at once when another run holds it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(folder / name, timeout=0, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise BusyError(
            "Этот офис сейчас обновляется другим запуском.", advice="Дождитесь его конца и повторите команду."
        ) from error
    except OSError as error:
        raise StateError(
            f"Папка истории «{folder.name}» недоступна для записи.",
            advice="Проверьте права на папку и свободное место на диске.",
        ) from error
    try:
        yield
    finally:
        lock.release()
