"""A column of a register: everything the office says about it, said once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from pydantic import Field


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula failed: `#REF!`, `#Н/Д` and kin."""

    word: str


NOT_COMPUTED = CellError("#НЕ ВЫЧИСЛЕНО")
"""A formula that no program has computed yet: the file was made by a program and never saved in a spreadsheet."""

Raw = str | int | float | CellError | None
"""What a spreadsheet holds in a cell. A date is its serial, a percent its fraction, a tick «ИСТИНА» or «ЛОЖЬ»."""


class Privacy(IntEnum):
    """Class of personal data (domain.md §3.2)."""

    P0 = 0
    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4


class Need(StrEnum):
    """How much a cell is missed when it is empty."""

    REQUIRED = "обязательно"
    EXPECTED = "желательно"
    OPTIONAL = "по желанию"
    DERIVED = "заполняется сервисом, если пусто"


class Reading(NamedTuple):
    """What a cell says: its value, and, when something is wrong with it, the code and the words."""

    value: object = None
    code: str | None = None
    text: str = ""
    advice: str = ""
    severity: str | None = None


@dataclass(frozen=True)
class Choices:
    """The allowed values of a column, with other spellings that mean the same."""

    values: tuple[str, ...]
    also: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Condition:
    """A column is required when another field of the row has one of the values (any value, when none are named)."""

    field: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column: heading, kind of cell, requirement, reference and personal-data class."""

    heading: str
    kind: "Kind"
    field: str = ""
    need: Need = Need.OPTIONAL
    when: tuple[Condition, ...] = ()
    former: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    words_allowed: bool = False
    among: Choices | None = None
    low: float | None = None
    high: float | None = None
    low_warn: float | None = None
    high_warn: float | None = None
    longest: int = 500
    past_only: bool = False
    unique: bool = False
    vital: bool = False
    privacy: Privacy = Privacy.P0
    blank_means: object = None
    hint: str = ""


@dataclass(frozen=True)
class Kind:
    """What a cell may be: a name, the reader of one non-empty cell, and an example that people see.

    `read` gets a tidied text, a number or nothing else (empty and error cells are settled before it) and never raises.
    `odd` looks at many such texts at once and gives those that are not plainly their own value; `figures` gives the
    values of many numbers at once and leaves out those that want a question. Both say what `read` would say, sooner.
    """

    name: str
    title: str
    read: Callable[[Raw, Column], Reading]
    example: str = ""
    advice: str = ""
    odd: Callable[[Sequence[str], Column], Iterable[str]] | None = None
    figures: Callable[[Sequence[float], Column], Mapping[Raw, object]] | None = None
    several: bool = False
    keeps: tuple[str, ...] = ()
    is_date: bool = False
    is_reference: bool = False


def column(  # noqa: PLR0913  every argument is one fact about the column
    heading: str,
    *,
    need: Need = Need.OPTIONAL,
    when: Condition | tuple[Condition, ...] = (),
    former: tuple[str, ...] = (),
    refers: str | tuple[str, ...] = (),
    words_allowed: bool = False,
    among: Choices | tuple[str, ...] | None = None,
    low: float | None = None,
    high: float | None = None,
    low_warn: float | None = None,
    high_warn: float | None = None,
    longest: int = 500,
    past_only: bool = False,
    unique: bool = False,
    vital: bool = False,
    privacy: Privacy = Privacy.P0,
    blank_means: object = None,
    hint: str = "",
) -> Any:  # Any: pydantic types its own Field() so, or no field could be annotated
    """One column of a record. The kind of its cells comes from the annotation.

    `when` — conditions under which an empty cell is a remark; `past_only` — a date not after today; `words_allowed` —
    a reference may also be free words; `low_warn`/`high_warn` — bounds that only warn; `blank_means` — value of a blank
    cell.
    """
    facts: dict[str, object] = dict(locals())  # every argument is a fact of the column, under its own name
    facts["when"] = when if isinstance(when, tuple) else (when,)
    facts["refers"] = refers if isinstance(refers, tuple) else (refers,)
    facts["among"] = Choices(among) if isinstance(among, tuple) else among
    return Field(default=None, json_schema_extra={"column": facts})  # type: ignore[dict-item]  # facts are ours, not JSON
