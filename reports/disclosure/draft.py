"""A package before the gate: tables whose cells know what they are, so that the gate can tell what may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from reports.disclosure.personal import Known
from reports.disclosure.system import AtMost, Issued, Same, Sum
from reports.report import Field


class Mark(StrEnum):
    """What stands in a cell instead of a value. Zero is no mark: it is a number."""

    HIDDEN = "скрыто"
    NO_DATA = "нет данных"
    NOT_MEANT = "не предусмотрено"


class Rank(IntEnum):
    """What a number of people is in its table."""

    PART = 0
    WHOLE = 1
    GRAND = 2


@dataclass(frozen=True)
class People:
    """A number of participants: k is for these alone (decisions.md 37).

    `rank` tells how long it stays in sight when others have to be covered: a part, the whole of a column, the number of
    all who applied or were enrolled.
    """

    value: int
    rank: Rank = Rank.PART


@dataclass(frozen=True)
class Percent:
    """A percentage of participants as it is shown. `part` and `base` are addresses, `base` may be a known number."""

    value: int | float
    part: str
    base: str | int


@dataclass(frozen=True)
class Following:
    """A number that is worked out from others: it is shown only where all of these are. `of` are their addresses."""

    value: int | float
    of: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """Words that staff typed: they are read by the gate. `source` is the code of their row, for the head.

    `free` — words of any kind; a title of an organisation or a place may be like somebody's surname.
    """

    words: str
    source: str = ""
    free: bool = True


Cell = People | Percent | Following | Text | Mark | str | int | float | date | None
"""A plain value is the service's own word, or a number that counts no participants."""

Shown = str | int | float | date | Mark | None
"""What a reader sees in a cell."""


@dataclass(frozen=True)
class Row:
    """A line of a table. The key is its name in every package of the season: `Школьник`, `K02`, `КМ-0012`."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class DraftTable:
    """A table under its code (`1` … `10`) with one heading row; every line has a cell for each field."""

    code: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    def address(self, row: Row, at: int) -> str:
        """`3/Школьник/Зачислено`."""
        return address(self.code, row.key, self.fields[at].heading)


def address(table: str, row: str, column: str) -> str:
    """The name of a cell, the same in every package of the season: `3/Школьник/Зачислено`."""
    return f"{table}/{row}/{column}"


@dataclass(frozen=True)
class Head:
    """Of whom and when a package is. `period` is the reporting one; `request` — the code of the letter that asks.

    `rules` — the version of the program that counted; `reason` — why a correction was made.
    """

    region: str
    oktmo: str
    season: str
    period: str
    as_of: date
    rules: str
    correction: int = 0
    reason: str = ""
    request: str = ""
    recipient: str = "ФПО"


@dataclass(frozen=True)
class Explained:
    """A line of the explanatory note: what is off its plan, why, what is done, until when, and who (a post).

    `code` is that of the row, `figure` the indicator that it explains, "" when it is about a part of the report.
    """

    code: str
    subject: str
    reason: str
    measures: str = ""
    due: date | None = None
    who: str = ""
    figure: str = ""


@dataclass(frozen=True)
class Source:
    """Of which day the data of a register are; None when it has none."""

    title: str
    as_of: date | None


@dataclass(frozen=True)
class Sent:
    """An earlier package of the season as its reader has it: every cell, and what it says to the gate."""

    head: Head
    cells: Mapping[str, Shown]
    issued: Issued


@dataclass(frozen=True)
class Draft:
    """Everything that is to leave, before the gate.

    `unseen` — numbers of people that no table shows but a reader can reason about: the part of a percentage, by their
    addresses. `sums`, `same`, `at_most` and `grows` — what a reader knows of the numbers of people (`system.System`).
    `known` are the people and contacts of all registers, whom no text may name. `before` is the package that this one
    is compared with.
    """

    head: Head
    tables: tuple[DraftTable, ...]
    known: Known
    unseen: Mapping[str, People] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    same: tuple[Same, ...] = ()
    at_most: tuple[AtMost, ...] = ()
    grows: frozenset[str] = frozenset()
    notes: tuple[Explained, ...] = ()
    sources: tuple[Source, ...] = ()
    before: Sent | None = None
