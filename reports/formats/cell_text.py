"""Text and days as every spreadsheet can hold them."""

import re
from datetime import date, datetime

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
