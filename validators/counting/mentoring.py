"""Mentors on their way: proposed, assigned to a team, at work with participants; and how many people each one has."""

from datetime import date, timedelta

from validators.counting.approvals import active_teams, approval_obstacle, approved
from validators.counting.count import NO_COLUMN, Count, Way, days, ids_at, number, obstacle, weighed
from validators.counting.media import teams_of
from validators.counting.people import active_people, people_obstacle
from validators.counting.teams import teams_of_mentors
from validators.duplicates.repeats import counted_by, uncounted
from validators.office import Office
from validators.trips import NOT_THERE, last_day

AT_WORK = timedelta(days=60)
"""A mentor without an activity for longer is not at work (K13)."""

_WAITING = (None, "Предложен", "На утверждении")


def mentors_proposed(office: Office, on: date) -> Count:
    """Of K13: mentors who wait for a decision."""
    why = approval_obstacle(office, "MENT")
    if why:
        return Count(why=why)
    table, known, twice = office.tables["MENT"], set(approved(office, "MENT", on)), office.once(uncounted)
    states = table.values["status"]
    waiting = (one for one in table.counted if states[one] in _WAITING and one not in known)
    return number(table.ids[one] for one in waiting if ("MENT", one) not in twice)


def mentors_assigned(office: Office, on: date) -> Count:
    """Of K13: approved mentors who have a team at work."""
    why = approval_obstacle(office, "MENT") or obstacle(office, "TEAM", "mentors")
    if why:
        return Count(why=why)
    same = office.once(counted_by)
    named = {same.get(code, code) for code in teams_of_mentors(office, on)}
    return number(one for one in ids_at(office.tables["MENT"], approved(office, "MENT", on)) if one in named)


def mentors_at_work(office: Office, on: date) -> Count:
    """Of K13: approved mentors with a consultation or an internship in the last 60 days."""
    why = approval_obstacle(office, "MENT") or obstacle(office, "PROG", "mentor", "start")
    if why:
        return Count(why=why)
    table, same = office.tables["PROG"], office.once(counted_by)
    mentors, results = table.values["mentor"], table.values["result"]
    starts, ends = days(table, "start"), days(table, "end")
    busy = set()
    for index in table.counted:
        mentor, start = mentors[index], starts[index] or on
        came = results[index] not in NOT_THERE and start <= on
        if isinstance(mentor, str) and came and on - last_day(start, ends[index]) <= AT_WORK:
            busy.add(same.get(mentor, mentor))
    return number(one for one in ids_at(office.tables["MENT"], approved(office, "MENT", on)) if one in busy)


def count_k14(office: Office, on: date) -> Count:
    """K14 Участников на одного наставника: active participants in teams at work ÷ mentors assigned to these."""
    mentors = mentors_assigned(office, on)
    why = people_obstacle(office) or mentors.why or _without_teams(office)
    if why:
        return Count(why=why, way=Way.RATIO)
    working = set(ids_at(office.tables["TEAM"], active_teams(office, on)))
    people = [one.id for one in active_people(office, on) if working & {*teams_of(one)}]
    of = dict.fromkeys(mentors.rows, 1.0)
    return weighed(dict.fromkeys(people, 1.0), of, Way.RATIO, "за командами не закреплён ни один наставник")


def _without_teams(office: Office) -> str:
    fields = {"SCH": "team", "UNI": "teams"}
    return (
        NO_COLUMN if any(office.has(key) and name in office.tables[key].missing for key, name in fields.items()) else ""
    )
