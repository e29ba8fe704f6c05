"""What the collegial body has approved: mentors, sites, institutions, priorities, and the teams at work.

A row is approved on a day when a live decision (`validators.counting.decisions`) on the right question names it, or is
cited by it, and neither its own status nor the end of its term says otherwise (decisions.md 12, 16). A status that was
typed before the meeting, «Предложен», follows the decision: an approval is typed once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple

from validators.counting.count import NO_COLUMN, Count, by_then, days, ids_at, number, obstacle, until_then
from validators.counting.decisions import Decision, decisions
from validators.duplicates.repeats import uncounted
from validators.office import Office, Table

PROPOSED = frozenset({"Предложен", "На утверждении", "Предложена"})
"""Statuses of mentors and sites that wait for a decision, so that the decision changes them; a blank one waits, too."""

CLOSED = "Закрыт"
_ENDED = "Завершена"


class Subject(NamedTuple):
    """A register that the body approves: on which question, the status of an approved row, the ends of its term.

    `since` is kept only where the term may begin later than the decision; elsewhere the day of the decision is the day.
    """

    key: str
    question: str
    status: str | None = None
    since: str | None = None
    until: str | None = None


PRIORITIES = Subject("PRIORITY", "C1", since="since", until="until")
SITES = Subject("ENT", "C2", "Утверждена", until="agreement_until")
MENTORS = Subject("MENT", "C3", "Утверждён", until="term_until")
INSTITUTIONS = Subject("EDU", "C4")
INSTITUTIONS_AS_SITES = Subject("EDU", "C2")
"""An institution named in a decision on sites may take people for tests and internships (decisions.md 16)."""

SUBJECTS = (PRIORITIES, SITES, MENTORS, INSTITUTIONS)
"""What is approved, a register each, in the order of the questions."""


class Lack(Enum):
    """Why a row is not approved on a day."""

    NO_DECISION = auto()
    EXCEPTED = auto()
    NOT_YET = auto()
    REVOKED = auto()
    RAN_OUT = auto()
    STATUS = auto()


class Shortfall(NamedTuple):
    """What a row lacks: why, the day that decides, the decision or the status that is meant."""

    lack: Lack
    day: date | None = None
    what: str = ""


@dataclass(frozen=True)
class Approvals:
    """The rows of a register with the decisions behind them. `decisions` is None when decisions are not kept."""

    subject: Subject
    table: Table[Any]
    decisions: Mapping[str, Decision] | None
    naming: Mapping[str, tuple[Decision, ...]]

    def behind(self, index: int) -> tuple[Decision, ...]:
        """Accepted decisions on the question that name the row or are cited by it, those that except it left out."""
        row_id = self.table.ids[index]
        found = {one.id: one for one in self.naming.get(row_id, ())}
        cited = (self.decisions or {}).get(str(self.table.values["decision"][index]))
        if cited is not None and cited.is_accepted and cited.question == self.subject.question:
            found.setdefault(cited.id, cited)
        return tuple(one for one in found.values() if row_id not in one.excepts)

    def shortfall(self, index: int, on: date) -> Shortfall | None:
        """What the row lacks to be approved on the day; None when it is approved."""
        return self._of_itself(index, on) or self._of_decisions(index, on)

    def is_approved(self, index: int, on: date) -> bool:
        """The row is approved on the day."""
        return self.shortfall(index, on) is None

    def lacks_decision(self, index: int, on: date) -> Shortfall | None:
        """What the decisions alone say, whatever the row says of itself; None as well when decisions are not kept."""
        return None if self.decisions is None else self._of_decisions(index, on)

    def since(self, index: int, on: date) -> date | None:
        """The day of the earliest decision that holds on the day; None when none does, or its day is not known."""
        return min((one.decided for one in self.behind(index) if one.is_live(on) and one.decided), default=None)

    def _of_itself(self, index: int, on: date) -> Shortfall | None:
        life, wanted = self.table.register.life, self.subject.status
        state, until = self.table.values[life.field][index], self._day(self.subject.until, index)
        told = state in life.uncounted or (state == _ENDED and until is None)
        if told or (wanted is not None and state != wanted and not self._follows(state, index, on)):
            return Shortfall(Lack.STATUS, what=str(state or ""))
        if not until_then(until, on):
            return Shortfall(Lack.RAN_OUT, until)
        since = self._day(self.subject.since if self.decisions is not None else self._dated, index)
        return None if by_then(since, on) else Shortfall(Lack.NOT_YET, since)

    def _follows(self, state: object, index: int, on: date) -> bool:
        """The status is what the decisions say: it is blank, or it waited for one of them and has got it."""
        if state is None or self.decisions is None:
            return self.decisions is not None
        return state in PROPOSED and self._of_decisions(index, on) is None

    def _of_decisions(self, index: int, on: date) -> Shortfall | None:
        if self.decisions is None:
            told = self.subject.status is not None or self.subject is PRIORITIES
            told = told or self.table.values["decision"][index] is not None or self._day(self._dated, index) is not None
            return None if told else Shortfall(Lack.NO_DECISION)
        behind = self.behind(index)
        if any(one.is_live(on) for one in behind):
            return None
        revoked = next((one for one in behind if one.is_revoked(on)), None)
        if revoked is not None:
            return Shortfall(Lack.REVOKED, revoked.revoked, revoked.id)
        coming = min(((one.decided, one.id) for one in behind if one.decided is not None), default=None)
        if coming is not None:
            return Shortfall(Lack.NOT_YET, *coming)
        cited = self.decisions.get(str(self.table.values["decision"][index]))
        if cited is not None and self.table.ids[index] in cited.excepts:
            return Shortfall(Lack.EXCEPTED, what=cited.id)
        return Shortfall(Lack.NO_DECISION)

    @property
    def _dated(self) -> str:
        return "approved" if "approved" in self.table.values else "since"

    def _day(self, name: str | None, index: int) -> date | None:
        value = None if name is None else self.table.values[name][index]
        return value if isinstance(value, date) else None


def approvals(office: Office, subject: Subject) -> Approvals:
    """The rows of a register that is kept, with the decisions behind them."""
    known = decisions(office) if office.has("DEC") else None
    naming: dict[str, list[Decision]] = {}
    for one in (known or {}).values():
        if one.is_accepted and one.question == subject.question:
            for row_id in one.names:
                naming.setdefault(row_id, []).append(one)
    by_row = {row_id: tuple(some) for row_id, some in naming.items()}
    return Approvals(subject, office.tables[subject.key], known, by_row)


def approved(office: Office, key: str, on: date) -> Iterator[int]:
    """Indexes of the rows of a register (MENT, ENT, EDU, PRIORITY) that are approved on the day; nobody twice (X02)."""
    one = approvals(office, next(subject for subject in SUBJECTS if subject.key == key))
    twice = office.once(uncounted)
    return (index for index in one.table.counted if (key, index) not in twice and one.is_approved(index, on))


def count_k09(office: Office, on: date) -> Count:
    """K09 Команд действует: formed by the day and not closed."""
    why = obstacle(office, "TEAM")
    return Count(why=why) if why else number(ids_at(office.tables["TEAM"], active_teams(office, on)))


def active_teams(office: Office, on: date) -> list[int]:
    """Indexes of the teams at work on the day."""
    table = office.tables["TEAM"]
    formed, stages = days(table, "formed"), table.values["stage"]
    return [index for index in table.counted if by_then(formed[index], on) and stages[index] != CLOSED]


def count_k13(office: Office, on: date) -> Count:
    """K13 Наставников утверждено: by question C3, with a term that lasts."""
    return count_approved(office, "MENT", on)


def count_k15(office: Office, on: date) -> Count:
    """K15 Площадок утверждено: by question C2, with an agreement that lasts."""
    return count_approved(office, "ENT", on)


def count_approved(office: Office, key: str, on: date) -> Count:
    """The rows of a register that are approved on the day."""
    why = approval_obstacle(office, key)
    return Count(why=why) if why else number(ids_at(office.tables[key], approved(office, key, on)))


def approval_obstacle(office: Office, key: str) -> str:
    """Why it can't be known what is approved; empty when it can. Without decisions the row itself must tell."""
    why = obstacle(office, key)
    told = _TELLING.get(key)
    if why or told is None or office.has("DEC"):
        return why
    return NO_COLUMN if told <= office.tables[key].missing else ""


_TELLING: Mapping[str, frozenset[str]] = {
    "ENT": frozenset({"status"}),
    "MENT": frozenset({"status"}),
    "EDU": frozenset({"decision", "approved"}),
}
"""Without decisions: the columns, one of which must be there to tell what is approved."""
