"""Teams: who is in them, whether both sides say the same, how many teams one person has, whether the work goes on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.registers.teams import DEFENDED
from validators.counting.approvals import active_teams
from validators.counting.composition import size_differs
from validators.counting.count import days, references
from validators.counting.media import teams_of
from validators.counting.people import LEFT, Person, active_people, is_active, people
from validators.counting.teams import (
    Members,
    broken_cells,
    last_moves,
    most_teams,
    teams_of_mentors,
    teams_on,
    working_teams,
)
from validators.counting.undecided import mentors_uncleared
from validators.listed import listed
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.stages import breaks, days_between

_FORMING = "Формирование"
_LEADING = "Студент-лидер", "Тьютор", "Студент-лидер и тьютор"


@rule("X09", Severity.ERROR, "В команде достаточно людей", needs=("TEAM", "SCH"))
def a_team_is_complete(scene: Scene) -> Iterator[Complaint]:
    """Сверьте состав: «Команда» у школьников и студентов СПО, «Команды» у студентов вузов, лидера и численность у самой
    команды. Если кто-то выбыл, найдите замену."""
    office, table = scene.office, scene.office.tables["TEAM"]
    if "team" in office.tables["SCH"].missing:
        return
    members = teams_on(office, scene.today)
    working = set(working_teams(office, scene.today))
    for index in active_teams(office, scene.today):
        mine = members[table.ids[index]]
        count = _wrong_count(scene, mine, table.values["stage"][index]) if index in working else ""
        if count:
            yield Complaint(RowOf(table, index), None, f"Команда {table.ids[index]}: {count}")
        elif index in working and size_differs(office, index, mine):
            yield _wrong_size(table, index, mine)
    yield from _without_leader(scene, table)


def _wrong_count(scene: Scene, mine: Members, stage: object) -> str:
    """A team that is being formed is not asked for people yet."""
    least, most, pupils = scene.settings.thresholds.team_min, scene.settings.thresholds.team_max, len(mine.pupils)
    if pupils + mine.unclear < least and stage != _FORMING:
        return f"школьников и студентов СПО {pupils}, а нужно не меньше {least}."
    return f"школьников и студентов СПО {pupils}, а можно не больше {most}." if pupils > most else ""


def _wrong_size(table: Table[Any], index: int, mine: Members) -> Complaint:
    size = table.values["size"][index]
    text = f"Команда {table.ids[index]}: заявлено {size}, а участников со студентами вузов {len(mine.people)}."
    advice = "Исправьте численность или допишите команду в строки тех, кто в ней состоит."
    return Complaint(RowOf(table, index), "size", text, advice)


def _without_leader(scene: Scene, table: Table[Any]) -> Iterator[Complaint]:
    """Of those who left another rule speaks; without a leader at all the cell is empty, and that is C01."""
    students = scene.office.tables.get("UNI")
    if students is None:
        return
    known = {person.id: person for person in people(scene.office) if person.table is students}
    broken = broken_cells(scene.office, "TEAM", "leaders")
    for index in working_teams(scene.office, scene.today):
        leaders = [known.get(code) for code in references(table.values["leaders"][index])]
        if not leaders or index in broken or any(one is None or _may_lead(one, scene.today) for one in leaders):
            continue
        text = f"Команда {table.ids[index]}: ни один из указанных студентов сейчас не участвует в Программе."
        yield Complaint(RowOf(table, index), "leaders", text, "Укажите студента-лидера или тьютора — участника.")


def _may_lead(person: Person, on: date) -> bool:
    return is_active(person, on) or person.status == LEFT or person.status is None


@rule("X10", Severity.WARNING, "Студент числится не в слишком многих командах", needs=("UNI", "TEAM"))
def a_student_is_in_few_teams(scene: Scene) -> Iterator[Complaint]:
    """Оставьте в «Команды» те, с которыми студент работает; у остальных назначьте другого."""
    most, table = scene.settings.thresholds.most_student_teams, scene.office.tables["TEAM"]
    active = {table.ids[index] for index in active_teams(scene.office, scene.today)}
    for person in active_people(scene.office, scene.today):
        mine = [code for code in teams_of(person) if code in active]
        if person.table.register.key == "UNI" and len(mine) > most:
            text = f"Студент {person.id}: команд {len(mine)}, а можно не больше {most}."
            yield Complaint(RowOf(person.table, person.index), "teams", text)


@rule("X11", Severity.ERROR, "Команда и её люди называют друг друга", needs=("TEAM", "UNI"))
def a_team_and_its_people_agree(scene: Scene) -> Iterator[Complaint]:
    """Исправьте ту из двух ячеек, в которой ошибка: в строке команды или в строке участника."""
    office, table = scene.office, scene.office.tables["TEAM"]
    own = {person.id: person for person in active_people(office, scene.today)}
    unread = {key: broken_cells(office, key, name) for key, name in (("SCH", "team"), ("UNI", "teams"))}
    strange: set[str] = set()
    for index in active_teams(office, scene.today):
        for field, words in (("captain", "капитан"), ("leaders", "студент-лидер или тьютор")):
            named = [own[code] for code in references(table.values[field][index]) if code in own]
            apart = [one for one in named if _is_elsewhere(one, table.ids[index], unread)]
            if apart:
                strange.add(table.ids[index])
                text = f"Команда {table.ids[index]}: {words} {listed([one.id for one in apart])} — не в этой команде."
                yield Complaint(RowOf(table, index), field, text)
    yield from _unnamed(scene, strange)


def _is_elsewhere(person: Person, team: str, unread: dict[str, frozenset[int]]) -> bool:
    """What could not be read, or has no column, is no other team."""
    key, field = person.table.register.key, "team" if "team" in person.table.values else "teams"
    if field in person.table.missing or person.index in unread[key] or team in teams_of(person):
        return False
    return person.table.values[field][person.index] is not None or person.table.is_blank(person.index, field)


def _unnamed(scene: Scene, strange: set[str]) -> Iterator[Complaint]:
    """Students who call themselves leaders, when none of their teams does."""
    office, table = scene.office, scene.office.tables["TEAM"]
    broken = broken_cells(office, "TEAM", "leaders")
    leaders = {
        table.ids[index]: references(table.values["leaders"][index])
        for index in active_teams(office, scene.today)
        if index not in broken and table.ids[index] not in strange
    }
    for person in active_people(office, scene.today):
        if person.table.register.key != "UNI" or person.table.values["role"][person.index] not in _LEADING:
            continue
        mine = teams_of(person)
        if mine and all(leaders.get(team) and person.id not in leaders[team] for team in mine):
            role = person.table.values["role"][person.index]
            text = f"У студента {person.id} роль «{role}», а в строке команды {listed(mine)} он не назван."
            yield Complaint(RowOf(person.table, person.index), "role", text, severity=Severity.WARNING)


@rule("X13", Severity.WARNING, "У наставника не больше команд, чем можно", needs=("TEAM", "MENT"))
def a_mentor_has_few_teams(scene: Scene) -> Iterator[Complaint]:
    """Передайте часть команд другому утверждённому наставнику или, если наставник согласен, увеличьте «Максимум
    команд»."""
    table = scene.office.tables["MENT"]
    for code, teams in teams_of_mentors(scene.office, scene.today).items():
        index = table.index_of.get(code)
        if index is None or index in table.fallen:
            continue
        most = most_teams(table, index, scene.settings.thresholds.mentor_teams)
        if len(teams) > most:
            text = f"У наставника {code} команд {len(teams)}, а можно не больше {most}: {listed(teams)}."
            yield Complaint(RowOf(table, index), "most_teams", text)


@rule("X14", Severity.WARNING, "С несовершеннолетними работают наставники с допуском", needs=("TEAM", "MENT", "SCH"))
def a_mentor_of_minors_is_cleared(scene: Scene) -> Iterator[Complaint]:
    """Получите справку об отсутствии судимости и поставьте «Подтверждён»; если по решению региона допуск не нужен,
    поставьте «Не требуется»."""
    table = scene.office.tables["MENT"]
    if not scene.settings.thresholds.mentor_clearance:
        return
    for index, young in mentors_uncleared(scene.office, scene.today):
        text = f"Наставник {table.ids[index]} работает с несовершеннолетними ({listed(young)}), а допуска нет."
        yield Complaint(RowOf(table, index), "clearance", text)


@rule("X53", Severity.WARNING, "Работа команды не стоит на месте", needs=("TEAM", "PROG", "SCH"))
def a_team_moves_on(scene: Scene) -> Iterator[Complaint]:
    """Узнайте у лидера и наставника, как идёт проект. Если стадия сменилась, поставьте новую; если были сессия или
    консультация, внесите их в «Прохождение этапов»; если команда распалась, поставьте «Закрыт»."""
    table, most = scene.office.tables["TEAM"], scene.settings.thresholds.team_stuck_days
    moved, rest = last_moves(scene.office, scene.today), breaks(scene.office)
    formed, stages = days(table, "formed"), table.values["stage"]
    for index in active_teams(scene.office, scene.today):
        known = [day for day in (formed[index], moved.get(table.ids[index])) if day is not None]
        stage = stages[index]
        if not known or stage is None or stage in DEFENDED or days_between(max(known), scene.today, rest) <= most:
            continue
        text = (
            f"Команда {table.ids[index]}: стадия «{stage}», а сессий и консультаций нет с {max(known):%d.%m.%Y}, "
            f"дней: {days_between(max(known), scene.today, rest)}."
        )
        yield Complaint(RowOf(table, index), "stage", text)
