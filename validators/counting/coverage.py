"""How many participants a measure of the plan has covered, by the trips through the stages that name it."""

from collections.abc import Mapping
from dataclasses import dataclass

from config.registers.participation import TOOK_PLACE
from validators.counting.count import NO_COLUMN, obstacle
from validators.office import Office

ABSENT = "Не явился"
CAME = tuple(result for result in TOOK_PLACE if result != ABSENT)
"""Results of those who were there."""


@dataclass(frozen=True)
class Coverage:
    """Who was there; `unsure` are rows that may be of this measure but can't be attributed."""

    people: frozenset[str]
    unsure: int = 0

    @property
    def most(self) -> int:
        """The largest number that the rows allow."""
        return len(self.people) + self.unsure


def coverage(office: Office) -> Mapping[str, Coverage]:
    """Measure (code of PLAN) → its coverage; only measures that some row of PROG names."""
    if coverage_obstacle(office):
        return {}
    table = office.tables["PROG"]
    events, people, results = (table.values[name] for name in ("event", "participant", "result"))
    found: dict[str, set[str]] = {}
    unsure = sum(people[index] is None or results[index] is None for index in table.fallen)
    for index in table.counted:
        event, person = events[index], people[index]
        if event is None:
            unsure += not table.is_blank(index, "event")
        elif isinstance(event, str):
            met = found.setdefault(event, set())
            if results[index] in CAME and isinstance(person, str):
                met.add(person)
            unsure += results[index] is None or person is None
    return {event: Coverage(frozenset(met), unsure) for event, met in found.items()}


def coverage_obstacle(office: Office) -> str:
    """Why coverage can't be counted, empty when it can."""
    return obstacle(office, "PROG") or (NO_COLUMN if "event" in office.tables["PROG"].missing else "")
