"""Papers that are owed: a report for each period of the season, and an answer to each request of the federal office."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from config.calendar import add_working_days
from config.registers.document_kinds import REQUEST
from config.settings import Settings
from validators.counting.count import Count, Way, by_then, days, ids_at, obstacle, share, weighed
from validators.counting.work import NOTHING_DUE
from validators.office import Office, Table

MONTHLY, QUARTERLY, OF_STAGE = "Отчёт месячный", "Отчёт квартальный", "Отчёт по этапу"
"""Reports that every period of their own owes."""

PRESENTED = ("Подписан", "Отправлен", "Исполнен")
"""Statuses of a document that has gone out of the hands of its author."""

DRAFTED = ("Проект", "На согласовании")
FEDERAL_OFFICE = "ФПО"
_ENDED, _DONE = "Завершена", "Исполнен"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Owed:
    """A report of a period: its last working day, and the row of DOC that presents it, or that drafts it."""

    kind: str
    period: str
    deadline: date
    row: int | None = None
    presented: date | None = None
    draft: int | None = None

    def is_missing(self, on: date) -> bool:
        """The deadline has passed and nothing is presented."""
        return self.row is None and self.deadline < on

    def is_presented(self, on: date) -> bool:
        """Presented by the day; presented on an unknown day is presented."""
        return self.row is not None and by_then(self.presented, on)

    @property
    def is_late(self) -> bool:
        """Presented after the deadline."""
        return self.presented is not None and self.presented > self.deadline


@dataclass(frozen=True)
class Request:
    """A request with a term: its row of DOC, and the row and day of the answer that was sent."""

    row: int
    due: date
    answer: int | None = None
    answered: date | None = None


def reports_owed(office: Office, settings: Settings, on: date) -> list[Owed]:
    """Reports of the periods that have ended, those of months and quarters only when they began in the season.

    The term is that of DOCKIND, working days after the period, else of the settings; a kind that DOCKIND does not list
    or has ended is not owed. A stage is counted from its closing, else from its end.
    """
    papers, terms = office.tables["DOC"], _terms(office, settings)
    start = season_start(office, settings)
    ends = {
        MONTHLY: _months(start, on),
        QUARTERLY: _quarters(start, on),
        OF_STAGE: _stages(office, on),
    }
    found = _papers_of(papers)
    return [
        _owed(papers, found.get((kind, period), []), kind, period, add_working_days(end, terms[kind]))
        for kind, periods in ends.items()
        if kind in terms
        for period, end in periods
    ]


def season_start(office: Office, settings: Settings) -> date:
    """The first day of the first stage; the first of September when no stage has its dates."""
    starts = days(office.tables["STAGE"], "start") if office.has("STAGE") else ()
    return min((day for day in starts if day), default=date(int(settings.office.season[:4]), 9, 1))


def federal_requests(office: Office) -> Iterator[Request]:
    """Incoming requests of the federal office that have a term."""
    table = office.tables["DOC"]
    kinds, counterparts, answers = (table.values[name] for name in ("kind", "counterpart", "answer"))
    due, day, states = days(table, "due"), days(table, "day"), table.values["status"]
    for index in table.counted:
        term = due[index]
        if kinds[index] != REQUEST or counterparts[index] != FEDERAL_OFFICE or term is None:
            continue
        at = table.index_of.get(str(answers[index]))
        sent = at is not None and at not in table.fallen and states[at] in PRESENTED
        yield Request(index, term, at if sent else None, day[at] if at is not None and sent else None)


def reports_obstacle(office: Office) -> str:
    """Why it can't be known which reports are owed; empty when it can."""
    return obstacle(office, "DOC", "kind", "period", "status") or obstacle(office, "DOCKIND")


def requests_obstacle(office: Office) -> str:
    """Why the requests of the federal office can't be known; empty when they can."""
    return obstacle(office, "DOC", "kind", "counterpart", "due")


