"""What the rows under a supposed heading look like, column by column: the ground against which a heading stands out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from validators.framing.looks import FIGURES, NOTHING, TEXTS, Look
from validators.framing.numbering import is_number_row
from validators.framing.sheet import SAMPLE, Sheet


@dataclass(frozen=True)
class Profile:
    """One column of the body: how often it is filled (0…1) and the shares of looks among what is filled."""

    fill: float
    figures: float
    years: float
    words: float
    prose: float
    values: frozenset[str]
    first: Look

    @property
    def weight(self) -> float:
        """How much the column has to say about the heading."""
        return min(1.0, 0.25 + self.fill)


@dataclass(frozen=True)
class Body:
    """The rows under row `after`: the row of numbers, if any, the sampled rows, and the columns that hold anything."""

    after: int
    number_row: int | None
    rows: tuple[int, ...]
    columns: Mapping[int, Profile]

    @cached_property
    def weight(self) -> float:
        """All columns together."""
        return sum(profile.weight for profile in self.columns.values())


def body_under(sheet: Sheet, after: int) -> Body | None:
    """The body under a row; None when nothing stands there."""
    number_row = _number_row(sheet, after)
    first = (number_row or after) + 1
    rows = [row for row in range(first, sheet.height + 1) if not sheet.is_blank(row)][:SAMPLE]
    if not rows:
        return None
    dense = _dense(sheet, rows)
    columns = {}
    for column in range(sheet.width):
        looks = [sheet.looks[row - 1][column] for row in dense]
        if any(one is not Look.EMPTY for one in looks):
            columns[column] = _profile(sheet, dense, column, looks)
    return Body(after, number_row, tuple(dense), columns)


def _number_row(sheet: Sheet, after: int) -> int | None:
    for row in (after + 1, after + 2):
        if row <= sheet.height and not sheet.is_blank(row):
            return row if is_number_row(sheet.rows[row - 1]) else None
    return None


def _dense(sheet: Sheet, rows: Sequence[int]) -> list[int]:
    """Without the rows of one cell, which name sections and carry notes, unless they are most of the rows."""
    dense = [row for row in rows if len(sheet.filled(row)) > 1]
    return dense if len(dense) * 3 > len(rows) else list(rows)


def _profile(sheet: Sheet, rows: Sequence[int], column: int, looks: Sequence[Look]) -> Profile:
    counted = Counter(one for one in looks if one not in NOTHING)
    known = max(1, counted.total())
    filled = sum(one is not Look.EMPTY for one in looks)
    values = frozenset(sheet.folded[row - 1][column] for row in rows)
    return Profile(
        fill=filled / len(rows),
        figures=(sum(counted[one] for one in FIGURES) + 0.6 * counted[Look.CODE] + 0.9 * counted[Look.YEAR]) / known,
        years=counted[Look.YEAR] / known,
        words=sum(counted[one] for one in TEXTS) / known,
        prose=counted[Look.PROSE] / known,
        values=values,
        first=looks[0],
    )
