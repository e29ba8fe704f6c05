"""Pieces of a formula put together into a tree."""

from collections.abc import Sequence
from functools import lru_cache

from tests.sheets_server.cell_values import error_shown, tidy
from tests.sheets_server.formulas.function_names import english
from tests.sheets_server.formulas.lexer import FormulaSyntaxError, Piece, pieces
from tests.sheets_server.formulas.nodes import Array, Call, Literal, Name, Node, Operation, Pointer
from tests.sheets_server.formulas.references import reference
from tests.sheets_server.locales import Locale

_LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"=", "<>", "<", ">", "<=", ">="}),
    frozenset({"&"}),
    frozenset({"+", "-"}),
    frozenset({"*", "/"}),
    frozenset({"^"}),
)


@lru_cache(maxsize=65_536)
def parsed(formula: str, locale: Locale) -> Node:
    """The tree of a formula that begins with `=`. Raises FormulaSyntaxError."""
    reader = _Reader([piece for piece in pieces(formula, locale) if piece.kind != "space"], locale)
    tree = reader.expression()
    if reader.kind:
        raise FormulaSyntaxError(reader.text)
    return tree


class _Reader:
    """Walks over the pieces once, from left to right."""

    def __init__(self, found: Sequence[Piece], locale: Locale) -> None:
        self._pieces = found
        self._position = 0
        self._locale = locale

    @property
    def kind(self) -> str:
        """Kind of the piece ahead, "" at the end."""
        return self._pieces[self._position].kind if self._position < len(self._pieces) else ""

    @property
    def text(self) -> str:
        """The piece ahead as written."""
        return self._pieces[self._position].text if self._position < len(self._pieces) else ""

    def _take(self, kind: str) -> str:
        if self.kind != kind:
            raise FormulaSyntaxError(self.text)
        self._position += 1
        return self._pieces[self._position - 1].text

    def expression(self, level: int = 0) -> Node:
        """One expression from a level of operators on; the operators of a level are taken from left to right."""
        if level == len(_LEVELS):
            return self._signed()
        left = self.expression(level + 1)
        while self.kind == "operator" and self.text in _LEVELS[level]:
            left = Operation(self._take("operator"), (left, self.expression(level + 1)))
        return left

    def _signed(self) -> Node:
        if self.kind == "operator" and self.text in {"+", "-"}:
            return Operation(self._take("operator"), (self._signed(),))
        node = self._single()
        while self.kind == "operator" and self.text == "%":
            node = Operation(self._take("operator"), (node,))
        return node

    def _single(self) -> Node:
        literals = {"number": self._number, "text": self._text, "error": self._error}
        others = {"reference": self._pointer, "name": self._word, "function": self._call, "{": self._array}
        reader = literals.get(self.kind) or others.get(self.kind)
        if reader is not None:
            return reader()
        self._take("(")
        inner = self.expression()
        self._take(")")
        return inner

    def _number(self) -> Node:
        return Literal(tidy(float(self._take("number").replace(self._locale.decimal, "."))))

    def _text(self) -> Node:
        return Literal(self._take("text")[1:-1].replace('""', '"'))

    def _error(self) -> Node:
        return Literal(error_shown(self._take("error")))

    def _pointer(self) -> Node:
        found = reference(self._take("reference"))
        if found is None:
            raise FormulaSyntaxError(self.text)
        return Pointer(found)

    def _word(self) -> Node:
        word = self._take("name")
        truths = {"TRUE": True, "FALSE": False, self._locale.true: True, self._locale.false: False}
        return Literal(truths[word.upper()]) if word.upper() in truths else Name(word)

    def _call(self) -> Node:
        name = english(self._take("function"), self._locale.function_names)
        self._take("(")
        arguments: list[Node] = []
        if self.kind == ")":
            self._take(")")
            return _truth_or_call(name, ())
        while True:
            arguments.append(Literal(None) if self.kind in {"argument", ")"} else self.expression())
            if self.kind != "argument":
                break
            self._take("argument")
        self._take(")")
        return Call(name, tuple(arguments))

    def _array(self) -> Node:
        self._take("{")
        rows: list[tuple[Node, ...]] = []
        columns: list[Node] = [self.expression()]
        while self.kind in {"row", "column"}:
            if self._take(self.kind) == self._locale.row:
                rows.append(tuple(columns))
                columns = []
            columns.append(self.expression())
        self._take("}")
        return Array((*rows, tuple(columns)))


def _truth_or_call(name: str, arguments: tuple[Node, ...]) -> Node:
    """`TRUE()` is TRUE."""
    return Literal(name == "TRUE") if name in {"TRUE", "FALSE"} else Call(name, arguments)
