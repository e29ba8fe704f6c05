"""Our side of the process that opens workbooks: sends bytes, gathers rows, outlives its death."""

import marshal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

from config.columns import Raw
from sync.backends.readers.refusal import RefusedFileError
from validators.grid import Area

SECONDS, SECONDS_A_MEGABYTE = 8, 2
"""How long one workbook may be read, by the clock, by its size; the process itself limits its memory and its work."""

_CHILD = Path(__file__).with_name("child.py")
_CAUSES = {
    "password": ("password", "Файл «{}» закрыт паролем."),
    "damaged": ("damaged", "Файл «{}» повреждён: таблица в нём не открывается."),
    "large": ("too_large", "Файл «{}» не прочитан: в нём слишком много ячеек."),
    "died": ("too_large", "Файл «{}» не прочитан: чтение потребовало слишком много памяти или времени."),
}
_FAR_CELLS = "Удалите данные далеко справа и внизу листов, лишние листы и картинки, сохраните файл или разделите его."


@dataclass
class Sheet:
    """A worksheet as it arrives: rows from row 1, merged areas."""

    name: str
    merges: tuple[Area, ...] = ()
    rows: list[tuple[Raw, ...]] = field(default_factory=list)


class CalamineProcess:
    """A process that reads one workbook after another; started by the first, closed with the block."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self._child: subprocess.Popen[bytes] | None = None
        self._seconds: float = SECONDS

    @property
    def number(self) -> int | None:
        """By what the system knows the process; None when none runs."""
        return self._child.pid if self._child else None

    def __enter__(self) -> Self:
        """Gives itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the process."""
        self.close()

    def send(self, data: bytes) -> None:
        """Hands over a workbook; `receive` must follow. In between the process works and so may we."""
        if self._child is not None and self._child.poll() is not None:
            self.close()
        child = self._child = self._child or _start()
        assert child.stdin is not None  # noqa: S101  opened as a pipe
        self._seconds = SECONDS + SECONDS_A_MEGABYTE * len(data) / 1024**2
        try:
            with _alarm(child, self._seconds):
                child.stdin.write(len(data).to_bytes(8, "big"))
                child.stdin.write(data)
                child.stdin.flush()
        except OSError:
            return  # it died; receive will tell

    @contextmanager
    def reading(self, data: bytes) -> Iterator[None]:
        """The process reads the workbook while the block looks into it too; a failure of the block ends the process."""
        self.send(data)
        try:
            yield
        except BaseException:
            self.close()
            raise

    def receive(self, name: str) -> tuple[Sheet, ...]:
        """The worksheets of the workbook that was sent. Raises RefusedFileError."""
        sheets: list[Sheet] = []
        for message in self._messages():
            match message:
                case ("sheet", str(title), merges, int(left)):
                    sheets.append(Sheet(title, tuple(Area(*area) for area in merges)))
                    margin: tuple[Raw, ...] = (None,) * left
                case ("rows", int(height), columns):
                    sheets[-1].rows.extend(_rows(height, columns, margin))
                case ("end",):
                    return tuple(sheets)
                case ("refused", str(why), str(sheet)):
                    raise _refused(why, name, sheet)
        self.close()
        raise _refused("died", name)

    def close(self) -> None:
        """Ends the process; the next workbook starts a new one."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    _close(pipe)
            child.wait()

    def _messages(self) -> Iterator[Any]:  # Any: what marshal gives; matched by the caller
        child = self._child
        if child is None or child.stdout is None:
            return
        with _alarm(child, self._seconds):
            while len(head := child.stdout.read(8)) == 8:
                size = int.from_bytes(head, "big")
                frame = child.stdout.read(size)
                if len(frame) < size:
                    return
                yield marshal.loads(frame)  # noqa: S302  written by our own child process, of plain values only


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", str(_CHILD)]
    return subprocess.Popen(  # noqa: S603  our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=1 << 16
    )


@contextmanager
def _alarm(child: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    timer = Timer(seconds, child.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _rows(height: int, columns: list[list[Raw]], margin: tuple[Raw, ...]) -> Iterator[tuple[Raw, ...]]:
    if not columns:
        return iter(((),) * height)
    rows = zip(*columns, strict=True)
    return (margin + row if any(cell is not None for cell in row) else () for row in rows) if margin else rows


def _refused(why: str, name: str, sheet: str = "") -> RefusedFileError:
    cause, text = _CAUSES[why]
    if sheet:
        return RefusedFileError(cause, f"Файл «{name}» повреждён: лист «{sheet}» не читается.")
    return RefusedFileError(cause, text.format(name), _FAR_CELLS if cause == "too_large" else "")


def _close(pipe: Any) -> None:  # Any: either pipe
    try:
        pipe.close()
    except OSError:
        return  # bytes that the dead process will never read
