"""Formulas tried on a tab drawn as text: a line is a row, `|` parts cells."""

from collections.abc import Mapping

from tests.sheets_server.cell_values import ErrorValue, Scalar, scalar
from tests.sheets_server.formulas.recalculation import Book, Page, recalculated
from tests.sheets_server.formulas.resolver import Area
from tests.sheets_server.locales import Locale, locale_of
from tests.sheets_server.typed_input import typed

US, RU = locale_of("en_US"), locale_of("ru_RU")
PEOPLE = """
    Код  | Класс | Балл | Школа
    К-1  | 9А    | 5    | Лицей
    К-2  | 9Б    | 3    | Гимназия
    К-3  | 9А    |      | Лицей
         |       |      |
    К-4  | 10А   | 4    | лицей
"""
"""Five rows of made-up pupils below a heading; row 5 is empty."""


def page(text: str, title: str = "Лист", *, rows: int | None = None, columns: int | None = None) -> Page:
    """A tab from text; every cell is read as if typed in en_US, so that `=…` is a formula."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    typed_cells = {
        (row, column): typed(cell, US) for row, line in enumerate(lines) for column, cell in enumerate(line) if cell
    }
    return Page(
        title,
        rows if rows is not None else max(len(lines), 1),
        columns if columns is not None else max(map(len, lines), default=1),
        {place: scalar(cell.extended) for place, cell in typed_cells.items() if cell.kind != "formulaValue"},
        {place: str(cell.value) for place, cell in typed_cells.items() if cell.kind == "formulaValue"},
    )


def given(formula: str, text: str = PEOPLE, *, locale: Locale = US, others: Mapping[str, str] | None = None) -> object:
    """What a formula gives in a cell to the right of and above the text: one value, or rows when it spills.

    Errors are given as they are shown: `#N/A`.
    """
    sheet = page(text)
    column = sheet.columns + 1
    wide = Page(
        sheet.title, sheet.rows + 20, sheet.columns + 20, sheet.values, {**sheet.formulas, (0, column): formula}
    )
    pages = [wide, *(page(other, title) for title, other in (others or {}).items())]
    named = {"Классы": Area("Лист", 1, 1, sheet.rows, 2)}
    found = recalculated(Book(pages, locale, 46154.5, named))[sheet.title]
    cells = {(row, at - column): shown(value) for (row, at), value in found.items() if at >= column}
    if len(cells) == 1:
        return cells[0, 0]
    height, width = max(row for row, _ in cells) + 1, max(at for _, at in cells) + 1
    return [[cells[row, at] for at in range(width)] for row in range(height)]


def shown(value: Scalar) -> Scalar:
    """The value; an error as its text."""
    return value.text if isinstance(value, ErrorValue) else value
