"""Who is in a team on a day: those who surely are, those whose row can't tell, and all who name the team."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from config.registers.teams import DEFENDED
from validators.counting.approvals import active_teams
from validators.counting.count import days, references
from validators.counting.media import teams_of
from validators.counting.people import PEOPLE, Person, active_people, people
from validators.office import Office, Table

PUPILS, STUDENTS = PEOPLE[0], PEOPLE[1]
_MOVES = "Проектная сессия", "Консультация наставника"
_HELD = "Пройдено", "В процессе", "Не пройдено"
_FIELD: Mapping[str, str] = {PUPILS: "team", STUDENTS: "teams"}


@dataclass(frozen=True)
class Members:
    """Of one team: its active people, each once; `named` rows of either register that may belong to it.

    `named` counts rows of any status, those with a team that can't be read included; `unclear` are pupils among them of
    whom it can't be told whether they take part, or in which team.
    """

    people: tuple[Person, ...] = ()
    unclear: int = 0
    named: int = 0

    @property
    def pupils(self) -> tuple[Person, ...]:
        """The active pupils and college students."""
        return tuple(one for one in self.people if one.table.register.key == PUPILS)


@dataclass(frozen=True)
class Teams:
    """The members of every team of the office on a day, by the code of the team."""

    of: Mapping[str, Members] = field(default_factory=dict)
    unread: Members = Members()

    def __getitem__(self, team: str) -> Members:
        """The members of a team; of one that nobody names, only those whose team can't be read."""
        return self.of.get(team, self.unread)


def teams_on(office: Office, on: date) -> Teams:
    """Who is in which team on the day, by the cells «Команда» and «Команды» of the participants."""
    return office.once(_teams_on, on)


def _teams_on(office: Office, on: date) -> Teams:
    active: dict[str, list[Person]] = {}
    for person in active_people(office, on):
        for team in teams_of(person):
            active.setdefault(team, []).append(person)
    named: Counter[str] = Counter()
    unclear: Counter[str] = Counter()
    lost_pupils = lost = 0
    for key in PEOPLE:
        if not office.has(key):
            continue
        table = office.tables[key]
        broken = broken_cells(office, key, _FIELD[key])
        cells, states = table.values[_FIELD[key]], table.values["status"]
        for index in (*table.counted, *table.fallen):
            if index in broken or (cells[index] is None and not table.is_blank(index, _FIELD[key])):
                lost += 1
                lost_pupils += key == PUPILS
            named.update(references(cells[index]))
            if key == PUPILS and states[index] is None:
                unclear.update(references(cells[index]))
    of = {team: Members(tuple(active.get(team, ())), unclear[team] + lost_pupils, named[team] + lost) for team in named}
    return Teams(of, Members((), lost_pupils, lost))


def broken_cells(office: Office, key: str, name: str) -> frozenset[int]:
    """Indexes of the rows where a reference of this field leads nowhere: X01 speaks of them."""
    return frozenset(one.index for one in office.broken if one.register == key and one.field == name)


def working_teams(office: Office, on: date) -> list[int]:
    """Indexes of the active teams whose project is not defended yet."""
    stages = office.tables["TEAM"].values["stage"]
    return [index for index in active_teams(office, on) if stages[index] not in DEFENDED]


def teams_of_mentors(office: Office, on: date) -> dict[str, list[str]]:
    """Code of a mentor → codes of the active teams that name him."""
    table = office.tables["TEAM"]
    mentors = table.values["mentors"]
    found: dict[str, list[str]] = {}
    for index in active_teams(office, on):
        for mentor in references(mentors[index]):
            found.setdefault(mentor, []).append(table.ids[index])
    return found


def most_teams(table: Table[Any], index: int, usual: int) -> int:
    """How many teams a mentor may have: «Максимум команд» of his row in MENT, else the usual number."""
    own = table.values["most_teams"][index]
    return own if isinstance(own, int) else usual


def last_moves(office: Office, on: date) -> dict[str, date]:
    """Code of a team → the last day on which somebody of it was at a session or had a consultation, by PROG."""
    table = office.tables["PROG"]
    teams = {person.id: teams_of(person) for person in people(office)}
    whose, kinds, results = (table.values[name] for name in ("participant", "kind", "result"))
    starts, ends = days(table, "start"), days(table, "end")
    last: dict[str, date] = {}
    for index in table.counted:
        if kinds[index] in _MOVES and (results[index] is None or results[index] in _HELD):
            day = min(ends[index] or starts[index] or on, on)
            for team in teams.get(str(whose[index]), ()):
                last[team] = max(day, last.get(team, day))
    return last
