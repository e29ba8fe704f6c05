"""Measures and instructions as tables of a document: what was to be done, by whom, what became of it and why."""

from collections.abc import Iterable, Sequence
from datetime import date

from reports import wording
from reports.documents.tables import text
from reports.facts import Facts
from reports.naming import short_name
from reports.quoting import INSTRUCTION, MEASURES, REASON, TITLE, quoted
from reports.report import Field, Form, Listing
from validators.counting.work import CALLED_OFF, Task

_NOBODY = "не назначен"
_PLAN = (
    text("Мероприятие", 40),
    text("Ответственный", 18),
    Field("Срок", 12, Form.DATE),
    Field("Исполнено", 12, Form.DATE),
    text("Состояние", 22),
)
_OVERDUE = (
    text("Что просрочено", 30),
    text("Ответственный", 16),
    Field("Срок", 12, Form.DATE),
    Field("Дней просрочки", 12, Form.WHOLE),
    text("Причина", 26),
    text("Меры", 26),
)


def plan_table(facts: Facts, tasks: Iterable[Task]) -> Listing:
    """Every measure with its term and what became of it."""
    rows = tuple(
        (name_of(facts, one), who(facts, one), one.due, _done(one, facts.today), state(one, facts.today))
        for one in tasks
    )
    return Listing("Исполнение плана мероприятий этапа", _PLAN, rows, "мероприятий нет")


def overdue_table(facts: Facts, tasks: Sequence[Task], title: str, most: int | None = None) -> Listing:
    """What is overdue, the longest first, with the reason and the measures as staff tell them."""
    late = sorted((one for one in tasks if one.is_late(facts.today)), key=lambda one: (one.due, one.id))
    rows = tuple(
        (
            name_of(facts, one),
            who(facts, one),
            one.due,
            (facts.today - one.due).days,
            quoted(facts, one.table, one.index, "why_late", REASON) or "не указана",
            quoted(facts, one.table, one.index, "measures", MEASURES) or "не указаны",
        )
        for one in late[:most]
    )
    more = f": показано {len(rows)} из {len(late)}" if len(rows) < len(late) else ""
    return Listing(f"{title}{more}", _OVERDUE, rows, "просроченного нет")


def name_of(facts: Facts, task: Task) -> str:
    """The title of a measure or the text of an instruction, its code when there is none."""
    field, asked = ("title", TITLE) if "title" in task.table.values else ("instruction", INSTRUCTION)
    return quoted(facts, task.table, task.index, field, asked) or task.id


def who(facts: Facts, task: Task) -> str:
    """The one who answers for it."""
    return short_name(facts, task.who) or _NOBODY


def state(task: Task, on: date) -> str:
    """What became of a task by the day."""
    if task.state in CALLED_OFF:
        return str(task.state).lower()
    if task.is_late(on):
        return f"просрочено на {_days((on - task.due).days)}"
    if not task.is_done(on):
        return "срок впереди"
    if task.done is None:
        return "исполнено, день не указан"
    return "исполнено в срок" if task.in_time(on) else f"исполнено позже на {_days((task.done - task.due).days)}"


def _done(task: Task, on: date) -> date | None:
    return task.done if task.is_done(on) else None


def _days(number: int) -> str:
    return wording.counted(number, "день", "дня", "дней")
