"""Extracts from the protocol, one for each department that takes part in a decision or answers for an instruction."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from config.cells.text import fold
from reports import wording
from reports.documents import parties
from reports.documents.agreement import day_words
from reports.documents.council_meeting import Meeting
from reports.documents.council_protocol import number_words
from reports.documents.council_words import decided, heard, lowered
from reports.documents.document import Block, Document, Passage, Section
from reports.head.page import told
from reports.naming import fit_for_file
from validators.counting.count import days
from validators.counting.meetings import Question, question_of

_EXTRACT = "Выписка из протокола"
_BREAKS = re.compile(r"[;\n]")


@dataclass(frozen=True)
class _Point:
    """A point that concerns a department: the index in DEC, its number, how it is heard and decided."""

    index: int
    number: str
    heard: str
    decided: str


def extracts(meeting: Meeting) -> tuple[Document, ...]:
    """The extracts in the order of the names of the departments; before the protocol is typed they are drafts of it."""
    found: dict[str, tuple[str, list[_Point]]] = {}
    for point in _points(meeting):
        for body in _bodies(meeting, point.index):
            found.setdefault(fold(body), (body, []))[1].append(point)
    made = [_extract(meeting, body, some) for _, (body, some) in sorted(found.items())]
    alike = Counter(one.file for one in made)
    return tuple(
        replace(one, file=f"{one.file} ({at})") if alike[one.file] > 1 else one for at, one in enumerate(made, 1)
    )


def _points(meeting: Meeting) -> Iterator[_Point]:
    facts = meeting.facts
    table = facts.scene.office.tables.get("DEC")
    if table is None:
        return
    for index in meeting.told:
        one = Question(question_of(facts.scene.office, index), _objects(meeting, index), row=index)
        words = str(table.values["content"][index] or "").rstrip(" .")
        number = str(table.values["point"][index] or "")
        yield _Point(
            index, number, heard(facts, one), f"{words}. Результат: {str(table.values['result'][index]).lower()}"
        )
    for place, one in enumerate(meeting.questions, 1):
        if one.row is not None and not meeting.is_typed:
            yield _Point(one.row, str(place), heard(facts, one), decided(facts, one))


def _objects(meeting: Meeting, index: int) -> tuple[str, ...]:
    """The stages of a point about their reports; what else a point names is not told to departments."""
    stage = meeting.facts.scene.office.tables["DEC"].values["stage"][index]
    return (str(stage),) if stage is not None else ()


def _bodies(meeting: Meeting, index: int) -> Iterator[str]:
    """Departments of a point, then who answers for its instruction, unless he is an employee of the office."""
    office = meeting.facts.scene.office
    table = office.tables["DEC"]
    named = [part.strip() for part in _BREAKS.split(str(table.values["departments"][index] or ""))]
    who = table.values["responsible"][index]
    staff = office.tables["STAFF"].index_of if office.has("STAFF") else {}
    if isinstance(who, str) and who not in staff and table.values["instruction"][index] is not None:
        named.append(who.strip())
    seen: set[str] = set()
    for one in named:
        if one and fold(one) not in seen:
            seen.add(fold(one))
            yield one


def _extract(meeting: Meeting, body: str, some: list[_Point]) -> Document:
    number = number_words(meeting)
    blocks: list[Block] = [Passage(f"Кому: {body}.")]
    for point in some:
        blocks += _blocks(meeting, point)
    title = (_EXTRACT, f"заседания {day_words(meeting.day)} {number}".strip())
    file = fit_for_file(f"Выписка {meeting.name} — {body}")
    paper = meeting.paper("", file, title, (Section("points", "", tuple(blocks)),))
    return replace(
        paper,
        issuer=(meeting.body,),
        signers=(parties.head(meeting.facts),),
        is_draft=not meeting.is_typed,
        as_of=meeting.day,
    )


def _blocks(meeting: Meeting, point: _Point) -> Iterator[Block]:
    table = meeting.facts.scene.office.tables["DEC"]
    yield Passage(f"СЛУШАЛИ: {lowered(point.heard)}.", strong=True)
    yield Passage(f"РЕШИЛИ{f' (пункт {point.number})' if point.number else ''}: {point.decided}.")
    instruction = table.values["instruction"][point.index]
    if instruction is not None:
        due = days(table, "due_new")[point.index] or days(table, "due")[point.index]
        term = f" Срок — {wording.day(due)}." if due else " Срок не указан."
        yield Passage(f"Поручение: {str(told(str(instruction))).rstrip(' .')}.{term}")
