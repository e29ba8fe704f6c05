"""A team as a line of the head's tab: its people, its mentor, its last work, what it lacks; people by code only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from config.codes import CODE
from config.registers.teams import DEFENDED
from reports.facts import Facts
from reports.head.page import told
from reports.naming import title_in
from reports.report import Value
from validators.counting.approvals import active_teams, approval_obstacle
from validators.counting.composition import Lack, lacks, who_may_teach
from validators.counting.count import days, obstacle, references
from validators.counting.people import PEOPLE
from validators.counting.teams import Members, last_moves, teams_on
from validators.counts import COUNTS
from validators.office import Office
from validators.stages import breaks, days_between

LACKS: Mapping[Lack, str] = {
    Lack.FEW: "мало школьников и студентов СПО",
    Lack.MANY: "слишком много школьников и студентов СПО",
    Lack.LEADER: "нет участвующего студента-лидера или тьютора",
    Lack.MENTOR: "нет утверждённого наставника",
    Lack.SIZE: "численность не та, что заявлена",
}
"""What a team lacks, in words."""

UNTOLD = "не указано"


@dataclass(frozen=True)
class Line:
    """A team at work. None of `pupils`, `students`, `idle`, `lacks` means «нет данных».

    `idle` are days without work, breaks left out; nobody asks for work after the defence.
    """

    id: str
    name: Value
    project: Value
    priority: str
    stage: str
    pupils: int | None
    students: int | None
    leaders: tuple[str, ...]
    mentor: str
    moved: date | str
    idle: int | None
    lacks: frozenset[Lack] | None

    @property
    def lacks_in_words(self) -> str | None:
        """All that it lacks."""
        return "; ".join(words for lack, words in LACKS.items() if lack in (self.lacks or ())) or None


def lines_of(facts: Facts) -> tuple[Line, ...]:
    """The teams at work on the day, in the order of the register."""
    office, today = facts.scene.office, facts.today
    table, members = office.tables["TEAM"], teams_on(office, today)
    kept = {key: not obstacle(office, key) for key in PEOPLE}
    missing = None if COUNTS["K10"](office, today).why else lacks(office, today)
    moved = last_moves(office, today) if office.has("PROG") else {}
    formed = days(table, "formed")
    names, projects, stages, leaders, mentors = (
        table.values[name] for name in ("name", "project", "stage", "leaders", "mentors")
    )
    return tuple(
        Line(
            id=table.ids[index],
            name=told(str(names[index] or "")),
            project=told(str(projects[index] or "")),
            priority=priority_in_words(office, table.values["priority"][index]),
            stage=str(stages[index] or UNTOLD),
            pupils=len(members[table.ids[index]].pupils) if kept[PEOPLE[0]] else None,
            students=_students(members[table.ids[index]]) if kept[PEOPLE[1]] else None,
            leaders=tuple(one for one in references(leaders[index]) if CODE.fullmatch(one)),
            mentor=_mentor(office, today, references(mentors[index])),
            moved=moved.get(table.ids[index], "не было" if office.has("PROG") else "—"),
            idle=None if stages[index] in DEFENDED else _idle(facts, moved.get(table.ids[index]), formed[index]),
            lacks=None if missing is None else missing.get(index, frozenset()),
        )
        for index in active_teams(office, today)
    )


def priority_in_words(office: Office, code: object) -> str:
    """A priority direction by its title."""
    if not isinstance(code, str):
        return UNTOLD
    return title_in(office.tables.get("PRIORITY"), code) or code


def _students(mine: Members) -> int:
    return len(mine.people) - len(mine.pupils)


def _mentor(office: Office, on: date, named: tuple[str, ...]) -> str:
    if approval_obstacle(office, "MENT"):
        return "—"
    approved = who_may_teach(office, on) or frozenset()
    return "не указан" if not named else "да" if approved & {*named} else "нет"


def _idle(facts: Facts, moved: date | None, formed: date | None) -> int | None:
    """Days since the last work, else since the team was formed; unknown where work is not written down."""
    known = [day for day in (moved, formed) if day is not None]
    if not facts.scene.office.has("PROG") or not known:
        return None
    return days_between(max(known), facts.today, breaks(facts.scene.office))
