"""K32: how complete, correct, up to date and promptly mended the registers are, as bare values (domain.md §5.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from config.calendar import working_days_between
from config.columns import Column, Need
from reports.causes import above_info, is_of_row
from reports.facts import Facts
from reports.report import Light
from reports.state import is_fresh
from validators.office import Table
from validators.remark import Remark, Severity

_SPOILING = (Severity.CRITICAL, Severity.ERROR)


@dataclass(frozen=True)
class Part:
    """A share: how many of how many; no percent where there is nothing to share."""

    good: int = 0
    all: int = 0

    @property
    def percent(self) -> float | None:
        """0–100, None for nothing."""
        return 100 * self.good / self.all if self.all else None

    def __add__(self, other: "Part") -> "Part":
        return Part(self.good + other.good, self.all + other.all)


@dataclass(frozen=True)
class Quality:
    """The four parts of the index, of a register or of all."""

    filled: Part = Part()
    correct: Part = Part()
    fresh: Part = Part()
    prompt: Part = Part()

    @property
    def parts(self) -> Mapping[str, float | None]:
        """Name of a part → its percent."""
        return {
            "полнота": self.filled.percent,
            "корректность": self.correct.percent,
            "актуальность": self.fresh.percent,
            "своевременность": self.prompt.percent,
        }

    @property
    def index(self) -> float | None:
        """The mean of the parts that are known."""
        known = [share for share in self.parts.values() if share is not None]
        return sum(known) / len(known) if known else None

    @property
    def weakest(self) -> str | None:
        """The name of the lowest part."""
        known = {name: share for name, share in self.parts.items() if share is not None}
        return min(known, key=lambda name: known[name]) if known else None


def by_register(facts: Facts) -> dict[str, Quality]:
    """The quality of each register that is read."""
    office = facts.scene.office
    spoiled: dict[str, set[str]] = {}
    for remark in facts.remarks:
        if remark.severity in _SPOILING and is_of_row(remark.place) and remark.place.register:
            spoiled.setdefault(remark.place.register, set()).add(remark.place.id or remark.place.local_key)
    return {
        key: _quality(facts, table, spoiled.get(key, set())) for key, table in office.tables.items() if office.has(key)
    }


def total(facts: Facts, registers: Mapping[str, Quality]) -> Quality:
    """The quality of all registers together, and how promptly remarks are mended."""
    return Quality(
        filled=_sum(one.filled for one in registers.values()),
        correct=_sum(one.correct for one in registers.values()),
        fresh=_sum(one.fresh for one in registers.values()),
        prompt=promptness(facts),
    )


def promptness(facts: Facts) -> Part:
    """Of the remarks closed in the last 30 days, those closed within the norm of working days."""
    norm = facts.scene.settings.thresholds.fix_days
    quick = sum(working_days_between(one.opened, one.closed) <= norm for one in facts.past.fixed)
    return Part(quick, len(facts.past.fixed))


def _sum(parts: Iterable[Part]) -> Part:
    return sum(parts, Part())


def _quality(facts: Facts, table: Table[Any], spoiled: set[str]) -> Quality:
    rows = len(table) - len(table.from_exports)
    fresh = is_fresh(facts, table.register.key)
    return Quality(
        filled=_filled(table, frozenset(facts.scene.settings.keeping(table.register.key).absent)),
        correct=Part(rows - len(spoiled.intersection(table.ids)), rows),
        fresh=Part() if fresh is None else Part(int(fresh), 1),
    )


def _filled(table: Table[Any], absent: frozenset[str]) -> Part:
    columns = [one for one in table.register.columns if one.field != "id" and one.heading not in absent]
    return _sum(chain.from_iterable(_cells(table, column) for column in columns))


def _cells(table: Table[Any], column: Column) -> Iterable[Part]:
    if column.need is Need.REQUIRED:
        due = list(table.kept)
    elif column.when:
        due = [index for index in table.kept if _is_due(table, column, index)]
    else:
        return
    due = [index for index in due if not table.is_unknown(index, column.field)]
    values = table.values[column.field]
    yield Part(sum(values[index] is not None or not table.is_blank(index, column.field) for index in due), len(due))


def _is_due(table: Table[Any], column: Column, index: int) -> bool:
    for condition in column.when:
        value = table.values[condition.field][index]
        if value in condition.values if condition.values else value not in (None, False):
            return True
    return False


@dataclass(frozen=True)
class Pace:
    """How the putting in order goes: remarks left, of how many at the start, and the change over a week."""

    left: int
    started: int | None
    week: int | None


def pace(facts: Facts) -> Pace:
    """The pace of putting data in order, by the remarks that somebody must mend."""
    left = len(above_info(facts.remarks))
    before = facts.past.open_week_ago
    return Pace(left, facts.past.started, None if before is None else left - len(before))


def settling(facts: Facts) -> bool:
    """The office is still putting its tables in order, so the light of data is grey (decisions.md 25)."""
    until = facts.scene.settings.office.settling_until
    return until is not None and facts.today <= until


def light_of(facts: Facts, quality: Quality) -> Light:
    """The light of data (domain.md §5.6): by the index, and red while anything is not counted."""
    index, limits = quality.index, facts.scene.settings.thresholds
    if settling(facts) or index is None:
        return Light.GREY
    if index < limits.data_yellow or _keeps_out(facts.remarks):
        return Light.RED
    return Light.GREEN if index >= limits.data_green else Light.YELLOW


def _keeps_out(remarks: Iterable[Remark]) -> bool:
    return any(remark.severity is Severity.CRITICAL for remark in remarks)
