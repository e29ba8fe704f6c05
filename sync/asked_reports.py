"""Which reports somebody asks for: those of today, those of a closed period as issued, or as its day is known now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports import wording
from reports.composed import compose_all
from reports.facts import Facts
from reports.report import Report, Stamp
from sync.desk import Desk
from sync.periods import frozen
from sync.reporting import for_all
from sync.rewind import known_now
from sync.state.store import Store


@dataclass(frozen=True)
class Asking:
    """For what is asked: a period or stage, a correction of it, as issued or as known now; a meeting."""

    period: str | None = None
    correction: int | None = None
    as_known_now: bool = False
    meeting: date | None = None


@dataclass(frozen=True)
class Asked:
    """The reports of a day; with the stamp of their update, if they were issued once."""

    day: date
    reports: Sequence[Report]
    stamp: Stamp | None = None


def of_today(desk: Desk, facts: Facts) -> Asked:
    """The office as it stands."""
    return Asked(desk.today, for_all(compose_all(facts)))


def of_period(desk: Desk, asking: Asking) -> Asked:
    """The period as it was issued, or its last day as the registers tell it now. Raises what `frozen` raises."""
    with Store.open(desk.history, read_only=True) as store:
        issued = frozen(desk, store, asking.period or "", asking.correction)
    cut = issued.period.cut
    facts = known_now(desk, cut) if asking.as_known_now else None
    if facts is None:
        return Asked(cut, issued.reports, issued.stamp)
    return Asked(cut, _known(for_all(compose_all(facts)), desk.today))


def _known(reports: Sequence[Report], today: date) -> tuple[Report, ...]:
    """With the words that they are not what was reported then."""
    words = known_words(today)
    return tuple(replace(one, notice=" ".join(filter(None, (one.notice, words)))) for one in reports)


def known_words(today: date) -> str:
    """What stands on a report of a closed period that was counted again."""
    return f"Так этот день знают {wording.day(today)}: исправленное с тех пор учтено. Отправлен был другой отчёт."
