"""The rows under a register's heading told apart: data, blank rows, and all that is neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from config.cells.text import tidy
from config.codes import CODE, fold_code
from config.columns import Raw
from validators.framing.body import body_under
from validators.framing.flatten import Label
from validators.framing.kinds_of_row import BLANK, NOTE, SECOND_TABLE, Ground
from validators.framing.rows import begins_another
from validators.framing.sheet import sheet_of
from validators.framing.suspects import suspects
from validators.grid import Grid

Columns = tuple[tuple[Raw, ...], ...]
"""Cells by column, all of one length."""


@dataclass(frozen=True)
class Body:
    """The rows of a grid from row `first` (1-based) on, and the same cells by column.

    `code_at` — the column of codes (None when the register has none of its own), `asked` — the other bound columns,
    `labels` — the words of the heading over each column.
    """

    grid: Grid
    first: int
    columns: Columns
    code_at: int | None
    asked: frozenset[int]
    labels: tuple[Label, ...]

    @cached_property
    def rows(self) -> Sequence[tuple[Raw, ...]]:
        """The rows; an index here is the row's number less `first`."""
        return self.grid.rows[self.first - 1 :]

    @cached_property
    def ground(self) -> Ground:
        """What a doubtful row is judged against."""
        found = body_under(sheet_of(self.grid), self.first - 1)
        named = {at for at, label in enumerate(self.labels) if label}
        bound = self.asked if self.code_at is None else self.asked | {self.code_at}
        return Ground(self.labels, tuple(sorted(bound | named)), found.columns if found else {})


@dataclass(frozen=True)
class Sorted:
    """Indexes of the rows of a body, in order: those with data, those left out and why, the blank ones between."""

    data: Sequence[int]
    left_out: tuple[tuple[int, str], ...]
    gaps: tuple[int, ...]


def by_column(rows: Sequence[tuple[Raw, ...]], width: int) -> Columns:
    """The rows turned: `width` columns, short rows ending in empty cells."""
    if not set(map(len, rows)) <= {width}:
        rows = [row + (None,) * (width - len(row)) for row in rows]
    cells = tuple(chain.from_iterable(rows))
    return tuple(cells[at::width] for at in range(width))


def sort_rows(body: Body) -> Sorted:
    """Tells the rows apart. Only a row without a code, or blank but for its code, wants a look of its own."""
    blank = _blank(body)
    end = len(body.rows)
    left_out: dict[int, str] = {}
    gaps: list[int] = []
    for index in sorted(blank.union(_uncoded(body))):
        if index in blank:
            if not any(body.rows[index]):
                gaps.append(index)
            elif not _holds_only_its_code(body, index):
                left_out |= _kept_apart(body, index)
            continue
        why = _not_data(body, index, after_gap=gaps[-1:] == [index - 1])
        if why == SECOND_TABLE:
            left_out |= {at: why for at in range(index, end) if any(body.rows[at])}
            end = gaps.pop()
            break
        if why:
            left_out[index] = why
    return _sorted(end, blank | left_out.keys(), left_out, gaps)


def _sorted(end: int, others: set[int], left_out: dict[int, str], gaps: Iterable[int]) -> Sorted:
    data = [index for index in range(end) if index not in others] if others else range(end)
    last = data[-1] if data else -1
    return Sorted(data, tuple(left_out.items()), tuple(gap for gap in gaps if gap < last))


def _blank(body: Body) -> set[int]:
    """Rows in which no bound column holds anything, the code aside."""
    suspects: Sequence[int] = range(len(body.rows))
    for at in sorted(body.asked):
        column = body.columns[at]
        suspects = [index for index in suspects if column[index] is None or column[index] == ""]
    return set(suspects)


def _uncoded(body: Body) -> Iterable[int]:
    """Rows that can not be known for data by their code."""
    if body.code_at is None:
        return suspects(body.columns, body.ground)
    is_code = CODE.fullmatch
    return [
        index
        for index, code in enumerate(body.columns[body.code_at])
        if not isinstance(code, str) or not (is_code(code) or fold_code(code))
    ]


def _holds_only_its_code(body: Body, index: int) -> bool:
    return body.code_at is not None and _holds_code(body.columns[body.code_at][index])


def _kept_apart(body: Body, index: int) -> dict[int, str]:
    """A row that fills none of our columns is named only when it is plainly a total, a section or a heading."""
    why = body.ground.why_not(body.rows[index])
    return {index: why} if why not in (None, BLANK) else {}


def _not_data(body: Body, index: int, *, after_gap: bool) -> str | None:
    row = body.rows[index]
    why = body.ground.why_not(row)
    if why:
        return why
    if after_gap and (_is_stray(body, index) or begins_another(body.grid, body.first + index, body.ground)):
        return SECOND_TABLE
    return NOTE if body.ground.is_note(row) else None


def _is_stray(body: Body, index: int) -> bool:
    """Words in place of a code, and little else in the row."""
    code = None if body.code_at is None else body.columns[body.code_at][index]
    cells = sum(cell not in (None, "") for cell in body.rows[index])
    return code not in (None, "") and not _holds_code(code) and cells <= max(3, len(body.asked) // 2)


def _holds_code(code: Raw) -> bool:
    return isinstance(code, str) and fold_code(tidy(code)) is not None
