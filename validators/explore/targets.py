"""What of a register a column of somebody's table can be taken for: its columns, and other ways to type them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from config.cells.text import is_empty_like, tidy
from config.columns import CellError, Column, Raw
from config.register import Composite, Register
from validators.memo import read_cell

Reader = Callable[[Raw], bool]
"""Whether a non-empty cell reads without an error."""

BESIDE = frozenset({"note", "state"})
"""Fields that every table may have: they say nothing of the register."""


@dataclass(frozen=True)
class Target:
    """A column of a register, or a heading of a composite. `names` are all its spellings, ours first.

    `column` is the one that its cells fill (the first one, for a composite); `fields` all that they fill.
    """

    names: tuple[str, ...]
    column: Column
    fields: tuple[str, ...]
    reads: Reader

    @property
    def heading(self) -> str:
        """How the office calls it."""
        return self.names[0]

    @property
    def kind(self) -> str:
        """The kind of its cells; «full_name» and kin for a composite that makes several fields of one cell."""
        return self.column.kind.name if len(self.fields) == 1 else "full_name"


@lru_cache(maxsize=64)
def targets_of(register: Register[Any]) -> tuple[Target, ...]:  # Any: a register of any record
    """All targets of a register; composites of one meaning («ФИО», «ФИО ученика») are one target each."""
    own = [Target((one.heading, *one.former), one, (one.field,), _reader(one)) for one in register.columns]
    return (*own, *_composed(register))


def _composed(register: Register[Any]) -> list[Target]:
    found: dict[str, Target] = {}
    for composite in register.composites:
        column = register.by_field[composite.fields[0]]
        for at, heading in enumerate(composite.headings):
            reads = _whole_reader(register, composite) if len(composite.headings) == 1 else _part_reader(at)
            found.setdefault(heading, Target((heading,), column, composite.fields, reads))
    return list(found.values())


def _reader(column: Column) -> Reader:
    return lambda raw: _fine(raw, column)


def _fine(raw: Raw, column: Column) -> bool:
    if isinstance(raw, CellError):
        return False
    reading = read_cell(raw, column)
    return reading.code is None or reading.value is not None


def _whole_reader(register: Register[Any], composite: Composite) -> Reader:
    columns = [register.by_field[name] for name in composite.fields]

    def reads(raw: Raw) -> bool:
        made = composite.make((raw,))
        return all(_fine(cell, column) for cell, column in zip(made, columns, strict=True))

    return reads


def _part_reader(at: int) -> Reader:
    return _is_grade if at == 0 else _any


def _is_grade(raw: Raw) -> bool:
    text = str(raw).strip()
    return len(text) <= 12 and text[:1].isdecimal()


def _any(raw: Raw) -> bool:
    return not isinstance(raw, CellError)


def share(cells: Sequence[Raw], reads: Reader) -> float:
    """The share of non-empty cells that read; 1.0 when there are none."""
    counted: dict[Raw, int] = {}
    for cell in cells:
        counted[cell] = counted.get(cell, 0) + 1
    total = sum(counted.values())
    good = sum(count for cell, count in counted.items() if reads(cell))
    return good / total if total else 1.0


def filled(cells: Sequence[Raw]) -> list[Raw]:
    """The cells in which anything stands; a dash or «н/д» is nothing."""
    return [cell for cell in cells if cell is not None and not (isinstance(cell, str) and is_empty_like(tidy(cell)))]
