"""An earlier collection, read back from its own workbook: which package of each region it held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.errors import OfficeError, UsageError
from config.periods import period_words
from reports.collected.collection import Collected, Fate
from reports.collected.packages import CORRECTION, DIGEST, FATE, NUMBER, PERIOD, REGION, SEASON, TAB
from sync.backends.readers.file import read_file
from sync.collecting.given import Period


class BeforeError(OfficeError):
    """Прежний свод не читается."""


@dataclass(frozen=True)
class Before:
    """The packages that an earlier collection held, by region, and their periods."""

    name: str
    periods: frozenset[Period]
    packages: Mapping[str, Collected] = field(repr=False)

    def of(self, period: Period) -> Mapping[str, Collected]:
        """Its packages, when it is a collection of the same period. Raises UsageError when it is of another."""
        other = next(iter(self.periods - {period}), None)
        if other is not None:
            raise UsageError(
                f"Прежний свод «{self.name}» — за другой период: {period_words(other.name)}, сезон {other.season}.",
                advice=f"Укажите прежний свод за период «{period_words(period.name)}» или соберите без --since.",
            )
        return self.packages


def before_in(path: Path) -> Before:
    """Raises BeforeError when it is no such workbook, UsageError when there is no such file."""
    try:
        read = read_file(path.name, path.read_bytes())
    except OSError as error:
        raise UsageError(f"Файла «{path}» нет или он не читается.", advice="Укажите прежний свод .xlsx.") from error
    rows = next((grid.rows for grid in read.grids if grid.tab == TAB), ())
    if not any(FATE in row for row in rows):
        raise BeforeError(
            f"В файле «{path.name}» нет листа «{TAB}» со списком пакетов.",
            advice="Укажите свод, который раньше сделала команда rpo collect, в виде .xlsx.",
        )
    lines = [line for line in _lines(rows) if line.get(FATE) == Fate.COUNTED.value]
    periods = frozenset(Period(str(line.get(SEASON)), str(line.get(PERIOD))) for line in lines)
    return Before(path.name, periods, {str(line.get(REGION)): _collected(line) for line in lines})


def _collected(line: Mapping[str, object]) -> Collected:
    return Collected(_whole(line.get(CORRECTION)), _whole(line.get(NUMBER)), str(line.get(DIGEST)))


def _lines(rows: Sequence[Sequence[object]]) -> Iterator[Mapping[str, object]]:
    """The rows below the heading, by its words."""
    heading: list[str] = []
    for row in rows:
        if heading:
            yield dict(zip(heading, row, strict=False))
        elif FATE in row:
            heading = [str(one) for one in row]


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0
