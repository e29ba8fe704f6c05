"""How far each document of the office is: drafted, in agreement, signed, sent; whose signature it waits for (H6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from config.calendar import add_working_days
from config.cells.text import fold
from config.periods import calendar_days
from config.registers.record_state import FINISHED
from config.settings import Settings
from validators.counting.count import days, obstacle
from validators.counting.decisions import decisions
from validators.counting.meetings import decided_points
from validators.counting.papers import MONTHLY, reports_owed
from validators.counting.signing import competences
from validators.counting.staff import staff_at_work
from validators.office import Office

TALK, FINAL, PROTOCOL = "Доклад", "Итоговый отчёт", "Протокол"
_INCOMING = "Входящий"


class State(StrEnum):
    """How far a document is, from the beginning to the end."""

    ABSENT = "нет в реестре"
    DRAFT = "проект"
    AGREEING = "на согласовании"
    SIGNED = "подписан"
    SENT = "отправлен"

    @property
    def is_signed(self) -> bool:
        """It is a document, no more a draft of one."""
        return self in {State.SIGNED, State.SENT}


_STATES: Mapping[object, State] = {
    "Проект": State.DRAFT,
    "На согласовании": State.AGREEING,
    "Подписан": State.SIGNED,
    "Отправлен": State.SENT,
    "Исполнен": State.SENT,
}
_RANK = tuple(State)


@dataclass(frozen=True)
class Paper:
    """A document that is due, or asked about: the row of DOC that is furthest on its way, and whose signature it needs.

    `period` as DOC writes it, the day of the meeting for a protocol (`2026-04-23`). `signer` is the code of an employee
    or words, "" when nobody is named; `is_competent` is None when nothing tells what he may sign.
    """

    kind: str
    period: str
    state: State
    row: int | None
    signer: str
    is_competent: bool | None
    deadline: date | None = None

    def days_left(self, on: date) -> int | None:
        """Calendar days to the deadline, negative after it; None for what has no term, or is sent already."""
        return None if self.deadline is None or self.state.is_signed else (self.deadline - on).days


def paper_of(office: Office, kind: str, period: str, deadline: date | None = None) -> Paper:
    """The document of a kind for a period. Several rows: the furthest counts, the later of two alike."""
    found = [(_RANK.index(state), index) for index, state in _rows(office, kind, period)]
    place, row = max(found, default=(0, None), key=lambda one: (one[0], one[1] or 0))
    signer = signer_of(office, kind, row)
    return Paper(kind, period, _RANK[place], row, signer, may_sign(office, signer, kind), deadline)


def _rows(office: Office, kind: str, period: str) -> Iterator[tuple[int, State]]:
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    kinds, states, ways, periods = (table.values[name] for name in ("kind", "status", "way", "period"))
    dated, signed = days(table, "day"), days(table, "signed")
    for index in table.counted:
        if fold(str(kinds[index])) != fold(kind) or ways[index] == _INCOMING or states[index] not in _STATES:
            continue
        of_day = {fold(day.isoformat()) for day in (dated[index], signed[index]) if day is not None}
        named = {fold(str(periods[index]))} if periods[index] is not None else set()
        if not period or fold(period) in (named or of_day):
            yield index, _STATES[states[index]]


def signer_of(office: Office, kind: str, row: int | None = None) -> str:
    """Who is named in the document, else whom the kind of document names: his code when he works in the office."""
    typed = None if row is None else office.tables["DOC"].values["signer"][row]
    if typed is None and office.has("DOCKIND"):
        kinds = office.tables["DOCKIND"]
        place = next((at for at in kinds.counted if fold(kinds.ids[at]) == fold(kind)), None)
        typed = None if place is None else kinds.values["signer"][place]
    words = str(typed or "")
    return _employee(office, words) or words


def _employee(office: Office, words: str) -> str:
    """The code of the employee who holds the post named in words; empty when nobody does."""
    table = office.tables.get("STAFF")
    if table is None or words in table.index_of:
        return words if table is not None else ""
    posts = table.values["post"]
    holders = [at for at in table.counted if fold(str(posts[at] or "")) == fold(words)]
    at_work = [at for at in holders if at in staff_at_work(office, date.max)] or holders
    return table.ids[at_work[0]] if words and at_work else ""


def may_sign(office: Office, signer: str, kind: str) -> bool | None:
    """Such documents are entrusted to him; somebody outside the office may sign what the kind of document names."""
    may = office.once(competences)
    if signer in may:
        return kind in may[signer]
    if not signer or (office.has("STAFF") and signer in office.tables["STAFF"].index_of):
        return None
    return True if fold(signer) == fold(_asked(office, kind)) else None


def _asked(office: Office, kind: str) -> str:
    kinds = office.tables.get("DOCKIND")
    at = None if kinds is None else kinds.index_of.get(kind)
    return "" if kinds is None or at is None else str(kinds.values["signer"][at] or "")


def papers_due(office: Office, settings: Settings, on: date) -> list[Paper]:
    """The documents that the office owes by the day: reports, talks to the deputy of the Governor, protocols, the final
    report of the season. Of a kind that DOCKIND does not list, or has ended, none is due.

    The term is that of DOCKIND, working days after the period; a protocol has one only when DOCKIND tells it.
    """
    if obstacle(office, "DOC", "kind", "status") or obstacle(office, "DOCKIND"):
        return []
    owed = [(one.kind, one.period, one.deadline) for one in reports_owed(office, settings, on)]
    more = [*_talks(office, settings, owed), *_protocols(office, on), *_final(office, settings, on)]
    return [paper_of(office, *one) for one in (*owed, *more)]


_Due = tuple[str, str, date | None]


def _talks(office: Office, settings: Settings, owed: list[tuple[str, str, date]]) -> Iterator[_Due]:
    """A talk for each month (H5), in an office that gives such talks."""
    if not _is_listed(office, TALK) or not (_term(office, TALK) is not None or any(_rows(office, TALK, ""))):
        return
    term = _term(office, TALK)
    for kind, period, _ in owed:
        window = calendar_days(period)
        if kind == MONTHLY and window is not None:
            yield TALK, period, add_working_days(window.last, settings.thresholds.report_days if term is None else term)


def _protocols(office: Office, on: date) -> Iterator[_Due]:
    """A protocol of each meeting whose decisions are typed, unless they cite one in words."""
    if not _is_listed(office, PROTOCOL):
        return
    term = _term(office, PROTOCOL)
    for day in sorted({one.decided for one in decisions(office).values() if one.decided is not None}):
        rows = decided_points(office, day, on) if day <= on else []
        cited = {office.tables["DEC"].values["protocol"][index] for index in rows} - {None}
        in_words = any(str(one) not in office.tables["DOC"].index_of for one in cited)
        if rows and not in_words:
            yield PROTOCOL, f"{day:%Y-%m-%d}", None if term is None else add_working_days(day, term)


def _final(office: Office, settings: Settings, on: date) -> Iterator[_Due]:
    """The final report, once the last stage has ended; it is of the year in which the season ends."""
    ends = [day for day in (days(office.tables["STAGE"], "end") if office.has("STAGE") else ()) if day is not None]
    if not ends or max(ends) >= on or not _is_listed(office, FINAL):
        return
    term = _term(office, FINAL)
    days_given = settings.thresholds.stage_report_days if term is None else term
    yield FINAL, settings.office.season[-4:], add_working_days(max(ends), days_given)


def _is_listed(office: Office, kind: str) -> bool:
    kinds = office.tables["DOCKIND"]
    at = kinds.index_of.get(kind)
    return at is not None and at in kinds.counted and kinds.values["state"][at] != FINISHED


def _term(office: Office, kind: str) -> int | None:
    kinds = office.tables["DOCKIND"]
    at = kinds.index_of.get(kind)
    typed = None if at is None else kinds.values["days"][at]
    return typed if isinstance(typed, int) else None


def papers_told(found: Sequence[Paper]) -> list[Paper]:
    """Those in work, then the latest of each kind that is signed."""
    by_term = sorted(found, key=lambda one: (one.deadline or date.min, one.period))
    last = {one.kind: one for one in by_term if one.state.is_signed}
    return [*papers_in_work(found), *last.values()]


def papers_in_work(found: Iterable[Paper]) -> list[Paper]:
    """Those that are not signed, the nearest term first; what has no term comes last."""
    opened = [one for one in found if not one.state.is_signed]
    return sorted(opened, key=lambda one: (one.deadline or date.max, one.kind, one.period))
