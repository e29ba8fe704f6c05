"""Text and days as every spreadsheet can hold them."""

import re
from datetime import date, datetime

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""With these a text would be taken for a formula."""

_LONGEST_CELL = 32_767
_CUT = "… [показано начало: текст длиннее, чем вмещает ячейка]"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FIRST_EXCEL_DAY = date(1900, 3, 1)


def is_a_day(value: date) -> bool:
    """Every spreadsheet shows the day as it is; earlier ones are written as words."""
    return (value.date() if isinstance(value, datetime) else value) >= _FIRST_EXCEL_DAY


def clean(text: str) -> str:
    """The text without characters that no workbook holds, and not longer than a cell; what is cut says so."""
    tidy = _CONTROL.sub("", text)
    if len(tidy) * 2 <= _LONGEST_CELL or len(tidy.encode("utf-16-le")) <= 2 * _LONGEST_CELL:
        return tidy
    room = 2 * (_LONGEST_CELL - len(_CUT))
    return tidy.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT


def guarded(text: str) -> str:
    """The text for a file of plain text: an apostrophe before what would be a formula says that it is none."""
    tidy = clean(text)
    return f"'{tidy}" if tidy.startswith(_FORMULAS) else tidy
