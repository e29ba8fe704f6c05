"""The light of one task (domain.md §5.6): how near its term is, how long it is overdue, whether measures are told."""

from config.calendar import working_days_between
from reports.facts import Facts
from reports.report import Light
from validators.counting.work import CALLED_OFF, Task

_NEAR = 3


def light_of_task(facts: Facts, task: Task) -> Light:
    """Of what is called off there is nothing to judge."""
    if task.state in CALLED_OFF:
        return Light.GREY
    if not task.is_open(facts.today):
        return Light.GREEN
    if not task.is_late(facts.today):
        return Light.YELLOW if working_days_between(facts.today, task.due) <= _NEAR else Light.GREEN
    late, most = working_days_between(task.due, facts.today), facts.scene.settings.thresholds.explain_days
    return Light.YELLOW if late <= most and _has_measures(task) else Light.RED


def _has_measures(task: Task) -> bool:
    """Told, or there is no column to tell them in."""
    table = task.table
    if "measures" not in table.register.by_field or "measures" in table.missing:
        return True
    return not table.is_blank(task.index, "measures")
