"""The projects of teams: which work on an approved priority, which are defended, which are put to use."""

from collections.abc import Callable
from datetime import date

from config.registers.teams import DEFENDED
from validators.counting.approvals import active_teams, approval_obstacle, approved
from validators.counting.count import Count, by_then, days, ids_at, number, obstacle
from validators.office import Office

_IN_USE = "Внедряется"


def count_k11(office: Office, on: date) -> Count:
    """K11 Проектов по приоритетным направлениям: teams at work whose priority is approved on the day."""
    why = obstacle(office, "TEAM", "priority") or approval_obstacle(office, "PRIORITY")
    if why:
        return Count(why=why)
    table = office.tables["TEAM"]
    live = set(ids_at(office.tables["PRIORITY"], approved(office, "PRIORITY", on)))
    return number(ids_at(table, (one for one in active_teams(office, on) if table.values["priority"][one] in live)))


def count_k12(office: Office, on: date) -> Count:
    """K12 Проектов защищено: teams whose project was defended by the day, those put to use among them."""
    return _defended(office, on, lambda stage: stage in DEFENDED)


def projects_in_use(office: Office, on: date) -> Count:
    """Of K12: projects that are put to use."""
    return _defended(office, on, lambda stage: stage == _IN_USE)


def _defended(office: Office, on: date, is_meant: Callable[[object], bool]) -> Count:
    why = obstacle(office, "TEAM", "stage")
    if why:
        return Count(why=why)
    table = office.tables["TEAM"]
    stages, defended = table.values["stage"], days(table, "defended")
    return number(ids_at(table, (one for one in table.counted if is_meant(stages[one]) and by_then(defended[one], on))))
