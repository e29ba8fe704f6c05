"""The way of a participant from application to defence: who has come to each of its steps; people, once each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from config.registers.participation import PLATFORM_MODULE, REWARD
from config.registers.teams import DEFENDED
from validators.counting.approvals import active_teams
from validators.counting.count import NO_COLUMN, Count, by_then, days, number, obstacle, share
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
from validators.duplicates.repeats import Being, beings
from validators.office import Office
from validators.stages import breaks, days_between
from validators.trips import NOT_THERE

INTRODUCTION, INTERNSHIP, DEFENCE = "Очное установочное обучение", "Стажировка", "Защита"
PASSED = "Пройдено"
UNREWARDED = ("Не пройдено", *NOT_THERE)
"""Results after which nobody was rewarded."""

SILENT_AFTER = timedelta(days=30)
"""A participant without work on the digital platform for longer, days of breaks left out, is not active on it."""

_NOBODY = "нет участников"


def enrolled_people(office: Office, on: date) -> list[Person]:
    """Everybody enrolled by the day, whatever came later."""
    return distinct(one for one in people(office) if is_enrolled(one, on))


def count_trained(office: Office, on: date) -> Count:
    """Trained: enrolled people who have passed the introductory training by the day."""
    return _of_enrolled(office, on, INTRODUCTION)


def count_interned(office: Office, on: date) -> Count:
    """Interned: enrolled people who have passed an internship by the day."""
    return _of_enrolled(office, on, INTERNSHIP)


def _of_enrolled(office: Office, on: date, kind: str) -> Count:
    why = people_obstacle(office) or trips_obstacle(office)
    if why:
        return Count(why=why)
    did = _passed(office, on, kind)
    enrolled = enrolled_people(office, on)
    return number((one.id for one in enrolled if one.who in did), (one.id for one in enrolled))


def count_on_platform(office: Office, on: date) -> Count:
    """Active on the digital platform: those who take part and had a row of it in the last 30 days, breaks left out."""
    why = people_obstacle(office) or trips_obstacle(office)
    if why:
        return Count(why=why)
    rest = breaks(office)
    last = {who: max(dated) for who, dated in _days_of(office, on, PLATFORM_MODULE).items()}
    active = active_people(office, on)
    fresh = [one.id for one in active if one.who in last and days_between(last[one.who], on, rest) <= SILENT_AFTER.days]
    return number(fresh, (one.id for one in active))


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
    by_trips, by_teams = trips_obstacle(office), obstacle(office, "TEAM", "stage") or _teams_obstacle(office)
    if why or (by_trips and by_teams):
        return Count(why=why or by_trips)
    did = set() if by_trips else _passed(office, on, DEFENCE)
    teams = {} if by_teams else _defences(office, on)
    enrolled = enrolled_people(office, on)
    found = [one.id for one in enrolled if one.who in did or _was_there(one, teams, on)]
    return number(found, (one.id for one in enrolled))


def count_rewarded(office: Office, on: date) -> Count:
    """K19 Охват мерами мотивации, %: those who take part and have a reward ÷ those who take part."""
    why = people_obstacle(office) or trips_obstacle(office)
    if why:
        return Count(why=why)
    rewarded, active = rewards(office, on), active_people(office, on)
    return share((one.id for one in active if one.who in rewarded), (one.id for one in active), _NOBODY)


def rewards(office: Office, on: date) -> Mapping[Being, list[int]]:
    """Human being → the rows of PROG (indexes) by which he was rewarded by the day."""
    return _rows(office, on, REWARD, lambda result: result not in UNREWARDED)


def outflow(office: Office, on: date) -> list[Person]:
    """Enrolled people who have left by the day: what K18 lacks."""
    return [one for one in enrolled_people(office, on) if has_left(one, on)]


def institution_type(office: Office, person: Person) -> str | None:
    """The type of the institution where a participant studies; None when nobody knows it."""
    schools, place = office.tables.get("EDU"), person.table.values["organisation"][person.index]
    index = None if schools is None else schools.index_of.get(str(place))
    found = None if schools is None or index is None else schools.values["type"][index]
    return found if isinstance(found, str) else None


def trips_obstacle(office: Office) -> str:
    """Why the trips through the stages can't be counted, empty when they can."""
    return obstacle(office, "PROG", "participant", "kind", "result")


def _teams_obstacle(office: Office) -> str:
    """A register of people that tells no teams."""
    tables = [office.tables[key] for key in PEOPLE if office.has(key)]
    return NO_COLUMN if tables and all({"team", "teams"} & table.missing for table in tables) else ""


def _passed(office: Office, on: date, kind: str) -> set[Being]:
    return set(_rows(office, on, kind, lambda result: result == PASSED))


def _days_of(office: Office, on: date, kind: str) -> Mapping[Being, list[date]]:
    """Human being → the last days of what he did of this kind, those that are known."""
    table = office.tables["PROG"]
    starts, ends = days(table, "start"), days(table, "end")
    rows = _rows(office, on, kind, lambda result: result not in NOT_THERE)
    known = {
        who: [min(day, on) for index in some if (day := ends[index] or starts[index]) is not None]
        for who, some in rows.items()
    }
    return {who: dated for who, dated in known.items() if dated}


def _rows(office: Office, on: date, kind: str, fits: Callable[[object], bool]) -> Mapping[Being, list[int]]:
    table, owners = office.tables["PROG"], office.once(_owners)
    whose, kinds, results = (table.values[name] for name in ("participant", "kind", "result"))
    starts = days(table, "start")
    found: dict[Being, list[int]] = {}
    for index in table.counted:
        who = owners.get(str(whose[index]))
        if who is not None and kinds[index] == kind and fits(results[index]) and by_then(starts[index], on):
            found.setdefault(who, []).append(index)
    return found


def _owners(office: Office) -> Mapping[str, Being]:
    """Code of a participant → the human being; the codes of rows that repeat him are his, too."""
    same = office.once(beings)
    found: dict[str, Being] = {}
    for key in PEOPLE:
        table = office.tables.get(key)
        for index in () if table is None else table.counted:
            found.setdefault(office.tables[key].ids[index], same.get((key, index), (key, index)))
    return found


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
    mine: Iterable[date | None] = (teams[team] for team in teams_of(person) if team in teams)
    return any(not has_left(person, day or on) for day in mine)
