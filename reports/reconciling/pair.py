"""Two registers that state the same fact: what each says, where they disagree, which is believed, what to mend."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from config.cells.text import is_empty_like, tidy
from config.registers import REGISTERS
from reports.facts import Facts
from validators.listed import listed
from validators.office import Table
from validators.remark import Place

_MOST_CODES = 3
_BY_KEY = {register.key: register for register in REGISTERS}


@dataclass(frozen=True)
class Said:
    """What a register says in words (codes, dates, numbers, never a name), and the cell, when one cell says it."""

    words: str
    place: Place | None = None


@dataclass(frozen=True)
class Disagreement:
    """A fact of which the two registers say different things: whose fact it is (a code), and both sayings."""

    subject: str
    first: Said
    second: Said


@dataclass(frozen=True)
class Compared:
    """How many facts were compared, and those that disagree."""

    facts: int
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True)
class Pair:
    """Two registers and one fact. `key` is its name in `[ownership]`.

    `sides` — the two values that `[ownership]` may give, each with the name of its register and column for people;
    `mend` — what to do when that side is believed; `needs` — registers and the fields without which nothing can be
    compared.
    """

    key: str
    title: str
    sides: tuple[tuple[str, str], tuple[str, str]]
    mend: Mapping[str, str]
    needs: tuple[tuple[str, ...], ...]
    compare: Callable[[Facts], Compared]

    def owner(self, facts: Facts) -> str:
        """The side that the office believes."""
        return str(getattr(facts.scene.settings.ownership, self.key))

    def believed(self, facts: Facts) -> str:
        """The name of that side for people."""
        return dict(self.sides)[self.owner(facts)]


def side(key: str, field: str) -> tuple[str, str]:
    """A side that is one column of a register: «Команды и проекты: Капитан»."""
    register = _BY_KEY[key]
    return key, f"{register.tab}: {register.by_field[field].heading}"


def typed(table: Table[Any], index: int, name: str) -> object:
    """The value that staff typed; None when the cell is blank and the service filled it, or it can't be read."""
    raw = table.raw[name][index] if name in table.raw else None
    blank = raw is None or (isinstance(raw, str) and (not tidy(raw) or is_empty_like(tidy(raw))))
    return None if blank else table.values[name][index]


def codes_of(table: Table[Any], rows: Sequence[int]) -> str:
    """«МР-0001; МР-0002; МР-0003 и ещё 4»: the codes of rows by their indexes."""
    return listed([table.ids[row] for row in rows], _MOST_CODES, "; ")
