"""Teams and their people: the size, the leaders and the captain, as the team says and as the participants say."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from reports.facts import Facts
from reports.naming import TABS
from reports.reconciling.pair import Compared, Disagreement, Pair, Said, side, typed
from validators.counting.approvals import active_teams
from validators.counting.count import references
from validators.counting.media import teams_of
from validators.counting.people import ACTIVE, LEFT, active_people
from validators.office import Table

_NONE = "не указана"
_PLAIN_ROLE = "Участник"


def _sizes(facts: Facts) -> Compared:
    office = facts.scene.office
    table = office.tables["TEAM"]
    counted = Counter(team for one in active_people(office, facts.today) for team in set(teams_of(one)))
    rows = [index for index in active_teams(office, facts.today) if isinstance(typed(table, index, "size"), int)]
    wrong = [index for index in rows if table.values["size"][index] != counted[table.ids[index]]]
    return Compared(
        len(rows),
        tuple(
            Disagreement(
                table.ids[index],
                Said(str(table.values["size"][index]), table.place(index, "size")),
                Said(str(counted[table.ids[index]])),
            )
            for index in wrong
        ),
    )


def _leaders(facts: Facts) -> Compared:
    office = facts.scene.office
    teams, students = office.tables["TEAM"], office.tables["UNI"]
    telling = _who_says_he_leads(students)
    rows = [index for index in active_teams(office, facts.today) if typed(teams, index, "leaders") is not None]
    found = (_leaders_of(teams, students, index, telling.get(teams.ids[index], set())) for index in rows)
    return Compared(len(rows), tuple(one for one in found if one is not None))


def _who_says_he_leads(students: Table[Any]) -> dict[str, set[str]]:
    telling: dict[str, set[str]] = {}
    for index in students.counted:
        role = typed(students, index, "role")
        if students.values["status"][index] == ACTIVE and role not in (None, _PLAIN_ROLE):
            for team in references(students.values["teams"][index]):
                telling.setdefault(team, set()).add(students.ids[index])
    return telling


def _leaders_of(teams: Table[Any], students: Table[Any], index: int, telling: set[str]) -> Disagreement | None:
    team = teams.ids[index]
    listed = {code for code in references(teams.values["leaders"][index]) if code in students.index_of}
    confirmed = telling | {code for code in listed if _agrees_to_lead(students, code, team)}
    if listed == confirmed:
        return None
    apart = listed ^ confirmed
    place = students.place(students.index_of[min(apart)], "teams") if len(apart) == 1 else None
    first = Said("; ".join(sorted(listed)) or "нет", teams.place(index, "leaders"))
    return Disagreement(team, first, Said("; ".join(sorted(confirmed)) or "нет", place))


def _agrees_to_lead(students: Table[Any], code: str, team: str) -> bool:
    """His row names the team and does not call him a plain participant, nor one who left."""
    at = students.index_of[code]
    cell = students.values["teams"][at]
    unread = not references(cell) and not students.is_blank(at, "teams")
    plain = typed(students, at, "role") == _PLAIN_ROLE or students.values["status"][at] == LEFT
    return not plain and (unread or team in references(cell))


def _captains(facts: Facts) -> Compared:
    office = facts.scene.office
    teams, pupils = office.tables["TEAM"], office.tables["SCH"]
    rows = [
        (index, pupils.index_of[captain])
        for index in active_teams(office, facts.today)
        if (captain := str(teams.values["captain"][index])) in pupils.index_of
    ]
    return Compared(len(rows), tuple(_captain_elsewhere(teams, pupils, rows)))


def _captain_elsewhere(teams: Table[Any], pupils: Table[Any], rows: list[tuple[int, int]]) -> Iterator[Disagreement]:
    for index, at in rows:
        own, captain = pupils.values["team"][at], pupils.ids[at]
        left = pupils.values["status"][at] == LEFT
        if (own == teams.ids[index] and not left) or (own is None and not pupils.is_blank(at, "team")):
            continue
        words = "выбыл" if left else f"{captain}: {own or _NONE}"
        place = pupils.place(at, "status" if left else "team")
        yield Disagreement(teams.ids[index], Said(captain, teams.place(index, "captain")), Said(words, place))


TEAM_PAIRS = (
    Pair(
        "team_size",
        "Численность команд",
        (side("TEAM", "size"), ("SCH", f"{TABS['SCH']}, {TABS['UNI']}: строки участников")),
        {
            "SCH": "Исправьте «Заявленную численность» команды.",
            "TEAM": "Проверьте команду у участников: кого-то не хватает или кто-то лишний.",
        },
        (("TEAM", "size"), ("SCH", "team"), ("UNI", "teams")),
        _sizes,
    ),
    Pair(
        "leaders",
        "Студенты-лидеры и тьюторы",
        (side("TEAM", "leaders"), side("UNI", "teams")),
        {
            "TEAM": "Исправьте «Команды» и «Роль» в строке студента.",
            "UNI": "Исправьте «Студент-лидер/тьютор» в строке команды.",
        },
        (("TEAM", "leaders"), ("UNI", "teams")),
        _leaders,
    ),
    Pair(
        "captain",
        "Капитаны",
        (side("TEAM", "captain"), side("SCH", "team")),
        {
            "TEAM": "Исправьте «Команду» в строке школьника.",
            "SCH": "Выберите капитаном участника этой же команды.",
        },
        (("TEAM", "captain"), ("SCH", "team")),
        _captains,
    ),
)
