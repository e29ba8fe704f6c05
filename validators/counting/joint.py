"""What is done together with national projects, and how many participants it should cover and does by a day."""

from dataclasses import dataclass
from datetime import date

from validators.counting.money import passed
from validators.office import Office

CALLED_OFF = "Отменено"
FINISHED = "Завершено"


@dataclass(frozen=True)
class Joint:
    """A measure agreed with a national project. `plan` and `fact` are people; None is what nobody typed.

    `due` is the plan on the day: all of it once the measure is over, a part by days while it goes on.
    """

    id: str
    index: int
    plan: int | None
    due: float | None
    fact: int | None


def joint_measures(office: Office, on: date) -> tuple[Joint, ...]:
    """The rows of NP in their order, those called off left out."""
    table = office.tables["NP"]
    states, plans, facts = (table.values[name] for name in ("status", "covered_plan", "covered_fact"))
    starts, ends = table.values["start"], table.values["end"]
    found = []
    for index in table.counted:
        if states[index] != CALLED_OFF:
            plan = _whole(plans[index])
            part = 1.0 if states[index] == FINISHED else _part(starts[index], ends[index], on)
            due = None if plan is None or part is None else plan * part
            found.append(Joint(table.ids[index], index, plan, due, _whole(facts[index])))
    return tuple(found)


def covered(some: tuple[Joint, ...]) -> float | None:
    """Of the plan on the day, percent: over the measures that tell both; None where nothing is due yet."""
    told = [(one.fact, one.due) for one in some if one.fact is not None and one.due is not None]
    due = sum(due for _, due in told)
    return 100 * sum(fact for fact, _ in told) / due if due else None


def _part(start: object, end: object, on: date) -> float | None:
    """Which part of the measure is over; None when it has begun and nobody knows until when."""
    if isinstance(start, date) and on < start:
        return 0.0
    if not isinstance(end, date):
        return None
    if end < on or not isinstance(start, date):
        return 1.0 if end < on else None
    return float(passed(start, end, on))


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
