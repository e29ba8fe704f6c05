"""Whether the condition of a rule holds for a cell as it is now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.sheets_server import showing
from tests.sheets_server.cell_values import Scalar, scalar
from tests.sheets_server.engine import locale
from tests.sheets_server.formulas.coercion import text_of
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position
from tests.sheets_server.standing import worked_out
from tests.sheets_server.typed_input import typed

_NUMBERS: Mapping[str, Callable[..., bool]] = {
    "GREATER": lambda value, limit: value > limit,
    "GREATER_THAN_EQ": lambda value, limit: value >= limit,
    "LESS": lambda value, limit: value < limit,
    "LESS_THAN_EQ": lambda value, limit: value <= limit,
    "EQ": lambda value, limit: value == limit,
    "NOT_EQ": lambda value, limit: value != limit,
    "BETWEEN": lambda value, low, high: low <= value <= high,
    "NOT_BETWEEN": lambda value, low, high: not low <= value <= high,
    "BEFORE": lambda value, limit: value < limit,
    "AFTER": lambda value, limit: value > limit,
    "ON_OR_BEFORE": lambda value, limit: value <= limit,
    "ON_OR_AFTER": lambda value, limit: value >= limit,
}
_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "CONTAINS": lambda text, part: part in text,
    "NOT_CONTAINS": lambda text, part: part not in text,
    "STARTS_WITH": lambda text, part: text.startswith(part),
    "ENDS_WITH": lambda text, part: text.endswith(part),
    "EQ": lambda text, part: text == part,
    "NOT_EQ": lambda text, part: text != part,
}
_DAYS: Mapping[str, int] = {
    "PAST_YEAR": -365,
    "PAST_MONTH": -30,
    "PAST_WEEK": -7,
    "YESTERDAY": -1,
    "TODAY": 0,
    "TOMORROW": 1,
}


@dataclass(frozen=True)
class Spot:
    """A cell that a rule looks at, and the cell that the rule's formulas are written for."""

    book: Spreadsheet
    sheet: Sheet
    position: Position
    written_for: Position

    @property
    def value(self) -> Scalar:
        """What the cell shows, not yet as text."""
        return scalar(self.sheet.effective(self.position) or {})

    @property
    def text(self) -> str:
        """What the cell shows."""
        return showing.text(self.book, self.sheet, self.position)

    def formula(self, text: str) -> Scalar:
        """What a formula of the rule gives for this cell."""
        return worked_out(self.book, self.sheet, text, self.written_for, self.position)


def holds(spot: Spot, condition: Json) -> bool:
    """The condition holds: cases don't matter to texts, times of day don't matter to dates."""
    name: str = condition.get("type", "")
    family, _, kind = name.partition("_")
    values: list[Json] = condition.get("values", [])
    match family:
        case "BLANK" | "NOT":
            return (spot.text == "") == (family == "BLANK")
        case "CUSTOM":
            return _is_true(spot.formula(values[0]["userEnteredValue"]))
        case "TEXT":
            return kind in _TEXTS and _TEXTS[kind](spot.text.lower(), _text(spot, values[0]).lower())
        case "NUMBER" | "DATE" if kind in _NUMBERS:
            return _compares(spot, kind, [_number(spot, each) for each in values], whole=family == "DATE")
    return False


def _compares(spot: Spot, kind: str, limits: list[float | None], *, whole: bool) -> bool:
    found = spot.value
    if isinstance(found, bool) or not isinstance(found, int | float):
        return False
    known = [limit for limit in limits if limit is not None]
    if len(known) < len(limits):
        return False
    return _NUMBERS[kind](*(int(each) if whole else each for each in (found, *known)))


def _is_true(found: Scalar) -> bool:
    """TRUE, and any number but 0."""
    return isinstance(found, bool | int | float) and bool(found)


def _given(spot: Spot, value: Json) -> Scalar:
    text: str = value.get("userEnteredValue", "")
    if text.startswith("="):
        return spot.formula(text)
    return typed(text, locale(spot.book.locale)).value


def _number(spot: Spot, value: Json) -> float | None:
    if "relativeDate" in value:
        return int(spot.book.now) + _DAYS.get(value["relativeDate"], 0)
    found = _given(spot, value)
    return None if isinstance(found, bool) or not isinstance(found, int | float) else found


def _text(spot: Spot, value: Json) -> str:
    text: str = value.get("userEnteredValue", "")
    return text_of(spot.formula(text), locale(spot.book.locale)) if text.startswith("=") else text
