"""The periods that a person chooses from."""

from collections.abc import Sequence
from datetime import date

from config.periods import period_words
from reports.wording import day
from sync.before import Before
from sync.deeds.deed import Choice, Done, Wish
from sync.desk import Desk
from sync.periods import issued_lines, name_of
from sync.state.store import Store


def closed(desk: Desk) -> Sequence[Choice]:
    """The closed periods, the last one first."""
    with Store.open(desk.history, read_only=True) as store:
        return closed_before(store.before(date.max))


def closed_before(before: Before) -> Sequence[Choice]:
    """The same as an update remembers them."""
    return [Choice(one.period, f"{period_words(one.period)}, по {day(one.cut)}") for one in reversed(before.closed)]


def last_correction(desk: Desk, wish: Wish) -> str:
    """The number of the last report of the period; empty while it is not closed."""
    with Store.open(desk.history, read_only=True) as store:
        known = store.period(name_of(wish["period"]))
    return "" if known is None else str(known.correction)


def issued(desk: Desk, wish: Wish) -> Done:
    """What came of the last report of the period; the next update puts into the archive what is missing there."""
    with Store.open(desk.history, read_only=True) as store:
        known = store.period(name_of(wish["period"]))
    return Done(() if known is None else issued_lines(desk, known))
