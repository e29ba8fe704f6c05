"""What the collegial body must do and what became of its words: reports of stages, meetings, instructions, acts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from config.calendar import add_working_days
from config.cells.text import fold
from config.codes import CODE
from config.registers.documents import REGISTERED
from config.registers.passport import (
    DELEGATION_ACT,
    DEPUTY_GOVERNOR,
    FOUNDING_ACT,
    GOVERNOR,
    LEADING_BODY,
    OPERATOR,
)
from config.registers.plan import MEETING
from validators.counting.count import days
from validators.counting.decisions import Decision, decisions, stages_heard
from validators.counting.work import CALLED_OFF, DONE, Task, instructions
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_STAGE_REPORT = "Отчёт по этапу"


@rule("X36", Severity.ERROR, "Отчёт по закрытому этапу есть и рассмотрен в срок", needs=("STAGE", "DEC"))
def reports_of_closed_stages_are_considered(scene: Scene) -> Iterator[Complaint]:
    """Внесите подписанный «Отчёт по этапу» в документы, а решение по вопросу C5 — в «Решения и поручения»: этап в
    столбце «Этап»."""
    office, table = scene.office, scene.office.tables["STAGE"]
    considered, written = stages_heard(office), _reported(office)
    term = timedelta(days=scene.settings.thresholds.stage_council_days)
    closed = days(table, "closed")
    for index in table.counted:
        stage, day = table.ids[index], closed[index]
        if day is None or day > scene.today:
            continue
        last, heard = day + term, considered.get(fold(stage))
        told = [] if written is None or fold(stage) in written else ["подписанного отчёта по нему в документах нет"]
        if heard is None and last < scene.today:
            told.append(f"коллегиальный орган отчёт не рассмотрел, хотя срок был {last:%d.%m.%Y}")
        if told:
            text = f"Этап {stage} закрыт {day:%d.%m.%Y}, но {', и '.join(told)}."
            yield Complaint(RowOf(table, index), "closed", text)
        elif heard is not None and heard > last:
            text = f"Отчёт по этапу {stage} рассмотрен {heard:%d.%m.%Y}, а срок был {last:%d.%m.%Y}."
            advice = "Проверьте обе даты. Если они верны, поясните причину в столбце «Оставить как есть: причина»."
            yield Complaint(RowOf(table, index), "closed", text, advice, Severity.WARNING)


def _meetings(office: Office) -> list[Decision]:
    """What the collegial body has met on."""
    return [one for one in decisions(office).values() if one.is_considered]


def _reported(office: Office) -> frozenset[str] | None:
    """Folded stages with a signed report; None when documents are not kept."""
    if not office.has("DOC"):
        return None
    table = office.tables["DOC"]
    kinds, states, periods = (table.values[name] for name in ("kind", "status", "period"))
    return frozenset(
        fold(str(periods[index]))
        for index in table.counted
        if kinds[index] == _STAGE_REPORT and states[index] in REGISTERED and periods[index] is not None
    )


@rule("X55", Severity.WARNING, "На каждом этапе было заседание", needs=("STAGE", "DEC"))
def each_stage_has_a_meeting(scene: Scene) -> Iterator[Complaint]:
    """Коллегиальный орган собирается хотя бы раз за этап. Внесите решение состоявшегося заседания или отметьте
    заседание в плане исполненным."""
    office, table = scene.office, scene.office.tables["STAGE"]
    starts, ends, closed = (days(table, name) for name in ("start", "end", "closed"))
    met = {one.decided for one in _meetings(office)} | _planned_meetings(office)
    for index in table.counted:
        start, end = starts[index], ends[index]
        last = max(filter(None, (end, closed[index])), default=None)
        if start is None or end is None or last is None or last >= scene.today:
            continue
        if not any(day is not None and start <= day <= last for day in met):
            text = f"За время этапа {table.ids[index]} ({start:%d.%m.%Y}–{last:%d.%m.%Y}) нет ни одного заседания."
            yield Complaint(RowOf(table, index), "end", text)


def _planned_meetings(office: Office) -> set[date | None]:
    if not office.has("PLAN"):
        return set()
    table = office.tables["PLAN"]
    kinds, states, done, ends = (table.values[name] for name in ("kind", "status", "done", "end"))
    held = (index for index in table.counted if kinds[index] == MEETING and states[index] == DONE)
    found = (done[index] or ends[index] for index in held)
    return {day for day in found if isinstance(day, date)}


@rule("X37", Severity.ERROR, "Поручения исполнены в срок и с отметкой", needs=("DEC",))
def instructions_are_done(scene: Scene) -> Iterator[Complaint]:
    """Отметьте исполнение и чем оно подтверждено. Если срок переносят, впишите новый срок и его основание."""
    for task in instructions(scene.office):
        table, index = task.table, task.index
        row = RowOf(table, index)
        if task.is_late(scene.today):
            field = "due" if table.values["due_new"][index] is None else "due_new"
            yield Complaint(row, field, f"Срок поручения {task.due:%d.%m.%Y} прошёл, а отметки об исполнении нет.")
        if task.state == DONE and _is_empty(table, index, "mark"):
            yield Complaint(row, "mark", "Поручение исполнено, но не указано, чем это подтверждено.")
        if table.values["due_new"][index] is not None and _is_empty(table, index, "due_why"):
            yield Complaint(row, "due_why", f"Срок поручения перенесён на {task.due:%d.%m.%Y} без основания.")


def _is_empty(table: Table[Any], index: int, name: str) -> bool:
    return name not in table.missing and table.is_blank(index, name)


@rule("X56", Severity.WARNING, "Поручение взято в работу", needs=("DEC",))
def instructions_are_taken_up(scene: Scene) -> Iterator[Complaint]:
    """Внесите в план мероприятие, которым исполняется поручение (код решения — в «Примечание»), или напишите в
    «Отметка/документ», что сделано."""
    grace, titles, codes = scene.settings.thresholds.instruction_days, *_planned(scene.office)
    decided = days(scene.office.tables["DEC"], "decided")
    for task in instructions(scene.office):
        given = decided[task.index]
        fresh = given is not None and add_working_days(given, grace) >= scene.today
        settled = task.state in {DONE, *CALLED_OFF} or task.is_late(scene.today) or fresh
        if not settled and _is_empty(task.table, task.index, "mark") and not _is_planned(task, titles, codes):
            text = "По поручению нет ни мероприятия в плане, ни отметки о ходе исполнения."
            yield Complaint(RowOf(task.table, task.index), "mark", text)


def _planned(office: Office) -> tuple[frozenset[str], frozenset[str]]:
    """Folded titles of the measures, and all codes named in their titles, results and notes."""
    if not office.has("PLAN"):
        return frozenset(), frozenset()
    table = office.tables["PLAN"]
    cells = [table.values[name][index] for name in ("title", "result", "note") for index in table.counted]
    titles = frozenset(fold(str(table.values["title"][index])) for index in table.counted)
    return titles, frozenset(code for cell in cells if cell is not None for code in CODE.findall(str(cell)))


def _is_planned(task: Task, titles: frozenset[str], codes: frozenset[str]) -> bool:
    return task.id in codes or fold(task.what) in titles


@rule("X49", Severity.WARNING, "Паспорт РПО заполнен", needs=("PASSPORT",))
def the_passport_is_filled(scene: Scene) -> Iterator[Complaint]:
    """Впишите сведение и документ, которым оно установлено, в «Паспорт РПО» книги «Справочники»."""
    table = scene.office.tables["PASSPORT"]
    rows = {fold(table.ids[index]): index for index in table.counted}
    absent = []
    for item in _wanted(table, rows):
        index = rows.get(fold(item))
        if index is None:
            absent.append(item)
        elif table.values["value"][index] is None and table.values["document"][index] is None:
            yield Complaint(RowOf(table, index), "value", f"Не указано: «{item}».")
    if absent:
        yield Complaint(table, None, f"В «Паспорте РПО» нет строк: «{'», «'.join(absent)}».")


def _wanted(table: Table[Any], rows: dict[str, int]) -> tuple[str, ...]:
    """The operator's delegation is wanted when the office is run by somebody else than the leading body."""
    operator, leading = (rows.get(fold(item)) for item in (OPERATOR, LEADING_BODY))
    runs = None if operator is None else table.values["value"][operator]
    same = runs is not None and leading is not None and table.values["value"][leading] == runs
    return (GOVERNOR, DEPUTY_GOVERNOR, FOUNDING_ACT, *(() if runs is None or same else (DELEGATION_ACT,)))
