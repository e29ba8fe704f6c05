"""The way of a participant from application to defence: who has come to each of its steps; people, once each."""

from collections.abc import Mapping
from datetime import date

from config.registers.teams import DEFENDED
from validators.counting.approvals import active_teams
from validators.counting.count import NO_COLUMN, Count, by_then, days, number, obstacle
from validators.counting.media import teams_of
from validators.counting.people import (
    PEOPLE,
    Person,
    active_people,
    distinct,
    has_left,
    is_enrolled,
    people,
    people_obstacle,
)
from validators.counting.progress import INTRODUCTION, activities, count_k07, progress_obstacle
from validators.duplicates.repeats import Being
from validators.office import Office

DEFENCE = "Защита"


def enrolled_people(office: Office, on: date) -> list[Person]:
    """Everybody enrolled by the day, whatever came later."""
    return list(office.once(_enrolled, on))


def _enrolled(office: Office, on: date) -> list[Person]:
    return distinct(one for one in people(office) if is_enrolled(one, on))


def count_trained(office: Office, on: date) -> Count:
    """Trained: enrolled people who have passed the introductory training by the day."""
    why = progress_obstacle(office, "result")
    if why:
        return Count(why=why)
    did, enrolled = _passed(office, on, INTRODUCTION), enrolled_people(office, on)
    return number((one.id for one in enrolled if one.who in did), (one.id for one in enrolled))


def count_on_platform(office: Office, on: date) -> Count:
    """Active on the digital platform: the people whose share K07 is."""
    why, active = progress_obstacle(office, "start"), count_k07(office, on)
    return Count(why=why) if why else number(active.rows, active.of)


def count_in_team(office: Office, on: date) -> Count:
    """In a team: those who take part and name a team that is at work on the day."""
    why = people_obstacle(office) or obstacle(office, "TEAM") or _teams_obstacle(office)
    if why:
        return Count(why=why)
    table = office.tables["TEAM"]
    teams = {table.ids[index] for index in active_teams(office, on)}
    active = active_people(office, on)
    return number((one.id for one in active if teams & set(teams_of(one))), (one.id for one in active))


def count_defended(office: Office, on: date) -> Count:
    """Defended: enrolled people who have passed the defence, or whose team has, and who had not left before it."""
    why = people_obstacle(office)
    by_deeds = progress_obstacle(office, "result")
    by_teams = obstacle(office, "TEAM", "stage") or _teams_obstacle(office)
    if why or (by_deeds and by_teams):
        return Count(why=why or by_deeds)
    did = set() if by_deeds else _passed(office, on, DEFENCE)
    teams = {} if by_teams else _defences(office, on)
    enrolled = enrolled_people(office, on)
    found = [one.id for one in enrolled if one.who in did or _was_there(one, teams, on)]
    return number(found, (one.id for one in enrolled))


def outflow(office: Office, on: date) -> list[Person]:
    """Enrolled people who have left by the day: what K18 lacks."""
    return [one for one in enrolled_people(office, on) if has_left(one, on)]


def institution_type(office: Office, person: Person) -> str | None:
    """The type of the institution where a participant studies; None when nobody knows it."""
    schools, place = office.tables.get("EDU"), person.table.values["organisation"][person.index]
    index = None if schools is None else schools.index_of.get(str(place))
    found = None if schools is None or index is None else schools.values["type"][index]
    return found if isinstance(found, str) else None


def _teams_obstacle(office: Office) -> str:
    """No register of people tells their teams."""
    tables = [office.tables[key] for key in PEOPLE if office.has(key)]
    return NO_COLUMN if tables and all({"team", "teams"} & table.missing for table in tables) else ""


def _passed(office: Office, on: date, kind: str) -> set[Being]:
    return {one.person.who for one in activities(office) if one.kind == kind and one.is_passed(on)}


def _defences(office: Office, on: date) -> Mapping[str, date | None]:
    """Code of a team that has defended its project by the day → the day of it."""
    table = office.tables["TEAM"]
    stages, defended = table.values["stage"], days(table, "defended")
    return {
        table.ids[index]: defended[index]
        for index in table.counted
        if stages[index] in DEFENDED and by_then(defended[index], on)
    }


def _was_there(person: Person, teams: Mapping[str, date | None], on: date) -> bool:
    return any(not has_left(person, teams[team] or on) for team in teams_of(person) if team in teams)
