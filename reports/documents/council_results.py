"""After the meeting: what was decided, what was not and stays in the next draft list, what was refused."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reports import wording
from reports.documents import parties
from reports.documents.agreement import day_words
from reports.documents.council_meeting import PROTOCOL, Meeting
from reports.documents.council_protocol import number_words
from reports.documents.council_words import LISTED
from reports.documents.document import Block, Document, Passage, Section
from reports.documents.readiness import lacks_in_words
from reports.documents.signoff import state_of
from reports.facts import Facts
from reports.head.waiting import Waiting, waiting
from reports.naming import short_name
from reports.report import Field, Form, Listing, Value
from validators.counting.approvals import SUBJECTS
from validators.counting.count import days, references
from validators.counting.decisions import ACCEPTED, Decision, decisions
from validators.counting.meetings import OF_AGENDA, OF_STAGES, POSTPONED, REWORKED
from validators.counting.pending import REFUSED
from validators.counting.signoff import State
from validators.office import Table

_POINTS = (
    Field("Решение", 11),
    Field("Вопрос", 24),
    Field("Что решили", 50),
    Field("Результат", 16),
    Field("Утверждено", 12, Form.WHOLE),
)
_TASKS = (
    Field("Решение", 11),
    Field("Поручение", 50),
    Field("Ответственный", 30),
    Field("Срок", 13, Form.DATE),
)
_LEFT = (
    Field("Вопрос", 24),
    Field("Код", 11),
    Field("Что это", 36),
    Field("Почему не утверждено", 34),
    Field("Чего не хватает", 34),
)
_REFUSED = (Field("Решение", 11), Field("Вопрос", 24), Field("Объекты", 50))
_UNDECIDED = {POSTPONED: "рассмотрение перенесено", REWORKED: "возвращено на доработку"}


@dataclass(frozen=True)
class _Told:
    """The points of the meeting as decisions, with their table."""

    table: Table[Any]
    points: tuple[Decision, ...]

    def with_result(self, *results: str) -> list[Decision]:
        """The points with one of the results."""
        return [one for one in self.points if one.result in results]


def results(meeting: Meeting) -> Document:
    """The paper for the head and for whoever prepares the next meeting; the protocol may still be not typed."""
    told = _told_of(meeting)
    sections = [Section("protocol", "", (Passage(_words(meeting, told)),))]
    if told is not None and told.points:
        sections.append(Section("decided", "Что решено", tuple(_decided(meeting.facts, told))))
    sections.append(Section("left", "Что остаётся в следующем списке", tuple(_left(meeting, told))))
    if told is not None and told.with_result(REFUSED):
        sections.append(Section("refused", "Отклонено", tuple(_refused(told))))
    title = ("Итоги заседания", day_words(meeting.day))
    paper = meeting.paper("", f"Итоги заседания {meeting.name}", title, tuple(sections))
    return replace(paper, signers=(parties.head(meeting.facts),), landscape=True, is_draft=False)


def _told_of(meeting: Meeting) -> _Told | None:
    office = meeting.facts.scene.office
    table = office.tables.get("DEC")
    if table is None:
        return None
    return _Told(table, tuple(decisions(office)[table.ids[index]] for index in meeting.told))


def _words(meeting: Meeting, told: _Told | None) -> str:
    if told is None or not told.points:
        return (
            "Протокол в «Решения и поручения» не внесён: что решено, неизвестно. Строки для реестра готовы в отдельном "
            "документе, проект протокола — тоже."
        )
    state = state_of(meeting.facts, PROTOCOL, f"{meeting.day:%Y-%m-%d}")
    number = len(told.points)
    taken = len(told.with_result(ACCEPTED))
    heard = wording.agreed(number, "Рассмотрен", "Рассмотрены", "Рассмотрено")
    words = f"{heard} {wording.counted(number, 'пункт', 'пункта', 'пунктов')}, из них принято: {wording.whole(taken)}. "
    named = number_words(meeting)
    told_of = f"Протокол {named}" if named else "Протокол"
    words += f"{told_of}." if named and state == State.ABSENT.value else f"{told_of}: {state}."
    if meeting.questions:
        left = wording.counted(len(meeting.questions), "пункта", "пунктов", "пунктов")
        words += f" Результат {left} ещё не внесён: строки готовы в отдельном документе."
    return words


def _decided(facts: Facts, told: _Told) -> Iterator[Block]:
    rows = tuple(_point(told.table, one) for one in told.points)
    yield Listing("", _POINTS, rows)
    tasks = tuple(_task(facts, told.table, one) for one in told.points if _instruction(told.table, one))
    if tasks:
        yield Listing("Поручения этого заседания", _TASKS, tasks)


def _point(table: Table[Any], one: Decision) -> tuple[Value, ...]:
    index = table.index_of[one.id]
    content, typed = table.values["content"][index], table.values["approved_count"][index]
    known = len(one.names - one.excepts) if one.question in LISTED and one.names and not one.in_words else None
    count = (typed if isinstance(typed, int) else known) if one.result == ACCEPTED else None
    return (one.id, one.words, str(content or "—"), one.result, count)


def _instruction(table: Table[Any], one: Decision) -> object:
    return table.values["instruction"][table.index_of[one.id]]


def _task(facts: Facts, table: Table[Any], one: Decision) -> tuple[Value, ...]:
    index = table.index_of[one.id]
    who = table.values["responsible"][index]
    named = short_name(facts, who if isinstance(who, str) else None) or "не назначен"
    due = days(table, "due_new")[index] or days(table, "due")[index]
    return (one.id, str(_instruction(table, one)), named, due)


def _left(meeting: Meeting, told: _Told | None) -> Iterator[Block]:
    """What waits for the body still, on any question, with the reason that this meeting gives."""
    rows = tuple(_left_row(meeting.facts, one, told) for one in waiting(meeting.facts))
    again = [one for one in (told.with_result(*_UNDECIDED) if told else ()) if _stands_alone(one)]
    more = tuple(_again(told.table, one) for one in again) if told else ()
    yield Listing("", _LEFT, (*rows, *more), "всё предложенное решено")


_SUBJECTS = {one.question: one for one in SUBJECTS}


def _stands_alone(one: Decision) -> bool:
    """No row of a register waits with the point: it is about no list, or the report of a stage was returned."""
    return one.question not in {*_SUBJECTS, OF_STAGES, OF_AGENDA} or (one.question, one.result) == (OF_STAGES, REWORKED)


def _left_row(facts: Facts, one: Waiting, told: _Told | None) -> tuple[Value, ...]:
    code, subject = one.table.ids[one.index], _SUBJECTS.get(one.question)
    lacks = lacks_in_words(facts, subject, one.index) if subject else None
    return (one.title, code, one.what, _why(code, one.question, told), lacks)


def _why(code: str, question: str, told: _Told | None) -> str:
    if told is None or not told.points:
        return "протокол не внесён"
    for one in told.points:
        if one.question != question:
            continue
        if code in one.excepts:
            return f"исключено из решения {one.id} словом «кроме»"
        about = {*one.names, *_stages(told, one)}
        if code in about and one.result in _UNDECIDED:
            return f"{_UNDECIDED[one.result]} ({one.id})"
    return "на заседании не решалось"


def _stages(told: _Told, one: Decision) -> tuple[str, ...]:
    return references(told.table.values["stage"][told.table.index_of[one.id]])


def _again(table: Table[Any], one: Decision) -> tuple[Value, ...]:
    content = table.values["content"][table.index_of[one.id]]
    return (one.words, one.id, str(content or "—"), _UNDECIDED[one.result], None)


def _refused(told: _Told) -> Iterator[Block]:
    yield Passage("В следующий список отклонённое не входит. Чтобы предложить его снова, запланируйте новый пункт.")
    rows = tuple((one.id, one.words, ", ".join(sorted(one.names)) or "—") for one in told.with_result(REFUSED))
    yield Listing("", _REFUSED, rows)
