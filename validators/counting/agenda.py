"""The life of the region: who is taken into it, the pool of experts from graduates, who has stayed in the region."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from validators.counting.approvals import active_teams
from validators.counting.count import Count, Way, by_then, days, ids_at, number, obstacle, share, until_then
from validators.counting.media import teams_of
from validators.counting.people import (
    Person,
    by_code,
    distinct,
    has_left,
    is_active,
    is_enrolled,
    people,
    people_obstacle,
)
from validators.office import Office

EXPERT = "C6.2"
INCLUDED, ENDED = "Включён", "Завершено"
IN_AGENDA = (INCLUDED, ENDED)
FINISHED = "Завершил"
_YES, _NO = "Да", "Нет"


class Turn(NamedTuple):
    """A row of AGENDA that took effect, by its index, with a person whom it means: himself, or a member of its team."""

    row: int
    person: Person


def count_k20(office: Office, on: date) -> Count:
    """K20 Включены в региональную повестку: people, each once, by themselves or with their team."""
    return included(office, on, "")


def included(office: Office, on: date, form: str) -> Count:
    """K20 of the forms that begin so: `C6.1`, `C6.2`, `C6.3`."""
    why = agenda_obstacle(office, "form", "status")
    if why:
        return Count(why=why)
    forms = office.tables["AGENDA"].values["form"]
    meant = {one.person.id: one.person for one in _turns(office, on) if str(forms[one.row] or "").startswith(form)}
    return number(one.id for one in distinct(meant.values()))


def agenda_obstacle(office: Office, *fields: str) -> str:
    """Why nothing can be counted of the life of the region; empty when it can."""
    return people_obstacle(office) or obstacle(office, "AGENDA", *fields)


def _turns(office: Office, on: date) -> Iterator[Turn]:
    table, known, members = office.tables["AGENDA"], by_code(office), _members(office, on)
    whose, teams, states = (table.values[name] for name in ("participant", "team", "status"))
    starts = days(table, "start")
    for index in table.counted:
        if states[index] not in IN_AGENDA or not by_then(starts[index], on):
            continue
        own = known.get(str(whose[index]))
        meant = members.get(str(teams[index]), ()) if whose[index] is None else (own,)
        yield from (Turn(index, one) for one in meant if one is not None and is_enrolled(one, on))


def _members(office: Office, on: date) -> Mapping[str, list[Person]]:
    """Team → those who are in it, and graduates who were till their end."""
    found: dict[str, list[Person]] = {}
    for person in people(office):
        if is_enrolled(person, on) and not has_left(person, on):
            for team in teams_of(person):
                found.setdefault(team, []).append(person)
    return found


def count_k21(office: Office, on: date) -> Count:
    """K21 Экспертный пул: graduates (X41) who are in the pool on the day, each once."""
    why = agenda_obstacle(office, "participant", "form", "status")
    return Count(why=why) if why else number(one.id for one in distinct(one.person for one in _pool(office, on)))


def experts_with_juniors(office: Office, on: date) -> Count:
    """Of K21: those who lead a team at work."""
    why = agenda_obstacle(office, "participant", "form", "status", "wards") or obstacle(office, "TEAM")
    if why:
        return Count(why=why)
    wards = office.tables["AGENDA"].values["wards"]
    working = set(ids_at(office.tables["TEAM"], active_teams(office, on)))
    return number(one.id for one in distinct(one.person for one in _pool(office, on) if wards[one.row] in working))


def _pool(office: Office, on: date) -> Iterator[Turn]:
    table, others = office.tables["AGENDA"], not_yet_graduates(office, on)
    forms, states, ends = table.values["form"], table.values["status"], days(table, "end")
    whose = table.values["participant"]
    for one in _turns(office, on):
        is_over = ends[one.row] is None and states[one.row] == ENDED
        if whose[one.row] is None or is_over or not until_then(ends[one.row], on) or one.person.id in others:
            continue
        if str(forms[one.row] or "").startswith(EXPERT):
            yield one


def not_yet_graduates(office: Office, on: date) -> Mapping[str, str]:
    """Code → status of those who have neither finished, nor defended, nor take part in the last stage."""
    found = {}
    defended = _defended(office)
    last = {"SCH": _last_stage(office, "for_pupils"), "UNI": _last_stage(office, "for_students")}
    for person in people(office):
        begun = last[person.table.register.key]
        at_the_end = begun is not None and begun <= on and is_active(person, on)
        if person.status != FINISHED and not at_the_end and person.id not in defended:
            found[person.id] = str(person.status)
    return found


def _defended(office: Office) -> frozenset[str]:
    if not office.has("PROG"):
        return frozenset()
    table = office.tables["PROG"]
    kinds, results, whose = (table.values[name] for name in ("kind", "result", "participant"))
    passed = (index for index in table.counted if kinds[index] == "Защита" and results[index] == "Пройдено")
    return frozenset(str(whose[index]) for index in passed)


def _last_stage(office: Office, must: str) -> date | None:
    if not office.has("STAGE"):
        return None
    table, starts = office.tables["STAGE"], days(office.tables["STAGE"], "start")
    return max((day for index in table.counted if (day := starts[index]) and table.values[must][index]), default=None)


def count_k34(office: Office, on: date) -> Count:
    """K34 Остались в регионе, %: graduates who stayed ÷ graduates of whom it is known (decisions.md 16)."""
    why = agenda_obstacle(office, "stayed")
    if why:
        return Count(why=why, way=Way.SHARE)
    known = _answers(office)
    told = [one for one in graduates(office, on) if one.who in known]
    return share((one.id for one in told if known[one.who] == _YES), (one.id for one in told), "ответов пока нет")


def whereabouts_unknown(office: Office, on: date) -> Count:
    """Of K34: graduates of whom nobody knows whether they stayed."""
    why = agenda_obstacle(office, "stayed")
    if why:
        return Count(why=why)
    known = _answers(office)
    return number(one.id for one in graduates(office, on) if one.who not in known)


def graduates(office: Office, on: date) -> list[Person]:
    """Those who have finished the Programme, each once."""
    return distinct(one for one in people(office) if one.status == FINISHED and is_enrolled(one, on))


def _answers(office: Office) -> Mapping[object, object]:
    """Human being → «Да» or «Нет»: the answer of his latest row that has one."""
    table, known = office.tables["AGENDA"], by_code(office)
    whose, stayed, starts = table.values["participant"], table.values["stayed"], days(table, "start")
    told = [index for index in table.counted if stayed[index] in {_YES, _NO} and str(whose[index]) in known]
    told.sort(key=lambda index: starts[index] or date.min)
    return {known[str(whose[index])].who: stayed[index] for index in told}
