"""What a formula says, as a tree."""

from dataclasses import dataclass

from tests.sheets_server.cell_values import Scalar
from tests.sheets_server.formulas.references import Reference


@dataclass(frozen=True)
class Literal:
    """A number, a text, a truth or an error that stands in the formula; None for an argument left out."""

    value: Scalar


@dataclass(frozen=True)
class Pointer:
    """A cell or a range."""

    reference: Reference


@dataclass(frozen=True)
class Name:
    """A named range."""

    text: str


@dataclass(frozen=True)
class Operation:
    """One operator; a single operand is a sign before it or `%` after it."""

    operator: str
    operands: tuple["Node", ...]


@dataclass(frozen=True)
class Call:
    """A function by its English name in capitals."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True)
class Array:
    """`{…}`: rows of columns."""

    rows: tuple[tuple["Node", ...], ...]


Node = Literal | Pointer | Name | Operation | Call | Array
