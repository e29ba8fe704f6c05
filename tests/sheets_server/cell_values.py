"""What a cell may hold once it is calculated, and days as serial numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 a cell's date has no zone
_SHOWN = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}


@dataclass(frozen=True)
class ErrorValue:
    """An error that a formula gave; `type` is a word of ErrorType in the discovery document (`N_A`, `REF` …)."""

    type: str
    message: str = ""

    @property
    def text(self) -> str:
        """What the cell shows and the values API answers: `#N/A`."""
        return _SHOWN[self.type]


Scalar = None | bool | int | float | str | ErrorValue
Extended = dict[str, object]


def error_shown(text: str) -> ErrorValue | None:
    """The error of a literal such as `#N/A`, None for all else."""
    kind = next((kind for kind, shown in _SHOWN.items() if shown == text.upper() and kind != "LOADING"), None)
    return None if kind is None else ErrorValue(kind)


def tidy(number: float) -> int | float:
    """A whole number without its point, as the API prints it: `=4/2` is 2 (recorded: value_render_options)."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 2**63 else number


def extended(value: Scalar) -> Extended:
    """The value as an ExtendedValue of the API; an empty cell is {}."""
    match value:
        case None:
            return {}
        case bool():
            return {"boolValue": value}
        case int() | float():
            return {"numberValue": tidy(value)}
        case str():
            return {"stringValue": value}
        case ErrorValue(type=kind, message=message):
            return {"errorValue": {"type": kind, **({"message": message} if message else {})}}


def scalar(value: Mapping[str, object]) -> Scalar:
    """The other way round; a formula has no value before it is calculated and gives None."""
    match value:
        case {"boolValue": bool(truth)}:
            return truth
        case {"numberValue": int() | float() as number}:
            return number
        case {"stringValue": str(text)}:
            return text
        case {"errorValue": {"type": str(kind), **rest}}:
            return ErrorValue(kind, str(rest.get("message", "")))
    return None


def serial_of(day: date) -> int:
    """Days since 1899-12-30."""
    return (day - EPOCH.date()).days


def moment_of(serial: float) -> datetime:
    """The moment of a serial number, to a millisecond. Raises OverflowError beyond the years 1–9999."""
    return EPOCH + timedelta(milliseconds=round(serial * 86_400_000))
