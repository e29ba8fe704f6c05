"""The reminder of instructions: those on control with their terms, the longest overdue first."""

from collections.abc import Collection
from dataclasses import replace

from reports import wording
from reports.documents import parties
from reports.documents.council_meeting import Meeting
from reports.documents.document import Block, Document, Passage, Section
from reports.facts import Facts
from reports.head.page import told
from reports.naming import short_name
from reports.report import Field, Form, Listing, Value
from validators.counting.count import days
from validators.counting.pending import instructions_undated
from validators.counting.work import Task, instructions

_LETTER = "Письмо"
NOBODY = "не назначен"
_FIELDS = (
    Field("№", 5, Form.WHOLE),
    Field("Поручение", 44),
    Field("Кто поручил", 26),
    Field("Решение", 11),
    Field("Ответственный", 22),
    Field("Срок", 13, Form.DATE),
    Field("Что со сроком", 24),
)


def control(facts: Facts, only: Collection[str] | None = None) -> Listing:
    """The open instructions that have a term, the longest overdue first; `only` — those with these codes."""
    found = [one for one in open_instructions(facts) if only is None or one.id in only]
    rows = tuple((number, *_cells(facts, one)) for number, one in enumerate(found, 1))
    return Listing("Поручения на контроле", _FIELDS, rows, "поручений на контроле нет")


def open_instructions(facts: Facts) -> list[Task]:
    """What is neither done nor called off, by term."""
    opened = (one for one in instructions(facts.scene.office) if one.is_open(facts.today))
    return sorted(opened, key=lambda one: (one.due, one.id))


def _cells(facts: Facts, one: Task) -> tuple[Value, ...]:
    who = short_name(facts, one.who) or NOBODY
    return (told(one.what), one.says("body") or None, one.id, who, one.due, term_words(facts, one))


def term_words(facts: Facts, one: Task) -> str:
    """«просрочено на 5 дней», «сегодня», «осталось 2 дня»."""
    left = (one.due - facts.today).days
    if not left:
        return "срок сегодня"
    counted = wording.counted(abs(left), "день", "дня", "дней")
    return f"просрочено на {counted}" if left < 0 else f"{_left(left)} {counted}"


def _left(number: int) -> str:
    return wording.agreed(number, "остался", "осталось", "осталось")


def reminder(meeting: Meeting) -> tuple[Document, ...]:
    """The paper for those who answer for instructions; none when nothing is on control."""
    facts = meeting.facts
    found, undated = open_instructions(facts), _undated(facts)
    if not (found or undated.rows):
        return ()
    blocks: list[Block] = [Passage(_words(facts, found, len(undated.rows))), control(facts)]
    blocks += [undated] if undated.rows else []
    title = ("Напоминание об исполнении поручений",)
    paper = meeting.paper(_LETTER, f"Напоминание о поручениях {meeting.name}", title,
                          (Section("instructions", "", tuple(blocks)),))  # fmt: skip
    return (replace(paper, signers=(parties.head(facts),), landscape=True, is_draft=True),)


def _words(facts: Facts, found: list[Task], undated: int) -> str:
    number = len(found) + undated
    late = sum(one.is_late(facts.today) for one in found)
    words = (
        f"На {wording.day(facts.today)} на контроле {wording.counted(number, 'поручение', 'поручения', 'поручений')}"
    )
    words += f", из них {_late(late)}." if late else ", просроченных нет."
    ask = "Просим исполнить поручения в срок и сообщить, чем подтверждено исполнение."
    return f"{words} {ask}" + (" Если срок нужно перенести, назовите новый срок и основание." if late else "")


def _late(number: int) -> str:
    return f"{wording.agreed(number, 'просрочено', 'просрочены', 'просрочено')} {wording.whole(number)}"


def _undated(facts: Facts) -> Listing:
    table = facts.scene.office.tables.get("DEC")
    rows: list[tuple[Value, ...]] = []
    for index in instructions_undated(facts.scene.office):
        if table is not None:
            who = table.values["responsible"][index]
            named = short_name(facts, who if isinstance(who, str) else None) or NOBODY
            what, body = (str(table.values[name][index] or "") for name in ("instruction", "body"))
            rows.append(
                (len(rows) + 1, told(what), body or None, table.ids[index], named, days(table, "decided")[index])
            )
    fields = (*_FIELDS[:5], Field("Дано", 13, Form.DATE))
    return Listing("Поручения без срока", fields, tuple(rows))
