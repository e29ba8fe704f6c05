"""What calamine does not tell of an .ods, found in content.xml: errors, merged cells, hidden rows and columns.

One pass, which also bounds the repeats: a few bytes may declare a million rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate

from config.columns import NOT_COMPUTED
from sync.backends.readers.marks import MOST_COLUMNS, MOST_ROWS, Marks
from validators.grid import Area

MOST_CELLS = 30_000_000
MOST_ERRORS = 1_000_000

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_EXTENDED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_INNER, _ROW, _COLUMN = _TABLE + "table", _TABLE + "table-row", _TABLE + "table-column"
_VALUE_TYPE, _FORMULA = _OFFICE + "value-type", _TABLE + "formula"
_ROWS, _COLUMNS = _TABLE + "number-rows-repeated", _TABLE + "number-columns-repeated"
_ROWS_SPANNED, _COLUMNS_SPANNED = _TABLE + "number-rows-spanned", _TABLE + "number-columns-spanned"
_SPREADING = (_COLUMNS, _ROWS_SPANNED, _COLUMNS_SPANNED)
_CELLS = frozenset({_TABLE + "table-cell", _TABLE + "covered-table-cell"})
_ASIDE = frozenset({_OFFICE + "annotation", _TABLE + "shapes"})
_HIDDEN = frozenset({"collapse", "filter"})
_ERROR_WORDS = ("#", "Err:", "Ошибка:")
Attributes = Mapping[str, str]


class TooManyCellsError(Exception):
    """Repeats that would make more cells than a table may have."""


@dataclass
class _Table:
    """A table while it is read. `row` and `column` are 0-based and tell where the next cell stands."""

    marks: Marks = field(default_factory=Marks)
    row: int = 0
    column: int = 0
    columns_declared: int = 0
    width: int = 0
    row_attributes: Attributes = field(default_factory=dict)
    row_end: int = 0
    row_errors: list[tuple[int, int, str]] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)
    bottom: int = 0


class Walk:
    """Takes content.xml piece by piece; `tables` holds the marks by the title of the sheet."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.tables: dict[str, Marks] = {}
        self._table: _Table | None = None
        self._title = ""
        self._cell: Attributes | None = None
        self._words: list[str] | None = None
        self._aside = 0
        parser = self._parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._word

    def feed(self, chunk: bytes) -> None:
        """The next piece. Raises ExpatError, TooManyCellsError."""
        self._parser.Parse(chunk)

    def close(self) -> None:
        """Raises ExpatError when the XML ends too early."""
        self._parser.Parse(b"", True)  # noqa: FBT003  the library's own way

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._aside or name in _ASIDE or (self._cell is not None and name == _INNER):
            self._aside += 1
        elif name in _CELLS:
            self._cell = attributes
            self._words = [] if _is_of_interest(attributes) else None
        elif name == _ROW and self._table is not None:
            self._table.row_attributes, self._table.column = attributes, 0
        elif name == _COLUMN and self._table is not None:
            _hide_columns(self._table, attributes)
        elif name == _INNER:
            self._table, self._title = _Table(), attributes.get(_TABLE + "name", "")

    def _word(self, text: str) -> None:
        if self._words is not None and not self._aside:
            self._words.append(text)

    def _end(self, name: str) -> None:
        table = self._table
        if self._aside:
            self._aside -= 1
        elif table is None:
            return
        elif name in _CELLS and self._cell is not None:
            if self._words is None and not any(map(self._cell.__contains__, _SPREADING)):
                table.column += 1
                table.row_end = table.column
            else:
                _take_cell(table, self._cell, "".join(self._words or ()).strip())
            self._cell = self._words = None
        elif name == _ROW:
            _take_row(table)
        elif name == _INNER:
            for first, count in table.hidden:
                table.marks.hidden_rows.update(range(first + 1, min(first + count, table.bottom) + 1))
            self.tables[self._title] = table.marks
            self._table = None


def _is_of_interest(cell: Attributes) -> bool:
    """The words of a cell are needed: it may be an error, or hold words without saying so."""
    return _VALUE_TYPE not in cell or _FORMULA in cell or cell.get(_EXTENDED + "value-type") == "error"


def _hide_columns(table: _Table, attributes: Attributes) -> None:
    first, count = table.columns_declared, _repeated(attributes, _COLUMNS)
    table.columns_declared += count
    if attributes.get(_TABLE + "visibility") in _HIDDEN:
        table.marks.hidden_columns.update(range(first + 1, min(first + count, MOST_COLUMNS) + 1))


def _take_cell(table: _Table, cell: Attributes, text: str) -> None:
    count = _repeated(cell, _COLUMNS)
    if _VALUE_TYPE in cell or text:
        table.row_end = table.column + count
        word = _error(cell, text)
        if word:
            table.row_errors.append((table.column, count, word))
    down, right = _repeated(cell, _ROWS_SPANNED), _repeated(cell, _COLUMNS_SPANNED)
    if down > 1 or right > 1:
        table.marks.merges.append(Area(table.row + 1, table.column + 1, table.row + down, table.column + right))
    table.column += count


def _error(cell: Attributes, text: str) -> str:
    """The word of an error cell, else an empty text."""
    if cell.get(_EXTENDED + "value-type") == "error":
        return text or "#N/A"
    formula = _FORMULA in cell
    if formula and text.startswith(_ERROR_WORDS):
        return text
    return NOT_COMPUTED.word if formula and _VALUE_TYPE not in cell else ""


def _take_row(table: _Table) -> None:
    count = _repeated(table.row_attributes, _ROWS)
    if table.row_attributes.get(_TABLE + "visibility") in _HIDDEN:
        table.hidden.append((table.row, count))
    if table.row_end:
        table.bottom, table.width = table.row + count, max(table.width, table.row_end)
        _refuse_too_many(table)
        for column, times, word in table.row_errors:
            if len(table.marks.errors) + count * times > MOST_ERRORS:
                raise TooManyCellsError
            rows, columns = range(table.row, table.row + count), range(column, column + times)
            table.marks.errors.update({(row, one): word for row in rows for one in columns})
    table.row_errors, table.row_end = [], 0
    table.row += count


def _refuse_too_many(table: _Table) -> None:
    if table.bottom > MOST_ROWS or table.width > MOST_COLUMNS or table.bottom * table.width > MOST_CELLS:
        raise TooManyCellsError


def _repeated(attributes: Attributes, name: str) -> int:
    said = attributes.get(name)
    if said is None or not said.isdecimal():
        return 1
    return max(1, int(said)) if len(said) < 10 else MOST_CELLS
