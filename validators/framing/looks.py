"""What a raw cell looks like when nobody has said what its column holds: a number, a date, a year, a word."""

import re
from enum import StrEnum

from config.cells.text import is_empty_like, tidy
from config.columns import CellError, Raw


class Look(StrEnum):
    """How a cell looks. `DASH` is a cell filled only to say that there is nothing."""

    EMPTY = "empty"
    DASH = "dash"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"
    CODE = "code"
    WORDS = "words"
    PROSE = "prose"


LONG = 60
"""Characters from which a text is rather a sentence than a name."""

_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}(?:\s*[-–/]\s*(?:(?:19|20)?[0-9]{2}))?(?:\s*(?:г\.?|год|года|гг\.?))?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"[(<>≤≥~±+\-−–]?\s*[£$€₽¥]?\s*[+\-−–]?[0-9][0-9\s.,'’]*(?:[eE][+-]?[0-9]+)?\s*"
    r"(?:%|руб\.?|р\.|тыс\.?|млн\.?|чел\.?|шт\.?|[£$€₽¥])*\s*\)?\*{0,3}"
)
_DATE = re.compile(
    r"(?:[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[.:\-][0-9]{2}"
    r"|[0-9]{1,2}[-\s][A-Za-zА-Яа-я]{3,9}\.?(?:[-\s][0-9]{2,4})?|[A-Za-z]{3}-[0-9]{2})(?:\s*г\.?)?"
    r"(?:[ T][0-9:]{4,8})?(?:\s*[-–—]\s*[0-9]{1,2}[./:\-][0-9]{1,2}(?:[./\-][0-9]{2,4})?)?"
)
_CODE = re.compile(r"(?=\S*[0-9])(?![^\W\d]{3,}_?[0-9]{1,2}$)[\w\-./№#]{1,24}")
_LINK = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+", re.IGNORECASE)


def look(raw: Raw) -> Look:
    """The look of one cell; a formula that failed looks like a number, for that is what stands there on better days."""
    if raw is None:
        return Look.EMPTY
    if isinstance(raw, CellError):
        return Look.NUMBER
    if isinstance(raw, int | float):
        return Look.YEAR if isinstance(raw, int) and 1900 <= raw <= 2100 else Look.NUMBER
    return _look_of_text(tidy(raw))


def _look_of_text(text: str) -> Look:
    if not text:
        return Look.EMPTY
    if is_empty_like(text):
        return Look.DASH if text != "0" else Look.NUMBER
    if not any(map(str.isdigit, text)):
        return Look.PROSE if len(text) > LONG else Look.WORDS
    for pattern, kind in ((_YEAR, Look.YEAR), (_DATE, Look.DATE), (_NUMBER, Look.NUMBER), (_LINK, Look.CODE)):
        if pattern.fullmatch(text):
            return kind
    if _CODE.fullmatch(text):
        return Look.CODE
    return Look.PROSE if len(text) > LONG else Look.WORDS


FIGURES = frozenset({Look.NUMBER, Look.DATE})
"""Looks that a heading seldom has."""
TEXTS = frozenset({Look.WORDS, Look.PROSE})
NOTHING = frozenset({Look.EMPTY, Look.DASH})
