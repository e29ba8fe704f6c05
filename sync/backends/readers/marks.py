"""What calamine does not tell of a sheet, found in its XML: errors, formulas never computed, hidden lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree.ElementTree import Element, iterparse

from config.columns import NOT_COMPUTED
from validators.grid import Area

ROW_END = b"</row>"
LONGEST_ROW = 8 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384


@dataclass
class Marks:
    """What was found. `errors` — (row, column), both 0-based → word; hidden rows and columns are 1-based.

    `merges` — only where calamine gives none. `is_odd` — the quick search can't follow this way of writing the XML, so
    it must be walked.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    is_odd: bool = False


def search(chunks: Iterable[bytes]) -> Marks:
    """Looks for marks by plain byte search, block by block; every chunk is consumed in any case.

    Raises ValueError for what is no sheet, or has a row below the last one.
    """
    marks = Marks()
    rest = b""
    root = None
    for chunk in chunks:
        if marks.is_odd:
            continue
        if root is None:
            root = _ROOT.search(chunk)
            if root is None:
                raise ValueError("the root is not that of a sheet")
            marks.is_odd = bool(root[1])
        block = rest + chunk
        cut = block.rfind(ROW_END) + len(ROW_END)
        if cut < len(ROW_END):
            rest, marks.is_odd = block, marks.is_odd or len(block) > LONGEST_ROW
            continue
        rest = block[cut:]
        _search_block(block[:cut], marks)
    if root is None:
        raise ValueError("nothing is there")
    if not marks.is_odd:
        _search_block(rest, marks)
    return marks


_ROOT = re.compile(rb"<(\w+:)?(?:worksheet|chartsheet|dialogsheet|macrosheet)\b")
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_ROW_NUMBER = re.compile(rb'\sr="([0-9]{1,12})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_FIRST_COLUMN, _LAST_COLUMN = re.compile(rb'\smin="([0-9]{1,5})"'), re.compile(rb'\smax="([0-9]{1,5})"')
_VALUE = re.compile(rb"\s*(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?\s*<v[^>]*>([^<]*)</v>")
_NO_VALUE = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def _search_block(block: bytes, marks: Marks) -> None:
    last = _ROW_NUMBER.search(block, block.rfind(b"<row "))
    if last and int(last[1]) > MOST_ROWS:
        raise ValueError("a row below the last one")
    if b"'" in block and (b"t='e'" in block or b"hidden='" in block):
        marks.is_odd = True
        return
    _search_errors(block, marks)
    _search_formulas(block, marks)
    _search_hidden(block, marks)


def _search_errors(block: bytes, marks: Marks) -> None:
    for at in _places(block, b't="e"', b"e"):
        tag, end = _tag_around(block, b"<c ", at)
        if tag:
            value = _VALUE.match(block, end + 1)
            _put(marks, tag, value[1].decode("utf-8", "replace") if value else "#N/A")


def _search_formulas(block: bytes, marks: Marks) -> None:
    for at in _places(block, b"<f", b"f"):
        if _NO_VALUE.match(block, at):
            start = block.rfind(b"<c", 0, at)
            tag = block[start : block.find(b">", start) + 1]
            if b't="str"' not in tag:
                _put(marks, tag, NOT_COMPUTED.word)


def _search_hidden(block: bytes, marks: Marks) -> None:
    for at in _places(block, b'hidden="', b"h"):
        row, _ = _tag_around(block, b"<row ", at)
        column, _ = _tag_around(block, b"<col ", at)
        if row and _HIDDEN.search(row):
            number = _ROW_NUMBER.search(row)
            if number:
                marks.hidden_rows.add(int(number[1]))
            else:
                marks.is_odd = True
        elif column and _HIDDEN.search(column):
            first, last = _FIRST_COLUMN.search(column), _LAST_COLUMN.search(column)
            if first and last:
                marks.hidden_columns.update(_columns(first[1].decode(), last[1].decode()))
            else:
                marks.is_odd = True


def _columns(first: str, last: str) -> range:
    return range(int(first), min(int(last), MOST_COLUMNS) + 1)


def _places(block: bytes, what: bytes, rare: bytes) -> Iterator[int]:
    """Where it stands. `rare` is a letter of it that plain cells do not have: looking for one byte is far quicker."""
    at = block.find(what) if rare in block else -1
    while at >= 0:
        yield at
        at = block.find(what, at + len(what))


def _tag_around(block: bytes, opening: bytes, at: int) -> tuple[bytes, int]:
    start = block.rfind(opening, 0, at)
    end = block.find(b">", start) if start >= 0 else -1
    return (block[start : end + 1], end) if end > at else (b"", -1)


def _put(marks: Marks, tag: bytes, word: str) -> None:
    place = _REFERENCE.search(tag)
    if place is None:
        marks.is_odd = True
    else:
        marks.errors[int(place[2]) - 1, column_index(place[1].decode())] = word


def column_index(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def walk(part: BinaryIO) -> Marks:
    """The same by reading the XML whole: slow, and right for any way of writing it."""
    marks = Marks()
    row = column = 0
    for event, element in iterparse(part, events=("start", "end")):  # noqa: S314  DOCTYPE was refused before
        kind = element.tag.rpartition("}")[2]
        if event == "start" and kind == "col" and element.get("hidden") in {"1", "true"}:
            marks.hidden_columns.update(_columns(element.get("min", "1"), element.get("max", "1")))
        elif event == "start" and kind == "row":
            row, column = int(element.get("r") or row + 1), 0
            if row > MOST_ROWS:
                raise ValueError("a row below the last one")
            if element.get("hidden") in {"1", "true"}:
                marks.hidden_rows.add(row)
        elif event == "end" and kind == "c":
            column = _column(element, column)
            _look(element, (row - 1, column), marks)
            column += 1
        elif event == "end" and kind == "row":
            element.clear()
    return marks


def _column(cell: Element, implied: int) -> int:
    letters = (cell.get("r") or "").rstrip("0123456789")
    return column_index(letters) if letters else implied


def _look(cell: Element, place: tuple[int, int], marks: Marks) -> None:
    parts = {part.tag.rpartition("}")[2]: part.text or "" for part in cell}
    if cell.get("t") == "e":
        marks.errors[place] = parts.get("v") or "#N/A"
    elif "f" in parts and not parts.get("v") and cell.get("t") != "str":
        marks.errors[place] = NOT_COMPUTED.word
