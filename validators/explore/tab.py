"""One tab explored: where its table is, what it resembles, how its columns map, what a person will have to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from config.columns import Raw
from config.register import Register
from config.section import Scalar
from validators.explore.causes import causes_of, first
from validators.explore.draft import Draft, draft
from validators.explore.facts import facts
from validators.explore.looks import is_row_number, main_share
from validators.explore.matching import Strand
from validators.explore.resemblance import THRESHOLD, Resemblance, Signs, resemblances, sample, with_note
from validators.explore.scan import scan
from validators.explore.spread import as_whole_records
from validators.explore.targets import Target, filled, share
from validators.framing.frame import Frame, find
from validators.framing.no_table import HEADING_ONLY, NoTable, no_table
from validators.grid import Grid, cell_name
from validators.merged import fill_merged
from validators.parse import parse
from validators.remark import Remark
from validators.words import unquoted

MOST_PROBLEMS = 20
_LOOKED_AT = 150
_COUNTED = 5000


@dataclass(frozen=True)
class Wish:
    """What a person said beforehand: the register, and values that hold for all rows."""

    register: Register[Any] | None = None  # Any: a register of any record
    constants: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapped:
    """A column of the table: the cell of its heading, the column of ours that it is taken for, the share that reads."""

    cell: str
    heading: str
    target: Target | None
    parses: float
    filled: int


@dataclass(frozen=True)
class Explored:
    """What became of one tab. `found` is None when it resembles no register; `likest` are the nearest ones.

    `rows` is how many rows the register takes, None when it does not read at all.
    """

    grid: Grid
    frame: Frame | NoTable
    found: Resemblance | None = None
    likest: tuple[Resemblance, ...] = ()
    columns: tuple[Mapped, ...] = ()
    causes: tuple[tuple[Remark, ...], ...] = ()
    draft: Draft | None = None
    rows: int | None = None

    @property
    def problems(self) -> tuple[Remark, ...]:
        """The first problems, one of each cause before the second of any."""
        return first(self.causes, MOST_PROBLEMS)


def explore(grid: Grid, registers: Sequence[Register[Any]], wish: Wish) -> Explored:
    """Explores a tab among these registers. Pure; never raises for what stands in it."""
    frame = _framed(grid)
    if isinstance(frame, NoTable):
        return Explored(grid, frame)
    columns = _columns(grid, frame)
    strands = [Strand(heading, sample(cells, _LOOKED_AT), is_row_number(heading, cells)) for heading, cells in columns]
    asked = registers if wish.register is None else (wish.register,)
    likest = resemblances(strands, _signs(grid, frame), asked)
    sure = bool(likest) and (likest[0].confidence >= THRESHOLD or wish.register is not None)
    found = as_whole_records(grid, frame, with_note(likest[0], strands)) if sure else None
    mapped = tuple(_mapped(frame, at, cells, found) for at, (_, cells) in enumerate(columns))
    shown = tuple(compress(mapped, (bool(one.heading or one.filled) for one in mapped)))
    if found is None:
        remarks = [*facts(grid, frame), *scan(grid, frame, range(len(columns)))]
        return Explored(grid, frame, None, likest[:3], shown, causes_of(remarks, grid))
    return _read(Explored(grid, frame, found, likest[:3], shown), found, wish)


def _framed(grid: Grid) -> Frame | NoTable:
    frame = find(grid)
    if isinstance(frame, Frame) and not frame.rows:
        return no_table(HEADING_ONLY, frame.heading_rows)
    return frame


def _read(explored: Explored, found: Resemblance, wish: Wish) -> Explored:
    grid, frame = explored.grid, explored.frame
    assert isinstance(frame, Frame)  # noqa: S101  a tab without a table is not read
    drafted = draft(grid, frame, found, wish.constants)
    parsed = parse(grid, found.register, drafted.keeping)
    strangers = [at for at in range(len(frame.headings)) if at not in found.matches]
    told = [remark._replace(text=unquoted(remark.text)) for remark in parsed.remarks]
    remarks = [*told, *scan(grid, frame, strangers)]
    return Explored(
        grid,
        frame,
        found,
        explored.likest,
        explored.columns,
        causes_of(remarks, grid),
        drafted,
        None if parsed.table is None else len(parsed.table.counted),
    )


def _columns(grid: Grid, frame: Frame) -> list[tuple[str, Sequence[Raw]]]:
    """Heading and non-empty cells of every column."""
    source = fill_merged(grid).rows if grid.merges else grid.rows
    rows = [source[number - 1] for number in frame.rows]
    width = max(len(frame.headings), *map(len, rows))
    headings = (*frame.headings, *("",) * (width - len(frame.headings)))
    return [(heading, filled([row[at] for row in rows if at < len(row)])) for at, heading in enumerate(headings)]


def _signs(grid: Grid, frame: Frame) -> Signs:
    above = [cell for row in grid.rows[: frame.heading_rows[0] - 1] for cell in row if isinstance(cell, str)]
    return Signs((grid.tab, grid.file), tuple(above[:20]))


def _mapped(frame: Frame, at: int, cells: Sequence[Raw], found: Resemblance | None) -> Mapped:
    one = found.matches.get(at) if found is not None else None
    heading = frame.headings[at] if at < len(frame.headings) else ""
    counted = sample(cells, _COUNTED)
    parses = main_share(counted) if one is None else share(counted, one.target.reads)
    where = cell_name(frame.heading_rows[-1], at)
    return Mapped(where, heading, one.target if one else None, round(parses, 2), len(cells))
