"""What a reading changes in the rows of a register: rows that came, rows typed anew, rows that are gone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from config.columns import Raw
from validators.drift.matching import Drift
from validators.grid import Grid
from validators.merged import fill_merged
from validators.office import Table
from validators.versions.columns import Cells, Layout, cells_of, layout_of, with_keys


@dataclass(frozen=True)
class Read:
    """A register as it was accepted: its table, its tabs, and who is who beside the reading accepted before.

    `was` are the tabs of that reading; `fill_merged` as the settings of the register say.
    """

    table: Table[Any]
    grids: tuple[Grid, ...]
    drift: Drift | None = None
    was: tuple[Grid, ...] = ()
    fill_merged: bool = False


@dataclass(frozen=True)
class Row:
    """A row as it is known: the number of its story, its id, its source; what is typed in it is fetched when asked."""

    story: int
    id: str
    source: str
    fetch: Callable[[], Cells]

    @cached_property
    def cells(self) -> Cells:
        """What is typed in it."""
        return self.fetch()


class Version(NamedTuple):
    """What a reading says of a row: `story` is 0 for one that came; a row that is `gone` has no cells."""

    story: int
    id: str
    source: str
    cells: Cells
    gone: bool = False


@dataclass(frozen=True)
class Turn:
    """What a reading changes: the columns of the tabs that look otherwise now, and the new versions of rows."""

    layouts: Mapping[str, Layout]
    versions: tuple[Version, ...]


def turn(read: Read, known: Sequence[Row], layouts: Mapping[str, Layout]) -> Turn:
    """The reading beside the rows that stood in the register before it (`known`), under their columns (`layouts`)."""
    typed = _typed(read.table, read.grids, fill=read.fill_merged)
    partner = _partners(read, known, layouts)
    sources = {source.name: source for source in read.table.sources}
    now = {name: layout_of(source, read.table.register, layouts) for name, source in sources.items()}
    now |= _renamed(now, layouts, typed, [(known[was], at) for at, was in partner.items()])
    same = _typed_alike(read, typed, now, layouts)
    came = []
    for at, one in enumerate(typed):
        was = known[partner[at]] if at in partner else None
        if was is not None and was.id == one.id and at in same:
            continue
        cells = cells_of(now[one.source], one.cells)
        if was is None or was.id != one.id or was.cells != cells:
            came.append(Version(0 if was is None else was.story, one.id, one.source, cells))
    stayed = set(partner.values())
    gone = [Version(one.story, one.id, one.source, {}, gone=True) for at, one in enumerate(known) if at not in stayed]
    other = {name: layout for name, layout in now.items() if layouts.get(name) != layout}
    return Turn(other, (*came, *gone))


class _Typed(NamedTuple):
    """A row as it stands in its tab: its cells in the order of the columns."""

    id: str
    source: str
    cells: Sequence[Raw]


def _typed(table: Table[Any], grids: Sequence[Grid], *, fill: bool) -> list[_Typed]:
    tabs = {grid.source: (fill_merged(grid) if fill else grid).rows for grid in grids}
    typed = []
    for index, (row_id, at, number) in enumerate(zip(table.ids, table.origin, table.rows, strict=True)):
        source = table.sources[at]
        cells = _told(table, index) if source.key else tabs[source.name][number - 1]
        typed.append(_Typed(row_id, source.name, cells))
    return typed


def _typed_alike(
    read: Read, typed: Sequence[_Typed], now: Mapping[str, Layout], before: Mapping[str, Layout]
) -> set[int]:
    """Indexes of the rows that stand cell for cell as the row did that each is, in columns that are the same.

    What is known of such a row need not be fetched.
    """
    if read.drift is None or not read.was or read.fill_merged:
        return set()
    keys, had = _keys(now), _keys(before)
    earlier = _typed(read.drift.earlier, read.was, fill=False)
    alike = set()
    for was, at in read.drift.matching.pairs:
        one, other = typed[at], earlier[was]
        if one.cells == other.cells and keys[one.source] == had.get(other.source):
            alike.add(at)
    return alike


def _keys(layouts: Mapping[str, Layout]) -> dict[str, list[str]]:
    return {name: [one.key for one in layout] for name, layout in layouts.items()}


def _told(table: Table[Any], index: int) -> tuple[Raw, ...]:
    """The cells of a fact of a ведомость, as the register's own row would have them."""
    columns = (table.raw.get(column.field) for column in table.register.columns)
    return tuple(None if column is None else column[index] for column in columns)


def _partners(read: Read, known: Sequence[Row], layouts: Mapping[str, Layout]) -> dict[int, int]:
    """Index of a row now → index of the known row that it is."""
    if not known:
        return {}
    if read.drift is None:
        return dict(_by_id(read.table.ids, known))
    was = _places(read.drift.earlier, known, layouts)
    return {now: was[earlier] for earlier, now in read.drift.matching.pairs if earlier in was}


def _by_id(ids: Iterable[str], known: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Rows of one id in their order: all that can be said when the earlier reading can't be read any more."""
    free = _free(known)
    for index, row_id in enumerate(ids):
        if free.get(row_id):
            yield index, free[row_id].pop(0)


def _free(known: Sequence[Row]) -> dict[str, list[int]]:
    free: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(known):
        free[row.id].append(at)
    return free


def _places(earlier: Table[Any], known: Sequence[Row], layouts: Mapping[str, Layout]) -> dict[int, int]:
    """Index of a row of the earlier table → index of the known row: by its id where one has it, else by its cells."""
    free, found = _free(known), {}
    for index, row_id in enumerate(earlier.ids):
        if len(free.get(row_id, ())) == 1:
            found[index] = free.pop(row_id)[0]
    left = [index for index in range(len(earlier)) if index not in found]
    if not left:
        return found
    keys = {one.field: one.key for layout in layouts.values() for one in layout if one.field}
    told = {name: key for name, key in keys.items() if name in earlier.raw}
    alike: dict[tuple[Raw, ...], list[int]] = defaultdict(list)
    for at in sorted(at for places in free.values() for at in places):
        alike[tuple(known[at].cells.get(key) for key in told.values())].append(at)
    for index in left:
        same = alike.get(tuple(_filled(earlier.raw[name][index]) for name in told))
        if same:
            found[index] = same.pop(0)
    return found


def _filled(cell: Raw) -> Raw:
    return None if cell == "" else cell


def _renamed(
    now: Mapping[str, Layout], before: Mapping[str, Layout], typed: Sequence[_Typed], pairs: Sequence[tuple[Row, int]]
) -> dict[str, Layout]:
    """The tabs in which a column that is none of ours got another heading: all its cells are what they were."""
    found = {}
    for name, layout in now.items():
        had = {one.key for one in before.get(name, ())}
        has = {one.key for one in layout}
        if had <= has or has <= had:
            continue
        lines = [(row.cells, typed[at].cells) for row, at in pairs if typed[at].source == row.source == name]
        keys: dict[str, str] = {}
        for at, one in enumerate(layout):
            lost = (key for key in had - has - set(keys.values()) if _is_same(lines, key, at))
            if one.key not in had and (old := next(lost, None)) is not None:
                keys[one.key] = old
        if keys:
            found[name] = with_keys(layout, keys)
    return found


def _is_same(lines: Sequence[tuple[Cells, Sequence[Raw]]], key: str, at: int) -> bool:
    """The column under the key before, and the one at this place now, hold the same, and not nothing."""
    sides = [(was.get(key), _filled(now[at]) if at < len(now) else None) for was, now in lines]
    return any(was is not None for was, _ in sides) and all(was == now for was, now in sides)
