"""Choices and questions: IF, IFS, IFERROR, IFNA, AND, OR, NOT, ISBLANK and its kin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.blocks import Block, Value, tidied
from tests.sheets_server.formulas.coercion import truth_of
from tests.sheets_server.formulas.evaluation import Evaluation, Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.shapes import cells, each, whole
from tests.sheets_server.formulas.nodes import Literal, Node
from tests.sheets_server.locales import Locale


def _if(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    """Only the branch that is asked for is worked out, unless a whole range asks."""
    asked = evaluation.value(nodes[0])
    otherwise = nodes[2] if len(nodes) > 2 else Literal(value=False)
    if not evaluation.arrays or not isinstance(asked, Block) or asked.one:
        truth = truth_of(evaluation.single(asked), evaluation.context.locale, "IF")
        return evaluation.value(nodes[1] if truth else otherwise)
    locale = evaluation.context.locale

    def choose(condition: Scalar, yes: Scalar, no: Scalar) -> Scalar:
        return yes if truth_of(condition, locale, "IF") else no

    return evaluation.mapped(choose, asked, evaluation.value(nodes[1]), evaluation.value(otherwise), errors=True)


def _ifs(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    if len(nodes) % 2:
        raise FormulaError("N_A", "Wrong number of arguments to IFS. Expected an even number of arguments.")
    locale = evaluation.context.locale

    def choose(*given: Scalar) -> Scalar:
        for condition, result in zip(given[::2], given[1::2], strict=True):
            if truth_of(condition, locale, "IFS"):
                return result
        raise FormulaError("N_A", "No match.")

    return evaluation.mapped(choose, *(evaluation.value(node) for node in nodes), errors=True)


def _unless(wrong: Callable[[ErrorValue], bool]) -> Callable[[Evaluation, Sequence[Node]], Value]:
    """IFERROR and IFNA: the first value, or the second where the first is such an error."""

    def call(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
        found = evaluation.value(nodes[0])
        value = found if evaluation.arrays or _whole(found) else evaluation.single(found)
        if not _any_wrong(value):
            return value
        instead = evaluation.value(nodes[1]) if len(nodes) > 1 else None
        if not isinstance(value, Block) or value.one:
            return instead
        return evaluation.spreading.mapped(choose, value, instead, errors=True)

    def choose(value: Scalar, instead: Scalar) -> Scalar:
        return instead if isinstance(value, ErrorValue) and wrong(value) else value

    def _any_wrong(value: Value) -> bool:
        found: Iterable[Scalar] = value.cells() if isinstance(value, Block) else (value,)
        return any(isinstance(cell, ErrorValue) and wrong(cell) for cell in found)

    return call


def _whole(value: Value) -> bool:
    """An array that a function made spills through IFERROR; a range outside ARRAYFORMULA does not [?]."""
    return isinstance(value, Block) and value.area is None


def _truths(locale: Locale, values: Sequence[Value], what: str) -> list[bool]:
    found = [
        truth_of(cell, locale, what)
        for cell, inside in cells(values)
        if not inside or (cell is not None and not isinstance(cell, str))
    ]
    if not found:
        raise FormulaError("VALUE", f"{what} has no valid input data.")
    return found


def _and(locale: Locale, *values: Value) -> Value:
    return all(_truths(locale, values, "AND"))


def _or(locale: Locale, *values: Value) -> Value:
    return any(_truths(locale, values, "OR"))


def _not(locale: Locale, value: Scalar) -> Scalar:
    return not truth_of(value, locale, "NOT")


def _asks(question: Callable[[Scalar], bool]) -> Function:
    return each(lambda _locale, value: question(value), 1, errors=True)


def _is_number(value: Scalar) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _arrayformula(evaluation: Evaluation, nodes: Sequence[Node]) -> Value:
    found = evaluation.spreading.value(nodes[0])
    return tidied(Block(found.rows)) if isinstance(found, Block) else found


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "ARRAYFORMULA": Function(_arrayformula, 1, 1),
        "IF": Function(_if, 2, 3),
        "IFS": Function(_ifs, 2),
        "IFERROR": Function(_unless(lambda _error: True), 1, 2),
        "IFNA": Function(_unless(lambda error: error.type == "N_A"), 1, 2),
        "AND": whole(_and, 1),
        "OR": whole(_or, 1),
        "NOT": each(_not, 1),
        "ISBLANK": _asks(lambda value: value is None),
        "ISNUMBER": _asks(_is_number),
        "ISTEXT": _asks(lambda value: isinstance(value, str)),
        "ISLOGICAL": _asks(lambda value: isinstance(value, bool)),
        "ISERROR": _asks(lambda value: isinstance(value, ErrorValue)),
        "ISERR": _asks(lambda value: isinstance(value, ErrorValue) and value.type != "N_A"),
        "ISNA": _asks(lambda value: isinstance(value, ErrorValue) and value.type == "N_A"),
    }
)
