"""The plan of measures: who answers, what is done, what is late and why, what it costs, what it is for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.calendar import working_days_between
from config.registers.plan import CONTROL_POINT, MEASURE, PROVEN
from validators.attendance import is_away, stands_in
from validators.counting.count import days
from validators.counting.staff import works
from validators.counting.work import CALLED_OFF, DONE, Task, measures
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.stages import Window, windows


@rule("X26", Severity.WARNING, "За мероприятие отвечает тот, кто на месте и чья это функция", needs=("PLAN", "STAFF"))
def a_measure_has_its_keeper(scene: Scene) -> Iterator[Complaint]:
    """Назначьте другого ответственного или поправьте «Состав и обязанности РПО»: функции, отсутствие, кто замещает."""
    staff = scene.office.tables["STAFF"]
    for task in measures(scene.office):
        at = staff.index_of.get(task.who or "")
        if at is None or at in staff.fallen or not _is_told(task) or not task.is_open(scene.today):
            continue
        text = _not_there(staff, at, task, scene.today) or _not_his(staff, at, task)
        if text:
            yield Complaint(RowOf(task.table, task.index), "responsible", text)


def _is_told(task: Task) -> bool:
    """The state of the measure is known, and its term does not contradict its start."""
    start = task.table.values["start"][task.index]
    return task.state is not None and not (isinstance(start, date) and task.due < start)


def _not_there(staff: Table[Any], at: int, task: Task, today: date) -> str:
    code = staff.ids[at]
    if not works(staff, at, max(task.due, today)):
        return f"Ответственный {code} в срок мероприятия ({task.due:%d.%m.%Y}) в РПО не работает."
    if task.due >= today and is_away(staff, at, task.due) and not stands_in(staff, at, task.due):
        return f"Ответственный {code} в день срока ({task.due:%d.%m.%Y}) отсутствует, и его никто не замещает."
    return ""


def _not_his(staff: Table[Any], at: int, task: Task) -> str:
    function, own = task.table.values["function"][task.index], staff.values["functions"][at]
    if not isinstance(own, tuple) or function is None or function in own:
        return ""
    return f"Функция {function} за ответственным {staff.ids[at]} не закреплена."


@rule("X27", Severity.ERROR, "У исполненного есть результат, у просроченного — причина и меры", needs=("PLAN",))
def a_measure_tells_how_it_goes(scene: Scene) -> Iterator[Complaint]:
    """Для исполненного укажите статус и результат, для просроченного — причину отклонения и принятые меры."""
    table = scene.office.tables["PLAN"]
    kinds, states, done = table.values["kind"], table.values["status"], days(table, "done")
    for index in table.counted:
        state = states[index]
        ended = done[index]
        if ended is not None and ended <= scene.today and state not in (DONE, None, *CALLED_OFF):
            text = f"Указано, что мероприятие закончено {ended:%d.%m.%Y}, а статус — «{state}»."
            yield Complaint(RowOf(table, index), "status", text)
        elif state == DONE and kinds[index] in PROVEN and _is_empty(table, index, "result"):
            text = f"Исполнено: {str(kinds[index]).lower()}, а результат не указан."
            yield Complaint(RowOf(table, index), "result", text)
    yield from _unexplained(scene)


def _is_empty(table: Table[Any], index: int, name: str) -> bool:
    return name not in table.missing and table.is_blank(index, name)


def _unexplained(scene: Scene) -> Iterator[Complaint]:
    words = {"why_late": "причина отклонения", "measures": "принятые меры"}
    for task in measures(scene.office):
        table, index = task.table, task.index
        if not task.is_late(scene.today) or task.done is not None or not _is_told(task):
            continue
        empty = [name for name in words if _is_empty(table, index, name)]
        late = working_days_between(task.due, scene.today) if empty else 0
        if late > scene.settings.thresholds.explain_days:
            absent = " и ".join(words[name] for name in empty)
            text = f"Срок прошёл {task.due:%d.%m.%Y} (рабочих дней назад: {late}), а не указаны: {absent}."
            yield Complaint(RowOf(table, index), empty[0], text)


@rule("X28", Severity.ERROR, "У финансируемого мероприятия есть строки денег", needs=("PLAN", "FIN"))
def money_and_plan_agree(scene: Scene) -> Iterator[Complaint]:
    """Исправьте «Финансируется» или внесите деньги мероприятия в «Финансовое обеспечение»."""
    table, money = scene.office.tables["PLAN"], scene.office.tables["FIN"]
    if "financed" in table.missing or "measure" in money.missing:
        return
    paid = {money.values["measure"][index] for index in money.counted}
    financed, states = table.values["financed"], table.values["status"]
    for index in table.counted:
        code = table.ids[index]
        if financed[index] is True and code not in paid and states[index] not in CALLED_OFF and None not in paid:
            text = f"Мероприятие {code} финансируется, а строк в «Финансовом обеспечении» у него нет."
            yield Complaint(RowOf(table, index), "financed", text)
        elif financed[index] is False and code in paid:
            text = f"У мероприятия {code} есть строки в «Финансовом обеспечении», а «Финансируется» — не «Да»."
            yield Complaint(RowOf(table, index), "financed", text)


@rule("X50", Severity.WARNING, "У этапа есть мероприятия и контрольная точка", needs=("STAGE", "PLAN"))
def a_stage_is_in_the_plan(scene: Scene) -> Iterator[Complaint]:
    """Внесите в «План мероприятий» строки этого этапа, среди них хотя бы одну контрольную точку."""
    table, plan = scene.office.tables["STAGE"], scene.office.tables["PLAN"]
    closed = days(table, "closed")
    if not plan.counted or {"stage", "kind"} & plan.missing:
        return
    for code, window in windows(scene.office).items():
        index = table.index_of[code]
        day = closed[index]
        if day is not None and day <= scene.today:
            continue
        kinds = list(_kinds_in(plan, code, window))
        if not kinds:
            text = f"В плане нет ни одной строки этапа {code}."
            yield Complaint(RowOf(table, index), "id", text)
        elif CONTROL_POINT not in kinds and None not in kinds:
            yield Complaint(RowOf(table, index), "id", f"В плане нет контрольной точки этапа {code}.")


def _kinds_in(plan: Table[Any], code: str, window: Window) -> Iterator[object]:
    """Kinds of the measures of a stage; a measure whose stage nobody knows belongs to any stage of its days."""
    stages, kinds, states, ends = plan.values["stage"], plan.values["kind"], plan.values["status"], days(plan, "end")
    for index in plan.counted:
        end = ends[index]
        is_its = stages[index] == code or (stages[index] is None and (end is None or window.holds(end)))
        if is_its and states[index] not in CALLED_OFF:
            yield kinds[index]


@rule("X58", Severity.INFO, "Мероприятие работает на показатель", needs=("PLAN", "IND"))
def a_measure_serves_an_indicator(scene: Scene) -> Iterator[Complaint]:
    """Если мероприятие влияет на показатель, выберите его в столбце «Показатель»."""
    table = scene.office.tables["PLAN"]
    kinds, states = table.values["kind"], table.values["status"]
    if not scene.office.tables["IND"].counted or "indicators" in table.missing:
        return
    for index in table.counted:
        if kinds[index] == MEASURE and states[index] not in (DONE, *CALLED_OFF) and table.is_blank(index, "indicators"):
            text = f"Не указано, на какой показатель работает мероприятие {table.ids[index]}."
            yield Complaint(RowOf(table, index), "indicators", text)
