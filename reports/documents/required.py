"""Which decisions the deputy of the governor is asked for: what waits for his hand, what only a meeting can decide."""

import re
from collections.abc import Iterator

from config.cells.text import fold
from config.registers.passport import HEADCOUNT
from reports import wording
from reports.documents.agreement import day_words
from reports.documents.parties import told
from reports.documents.proposals import asks, next_meeting
from reports.facts import Facts
from reports.naming import staff
from reports.quoting import DECISION, TITLE, quoted
from validators.counting.count import days
from validators.counting.decisions import AHEAD
from validators.counting.signing import to_sign
from validators.counting.work import instructions

_HIS = fold("заместитель Губернатора")
_NUMBER = re.compile(r"\s*([0-9]{1,4})\b")


def of_office(facts: Facts) -> Iterator[str]:
    """Papers that wait for his signature, people beyond the approved number, instructions that others are late with."""
    yield from _papers(facts)
    yield from _headcount(facts)
    yield from _others_late(facts)


def _papers(facts: Facts) -> Iterator[str]:
    """Documents not signed yet that name him as the signer, or whose kind he signs."""
    office = facts.scene.office
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    signers, kinds = table.values["signer"], table.values["kind"]
    his = _his_kinds(facts)
    for index in to_sign(office):
        signer = signers[index]
        if fold(str(signer)).startswith(_HIS) if signer is not None else kinds[index] in his:
            name = quoted(facts, table, index, "title", TITLE) or str(kinds[index] or "документ")
            yield f"подписать документ «{name}» ({table.ids[index]})"


def _his_kinds(facts: Facts) -> frozenset[str]:
    kinds = facts.scene.office.tables.get("DOCKIND")
    if kinds is None:
        return frozenset()
    signers = kinds.values["signer"]
    return frozenset(kinds.ids[index] for index in kinds.counted if fold(str(signers[index] or "")).startswith(_HIS))


def _headcount(facts: Facts) -> Iterator[str]:
    approved, working = _NUMBER.match(told(facts, HEADCOUNT)), len(staff(facts.scene.office, facts.today))
    if approved and working > int(approved[1]):
        people = wording.counted(working, "сотрудник", "сотрудника", "сотрудников")
        verb = wording.agreed(working, "работает", "работают", "работают")
        yield f"согласовать численность РПО: утверждено {approved[1]}, {verb} {people}"


def _others_late(facts: Facts) -> Iterator[str]:
    """Overdue instructions whose executor is nobody of the office."""
    table = facts.scene.office.tables.get("STAFF")
    own = frozenset() if table is None else frozenset(table.ids)
    late = [one for one in instructions(facts.scene.office) if one.is_late(facts.today) and one.who not in own]
    if late:
        yield f"обеспечить исполнение просроченных поручений, за которые отвечает не РПО (всего {len(late)})"


def of_programme(facts: Facts) -> Iterator[str]:
    """Questions on which he decides himself, and those that are to come before the collegial body."""
    yield from _own_questions(facts)
    questions = tuple(asks(facts))
    if questions:
        day = next_meeting(facts)
        when = (
            f"вынести на заседание коллегиального органа {day_words(day)}"
            if day
            else "назначить заседание коллегиального органа и вынести на него"
        )
        yield f"{when} вопросы: {', '.join(questions)}"


def _own_questions(facts: Facts) -> Iterator[str]:
    office = facts.scene.office
    if not office.has("DEC"):
        return
    table = office.tables["DEC"]
    bodies, results, decided = table.values["body"], table.values["result"], days(table, "decided")
    for index in table.counted:
        if fold(str(bodies[index] or "")).startswith(_HIS) and results[index] in AHEAD:
            day = decided[index]
            what = quoted(facts, table, index, "content", DECISION) or table.ids[index]
            yield f"рассмотреть вопрос «{what}»" + (f" (намечен на {wording.day(day)})" if day else "")
