"""Whether a team has all its people: pupils enough, as many as declared, a leader who takes part, a mentor approved."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from validators.counting.approvals import active_teams, approved
from validators.counting.count import NOT_KEPT, Count, Way, ids_at, obstacle, references, share
from validators.counting.people import active_people, people_obstacle
from validators.counting.teams import Members, teams_on, working_teams
from validators.duplicates.repeats import counted_by
from validators.office import Office


class Lack(Enum):
    """What a team has not as it should."""

    FEW = auto()
    MANY = auto()
    LEADER = auto()
    MENTOR = auto()
    SIZE = auto()


def size_differs(office: Office, index: int, mine: Members) -> bool:
    """The declared size is not the counted one: it may count those who name the team but may not be counted."""
    students, size = office.tables.get("UNI"), office.tables["TEAM"].values["size"][index]
    if students is None or "teams" in students.missing or not isinstance(size, int):
        return False
    return not len(mine.people) <= size <= max(mine.named, len(mine.people))


def count_k10(office: Office, on: date) -> Count:
    """K10 Команд полного состава, %: teams at work that lack nobody (X09) ÷ all of them.

    X09 keeps silent where another rule speaks (nobody is named, a mentor is not approved); here the team lacks him. A
    team that has defended its project is asked no more.
    """
    why = _obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    table, active = office.tables["TEAM"], active_teams(office, on)
    incomplete = lacks(office, on)
    return share(ids_at(table, (one for one in active if one not in incomplete)), ids_at(table, active), "нет команд")


def _obstacle(office: Office) -> str:
    """A register of leaders or of mentors that is not kept asks nobody for them; one that could not be read may."""
    mentors = obstacle(office, "MENT")
    named = [name for name, key in (("leaders", "UNI"), ("mentors", "MENT")) if office.has(key)]
    why = people_obstacle(office) or obstacle(office, "SCH", "team") or obstacle(office, "TEAM", *named)
    return why or (mentors if mentors != NOT_KEPT else "")


def lacks(office: Office, on: date) -> Mapping[int, frozenset[Lack]]:
    """Index of a team at work → what it lacks; only of teams that lack something. K10 tells when it can be known."""
    return office.once(_lacks, on)


def _lacks(office: Office, on: date) -> Mapping[int, frozenset[Lack]]:
    table, limits, members = office.tables["TEAM"], office.settings.thresholds, teams_on(office, on)
    leaders, mentors = _who_may_lead(office, on), who_may_teach(office, on)
    found = {}
    for index in working_teams(office, on):
        mine = members[table.ids[index]]
        told = {
            Lack.FEW: len(mine.pupils) < limits.team_min,
            Lack.MANY: len(mine.pupils) > limits.team_max,
            Lack.LEADER: leaders is not None and not leaders & {*references(table.values["leaders"][index])},
            Lack.MENTOR: mentors is not None and not mentors & {*references(table.values["mentors"][index])},
            Lack.SIZE: size_differs(office, index, mine),
        }
        if any(told.values()):
            found[index] = frozenset(lack for lack, is_so in told.items() if is_so)
    return found


def _who_may_lead(office: Office, on: date) -> frozenset[str] | None:
    """Codes of the students who take part; None when their register is not there, and nobody is asked for them."""
    if not office.has("UNI"):
        return None
    return _also_called(office, {one.id for one in active_people(office, on) if one.table.register.key == "UNI"})


def who_may_teach(office: Office, on: date) -> frozenset[str] | None:
    """Codes of the approved mentors; None when their register is not there, and nobody is asked for them."""
    if not office.has("MENT"):
        return None
    return _also_called(office, set(ids_at(office.tables["MENT"], approved(office, "MENT", on))))


def _also_called(office: Office, own: set[str]) -> frozenset[str]:
    """The codes with those of the rows that repeat them (X02)."""
    return frozenset(own | {code for code, first in office.once(counted_by).items() if first in own})
