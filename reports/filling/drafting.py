"""Marks drafted for a form that has none: the titles of its rows and columns, understood or left to a person."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from config.cells.text import fold, tidy
from config.columns import Raw
from reports.figures.catalogue import BY_ID
from reports.filling.by_groups import marks_by_groups
from reports.filling.cells import Cell, spread, text_at
from reports.filling.headings import Heading, heading_of
from reports.filling.marks import Wanted, What
from reports.filling.titles import Title, title_of, unit_fits
from validators.grid import Grid

_SEVERAL = 2
_DEEPEST = 5
_TWICE = "то же самое стоит и в другой строке или столбце"
_OF_WHICH = frozenset({"в том числе", "из них", "из них по категориям", "в том числе по категориям"})


@dataclass(frozen=True)
class Drafted:
    """The marks for the empty cells of a tab; rows and columns that a person must look at, each with the reason.

    `titles` — row → what it was understood by.
    """

    tab: str
    marks: Mapping[Cell, Wanted] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    unsure_rows: tuple[tuple[int, str, str], ...] = ()
    unsure_columns: tuple[tuple[int, str, str], ...] = ()

    @property
    def is_form(self) -> bool:
        """Two rows of ours, whose cells wait for numbers, are no chance."""
        return len({row for row, _ in self.marks}) >= _SEVERAL


@dataclass(frozen=True)
class _Frame:
    """The column where the titles of rows stand, the rows of the heading, what the columns are for."""

    column: int
    heading: tuple[int, ...]
    headings: Mapping[int, Heading]


@dataclass(frozen=True)
class _Line:
    """A row of the form: its indicator, of whom, what of it; or why it is not understood."""

    code: str = ""
    category: str = ""
    what: What | None = None
    why: str = ""


def draft_of(grid: Grid) -> Drafted:
    """The marks that a tab asks for. Where a title is not understood nothing is guessed."""
    cells = spread(grid)
    frame = _frame(grid, cells)
    found = Drafted(grid.tab) if frame is None else _by_rows(grid, cells, frame)
    if found.is_form:
        return found
    marks, titles = marks_by_groups(grid, cells)
    once, twice = _without_repeats(marks)
    other = Drafted(grid.tab, once, titles, tuple((row, titles[row], _TWICE) for row in twice))
    return other if other.is_form else found


def _by_rows(grid: Grid, cells: Mapping[Cell, Raw], frame: _Frame) -> Drafted:
    marks: dict[Cell, Wanted] = {}
    unsure: list[tuple[int, str, str]] = []
    titles: dict[int, str] = {}
    for row, words, line in _lines(grid, cells, frame):
        free = [at for at in frame.headings if cells.get((row, at)) is None]
        if line.why and free:
            unsure.append((row, words, line.why))
        elif line.code:
            titles[row] = words
            marks |= dict(_marks(frame, row, line, free))
    once, twice = _without_repeats(marks)
    unsure += [(row, titles[row], _TWICE) for row in twice]
    columns = [(at, _label(cells, frame, at), one.why) for at, one in frame.headings.items() if one.why]
    return Drafted(grid.tab, once, titles, tuple(sorted(unsure)), tuple(columns))


def _frame(grid: Grid, cells: Mapping[Cell, Raw]) -> _Frame | None:
    """The column with most titles of ours holds the titles; over the first of them stands the heading."""
    ours = [cell for cell, value in cells.items() if isinstance(value, str) and title_of(value).code]
    columns = Counter(at for _, at in ours)
    if not columns:
        return None
    column, times = max(columns.items(), key=lambda one: (one[1], -one[0]))
    first = _first_title(cells, column, min(row for row, at in ours if at == column))
    if times < _SEVERAL:
        return None
    rows = tuple(_heading_rows(grid, cells, first))
    headings = {at: heading_of(_labels(cells, rows, at)) for at in range(column + 1, grid.width)}
    return _Frame(column, rows, {at: one for at, one in headings.items() if one.what or one.why or one.is_unit})


def _first_title(cells: Mapping[Cell, Raw], column: int, row: int) -> int:
    """The first row of the body: where the first title begins, if its cell is merged downwards."""
    while row > 1 and cells.get((row - 1, column)) == cells.get((row, column)):
        row -= 1
    return row


def _heading_rows(grid: Grid, cells: Mapping[Cell, Raw], first: int) -> Iterator[int]:
    """Rows over the body in which several texts stand: no title of the form, no name of a section, no numbers."""
    for row in range(max(1, first - _DEEPEST), first):
        texts = {value for at in range(grid.width) if isinstance(value := cells.get((row, at)), str)}
        if len(texts) >= _SEVERAL and not all(text.strip().isdigit() for text in texts):
            yield row


def _labels(cells: Mapping[Cell, Raw], rows: Sequence[int], at: int) -> tuple[str, ...]:
    """The words over a column, each once; a number is a year."""
    found = (cells.get((row, at)) for row in rows)
    return tuple(dict.fromkeys(tidy(str(value)) for value in found if isinstance(value, str | int)))


def _label(cells: Mapping[Cell, Raw], frame: _Frame, at: int) -> str:
    return " / ".join(_labels(cells, frame.heading, at)[-_SEVERAL:])


def _lines(grid: Grid, cells: Mapping[Cell, Raw], frame: _Frame) -> Iterator[tuple[int, str, _Line]]:
    """Every row with a title. «В том числе: школьники» goes on with the indicator above; an unknown title ends it."""
    last, section = _Line(), ""
    units = [at for at, one in frame.headings.items() if one.is_unit]
    values = [at for at, one in frame.headings.items() if not one.is_unit]
    for row in range(max(frame.heading, default=0) + 1, len(grid.rows) + 1):
        texts = [text for at in range(min(values, default=0)) if (text := text_at(cells, row, at)) and at not in units]
        if not texts or fold(texts[-1]) in _OF_WHICH:
            continue
        if _is_section(cells, row, frame, values):
            section, last = _section(texts[0]), _Line()
            continue
        line = _with_section(_line([title_of(text) for text in texts], texts, last), section)
        last = line if line.code and not line.why else last if line.category and not line.code else _Line()
        unit = next((text for at in units if (text := text_at(cells, row, at))), "")
        if line.code and unit and line.what is not What.SHARE and not unit_fits(line.code, unit):
            line = _Line(why=f"единица измерения «{unit}», а у показателя {line.code} — «{BY_ID[line.code].unit}»")
        yield row, _words(cells, row, frame, texts), line


def _words(cells: Mapping[Cell, Raw], row: int, frame: _Frame, texts: Sequence[str]) -> str:
    return text_at(cells, row, frame.column) or texts[-1]


def _is_section(cells: Mapping[Cell, Raw], row: int, frame: _Frame, values: Sequence[int]) -> bool:
    """One text stands over all the cells that are to be filled in."""
    found = {cells.get((row, at)) for at in (frame.column, *values)}
    return bool(values) and len(found) == 1 and None not in found


def _section(words: str) -> str:
    """The category that a section is about; «?» where it may be about a part that we don't know."""
    title = title_of(words)
    if title.category and title.is_clear and not title.rest:
        return title.category
    return "?" if title.category or not title.is_clear else ""


