"""A whole spreadsheet calculated: every formula's value and every cell that a formula spills into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.faults import CIRCULAR, in_the_way, no_room
from tests.sheets_server.formulas.library import Matrix, evaluate
from tests.sheets_server.formulas.references import Corner
from tests.sheets_server.formulas.resolver import Area, Context, Lookups
from tests.sheets_server.locales import Locale

Position = tuple[int, int]
Place = tuple[str, int, int]
_DEPTH = 25
_ROUNDS = 20


@dataclass(frozen=True)
class Page:
    """One tab: its grid and what people entered, from (0, 0); `formulas` begin with `=`, `values` are all else."""

    title: str
    rows: int
    columns: int
    values: Mapping[Position, Scalar]
    formulas: Mapping[Position, str]


@dataclass(frozen=True)
class Book:
    """What is to be calculated; `now` is the serial of the moment, `named` are named ranges by their names."""

    pages: Sequence[Page]
    locale: Locale
    now: float = 0.0
    named: Mapping[str, Area] = field(default_factory=dict)


def recalculated(book: Book) -> dict[str, dict[Position, Scalar]]:
    """By title: the value of every cell that holds a formula or is spilled into. None: the formula shows nothing.

    A circle of formulas gives #REF!; an array that would cover a cell that holds something, or leave the grid, is #REF!
    in its own cell and spills nothing.
    """
    round_ = _Round(book, {})
    for _ in range(_ROUNDS):
        spilled = round_.calculated()
        if not round_.has_read_any_of(spilled):
            break
        round_ = _Round(book, spilled)
    return round_.answer()


class _Later(Exception):  # noqa: N818 no error: the cell is asked for first
    """A cell too deep in a chain; it is calculated first, from the top."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Round:
    """One pass over all formulas, with the spills that the pass before found; a Resolver of the formulas."""

    def __init__(self, book: Book, spilled: Mapping[Place, Scalar]) -> None:
        self._book = book
        self._pages = {page.title.lower(): page for page in book.pages}
        self._spilled = spilled
        self._found: dict[Place, Scalar | Matrix] = {}
        self._open: list[Place] = []
        self._lookups = Lookups()
        self._new: dict[Place, Scalar] = {}

    def calculated(self) -> dict[Place, Scalar]:
        """Every formula worked out; what they spill."""
        places = [(page.title, *position) for page in self._book.pages for position in sorted(page.formulas)]
        for place in places:
            self._calculate(place)
        for place in places:
            self._spill(place)
        return self._new

    def has_read_any_of(self, spilled: Mapping[Place, Scalar]) -> bool:
        """A formula looked at a cell whose spilled value is another than it was taken for."""
        changed = [place for place in {*spilled, *self._spilled} if spilled.get(place) != self._spilled.get(place)]
        if not changed:
            return False
        areas = [(area.sheet.lower(), area) for area in self._lookups.read]
        return any(
            sheet == title.lower() and area.top <= row < area.bottom and area.left <= column < area.right
            for title, row, column in changed
            for sheet, area in areas
        )

    def answer(self) -> dict[str, dict[Position, Scalar]]:
        """The values by title and position."""
        pages: dict[str, dict[Position, Scalar]] = {page.title: {} for page in self._book.pages}
        for (title, row, column), value in self._new.items():
            pages[title][row, column] = value
        for (title, row, column), found in self._found.items():
            pages[title][row, column] = found[0][0] if isinstance(found, tuple) else found
        return pages

    # what a Resolver answers

    def size(self, sheet: str) -> tuple[int, int] | None:
        """Rows and columns of a tab."""
        page = self._pages.get(sheet.lower())
        return None if page is None else (page.rows, page.columns)

    def values(self, area: Area) -> Sequence[Sequence[Scalar]]:
        """Effective values; formulas among them are calculated."""
        page = self._pages[area.sheet.lower()]
        return [
            [self._value(page, row, column) for column in range(area.left, area.right)]
            for row in range(area.top, area.bottom)
        ]

    def named(self, name: str) -> Area | None:
        """A named range, upper and lower case alike."""
        return next((area for one, area in self._book.named.items() if one.lower() == name.lower()), None)

    def _value(self, page: Page, row: int, column: int) -> Scalar:
        if (row, column) in page.formulas:
            found = self._formula((page.title, row, column))
            return found[0][0] if isinstance(found, tuple) else found
        value = page.values.get((row, column))
        return self._spilled.get((page.title, row, column)) if value is None and self._spilled else value

    def _formula(self, place: Place) -> Scalar | Matrix:
        if place in self._found:
            return self._found[place]
        if place in self._open:
            return CIRCULAR
        if len(self._open) >= _DEPTH:
            raise _Later(place)
        title, row, column = place
        page = self._pages[title.lower()]
        context = Context(self, self._book.locale, title, row, column, self._book.now, self._lookups)
        self._open.append(place)
        try:
            self._found[place] = evaluate(page.formulas[row, column], context)
        finally:
            self._open.pop()
        return self._found[place]

    def _calculate(self, place: Place) -> None:
        """Long chains of formulas are walked with a list of ours, not on Python's own stack."""
        waiting = [place]
        while waiting:
            try:
                self._formula(waiting[-1])
            except _Later as later:
                if later.place in waiting:
                    self._found[later.place] = CIRCULAR
                else:
                    waiting.append(later.place)
                continue
            waiting.pop()

    def _spill(self, place: Place) -> None:
        found = self._found[place]
        if not isinstance(found, tuple):
            return
        title, row, column = place
        page = self._pages[title.lower()]
        short = row + len(found) - page.rows, column + len(found[0]) - page.columns
        if max(short) > 0:
            self._found[place] = no_room(*short)
            return
        cells = {
            (title, row + down, column + right): value
            for down, line in enumerate(found)
            for right, value in enumerate(line)
            if down or right
        }
        for _, at, across in cells:
            if (
                page.values.get((at, across)) is not None
                or (at, across) in page.formulas
                or (title, at, across) in self._new
            ):
                self._found[place] = in_the_way(str(Corner(at, across)))
                return
        self._new.update(cells)
