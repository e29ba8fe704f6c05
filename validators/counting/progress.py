"""What participants have done by a day: training, modules of the platform, tests, internships, rewards."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from config.cells.text import fold
from config.registers.participation import PLATFORM_MODULE, REWARD
from validators.counting.count import Count, Way, by_then, number, obstacle, share, weighed
from validators.counting.people import PEOPLE, Person, active_people, by_code, distinct, is_enrolled, people_obstacle
from validators.office import Office, Table
from validators.stages import breaks, days_between
from validators.trips import NOT_THERE, last_day

INTRODUCTION = "Очное установочное обучение"
TEST, INTERNSHIP = "Профессиональная проба", "Стажировка"
PASSED, NOT_REQUIRED = "Пройдено", "Не требуется"
_NOT_GIVEN = (*NOT_THERE, "В процессе", "Не пройдено")
NO_PARTICIPANTS = "нет участников"


class Activity(NamedTuple):
    """A counted row of PROG, by its index: whose, of which kind, with what result, its first and last day.

    A day is None where it is not known; `is_open` — no last day is told.
    """

    row: int
    person: Person
    kind: object
    result: object
    start: date | None
    last: date | None
    is_open: bool

    def is_passed(self, on: date) -> bool:
        """Passed by the day; passed on an unknown day is passed."""
        return self.result == PASSED and by_then(self.last, on)


def activities(office: Office) -> tuple[Activity, ...]:
    """The activities of all known participants; PROG must be there."""
    return office.once(_activities)


def _activities(office: Office) -> tuple[Activity, ...]:
    return tuple(_rows(office.tables["PROG"], office))


def _rows(table: Table[Any], office: Office) -> Iterator[Activity]:
    known = by_code(office)
    columns = (table.values[name] for name in ("participant", "kind", "result", "start", "end"))
    whose, kinds, results, starts, ends = columns
    for index in table.counted:
        person = known.get(str(whose[index]))
        if person is not None:
            start, end = starts[index], ends[index]
            first = start if isinstance(start, date) else None
            last = last_day(first, end) if first else end if isinstance(end, date) else None
            yield Activity(index, person, kinds[index], results[index], first, last, not isinstance(end, date))


def progress_obstacle(office: Office, *fields: str) -> str:
    """Why nothing can be counted of what participants have done; empty when it can."""
    return people_obstacle(office) or obstacle(office, "PROG", "participant", "kind", *fields)


def count_k06(office: Office, on: date) -> Count:
    """K06 Прошли установочное обучение, %: of active participants; pupils of whom it is not required are left out."""
    return introduced(office, on, *PEOPLE)


def introduced(office: Office, on: date, *registers: str) -> Count:
    """K06 of the participants of some registers."""
    alone = obstacle(office, registers[0]) if len(registers) == 1 else ""
    why = alone or progress_obstacle(office, "result")
    if why:
        return Count(why=why, way=Way.SHARE)
    own = [one for one in activities(office) if one.kind == INTRODUCTION]
    passed = {one.person.id for one in own if one.is_passed(on)}
    free = {one.person.id for one in own if one.result == NOT_REQUIRED and one.person.table.register.key == "SCH"}
    asked = [one.id for one in active_people(office, on) if one.table.register.key in registers]
    due = [one for one in asked if one in passed or one not in free]
    return share((one for one in due if one in passed), due, NO_PARTICIPANTS)


def count_k07(office: Office, on: date) -> Count:
    """K07 Активны на цифровой платформе, %: active participants with a module not long ago, breaks not counted."""
    why = progress_obstacle(office, "start")
    if why:
        return Count(why=why, way=Way.SHARE)
    most, rest = office.settings.thresholds.idle_days, breaks(office)
    lively = {
        one.person.id
        for one in activities(office)
        if one.kind == PLATFORM_MODULE
        and one.result not in NOT_THERE
        and by_then(one.start, on)
        and days_between(min(one.last or on, on), on, rest) <= most
    }
    active = [one.id for one in active_people(office, on)]
    return share((one for one in active if one in lively), active, NO_PARTICIPANTS)


def count_k08(office: Office, on: date) -> Count:
    """K08 Средний прогресс, %: of each active participant the mean of the last percent of each of his modules."""
    why = progress_obstacle(office, "progress")
    if why:
        return Count(why=why, way=Way.MEAN)
    last: dict[str, dict[str, tuple[date, float]]] = {}
    table = office.tables["PROG"]
    titles, percents = table.values["title"], table.values["progress"]
    folded = {title: fold(str(title or "")) for title in set(titles)}
    for one in activities(office):
        percent, day = percents[one.row], one.last or date.min
        if one.kind != PLATFORM_MODULE or not isinstance(percent, float) or not by_then(one.start, on):
            continue
        modules, module = last.setdefault(one.person.id, {}), folded[titles[one.row]]
        if module not in modules or modules[module][0] <= day:
            modules[module] = day, percent
    own = {
        one.id: sum(percent for _, percent in last[one.id].values()) / len(last[one.id])
        for one in active_people(office, on)
        if one.id in last
    }
    return weighed(own, {}, Way.MEAN, "прогресс не указан")


def count_k16(office: Office, on: date) -> Count:
    """K16 Прошли профессиональные пробы и стажировки: people, each once, enrolled by the day."""
    return tried(office, on, TEST, INTERNSHIP)


def tried(office: Office, on: date, *kinds: str) -> Count:
    """K16 of some kinds of activity."""
    why = progress_obstacle(office, "result")
    if why:
        return Count(why=why)
    return number(one.id for one in distinct(_who_passed(office, on, kinds)))


def _who_passed(office: Office, on: date, kinds: Collection[str]) -> list[Person]:
    passed = (one.person for one in activities(office) if one.kind in kinds and one.is_passed(on))
    return [person for person in {one.id: one for one in passed}.values() if is_enrolled(person, on)]


def count_k19(office: Office, on: date) -> Count:
    """K19 Охват мерами мотивации, %: active participants with a reward ÷ active."""
    why = progress_obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    rewarded = {one.person.id for one in rewards(office, on)}
    active = [one.id for one in active_people(office, on)]
    return share((one for one in active if one in rewarded), active, NO_PARTICIPANTS)


def rewards(office: Office, on: date) -> list[Activity]:
    """The rewards given by the day; PROG must be there."""
    return [
        one
        for one in activities(office)
        if one.kind == REWARD and one.result not in _NOT_GIVEN and by_then(one.last, on)
    ]
