"""Numbers that count days, weeks, months or years one after another along a row: they are names of columns."""

from collections.abc import Sequence

from config.columns import Raw

_LONG_ENOUGH = 4
"""Numbers in a row that make a series."""
_STEPS = frozenset({1, 7, 28, 29, 30, 31, 91, 92})
"""Days between one date and the next; years and numbers go by one."""


_FIRST_YEAR = 1900
"""Years and the serials of dates begin here."""


def names_by_number(row: Sequence[Raw], below: Sequence[Raw]) -> frozenset[int]:
    """The columns (0-based) that a row names by a series from one, of years or of dates; none that `below` goes on."""
    goes_on = {at for run in _runs(below) for at in run}
    runs = (run for run in _runs(row) if row[run[0]] == 1 or _is_year_or_date(row[run[0]]))
    return frozenset(at for run in runs for at in run) - goes_on


def _is_year_or_date(cell: Raw) -> bool:
    return isinstance(cell, int) and cell >= _FIRST_YEAR


def _runs(row: Sequence[Raw]) -> list[list[int]]:
    found: list[list[int]] = []
    run: list[int] = []
    for at, cell in enumerate((*row, None)):
        if run and not _follows(row[run[-1]], cell):
            found += [run] if len(run) >= _LONG_ENOUGH else []
            run = []
        if isinstance(cell, int):
            run.append(at)
    return found


def _follows(last: Raw, cell: Raw) -> bool:
    return isinstance(last, int) and isinstance(cell, int) and cell - last in _STEPS
