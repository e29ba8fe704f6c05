"""How the instructions of decisions are done: late ones first, and the whole in one line."""

from datetime import date

from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import whole
from reports.head.page import told
from reports.head.silence import row_link, shown
from reports.head.urgency import light_of_task
from reports.naming import short_name
from reports.report import Block, Field, Form, Light, Listing, Value
from validators.counting.count import days
from validators.counting.pending import instructions_undated
from validators.counting.work import CALLED_OFF, Task, instructions

_WHOLE = (
    Field("Всего", 32, Form.WHOLE),
    Field("Исполнено в срок", 13, Form.WHOLE),
    Field("Исполнено позже", 12, Form.WHOLE),
    Field("Просрочено", 12, Form.WHOLE),
    Field("На контроле", 11, Form.WHOLE),
    Field("Без срока", 11, Form.WHOLE),
    Field("Снято", 10, Form.WHOLE),
    Field("В срок, %", 13, Form.PERCENT),
    Field("Оценка", 12),
)
_LINES = (
    Field("Поручение", 52),
    Field("Решение", 11),
    Field("Кто отвечает", 28),
    Field("Дано", 12, Form.DATE),
    Field("Срок", 12, Form.DATE),
    Field("Дней просрочки", 12, Form.WHOLE),
    Field("Состояние", 28),
    Field("Оценка", 12),
)


def instruction_blocks(facts: Facts) -> tuple[Block, ...]:
    """The whole in one line, then each instruction, the worst first."""
    tasks = sorted(instructions(facts.scene.office), key=lambda one: (_rank(one, facts.today), one.due, one.id))
    rows = tuple(_line(facts, one) for one in tasks)
    undated = tuple(_undated(facts, index) for index in instructions_undated(facts.scene.office))
    late = sum(one.is_late(facts.today) for one in tasks)
    return (
        Listing("Поручения", _WHOLE, (_whole(facts, tasks, len(undated)),), leading=1),
        Listing(
            "Поручения по одному", _LINES, rows[:late] + undated + rows[late:], "поручений нет", filtered=bool(rows)
        ),
    )


def instruction_words(facts: Facts) -> str:
    """«Поручений просрочено 2 из 5.»"""
    tasks = list(instructions(facts.scene.office))
    late = sum(one.is_late(facts.today) for one in tasks)
    if not tasks:
        return "Поручений нет."
    return (
        f"Поручений просрочено: {wording.whole(late)} из {wording.whole(len(tasks))}."
        if late
        else (f"Поручений {wording.whole(len(tasks))}, просроченных нет.")
    )


def _rank(task: Task, on: date) -> int:
    """Late, then on control, then done, then called off."""
    if task.is_late(on):
        return 0
    return 1 if task.is_open(on) else 3 if task.state in CALLED_OFF else 2


def _whole(facts: Facts, tasks: list[Task], undated: int) -> tuple[Value, ...]:
    today = facts.today
    figure = facts.once(whole, BY_ID["K23"])
    done = [one for one in tasks if one.is_done(today)]
    late = sum(one.is_late(today) for one in tasks)
    off = sum(one.state in CALLED_OFF for one in tasks)
    in_time = sum(one.in_time(today) for one in done)
    control = len(tasks) - len(done) - late - off
    counts = (len(tasks) + undated, in_time, len(done) - in_time, late, control, undated, off)
    return (*counts, shown(figure.value), figure.light)


def _line(facts: Facts, task: Task) -> tuple[Value, ...]:
    late = (facts.today - task.due).days if task.is_late(facts.today) else None
    given = days(task.table, "decided")[task.index]
    who = short_name(facts, task.who) or "не назначен"
    link = row_link(facts, task.table, task.index, "instruction")
    state, light = _state(task, facts.today), light_of_task(facts, task)
    return (told(task.what), link, who, given, task.due, late, state, light)


def _state(task: Task, on: date) -> str:
    if task.state in CALLED_OFF:
        return str(task.state).lower()
    if not task.is_done(on):
        return "просрочено" if task.is_late(on) else "на контроле"
    if task.done is None:
        return "исполнено, день не указан"
    late = (task.done - task.due).days
    if late <= 0:
        return f"исполнено {wording.day(task.done)}"
    return f"исполнено {wording.day(task.done)}, позже на {wording.counted(late, 'день', 'дня', 'дней')}"


def _undated(facts: Facts, index: int) -> tuple[Value, ...]:
    table = facts.scene.office.tables["DEC"]
    who = table.values["responsible"][index]
    named = short_name(facts, who if isinstance(who, str) else None) or "не назначен"
    link = row_link(facts, table, index, "due")
    given = days(table, "decided")[index]
    return (told(str(table.values["instruction"][index])), link, named, given, None, None, "срок не указан", Light.GREY)
