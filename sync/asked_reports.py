"""Which reports somebody asks for: those of today, those of a closed period as issued, or as its day is known now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports import wording
from reports.composed import compose_all
from reports.report import Report, Stamp
from sync.desk import Desk
from sync.look import look_once
from sync.periods import frozen
from sync.reporting import for_all
from sync.rewind import known_now
from sync.state.store import Store


@dataclass(frozen=True)
class Asked:
    """The reports of a day; with the stamp of their update, if they were issued once."""

    day: date
    reports: Sequence[Report]
    stamp: Stamp | None = None


def of_today(desk: Desk, *, quiet: bool) -> Asked:
    """The office as it stands."""
    facts = look_once(desk, quiet=quiet).facts
    return Asked(desk.today, for_all(compose_all(facts)))


def of_period(desk: Desk, period: str, correction: int | None, *, as_known_now: bool) -> Asked:
    """The period as it was issued, or its last day as the registers tell it now. Raises what `frozen` raises."""
    with Store.open(desk.state, read_only=True) as store:
        issued = frozen(desk, store, period, correction)
    cut = issued.period.cut
    facts = known_now(desk, cut) if as_known_now else None
    if facts is None:
        return Asked(cut, issued.reports, issued.stamp)
    return Asked(cut, _known(for_all(compose_all(facts)), desk.today))


def _known(reports: Sequence[Report], today: date) -> tuple[Report, ...]:
    """With the words that they are not what was reported then."""
    words = f"Так этот день знают {wording.day(today)}: исправленное с тех пор учтено. Отправлен был другой отчёт."
    return tuple(replace(one, notice=" ".join(filter(None, (one.notice, words)))) for one in reports)
