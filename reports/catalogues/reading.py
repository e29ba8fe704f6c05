"""Which columns somebody reads: by the declaration of the register, or by name in a module that knows the register."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from config.columns import Column, Need
from config.register import Record, Register
from config.registers import REGISTERS


@dataclass(frozen=True)
class Reader:
    """A module of rules or figures as the names that stand in it: plain ones, those after a dot, those in quotes."""

    names: frozenset[str]
    attributes: frozenset[str]
    strings: frozenset[str]


def reader(source: str) -> Reader:
    """The names that stand in the text of a module."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = (alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names)
    return Reader(
        names=frozenset((*imported, *(node.id for node in nodes if isinstance(node, ast.Name)))),
        attributes=frozenset(node.attr for node in nodes if isinstance(node, ast.Attribute)),
        strings=frozenset(
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ),
    )


def is_read(register: Register[Any], column: Column, readers: Iterable[Reader]) -> bool:
    """Some rule or figure looks at the column. A rare name in quotes needs no other sign of its register."""
    if column.field in _declared(register) or _matters(column):
        return True
    rare = _registers_with(column.field) <= _RARE
    return any(
        (rare and column.field in one.strings)
        or (column.field in {*one.attributes, *one.strings} and _knows(one, register))
        for one in readers
    )


_RARE = 2


def _registers_with(name: str) -> int:
    return sum(name in register.by_field for register in REGISTERS)


def _matters(column: Column) -> bool:
    """The declaration itself makes a rule of the column: C01 (required), C04 (past only), X01 (reference)."""
    demanded = column.need in {Need.REQUIRED, Need.EXPECTED} or bool(column.when)
    return demanded or column.vital or column.unique or column.past_only or column.kind.is_reference


def _declared(register: Register[Any]) -> set[str]:
    groups: Sequence[Sequence[str]] = (*register.names, *register.order, *register.unique, *register.either)
    conditions = {condition.field for column in register.columns for condition in column.when}
    fields = {"id", *register.natural, *register.person, register.life.field, register.curator or "id"}
    return fields | conditions | {name for group in groups for name in group}


def _knows(one: Reader, register: Register[Any]) -> bool:
    """The module names the register, its record, or what its record is made from."""
    records = {kind.__name__ for kind in register.record.__mro__ if issubclass(kind, Record)} - {Record.__name__}
    return register.key in one.strings or bool(one.names & {*records, register.key})
