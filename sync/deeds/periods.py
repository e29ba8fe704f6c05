"""The periods that a person chooses from."""

from collections.abc import Sequence
from datetime import date

from config.periods import period_words
from reports.wording import day
from sync.deeds.deed import Choice
from sync.desk import Desk
from sync.state.store import Store


def closed(desk: Desk) -> Sequence[Choice]:
    """The closed periods, the last one first."""
    with Store.open(desk.state, read_only=True) as store:
        periods = store.before(date.max).closed
    return [Choice(one.period, f"{period_words(one.period)}, по {day(one.cut)}") for one in reversed(periods)]
