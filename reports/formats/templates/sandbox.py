"""The language of marks, made harmless: it shows what it is given, and reaches for nothing else."""

from typing import Any, NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = frozenset(
    {"capitalize", "count", "d", "default", "first", "join", "last", "length", "lower", "replace", "title", "trim"}
    | {"truncate", "upper", "wordcount"}
)
"""What a mark may do with words; nothing that makes markup of them."""

FORBIDDEN = (
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.Block,
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.ScopedEvalContextModifier,
    nodes.EvalContextModifier,
)
"""Commands that reach for other files, or would let words through as markup."""


class Sandbox(ImmutableSandboxedEnvironment):
    """No globals, few filters, an unknown mark is an error, and no arithmetic that could fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()
        self.filters = {name: one for name, one in self.filters.items() if name in _FILTERS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> NoReturn:  # noqa: ARG002  the base's
        """Raises SecurityError."""
        raise SecurityError(operator)
