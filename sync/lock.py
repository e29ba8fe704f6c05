"""One update of an office at a time, and one service: locks that the system frees even when the process is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from config.errors import BusyError, StateError

LOCK_FILE = "rpo.lock"
SERVICE_FILE = "service.lock"


@contextmanager
def only_one(folder: Path, name: str = LOCK_FILE) -> Iterator[None]:
    """Holds the lock of the office whose state lies in `folder`. Raises BusyError at once when another run holds it."""
    with _held(
        folder / name,
        BusyError("Этот офис сейчас обновляется другим запуском.", advice="Дождитесь его конца и повторите команду."),
    ):
        yield


@contextmanager
def only_service(folder: Path) -> Iterator[None]:
    """Holds the lock of the service of the office. Raises BusyError at once when another service is at work here."""
    with _held(
        folder / SERVICE_FILE,
        BusyError("Служба этого офиса на этой машине уже работает.", advice="Что она делает, показывает rpo status."),
    ):
        yield


def is_served(folder: Path) -> bool:
    """A service of the office is at work on this machine."""
    lock = FileLock(folder / SERVICE_FILE, timeout=0, mode=0o600)
    if not (folder / SERVICE_FILE).exists():
        return False
    try:
        lock.acquire()
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


@contextmanager
def _held(path: Path, busy: BusyError) -> Iterator[None]:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(path, timeout=0, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise busy from error
    except OSError as error:
        raise StateError(
            f"Папка истории «{path.parent.name}» недоступна для записи.",
            advice="Проверьте права на папку и свободное место на диске.",
        ) from error
    try:
        yield
    finally:
        lock.release()
