"""The stages of the season on the calendar: the days of each, and the breaks, whose days are no idleness."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from config.cells.dates import Spans
from validators.office import Office


@dataclass(frozen=True)
class Window:
    """The days of a stage, the first and the last included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """The day belongs to the stage."""
        return self.start <= day <= self.end


def windows(office: Office) -> Mapping[str, Window]:
    """Code of a stage → its days. A stage without both dates, as the work of the whole season, has none."""
    if not office.has("STAGE"):
        return {}
    table = office.tables["STAGE"]
    starts, ends = table.values["start"], table.values["end"]
    return {
        table.ids[index]: Window(start, end)
        for index in table.counted
        if isinstance(start := starts[index], date) and isinstance(end := ends[index], date) and start <= end
    }


def breaks(office: Office) -> Spans:
    """The breaks of all stages, joined and in order: none touches another."""
    if not office.has("STAGE"):
        return ()
    table = office.tables["STAGE"]
    typed = table.values["breaks"]
    spans = sorted(chain.from_iterable(cell for index in table.counted if isinstance(cell := typed[index], tuple)))
    joined: list[tuple[date, date]] = []
    for first, last in spans:
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def days_between(since: date, until: date, rest: Spans) -> int:
    """How many days have passed from one day to another, days of breaks left out; the first day is not counted."""
    whole = (until - since).days
    free = sum(_common(since, until, first, last) for first, last in rest)
    return max(whole - free, 0)


def _common(since: date, until: date, first: date, last: date) -> int:
    """How many days of a break lie after the one day and not after the other."""
    return max(min(until, last).toordinal() - max(since.toordinal(), first.toordinal() - 1), 0)
