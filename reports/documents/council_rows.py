"""The rows of a meeting ready to be pasted into «Решения и поручения»: its headings, its order, its next free codes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from config.codes import CODE, make_code, number_of
from config.registers.decisions import DEC, QUESTIONS
from reports import wording
from reports.documents.council_meeting import Meeting
from reports.documents.council_words import LISTED, decided
from reports.documents.document import Block, Document, Passage, Points, Section
from reports.report import Field, Form, Listing, Value
from reports.templates.layout import slots
from validators.counting.decisions import ACCEPTED
from validators.counting.meetings import OF_AGENDA, OF_STAGES, OTHER, PLANNED, Question
from validators.office import Office

_SLOTS = slots(DEC)
_FORMS = {"date": Form.DATE, "whole": Form.WHOLE}
FIELDS = tuple(Field(slot.column.heading, slot.width, _FORMS.get(slot.column.kind.name, Form.TEXT)) for slot in _SLOTS)
"""Exactly the headings of the register, in the order of its template."""

_QUESTION = [slot.column.field for slot in _SLOTS].index("question")
_WORDS = {one[:2]: one for one in QUESTIONS.values if one[:1] == "C"}
NEW, SAME = "Новые строки", "Строки, которые уже есть в реестре"


def new_rows(meeting: Meeting) -> Listing:
    """A row for each question that no row of the register plans for this day."""
    first = _next_number(meeting.facts.scene.office)
    found = [(number, one) for number, one in enumerate(meeting.questions, 1) if one.row is None]
    rows = [
        _cells({**_facts(meeting, one, number), "id": make_code(str(DEC.prefix), first + at)})
        for at, (number, one) in enumerate(found)
    ]
    return Listing(NEW, FIELDS, tuple(rows), "новых строк нет")


def same_rows(meeting: Meeting) -> Listing:
    """The rows that plan a question already, as they are to be after the meeting, or with what has joined them."""
    table = meeting.facts.scene.office.tables.get("DEC")
    rows = []
    for number, one in enumerate(meeting.questions, 1):
        if one.row is not None and table is not None:
            known = {name: _plain(column[one.row]) for name, column in table.values.items()}
            more = {name: cell for name, cell in _facts(meeting, one, number).items() if cell is not None}
            kept = {name: known[name] for name in _kept(meeting) if known[name] is not None}
            rows.append(_cells({**known, **more, **kept, "id": table.ids[one.row]}))
    return Listing(SAME, FIELDS, tuple(rows), "таких строк нет")


def _kept(meeting: Meeting) -> tuple[str, ...]:
    """What staff typed stands; the words of a decision are other ones than those of the plan, once it is taken."""
    return ("body", "question", "stage", *(() if meeting.is_held else ("content",)))


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return value if isinstance(value, str | int | date) else None


def _facts(meeting: Meeting, one: Question, number: int) -> Mapping[str, Value]:
    stages = one.objects if one.code == OF_STAGES else ()
    objects = () if one.code == OTHER else one.objects
    words = decided(meeting.facts, one)
    return {
        "body": meeting.body,
        "decided": meeting.day,
        "question": _WORDS.get(one.code, OTHER),
        "content": f"{words}.",
        "result": ACCEPTED if meeting.is_held else PLANNED,
        "objects": "; ".join(objects) or None,
        "approved_count": len(objects) if one.code in LISTED and meeting.is_held and objects else None,
        "stage": stages[0] if len(stages) == 1 else None,
        "point": str(number),
    }


def _cells(facts: Mapping[str, Value]) -> tuple[Value, ...]:
    return tuple(facts.get(slot.column.field) for slot in _SLOTS)


def _next_number(office: Office) -> int:
    """The number after the last code of the register; rows that hold only a code of the template are free."""
    table = office.tables.get("DEC")
    numbers = [number_of(code) for code in (() if table is None else table.ids) if CODE.fullmatch(code)]
    return max(numbers, default=0) + 1


def rows_paper(meeting: Meeting) -> tuple[Document, ...]:
    """The rows as a paper for the one who keeps the register; none when nothing is left to be typed."""
    fresh, same = new_rows(meeting), same_rows(meeting)
    if not (fresh.rows or same.rows):
        return ()
    blocks: list[Block] = [Passage(_how(meeting)), Points(_steps(fresh, same, is_held=meeting.is_held), numbered=True)]
    blocks += [one for one in (fresh, same) if one.rows]
    title = ("Строки для реестра", f"«{DEC.tab}»", f"Заседание {meeting.name}")
    paper = meeting.paper("", f"Строки решений {meeting.name}", title, (Section("rows", "", tuple(blocks)),))
    return (replace(paper, is_draft=False, landscape=True, executor=None, only=("xlsx",)),)


def _how(meeting: Meeting) -> str:
    if not meeting.is_held:
        return (
            "Заседание впереди: в строках стоит результат «Запланировано». Когда оно пройдёт, сервис сделает эти "
            "строки заново с результатом «Принято»."
        )
    return (
        "В строках стоит результат «Принято» и всё, что было предложено. Исправьте по протоколу: результат, объекты "
        "(кого не утвердили — уберите или назовите после слова «кроме»), число утверждённых, номер протокола."
    )


def _steps(fresh: Listing, same: Listing, *, is_held: bool) -> tuple[str, ...]:
    steps = ["Копируйте строки отсюда: столбцы стоят в том же порядке, что в шаблоне реестра."]
    if fresh.rows:
        first, last = fresh.rows[0][0], fresh.rows[-1][0]
        codes = f"код {first}" if first == last else f"коды {first}…{last}"
        many = wording.agreed(len(fresh.rows), "Новую строку", "Новые строки", "Новые строки")
        steps.append(f"{many} ({codes}) вставьте в реестр на место пустых строк с этими кодами, одни значения.")
    if same.rows:
        codes = ", ".join(str(row[0]) for row in same.rows)
        many = wording.agreed(len(same.rows), "Строка", "Строки", "Строки")
        steps.append(f"{many} {codes} в реестре уже есть: вставьте значения поверх, второй раз не добавляйте.")
    if is_held:
        steps.append("После следующего обновления статусы в списках изменятся сами: набирать их ещё раз не нужно.")
        by_hand = any(str(row[_QUESTION])[:2] == OF_AGENDA for row in (*fresh.rows, *same.rows))
        steps += ["В «Региональной повестке» статус «Включён» поставьте сами."] if by_hand else []
    return tuple(steps)
