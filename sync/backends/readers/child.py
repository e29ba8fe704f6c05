"""The process that opens workbooks with calamine, apart from ours: damage there ends this process, not the update.

Run as a script; imports nothing of the project. Frames both ways: eight bytes of length, then the bytes.
In: a whole workbook. Out: marshalled tuples `("sheet", name, merges, left)`, `("rows", columns)`, and last
`("end",)` or `("refused", why)` with why one of password, damaged, large.
"""

import gc
import marshal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

BLOCK = 2000
MOST_CELLS = 30_000_000
MEMORY = 3 * 1024**3
DAY = timedelta(days=1)
FIRST_DAY = date(1899, 12, 30)
FIRST_MOMENT = datetime(1899, 12, 30)  # noqa: DTZ001  a cell knows no time zone
Cell = str | int | float | None


def number(cell: float) -> int | float:
    """12.0 reads 12."""
    return int(cell) if cell.is_integer() else cell


def clock(cell: time) -> int | float:
    """The time of day as a fraction of it."""
    return number((datetime.combine(FIRST_DAY, cell) - FIRST_MOMENT) / DAY)


PLAIN: dict[type, Callable[[Any], Cell]] = {  # Any: each function takes its own key
    str: lambda cell: cell or None,
    bool: lambda cell: "ИСТИНА" if cell else "ЛОЖЬ",
    int: lambda cell: cell,
    float: number,
    datetime: lambda cell: number((cell - FIRST_MOMENT) / DAY),
    date: lambda cell: (cell - FIRST_DAY).days,
    time: clock,
    timedelta: lambda cell: number(cell / DAY),
}


def plain(cell: object) -> Cell:
    """One cell of calamine as text, number or None."""
    return PLAIN.get(type(cell), str)(cell)


def plain_column(cells: Sequence[Any]) -> list[Cell]:
    """The cells of a column; a column of one type goes the fast way. Any: calamine's types."""
    kinds = set(map(type, cells))
    if kinds == {str}:
        return [cell or None for cell in cells]
    if kinds == {float}:
        return [int(cell) if cell.is_integer() else cell for cell in cells]
    return list(map(plain, cells))


def tell(out: BinaryIO, message: tuple[Any, ...]) -> None:
    """Sends one frame. Any: what marshal takes."""
    frame = marshal.dumps(message, 2)
    out.write(len(frame).to_bytes(8, "big"))
    out.write(frame)
    out.flush()


def tell_sheet(out: BinaryIO, sheet: CalamineSheet) -> None:
    """Sends a sheet in blocks of rows, each block as columns from the first used one."""
    merges = [
        (top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    if sheet.height * sheet.width > MOST_CELLS:
        raise MemoryError
    left = sheet.start[1] if sheet.start else 0
    tell(out, ("sheet", sheet.name, merges, left))
    rows: Iterable[list[object]] = iter(sheet.iter_rows())  # type: ignore[assignment]  # lists are invariant
    while block := list(islice(rows, BLOCK)):
        tell(out, ("rows", len(block), [plain_column(column) for column in zip(*block, strict=True)]))


def tell_book(out: BinaryIO, data: bytes) -> None:
    """Sends every worksheet; charts and macro sheets hold no table."""
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for index, known in enumerate(book.sheets_metadata):
            if known.typ == SheetTypeEnum.WorkSheet:
                tell_sheet(out, book.get_sheet_by_index(index))


def attempt(work: Callable[[], None]) -> str:
    """Does the work; why it failed, or an empty text."""
    try:
        work()
    except PasswordError:
        return "password"
    except MemoryError:
        return "large"
    except (CalamineError, ValueError, OSError, OverflowError):
        return "damaged"
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            return "damaged"
        raise
    return ""


def limit_memory() -> None:
    """A file that asks for more is refused by the system, where the system can."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        ours = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (ours, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answers until the input ends."""
    limit_memory()
    gc.disable()
    while head := sys.stdin.buffer.read(8):
        data = sys.stdin.buffer.read(int.from_bytes(head, "big"))
        why = attempt(lambda data=data: tell_book(sys.stdout.buffer, data))  # type: ignore[misc]  # bound at once
        tell(sys.stdout.buffer, ("refused", why) if why else ("end",))


if __name__ == "__main__":
    main()
