"""What the office does with national projects: the measures, each once, and how many participants they cover."""

from datetime import date

from validators.counting.count import Count, Way, by_then, days, ids_at, number, obstacle, weighed
from validators.office import Office

_NOT_YET = ("Планируется", "Отменено")


def count_k26(office: Office, on: date) -> Count:
    """K26 Мероприятий, согласованных с нацпроектом: each measure of the plan once, whatever it is coordinated with."""
    why = obstacle(office, "NP", "status")
    return Count(why=why) if why else number(ids_at(office.tables["NP"], _coordinated(office, on)))


def covered_with_projects(office: Office, on: date) -> Count:
    """Of K26: participants covered, as staff tell; of several rows of one measure the largest number."""
    why = obstacle(office, "NP", "status", "covered_fact")
    if why:
        return Count(why=why)
    table = office.tables["NP"]
    facts = table.values["covered_fact"]
    told = {table.ids[one]: float(many) for one in _coordinated(office, on) if isinstance(many := facts[one], int)}
    return weighed(told, {}, Way.NUMBER, "")


def _coordinated(office: Office, on: date) -> list[int]:
    """One row of each measure; a row that names no measure is one by itself."""
    table = office.tables["NP"]
    measures, states, facts = (table.values[name] for name in ("measure", "status", "covered_fact"))
    starts = days(table, "start")
    kept: dict[object, int] = {}
    for index in table.counted:
        if states[index] not in _NOT_YET and by_then(starts[index], on):
            what = measures[index] or index
            if what not in kept or _many(facts[index]) > _many(facts[kept[what]]):
                kept[what] = index
    return sorted(kept.values())


def _many(fact: object) -> int:
    return fact if isinstance(fact, int) else -1
