"""Institutions of education: which are at work, how many participants study in each, which train for priorities."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from config.registers.record_state import FINISHED
from validators.counting.count import references
from validators.counting.people import active_people
from validators.duplicates.repeats import uncounted
from validators.office import Office


def institutions(office: Office) -> list[int]:
    """Indexes of the institutions at work, in the order of the register; nobody twice (X02)."""
    if not office.has("EDU"):
        return []
    table, twice = office.tables["EDU"], office.once(uncounted)
    states = table.values["state"]
    return [index for index in table.counted if ("EDU", index) not in twice and states[index] != FINISHED]


def learners(office: Office, on: date) -> Mapping[str, int]:
    """Institution → how many active participants study in it on the day, each participant once."""
    places = (one.table.values["organisation"][one.index] for one in active_people(office, on))
    return Counter(place for place in places if isinstance(place, str))


def trains_for(office: Office, index: int) -> tuple[str, ...]:
    """The priorities for which an institution trains, by code."""
    return references(office.tables["EDU"].values["trains"][index])
