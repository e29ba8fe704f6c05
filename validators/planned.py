"""Whether the plan of measures knows an event: by its title, or by its kind and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.cells.text import fold
from validators.counting.count import by_then, days
from validators.counting.work import CALLED_OFF
from validators.marksheet.kinds import kind_of
from validators.office import Table


@dataclass(frozen=True)
class PlannedEvent:
    """A measure that is not called off: folded title, the kind of activity it means, its first and last day."""

    title: str
    kind: str | None
    start: date | None
    end: date | None

    def means(self, kind: str, title: str, day: date) -> bool:
        """The event with this folded title, held on the day, is what the measure plans. An unknown day may be any."""
        if self.title in title or title in self.title:
            return True
        return self.kind == kind and by_then(self.start, day) and (self.end is None or day <= self.end)


def planned_events(plan: Table[Any]) -> tuple[PlannedEvent, ...]:
    """The measures of the plan. One that is late may be held till the day it is done or promised."""
    titles, states = plan.values["title"], plan.values["status"]
    starts, lasts = days(plan, "start"), [days(plan, name) for name in ("end", "done", "forecast")]
    return tuple(
        PlannedEvent(fold(str(titles[index])), kind_of([str(titles[index])]), starts[index], _last(lasts, index))
        for index in plan.counted
        if titles[index] is not None and states[index] not in CALLED_OFF
    )


def _last(columns: Sequence[Sequence[date | None]], index: int) -> date | None:
    return max((day for column in columns if (day := column[index]) is not None), default=None)
