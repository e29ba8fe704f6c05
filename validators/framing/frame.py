"""The table of a raw tab, found without knowing what it holds: its frame, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from validators.framing.evidence import Evidence
from validators.framing.flatten import Label, joined
from validators.framing.heading import WEAK, best_heading
from validators.framing.kinds_of_row import BLANK, NUMBER_ROW, Ground
from validators.framing.no_table import NoTable, told_apart, why_no_table
from validators.framing.rows import sort_rows
from validators.framing.sheet import Sheet, sheet_of
from validators.grid import Grid

SIDE = 2.2
"""Evidence over which a tab is not looked at by its parts."""


@dataclass(frozen=True)
class Frame:
    """A table inside a tab. Row numbers are 1-based, columns 0-based.

    `labels` — the words over each column of the tab; `columns` — the columns of this table; `rows` — the rows of data;
    `left_out` — (row, why) of rows in between and below that are not data; `beside` — the first column of what stands
    apart on the right, if anything does.
    """

    heading_rows: tuple[int, ...]
    labels: tuple[Label, ...]
    number_row: int | None
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    score: float
    beside: int | None = None

    @property
    def first_row(self) -> int:
        """Where the body begins: the first row under the heading and its column numbers, be it a total or a section."""
        begun = [row for row, why in self.left_out if why not in {BLANK, NUMBER_ROW}]
        return min([*self.rows[:1], *begun], default=self.heading_rows[-1] + 1)

    @property
    def is_doubtful(self) -> bool:
        """Little speaks for the heading: a person should look."""
        return self.score < SIDE

    @property
    def headings(self) -> tuple[str, ...]:
        """One flat text a column: «2026 / План»; empty where there is none."""
        return tuple(map(joined, self.labels))


def find(grid: Grid) -> Frame | NoTable:
    """The table of a tab, or why there is none. Never raises."""
    sheet = sheet_of(grid)
    apart = told_apart(sheet)
    if apart is not None:
        return apart
    found, start = _best(grid, sheet)
    if found is None:
        return why_no_table(sheet)
    return _framed(grid, found, start)


def _framed(grid: Grid, found: Evidence, start: int) -> Frame:
    labels = ((),) * start + found.labels
    labels = labels + ((),) * (grid.width - len(labels))
    used = sorted({*(at + start for at in found.body.columns), *(at for at, label in enumerate(labels) if label)})
    columns, beside = _main_block(used, labels)
    number_row = found.body.number_row
    profiles = {at + start: profile for at, profile in found.body.columns.items()}
    rows, left_out = sort_rows(grid, (number_row or found.bottom) + 1, Ground(labels, columns, profiles))
    left = (*((row, NUMBER_ROW) for row in (number_row,) if row), *left_out)
    return Frame(
        tuple(range(found.top, found.bottom + 1)), labels, number_row, columns, rows, left, found.score, beside
    )


def _best(grid: Grid, sheet: Sheet) -> tuple[Evidence | None, int]:
    """The best heading of the whole tab, or of the first part between empty columns where one stands out far better."""
    whole = _believed(best_heading(sheet))
    if whole is not None and whole.score > SIDE:
        return whole, 0
    for part in _parts(sheet):
        found = _believed(best_heading(sheet_of(grid, part)))
        if found is not None and found.score > (whole.score + 0.8 if whole else SIDE):
            return found, part.start
    return whole, 0


def _believed(found: Evidence | None) -> Evidence | None:
    return found if found is not None and found.score >= WEAK and found.is_believable else None


def _parts(sheet: Sheet) -> list[range]:
    """Runs of at least two columns between columns in which nothing stands; none when there is only one run."""
    used = sorted({at for row in range(1, sheet.height + 1) for at in sheet.filled(row)})
    runs: list[list[int]] = []
    for at in used:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    parts = [range(run[0], run[-1] + 1) for run in runs if len(run) > 1]
    return parts if len(runs) > 1 else []


def _main_block(used: Sequence[int], labels: Sequence[Label]) -> tuple[tuple[int, ...], int | None]:
    """The columns of the table, without what stands apart on the right under no word of the heading."""
    last = max((at for at in used if labels[at]), default=used[-1])
    apart = [at for at in used if at > last + 1]
    return tuple(at for at in used if at not in apart), min(apart, default=None)
