"""Faults in the plan of measures: of its keepers, of what is done and late, of its money, stages and indicators."""

from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.season import TODAY
from sync.demo.staff import ECONOMIST

_NEXT_STAGE = "Э6"
"""A stage that is ahead and has one control point."""


def _is_ahead(row: TypedRow) -> bool:
    return row["status"] == "Не начато" and row["kind"] == "Мероприятие"


def _other_keeper(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: _is_ahead(row) and str(row["function"]).startswith(("R2", "R3")))
    return ground.change("PLAN", row, "responsible", ground.rows["STAFF"][ECONOMIST]["id"])


def _no_result(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: row["status"] == "Исполнено" and row["kind"] in {"Отчёт", "Заседание"})
    return ground.change("PLAN", row, "result", None)


def _no_measures(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: row["status"] == "В работе" and (TODAY - day(row, "end")).days > 10)
    return ground.change("PLAN", row, "measures", None)


def _done_but_in_work(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: row["status"] == "Исполнено" and row["kind"] == "Контрольная точка")
    return ground.change("PLAN", row, "status", "В работе")


def _money_absent(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: _is_ahead(row) and row["financed"] == "Нет")
    return ground.change("PLAN", row, "financed", "Да")


def _money_denied(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: row["financed"] == "Да" and row["status"] == "Исполнено")
    return ground.change("PLAN", row, "financed", "Нет")


def _no_control_point(ground: Ground) -> Broken:
    stage = ground.keep("STAGE", _NEXT_STAGE)
    row = ground.take("PLAN", lambda row: row["stage"] == _NEXT_STAGE and row["kind"] == "Контрольная точка")
    broken = ground.change("PLAN", row, "status", "Отменено")
    return Broken("STAGE", stage, "id", broken.change)


def _no_indicator(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda row: _is_ahead(row) and row["indicators"] is not None)
    return ground.change("PLAN", row, "indicators", None)


PLANNING = (
    Crossing("X50", "stage without a control point", _no_control_point),
    Crossing("X26", "keeper of another function", _other_keeper),
    Crossing("X27", "done without a result", _no_result),
    Crossing("X27", "late without measures", _no_measures),
    Crossing("X27", "done but in work", _done_but_in_work),
    Crossing("X28", "money absent", _money_absent),
    Crossing("X28", "money denied", _money_denied),
    Crossing("X58", "no indicator", _no_indicator),
)
