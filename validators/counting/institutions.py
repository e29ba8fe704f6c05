"""Institutions that the body approved as training for the priorities, and the participants who study there."""

from datetime import date

from validators.counting.approvals import count_approved
from validators.counting.count import Count, Way, share
from validators.counting.people import active_people, people_obstacle
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
