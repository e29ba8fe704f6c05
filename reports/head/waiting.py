"""What waits for a decision of the collegial body, told for the head: what it is, what it lacks, whether it works."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.registers.decisions import QUESTIONS
from reports import wording
from reports.facts import Facts
from reports.naming import title_in
from validators.counting.approvals import MENTORS, SITES, SUBJECTS, Subject
from validators.counting.count import days, obstacle
from validators.counting.pending import pending, proposed_for_agenda, stages_unheard
from validators.counting.undecided import mentors_undecided, sites_undecided
from validators.office import Table
from validators.rules.lacking import lacking

TITLES = {one[:2]: one for one in QUESTIONS.values}
"""«C3» → «C3 Наставники»."""


@dataclass(frozen=True)
class Waiting:
    """A row that waits: the question, where it is, what it is, what it lacks; `busy` — what it does already."""

    question: str
    table: Table[Any]
    index: int
    what: str
    lacks: str
    busy: str = ""

    @property
    def title(self) -> str:
        """The question in words."""
        return TITLES[self.question]


def waiting(facts: Facts) -> list[Waiting]:
    """All that waits: first what works already, then by question."""
    found = [one for subject in SUBJECTS for one in _of_subject(facts, subject)]
    found += [*_stages(facts), *_agenda(facts)]
    return sorted(found, key=lambda one: (not one.busy, one.question, one.table.ids[one.index]))


def _of_subject(facts: Facts, subject: Subject) -> Iterator[Waiting]:
    office = facts.scene.office
    if obstacle(office, subject.key):
        return
    table, busy = office.tables[subject.key], _busy(facts, subject)
    for index, lacks in pending(office, subject, facts.today):
        code = table.ids[index]
        yield Waiting(subject.question, table, index, _what(table, index), lacking(subject, lacks), busy.get(code, ""))


def _what(table: Table[Any], index: int) -> str:
    """A mentor by his category, never by name; anything else by its title."""
    if table.register.person:
        return str(table.values["category"][index] or "")
    return title_in(table, table.ids[index])


def _busy(facts: Facts, subject: Subject) -> dict[str, str]:
    if subject is MENTORS:
        found = mentors_undecided(facts.scene.office, facts.today)
        return {one.code: f"команды: {', '.join(one.busy)}" for one in found}
    if subject is SITES:
        return {one.code: ", ".join(one.busy).lower() for one in sites_undecided(facts.scene.office)}
    return {}


def _stages(facts: Facts) -> Iterator[Waiting]:
    office = facts.scene.office
    if not office.has("DEC"):
        return
    for index in stages_unheard(office, facts.today):
        table = office.tables["STAGE"]
        closed = days(table, "closed")[index]
        words = f"этап закрыт {wording.day(closed)}, отчёт не рассмотрен" if closed else ""
        yield Waiting("C5", table, index, str(table.values["title"][index] or ""), words)


def _agenda(facts: Facts) -> Iterator[Waiting]:
    office = facts.scene.office
    for index in proposed_for_agenda(office):
        table = office.tables["AGENDA"]
        yield Waiting("C6", table, index, str(table.values["form"][index] or ""), "предложено, не включено")
