"""The rule that a spreadsheet applies to the cells of a column: a hint, a dropdown, a warning, never a refusal."""

from datetime import date
from typing import Any

from config.columns import Column
from config.register import Register
from reports.templates.dropdowns import Lists
from reports.templates.hints import input_message, input_title, warning_message

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_FAR = 1e12
_WARNING_TITLE = "Проверьте значение"


def validation(register: Register[Any], column: Column, values: tuple[str, ...], lists: Lists) -> dict[str, object]:
    """What XlsxWriter takes for `data_validation`. Values typed by hand only warn (requirements.md R19)."""
    return {
        **_rule(column, values, lists),
        "input_title": input_title(column),
        "input_message": input_message(register, column, chosen=bool(values)),
        "error_title": _WARNING_TITLE,
        "error_message": warning_message(column),
        "error_type": "warning",
        "show_error": not _takes_more_than_one_value(column),
        "ignore_blank": True,
    }


def _rule(column: Column, values: tuple[str, ...], lists: Lists) -> dict[str, object]:
    if values:
        return {"validate": "list", "source": lists.source(values)}
    match column.kind.name:
        case "date":
            return {"validate": "date", "criteria": "between", "minimum": _EARLIEST, "maximum": _LATEST}
        case "whole":
            return {"validate": "integer", **_bounds(column)}
        case "number" | "money":
            return {"validate": "decimal", **_bounds(column)}
        case "percent":
            return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        case _:
            return {"validate": "any"}


def _bounds(column: Column) -> dict[str, object]:
    low = -_FAR if column.low is None else column.low
    high = _FAR if column.high is None else column.high
    return {"criteria": "between", "minimum": low, "maximum": high}


def _takes_more_than_one_value(column: Column) -> bool:
    """A cell that may hold several values, or words of one's own, is not warned of."""
    return column.kind.several or column.words_allowed
