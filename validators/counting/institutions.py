"""Institutions of education: which are at work, who studies there, which the body approved for the priorities."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from config.registers.record_state import FINISHED
from validators.counting.approvals import count_approved
from validators.counting.count import Count, Way, references, share
from validators.counting.people import active_people, people_obstacle
from validators.duplicates.repeats import uncounted
from validators.office import Office


def count_k33(office: Office, on: date) -> Count:
    """K33 Организаций, утверждённых по направлениям: by question C4."""
    return count_approved(office, "EDU", on)


def share_of_their_participants(office: Office, on: date) -> Count:
    """Of K33, %: active participants who study at approved institutions ÷ active."""
    approved = count_k33(office, on)
    why = approved.why or people_obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    known, active = set(approved.rows), active_people(office, on)
    there = (one.id for one in active if one.table.values["organisation"][one.index] in known)
    return share(there, (one.id for one in active), "нет участников")


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
