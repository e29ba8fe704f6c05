"""What has changed since an earlier report: the indicators of its day beside those of now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from config.periods import period_words
from reports import wording
from reports.documents.agreement import day_words
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import count_in, count_of
from validators.counting.count import days
from validators.counting.papers import PRESENTED
from validators.counts import COUNTS
from validators.periods import window_of

DEPUTY_REPORT = "Доклад"
_OF_YEAR = frozenset({"K28"})
"""Counted from the first of January: those of two years can't be compared."""

_USUAL = timedelta(days=30)
_MONTH = 7
_SAME = 0.05


@dataclass(frozen=True)
class Earlier:
    """A day with which now is compared: how it is called, the figures that were reported then, where they are kept."""

    day: date
    words: str
    figures: Mapping[str, float | None] = field(default_factory=dict)

    def value(self, facts: Facts, key: str) -> float | None:
        """The indicator as it was reported; else counted on that day from the registers of now, by their dates."""
        if key in self.figures:
            return self.figures[key]
        if not BY_ID[key].dated or key not in COUNTS or (key in _OF_YEAR and self.day.year != facts.today.year):
            return None
        return count_in(facts.scene.office, self.day, key, {}).value


def last_told(facts: Facts, kind: str = DEPUTY_REPORT, but: str | None = None) -> Earlier:
    """The last report of the kind that has gone out, that of the period `but` left out; without one 30 days ago."""
    found = max(_told(facts, kind, but), default=None)
    if found is None:
        day = facts.today - _USUAL
        return Earlier(day, f"с{wording.NBSP}{day_words(day)}", _issued(facts, day))
    day, period = found
    name = f" за {period_words(period).replace('г.', 'года')}" if len(period) >= _MONTH else ""
    return Earlier(day, f"с прошлого доклада{name}", _issued(facts, day))


def _told(facts: Facts, kind: str, but: str | None) -> Iterator[tuple[date, str]]:
    """The last day of what each report that has gone out told of, and its period; only of days that are over."""
    office = facts.scene.office
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    kinds, states, periods = (table.values[name] for name in ("kind", "status", "period"))
    issued = days(table, "day")
    for index in table.counted:
        period = str(periods[index] or "")
        if kinds[index] != kind or states[index] not in PRESENTED or (but is not None and period == but):
            continue
        window = window_of(office, period) if period else None
        day = window.end if window is not None else issued[index]
        if day is not None and day < facts.today:
            yield day, period if window is not None else ""


def _issued(facts: Facts, day: date) -> Mapping[str, float | None]:
    """The figures of the closed period that ended on the day."""
    return next((one.figures for one in facts.past.reported if one.cut == day), {})


def changes(facts: Facts, earlier: Earlier, keys: Iterable[str]) -> Iterator[str]:
    """A clause for each indicator that is another one now: «зачислено: было 209, стало 220 (+11)»."""
    for key in keys:
        before, now = earlier.value(facts, key), count_of(facts, key).value
        if before is None or now is None or abs(now - before) < _SAME:
            continue
        one = BY_ID[key]
        was, is_now = (_shown(one.unit, value) for value in (before, now))
        unit = f"{wording.NBSP}п.{wording.NBSP}п." if one.unit == "%" else ""
        title = one.title[:1].lower() + one.title[1:]
        yield f"{title}: было {was}, стало {is_now} ({wording.signed(round(now, 1) - round(before, 1))}{unit})"


def _shown(unit: str, value: float) -> str:
    return wording.percent(value) if unit == "%" else wording.decimal(value)