def _line(titles: Sequence[Title], texts: Sequence[str], above: _Line) -> _Line:
    """What the titles of a row say together."""
    codes = {one.code for one in titles if one.code}
    categories = {one.category for one in titles if one.category}
    what = next((one.what for one in titles if one.is_measure), None)
    if not all(one.is_clear for one in titles) or len(categories) > 1:
        return _Line(why="непонятно, о какой категории участников речь")
    category = next(iter(categories), "")
    if len(codes) > 1:
        return _Line(why="в названии несколько показателей")
    if not codes:
        if category and above.code and all(not one.rest for one in titles):
            return _Line(above.code, category, what)
        counted = any(text for text in texts if not text.isdigit())
        return _Line(category=category, why="такого показателя нет или название непонятно" if counted else "")
    return _Line(codes.pop(), category, what)


def _with_section(line: _Line, section: str) -> _Line:
    if not section or not line.code:
        return line
    if section == "?" or (line.category and line.category != section):
        return _Line(why="непонятно, о какой категории участников этот раздел")
    return _Line(line.code, section, line.what)


def _marks(frame: _Frame, row: int, line: _Line, free: Sequence[int]) -> Iterator[tuple[Cell, Wanted]]:
    """What goes into the free cells of a row. A category of an indicator that has none is not guessed."""
    for at in free:
        heading = frame.headings[at]
        if heading.why or heading.is_unit or heading.what is None or heading.title.code:
            continue
        category = line.category or heading.category
        if line.category and heading.category and line.category != heading.category:
            continue
        what = _what(line, heading)
        if what is None or (category and (what is not What.FACT or not _is_cut(line.code))):
            continue
        cut = ("category", category) if category else ("", "")
        as_of = "" if what is What.PLAN_YEAR else heading.as_of
        yield (row, at), Wanted(line.code, what, *cut, as_of)


def _what(line: _Line, heading: Heading) -> What | None:
    """What a cell is for: as the column says, else the row; where they contradict each other, nothing."""
    if line.what is None or line.what is heading.what:
        return heading.what
    return line.what if heading.what is What.FACT else None


def _is_cut(code: str) -> bool:
    """The indicator counts participants by category: of mentors the categories are others."""
    return "category" in BY_ID[code].cuts and code != "K13"


def _without_repeats(marks: Mapping[Cell, Wanted]) -> tuple[dict[Cell, Wanted], list[int]]:
    """Where the same would stand twice, something was not understood: neither is guessed."""
    times = Counter(marks.values())
    once = {cell: one for cell, one in marks.items() if times[one] == 1}
    return once, sorted({row for (row, _), one in marks.items() if times[one] > 1})
