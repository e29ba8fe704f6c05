"""What the collegial body approved: mentors, sites and institutions in their registers and in the decisions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from config.registers.participation import TOOK_PLACE
from reports import wording
from reports.facts import Facts
from reports.naming import TABS
from reports.reconciling.pair import Compared, Disagreement, Pair, Said, side, typed
from validators.counting.count import days
from validators.counting.coverage import ABSENT
from validators.counting.decisions import Decision, decisions
from validators.counting.sites import FITS
from validators.office import Table
from validators.remark import Place

_BEFORE = frozenset({"Предложен", "На утверждении", "Отклонён", "Предложена"})
"""Statuses of those whom no decision has approved yet."""

_APPROVED = frozenset({"Утверждён", "Утверждена"})
_NO_DECISION = "решения нет"


@dataclass(frozen=True)
class _Decided:
    """All decisions, and those on a question that are live on the day."""

    table: Table[Any]
    known: Mapping[str, Decision]
    live: Mapping[str, Decision]

    def covers(self, decision: str, code: str) -> bool:
        """The decision names the record, or names a list in words; and does not except it."""
        one = self.live[decision]
        return code not in one.excepts and (code in one.names or one.in_words or not one.names)

    def approving(self, code: str) -> list[str]:
        """The decisions that name the record by its code."""
        return [one.id for one in self.live.values() if code in one.names and code not in one.excepts]

    def day(self, decision: str) -> date | None:
        """When it was taken."""
        return self.live[decision].decided

    def cell(self, decision: str, name: str = "objects") -> Place | None:
        """A cell of the decision, None when there is no such decision."""
        at = self.table.index_of.get(decision)
        return None if at is None else self.table.place(at, name)

    def shown(self, decision: str) -> str:
        """«РШ-0005 от 07.11.2025»."""
        taken = self.day(decision)
        return f"{decision} от {wording.day(taken)}" if taken else decision

    def why_dead(self, decision: str, question: str, on: date) -> str:
        """Why a cited decision approves nothing."""
        one = self.known.get(decision)
        if one is None:
            return "такого решения нет"
        if one.question != question:
            return f"вопрос {one.words}"
        if one.is_revoked(on) and one.revoked is not None:
            return f"отменено с {wording.day(one.revoked)}"
        return one.result


def _approvals(key: str, question: str) -> Callable[[Facts], Compared]:
    def compare(facts: Facts) -> Compared:
        office = facts.scene.office
        table = office.tables[key]
        known = decisions(office)
        live = {one.id: one for one in known.values() if one.question == question and one.is_live(facts.today)}
        decided = _Decided(office.tables["DEC"], known, live)
        rows = [index for index in table.counted if _is_told(table, index)]
        found = (_apart(table, index, decided, question, facts.today) for index in rows)
        return Compared(len(rows), tuple(one for one in found if one is not None))

    return compare


def _is_told(table: Table[Any], index: int) -> bool:
    return any(typed(table, index, name) is not None for name in ("status", "decision", "approved"))


def _apart(table: Table[Any], index: int, decided: _Decided, question: str, on: date) -> Disagreement | None:
    code = table.ids[index]
    status, cited, since = (typed(table, index, name) for name in ("status", "decision", "approved"))
    naming = decided.approving(code)
    if isinstance(cited, str) and cited not in decided.live:
        why = Said(decided.why_dead(cited, question, on), decided.cell(cited, "result"))
        return _said(table, index, ("decision", cited), why)
    if isinstance(cited, str) and not decided.covers(cited, code):
        words = "; ".join(map(decided.shown, naming)) or "не назван"
        return _said(table, index, ("decision", cited), Said(words, decided.cell(naming[0] if naming else cited)))
    behind = [cited] if isinstance(cited, str) else naming
    if not behind:
        return _said(table, index, ("status", str(status)), Said(_NO_DECISION)) if status in _APPROVED else None
    decision = Said(decided.shown(behind[0]), decided.cell(behind[0]))
    if status in _BEFORE:
        return _said(table, index, ("status", str(status)), replace(decision, words=f"утверждено, {decision.words}"))
    taken = {decided.day(one) for one in behind} - {None}
    if isinstance(since, date) and taken and since not in taken:
        return _said(table, index, ("approved", wording.day(since)), decision)
    return None


def _said(table: Table[Any], index: int, own: tuple[str, str], second: Said) -> Disagreement:
    name, words = own
    return Disagreement(table.ids[index], Said(words, table.place(index, name)), second)


def _sites_at_work(facts: Facts) -> Compared:
    office = facts.scene.office
    sites, trips = office.tables["ENT"], office.tables["PROG"]
    kinds, places, results = (trips.values[name] for name in ("kind", "organisation", "result"))
    start = days(trips, "start")
    used: dict[int, list[int]] = {}
    for index in trips.counted:
        at = sites.index_of.get(str(places[index]))
        came = results[index] in TOOK_PLACE and results[index] != ABSENT and start[index] is not None
        if at is not None and came and kinds[index] in FITS:
            used.setdefault(at, []).append(index)
    found = (_used_otherwise(sites, trips, at, rows) for at, rows in sorted(used.items()))
    return Compared(len(used), tuple(one for one in found if one is not None))


def _used_otherwise(sites: Table[Any], trips: Table[Any], at: int, rows: list[int]) -> Disagreement | None:
    start, kinds = trips.values["start"], trips.values["kind"]
    first = min(rows, key=lambda row: str(start[row]))
    status, since, allowed = (sites.values[name][at] for name in ("status", "approved", "site_kind"))
    began = start[first]
    if status in _BEFORE:
        return _use(sites, trips, at, ("status", str(status)), rows, first)
    if isinstance(since, date) and isinstance(began, date) and since > began:
        return _use(sites, trips, at, ("approved", f"утверждена {wording.day(since)}"), rows, first)
    other = [row for row in rows if allowed is not None and allowed not in FITS[str(kinds[row])]]
    if other:
        return _use(sites, trips, at, ("site_kind", str(allowed)), other, other[0])
    return None


def _use(
    sites: Table[Any], trips: Table[Any], at: int, site: tuple[str, str], rows: list[int], first: int
) -> Disagreement:
    began = trips.values["start"][first]
    times = wording.counted(len(rows), "строка", "строки", "строк")
    kind = str(trips.values["kind"][first]).lower()
    words = f"{kind}, {times}" + (f", первая {wording.day(began)}" if isinstance(began, date) else "")
    said = Said(site[1], sites.place(at, site[0]))
    return Disagreement(sites.ids[at], said, Said(words, trips.place(first, "organisation")))


def _pair(key: str, register: str, title: str, question: str, field: str) -> Pair:
    own = TABS[register]
    return Pair(
        key,
        title,
        (side(register, field), ("DEC", f"{TABS['DEC']}: вопрос {question}")),
        {
            "DEC": f"Исправьте строку в «{own}» по решению.",
            register: f"Исправьте «Объекты», «Результат» или дату в «{TABS['DEC']}».",
        },
        ((register,), ("DEC", "objects")),
        _approvals(register, question),
    )


APPROVAL_PAIRS = (
    _pair("mentor_approval", "MENT", "Утверждение наставников", "C3", "status"),
    _pair("site_approval", "ENT", "Утверждение площадок", "C2", "status"),
    _pair("institution_approval", "EDU", "Утверждение образовательных организаций", "C4", "decision"),
    Pair(
        "site_use",
        "Площадки проб и стажировок",
        (side("ENT", "status"), side("PROG", "organisation")),
        {
            "ENT": f"Исправьте организацию или вид в «{TABS['PROG']}»; неутверждённую площадку вынесите на решение.",
            "PROG": f"Исправьте статус, дату или вид площадки в «{TABS['ENT']}».",
        },
        (("ENT",), ("PROG", "organisation", "kind")),
        _sites_at_work,
    ),
)
