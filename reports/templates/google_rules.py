"""What a Google spreadsheet says of the cells of a column: a dropdown, a warning, a hint, never a refusal."""

from typing import Any

from config.columns import Column
from config.register import Register
from reports.templates.formulas import number
from reports.templates.hints import input_message

Rule = dict[str, Any]  # Any: a rule of the Sheets API

_FAR = 1e12


def rule_of(register: Register[Any], column: Column, values: tuple[str, ...], locale: str) -> Rule | None:
    """The `rule` of setDataValidation; None for a column of free words.

    A value out of the ordinary is marked in the corner of its cell and stays (requirements.md R19).
    """
    condition = _condition(column, values, locale)
    if condition is None:
        return None
    message = input_message(register, column, chosen=bool(values))
    return {"condition": condition, "inputMessage": message, "strict": False, "showCustomUi": True}


def hint(register: Register[Any], column: Column, values: tuple[str, ...]) -> str:
    """The note on the heading: it is the only hint where a column has no rule."""
    return input_message(register, column, chosen=bool(values))


def _condition(column: Column, values: tuple[str, ...], locale: str) -> Rule | None:
    """A list stands in the rule itself: it has room for all of ours, and no tab more has to be read."""
    if values:
        return _of("ONE_OF_LIST", *values)
    match column.kind.name:
        case "date":
            return _of("DATE_IS_VALID")
        case "whole" | "number" | "money":
            low = -_FAR if column.low is None else column.low
            high = _FAR if column.high is None else column.high
            return _of("NUMBER_BETWEEN", number(locale, low), number(locale, high))
        case "percent":
            return _of("NUMBER_BETWEEN", "0", "1")
        case _:
            return None


def _of(kind: str, *values: str) -> Rule:
    return {"type": kind} | ({"values": [{"userEnteredValue": value} for value in values]} if values else {})