def count_k29(office: Office, on: date) -> Count:
    """K29 Отчёты представлены в срок, %: documents presented in time ÷ reports due by the day.

    A report that nobody has presented has no row of its own: the denominator is each kind of document, weighed by how
    many reports of it are due.
    """
    why = reports_obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    due = [one for one in reports_owed(office, office.settings, on) if one.deadline < on or one.is_presented(on)]
    rows = [row for one in due if (row := one.row) is not None and one.is_presented(on) and not one.is_late]
    kinds = Counter(one.kind for one in due)
    in_time = {office.tables["DOC"].ids[row]: 1.0 for row in rows}
    return weighed(in_time, {kind: float(many) for kind, many in kinds.items()}, Way.SHARE, NOTHING_DUE)


def count_k30(office: Office, on: date) -> Count:
    """K30 Запросы ФПО исполнены в срок, %: answered in time ÷ due by the day. One answered early is counted at once."""
    why = requests_obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    table = office.tables["DOC"]
    due = [one for one in federal_requests(office) if one.due < on or is_answered(table, one, on)]
    in_time = [one.row for one in due if is_answered(table, one, min(one.due, on))]
    return share(ids_at(table, in_time), ids_at(table, (one.row for one in due)), NOTHING_DUE)


def is_answered(table: Table[Any], request: Request, on: date) -> bool:
    """Answered by the day, or on an unknown day; a request that is told to be done is answered."""
    is_done = table.values["status"][request.row] == _DONE and table.is_blank(request.row, "answer")
    return is_done or (request.answer is not None and by_then(request.answered, on))


def _terms(office: Office, settings: Settings) -> dict[str, int]:
    kinds, limits = office.tables["DOCKIND"], settings.thresholds
    usual = {MONTHLY: limits.report_days, QUARTERLY: limits.report_days, OF_STAGE: limits.stage_report_days}
    typed, states = kinds.values["days"], kinds.values["state"]
    return {
        kinds.ids[index]: int(str(term)) if (term := typed[index]) is not None else usual[kinds.ids[index]]
        for index in kinds.counted
        if kinds.ids[index] in usual and states[index] != _ENDED
    }


def _papers_of(table: Table[Any]) -> Mapping[tuple[object, object], list[int]]:
    kinds, periods = table.values["kind"], table.values["period"]
    found: dict[tuple[object, object], list[int]] = {}
    for index in table.counted:
        if periods[index] is not None:
            found.setdefault((kinds[index], periods[index]), []).append(index)
    return found


def _owed(table: Table[Any], rows: list[int], kind: str, period: str, deadline: date) -> Owed:
    states, day = table.values["status"], days(table, "day")
    presented = sorted((row for row in rows if states[row] in PRESENTED), key=lambda row: day[row] or date.min)
    drafts = [row for row in rows if states[row] in DRAFTED]
    first = presented[0] if presented else None
    when = None if first is None else day[first]
    return Owed(kind, period, deadline, first, when, drafts[0] if drafts else None)


def _months(start: date, on: date) -> Iterator[tuple[str, date]]:
    year, month = start.year, start.month
    while True:
        following = date(year + month // 12, month % 12 + 1, 1)
        if following > on:
            return
        if date(year, month, 1) >= start:
            yield f"{year}-{month:02d}", following - _DAY
        year, month = following.year, following.month


def _quarters(start: date, on: date) -> Iterator[tuple[str, date]]:
    months = list(_months(start, on))
    for at, (_, end) in enumerate(months):
        if end.month % 3 == 0 and at >= 2:
            yield f"{end.year}-К{end.month // 3}", end


def _stages(office: Office, on: date) -> Iterator[tuple[str, date]]:
    if not office.has("STAGE"):
        return
    table = office.tables["STAGE"]
    ends, closed = days(table, "end"), days(table, "closed")
    for index in table.counted:
        end = closed[index] or ends[index]
        if end is not None and end < on:
            yield table.ids[index], end
