"""«Замечания» as it stands after staff wrote into it: what they wrote, and whether they changed anything else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from config.cells.dates import read_date
from config.cells.text import as_text, is_empty_like, tidy
from config.columns import Column, Kind, Raw
from reports.layout import IN_SHEET
from reports.leave_lines import ASKS, NOBODYS
from reports.remark_lines import EMPTY, HEADINGS
from reports.row_mark import HEADING, REASON, UNTIL, RowMark, mark_of, plain, row_digest, shown_digest, words_digest
from sync.before import Edit
from validators.grid import Grid

_UNTIL = Column(UNTIL, Kind("date", "Дата", read_date))
_SERVICE_WORDS = ("По состоянию на", IN_SHEET)
"""Above a table, how the lines begin that are no part of what the seal in the heading covers."""


@dataclass(frozen=True)
class Page:
    """What a tab of remarks says.

    `edits` — where the columns of staff hold something else than the service wrote; `is_clean` — nothing but these was
    changed, and every one of them belongs to a remark.
    """

    edits: tuple[Edit, ...] = ()
    is_clean: bool = False


@dataclass(frozen=True)
class _Row:
    """A line of the table: its own mark, the digest of what it says, what staff wrote."""

    mark: RowMark | None
    said: str
    is_bare: bool
    reason: Raw
    until: Raw


def page_of(grid: Grid) -> Page:
    """The tab as a page of remarks; not clean when it is no such page."""
    start, places = _heading(grid)
    if not places:
        return Page()
    rows = [one for cells in grid.rows[start:] if (one := _row(cells, places))]
    marks = _owners(rows)
    changed = [(mark, row) for mark, row in zip(marks, rows, strict=True) if _is_typed_into(mark, row)]
    edits = [_edit(mark, row, grid.source) for mark, row in changed if mark is not None and mark.fingerprint != NOBODYS]
    whole = all(mark is not None and mark.row == row.said for mark, row in zip(marks, rows, strict=True))
    whole = whole and len(edits) == len(changed) and _is_heading(grid.rows[start - 1])
    return Page(tuple(edits), whole and _sealed(grid, start - 1, places))


def _heading(grid: Grid) -> tuple[int, dict[str, int]]:
    """The number of the first line below the heading, and where each heading stands; nothing without the three."""
    for index, row in enumerate(grid.rows):
        heads = {str(cell): at for at, cell in reversed(list(enumerate(row))) if isinstance(cell, str) and cell}
        if {REASON, UNTIL} <= heads.keys() and any(head.startswith(f"{HEADING} ") for head in heads):
            return index + 1, heads
    return 0, {}


def _is_heading(cells: Sequence[Raw]) -> bool:
    """Nothing was typed over a heading or beside the last one."""
    return all(cell in HEADINGS or str(cell).startswith(f"{HEADING} ") for cell in cells if plain(cell))


def _row(cells: Sequence[Raw], places: Mapping[str, int]) -> _Row | None:
    said = [(head, _at(cells, at)) for head, at in places.items()]
    hidden = next((cell for head, cell in said if head.startswith(f"{HEADING} ")), None)
    mark = mark_of(hidden)
    reason, until = _at(cells, places[REASON]), _at(cells, places[UNTIL])
    outside = (cell for at, cell in enumerate(cells) if at not in places.values())
    strange = any(map(plain, outside)) or (mark is None and bool(plain(hidden)))
    own = [(head, cell) for head, cell in said if head not in {REASON, UNTIL} and not head.startswith(f"{HEADING} ")]
    words = [text for _, cell in own if (text := plain(cell))]
    is_bare = not words
    if mark is None and words in ([], [plain(EMPTY)]) and not plain(reason) and not plain(until) and not strange:
        return None
    return _Row(mark, "" if strange else row_digest(own), is_bare, reason, until)


def _at(cells: Sequence[Raw], at: int) -> Raw:
    return cells[at] if at < len(cells) else None


def _owners(rows: Sequence[_Row]) -> list[RowMark | None]:
    """The mark of each line: the one that knows what the line says, even if it stands elsewhere now; else its own.

    Marks stay behind when somebody sorts only the columns in sight. A mark that belongs to another line is nobody's.
    """
    by_words: dict[str, set[RowMark]] = {}
    for row in rows:
        if row.mark is not None:
            by_words.setdefault(row.mark.row, set()).add(row.mark)
    found = [_known(row, by_words.get(row.said, set())) for row in rows]
    used = {mark for mark in found if mark is not None}
    return [
        mark or (row.mark if row.mark not in used and not row.is_bare else None)
        for mark, row in zip(found, rows, strict=True)
    ]


def _known(row: _Row, marks: set[RowMark]) -> RowMark | None:
    if row.mark in marks:
        return row.mark
    return next(iter(marks)) if len(marks) == 1 else None


def _is_typed_into(mark: RowMark | None, row: _Row) -> bool:
    shown = shown_digest(row.reason, row.until)
    return shown != mark.shown if mark is not None else shown != shown_digest(None, None)


def _edit(mark: RowMark, row: _Row, place: str) -> Edit:
    return Edit(mark.fingerprint, mark.version, mark.number, _reason(row.reason), _until(row.until), place)


def _reason(raw: Raw) -> str:
    """The reason as it was typed, without the words that the service puts before it."""
    text = "" if raw is None else tidy(as_text(raw))
    text = text[len(ASKS) :].lstrip(" :") if text.startswith(ASKS) else text
    return "" if is_empty_like(text) else text


def _until(raw: Raw) -> str:
    """The day as ISO, or the words as they stand when they are no day."""
    if raw is None or (isinstance(raw, str) and not tidy(raw)):
        return ""
    value = read_date(tidy(raw) if isinstance(raw, str) else raw, _UNTIL).value
    return value.isoformat() if isinstance(value, date) else tidy(as_text(raw))


def _sealed(grid: Grid, heading: int, places: Mapping[str, int]) -> bool:
    """The words above the table are those that the service wrote."""
    head = next(head for head in places if head.startswith(f"{HEADING} "))
    return head.split()[-1] == words_digest(said_above(grid.rows[:heading]))


def said_above(rows: Iterable[Sequence[Raw]]) -> Iterator[Raw]:
    """The cells above a table that its seal covers."""
    for row in rows:
        for cell in row:
            if not (isinstance(cell, str) and cell.startswith(_SERVICE_WORDS)):
                yield cell
