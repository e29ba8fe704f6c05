"""A form as a workbook: its marks with their places, and the filled copy; all else stays as it is."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.numbers import is_date_format
from openpyxl.workbook.workbook import Workbook

from config.cells.text import tidy
from reports import wording
from reports.disclosure.draft import Mark, Shown
from reports.filling.answers import Answer
from reports.filling.formulas import Spot, formula_of, spoiled
from reports.filling.marks import MARK, Asked, marks_in

_DAY = "DD.MM.YYYY"
_WORDS = re.compile(r'"[^"]*"|\\.')
"""What a number format says in words: «"%"» there only looks like a percent."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Marked:
    """A cell of the form with marks in its text. `marks` — each as it stands, and what it asks."""

    spot: Spot
    text: str = field(repr=False)
    marks: tuple[tuple[str, Asked], ...]

    @property
    def is_whole(self) -> bool:
        """Nothing but one mark stands in the cell: its value keeps its kind."""
        return len(self.marks) == 1 and tidy(self.text) == tidy(self.marks[0][0])


@dataclass(frozen=True)
class Form:
    """What a form asks. `strange` — cells with braces that are no marks of ours: they stay as they are."""

    cells: tuple[Marked, ...]
    strange: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Copy:
    """The filled copy. `hidden` — formulas that read «скрыто» now; `emptied` — those that stay empty."""

    data: bytes = field(repr=False)
    hidden: tuple[Spot, ...] = ()
    emptied: tuple[Spot, ...] = ()


def opened(data: bytes) -> Workbook:
    """The workbook with its formulas and letters of several looks in one cell. Raises what openpyxl raises."""
    return load_workbook(io.BytesIO(data), rich_text=True)


def form_of(data: bytes) -> Form:
    """The marks of a form, sheet by sheet and row by row."""
    cells, strange = [], []
    for spot, text in _texts(opened(data)):
        marks = tuple(marks_in(text))
        if marks:
            cells.append(Marked(spot, text, marks))
        elif MARK.search(text):
            strange.append(spot)
    return Form(tuple(cells), tuple(strange))


def filled(data: bytes, form: Form, answers: Mapping[Asked, Answer]) -> Copy:
    """A copy of the form with the answers in the places of the marks. Excel works its formulas out anew.

    A formula that reads a hidden cell is «скрыто» itself, one that reads an empty cell stays empty: its total would be
    false.
    """
    book = opened(data)
    short: dict[Spot, bool] = {}
    for one in form.cells:
        given = [answers[asked] for _, asked in one.marks]
        _put(_cell(book, one.spot), _value(one, answers))
        if any(answer.value is None or answer.is_hidden for answer in given):
            short[one.spot] = any(answer.is_hidden for answer in given)
    false = spoiled(book, short)
    for spot, is_hidden in false.items():
        _put(_cell(book, spot), Mark.HIDDEN if is_hidden else None)
    if book.calculation is not None:
        book.calculation.fullCalcOnLoad = True
    stream = io.BytesIO()
    book.save(stream)
    hidden = tuple(spot for spot, is_hidden in false.items() if is_hidden)
    return Copy(stream.getvalue(), hidden, tuple(spot for spot in false if spot not in hidden))


def written(data: bytes, texts: Mapping[Spot, str]) -> bytes:
    """A copy of the form with these texts in its cells."""
    book = opened(data)
    for spot, text in texts.items():
        _cell(book, spot).value = text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _texts(book: Workbook) -> Iterator[tuple[Spot, str]]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None or formula_of(value) is not None or cell.row is None or cell.column is None:
                    continue
                if isinstance(value, str) or hasattr(value, "as_list"):
                    yield Spot(sheet.title, cell.row, cell.column), str(value)


def _cell(book: Workbook, spot: Spot) -> Cell:
    found: Any = book[spot.sheet].cell(spot.row, spot.column)  # Any: openpyxl says that it may be a merged cell
    return found  # type: ignore[no-any-return]  # only the first cell of merged ones holds a mark or a formula


def _value(one: Marked, answers: Mapping[Asked, Answer]) -> Shown:
    if one.is_whole:
        return answers[one.marks[0][1]].value
    text = one.text
    for words, asked in one.marks:
        text = text.replace(words, _words(answers[asked].value))
    return text


def _words(value: Shown) -> str:
    match value:
        case None:
            return ""
        case Mark():
            return value.value
        case date():
            return wording.day(value)
        case int() | float():
            return wording.decimal(value)
        case _:
            return value


def _put(cell: Cell, value: Shown) -> None:
    """The value with the look of the cell: a fraction where it shows percents; a text is never a formula."""
    match value:
        case Mark() | str():
            cell.value = _FORBIDDEN.sub("\ufffd", str(value))
            cell.data_type = "s"
        case date():
            look = cell.number_format
            cell.value = value
            cell.number_format = look if is_date_format(look) else _DAY
        case int() | float():
            cell.value = value / 100 if "%" in _WORDS.sub("", cell.number_format) else value
        case None:
            cell.value = None
