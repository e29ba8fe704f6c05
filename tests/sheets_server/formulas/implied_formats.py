"""The number format that a formula brings to a cell without one of its own: `=NOW()` shows a date and a time."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.sheets_server.formulas.lexer import FormulaSyntaxError
from tests.sheets_server.formulas.nodes import Array, Call, Literal, Name, Node, Operation, Pointer
from tests.sheets_server.formulas.parser import parsed
from tests.sheets_server.formulas.references import Reference
from tests.sheets_server.locales import Locale

NumberFormat = Mapping[str, str]
FormatOf = Callable[[Reference], NumberFormat | None]
"""The effective number format of the first cell of a reference, None when it has none."""

_KINDS: Mapping[str, str] = MappingProxyType({"NOW": "DATE_TIME", "TODAY": "DATE", "DATE": "DATE", "TIME": "TIME"})
_ANSWERS: Mapping[str, slice] = MappingProxyType(
    # the arguments whose format an answer takes
    {
        "ARRAYFORMULA": slice(0, 1), "IFERROR": slice(0, 2), "IFNA": slice(0, 2), "IF": slice(1, 3),
        "SUM": slice(0, 1), "MIN": slice(0, 1), "MAX": slice(0, 1), "AVERAGE": slice(0, 1),
        "SORT": slice(0, 1), "FILTER": slice(0, 1), "UNIQUE": slice(0, 1), "INDEX": slice(0, 1),
    }
)  # fmt: skip


def implied_format(formula: str, locale: Locale, format_of: FormatOf) -> NumberFormat | None:
    """{"type"} without a pattern, or the format of the cell that the formula leans on; None for a plain number.

    Recorded: `=NOW()+TIME(0,C2,0)` shows {"type": "DATE_TIME"} as its effective format (grids/time-formula.json),
    `=SUM(A2,B2)` of plain numbers none (grids/with-formula.json); all else is what people see [?].
    """
    try:
        return _implied(parsed(formula, locale), format_of)
    except FormulaSyntaxError:
        return None


def _implied(node: Node, format_of: FormatOf) -> NumberFormat | None:
    match node:
        case Pointer(reference=reference):
            return format_of(reference)
        case Call(function=name, arguments=arguments):
            if name in _KINDS:
                return {"type": _KINDS[name]}
            return _first(arguments[_ANSWERS.get(name, slice(0, 0))], format_of)
        case Operation(operator=operator, operands=operands):
            return _operated(operator, operands, format_of)
        case Array(rows=rows):
            return _implied(rows[0][0], format_of)
        case Literal() | Name():
            return None


def _first(nodes: tuple[Node, ...], format_of: FormatOf) -> NumberFormat | None:
    return next((found for found in (_implied(node, format_of) for node in nodes) if found is not None), None)


def _operated(operator: str, operands: tuple[Node, ...], format_of: FormatOf) -> NumberFormat | None:
    """A date less a date is a number of days; what is added to a date is a date."""
    if operator not in {"+", "-"}:
        return None
    formats = [_implied(node, format_of) for node in operands]
    dates = [found is not None and found.get("type") in {"DATE", "DATE_TIME"} for found in formats]
    if operator == "-" and len(dates) > 1 and all(dates):
        return None
    return next((found for found in formats if found is not None), None)
