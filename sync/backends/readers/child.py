"""The process that opens workbooks with calamine, apart from ours: damage there ends this process, not the update.

Run as a script; imports nothing of the project. Frames both ways: eight bytes of length, then the bytes.
In: a whole workbook. Out: marshalled tuples `("sheet", name, merges, left)`, `("rows", columns)`, and last
`("end",)` or `("refused", why, sheet)` with why one of password, damaged, large and the sheet "" when it is the book.
"""

import gc
import marshal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

BLOCK = 2000
MOST_CELLS = 30_000_000
MEGABYTE = 1024**2
MEMORY, MEMORY_A_BYTE, MOST_MEMORY = 448 * MEGABYTE, 60, 3 * 1024 * MEGABYTE
CPU_SECONDS, CPU_SECONDS_A_MEGABYTE = 8, 2
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


@lru_cache(maxsize=50_000)
def moment(cell: datetime) -> int | float:
    """A date and time as its serial."""
    return number((cell - FIRST_MOMENT) / DAY)


@lru_cache(maxsize=50_000)
def day(cell: date) -> int:
    """A date as its serial."""
    return (cell - FIRST_DAY).days


PLAIN: dict[type, Callable[[Any], Cell]] = {  # Any: each function takes its own key
    str: lambda cell: cell or None,
    bool: lambda cell: "ИСТИНА" if cell else "ЛОЖЬ",
    int: lambda cell: cell,
    float: number,
    datetime: moment,
    date: day,
    time: clock,
    timedelta: lambda cell: number(cell / DAY),
}


def plain(cell: object) -> Cell:
    """One cell of calamine as text, number or None."""
    return PLAIN.get(type(cell), str)(cell)


def plain_column(cells: Sequence[Any]) -> Sequence[Cell]:
    """The cells of a column; a column of one type goes the fast way. Any: calamine's types."""
    kinds = set(map(type, cells))
    if kinds == {str}:
        return [cell or None for cell in cells] if "" in cells else cells
    if kinds == {float}:
        return [int(cell) if cell.is_integer() else cell for cell in cells]
    if kinds == {float, str}:
        return [cell or None if type(cell) is str else int(cell) if cell.is_integer() else cell for cell in cells]
    if kinds <= PLAIN.keys():
        return [PLAIN[type(cell)](cell) for cell in cells]
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


class SheetError(Exception):
    """A worksheet that does not open; the message is its title."""


def tell_book(out: BinaryIO, data: bytes) -> None:
    """Sends every worksheet; charts and macro sheets hold no table."""
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for index, known in enumerate(book.sheets_metadata):
            if known.typ == SheetTypeEnum.WorkSheet:
                tell_sheet(out, opened(book, index, known.name))


def opened(book: CalamineWorkbook, index: int, title: str) -> CalamineSheet:
    """One worksheet. Raises SheetError."""
    try:
        return book.get_sheet_by_index(index)
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise SheetError(title) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise SheetError(title) from error
        raise


def attempt(work: Callable[[], None]) -> tuple[str, str]:
    """Does the work; why it failed and on which sheet, or two empty texts."""
    try:
        work()
    except PasswordError:
        return "password", ""
    except MemoryError:
        return "large", ""
    except SheetError as error:
        return "damaged", str(error)
    except (CalamineError, ValueError, OSError, OverflowError):
        return "damaged", ""
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            return "damaged", ""
        raise
    return "", ""


def allow(size: int) -> None:
    """Memory and time for a file of so many bytes; one that asks for more is ended by the system, where it can."""
    if sys.platform != "win32":
        import resource

        limit(resource.RLIMIT_AS, min(MEMORY + MEMORY_A_BYTE * size, MOST_MEMORY))
        spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        limit(resource.RLIMIT_CPU, int(spent + CPU_SECONDS + CPU_SECONDS_A_MEGABYTE * size / MEGABYTE) + 1)


def limit(what: int, ours: int) -> None:
    """A soft limit, as far as the hard one of this machine lets us."""
    import resource

    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (ours if most == resource.RLIM_INFINITY else min(ours, most), most))


def main() -> None:
    """Answers until the input ends."""
    if sys.platform != "win32":
        import resource

        limit(resource.RLIMIT_CORE, 0)
    gc.disable()
    while head := sys.stdin.buffer.read(8):
        size = int.from_bytes(head, "big")
        allow(size)
        data = sys.stdin.buffer.read(size)
        why, sheet = attempt(lambda data=data: tell_book(sys.stdout.buffer, data))  # type: ignore[misc]  # bound at once
        tell(sys.stdout.buffer, ("refused", why, sheet) if why else ("end",))


if __name__ == "__main__":
    main()
