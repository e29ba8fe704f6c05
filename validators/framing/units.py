"""The row of units of measure that some headings carry as their last: (чел.), тыс. руб., %."""

import re

from validators.framing.sheet import Sheet

_UNIT = re.compile(
    r"\(.+\)|%|(?:тыс|млн|млрд)\.?(?: ?руб\.?)?|руб\.?(?:лей)?|чел\.?(?:овек)?|ед\.?|шт\.?|га|км|м2|м²|кв\.? ?м\.?|"
    r"час\.?(?:ов)?|балл(?:ов)?|[£$€₽]|mm|cm|kg|km|m",
    re.IGNORECASE,
)


def is_units_row(sheet: Sheet, row: int) -> bool:
    """Every filled cell of the row is a unit of measure or stands in brackets, two at least."""
    if row > sheet.height:
        return False
    words = [sheet.text(row, at) for at in sheet.filled(row)]
    return len(words) > 1 and all(map(_UNIT.fullmatch, words))
