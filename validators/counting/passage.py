"""The stages of the season by people: who of those enrolled has passed a stage, and of whom it is not asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.cells.text import fold
from config.registers.participation import PLATFORM_MODULE
from validators.counting.count import Count, by_then, number
from validators.counting.funnel import count_defended, count_trained, enrolled_people
from validators.counting.people import PEOPLE, count_k01, count_k02
from validators.counting.progress import INTRODUCTION, NOT_REQUIRED, Activity, activities, count_k16, progress_obstacle
from validators.duplicates.repeats import Being
from validators.office import Office, Table
from validators.trips import NOT_THERE

SELECTION, TRAINING, PLATFORM, WORK = "Э1", "Э2", "Э3", "Э4"
_COUNTED = {TRAINING: count_trained, "Э5": count_k16, "Э6": count_defended}
"""Stages that have a count of their own: who passed them is the same figure everywhere."""

_SESSION = "Проектная сессия"
_KINDS: Mapping[str, str] = {PLATFORM: PLATFORM_MODULE, WORK: _SESSION}
_MUST: Mapping[str, str] = {"SCH": "for_pupils", "UNI": "for_students"}


@dataclass(frozen=True)
class Passage:
    """Of a stage: ids of those who must pass it, who have, and of whom it is not asked.

    `must` are all of those enrolled for whom the stage is obligatory, the excused left out; of the first stage all who
    applied. `asked` — registers of people for whom the stage is obligatory; the introductory training is for all, but
    for pupils of whom a row says that it is not required, as in K06.
    """

    must: Count
    passed: Count
    excused: Count
    asked: frozenset[str]


def passage(office: Office, on: date, stage: int) -> Passage:
    """How a stage (index of its row in STAGE) stands on the day."""
    table = office.tables["STAGE"]
    code = table.ids[stage]
    asked = frozenset(key for key, name in _MUST.items() if table.values[name][stage])
    asked = frozenset(PEOPLE) if code == TRAINING else asked
    if code == SELECTION:
        return Passage(count_k01(office, on), count_k02(office, on), number(()), frozenset(PEOPLE))
    passed = _COUNTED[code](office, on) if code in _COUNTED else _passed(office, on, code)
    if passed.why:
        return Passage(passed, passed, passed, asked)
    enrolled, done = enrolled_people(office, on), frozenset(passed.rows)
    free = _excused(office, code)
    excused = [one for one in enrolled if one.who in free and one.id not in done]
    left_out = {one.id for one in excused}
    must = [one.id for one in enrolled if one.table.register.key in asked and one.id not in left_out]
    return Passage(number(must), passed, number(one.id for one in excused), asked)


def _passed(office: Office, on: date, stage: str) -> Count:
    """Enrolled people with something of the stage passed; on the platform every module that they have begun."""
    why = progress_obstacle(office, "result")
    if why:
        return Count(why=why)
    own: dict[Being, list[Activity]] = {}
    for one in activities(office):
        if _is_of(office.tables["PROG"], one, stage) and by_then(one.start, on) and one.result not in NOT_THERE:
            own.setdefault(one.person.who, []).append(one)
    return number(one.id for one in enrolled_people(office, on) if _is_through(office, own.get(one.who, []), stage, on))


def _is_through(office: Office, own: list[Activity], stage: str, on: date) -> bool:
    passed = [one for one in own if one.is_passed(on)]
    if stage != PLATFORM:
        return bool(passed)
    titles = office.tables["PROG"].values["title"]
    begun, done = ({fold(str(titles[one.row] or "")) for one in some} for some in (own, passed))
    return bool(begun) and begun == done


def _is_of(table: Table[Any], one: Activity, stage: str) -> bool:
    """By its kind, where the stage has a kind of its own; else by what its row says."""
    return one.kind == _KINDS[stage] if stage in _KINDS else table.values["stage"][one.row] == stage


def _excused(office: Office, stage: str) -> frozenset[Being]:
    """People of whom some row of the stage says that it is not required."""
    if not office.has("PROG"):
        return frozenset()
    table = office.tables["PROG"]
    rows = (one for one in activities(office) if one.result == NOT_REQUIRED)
    if stage == TRAINING:
        return frozenset(one.person.who for one in rows if one.kind == INTRODUCTION)
    return frozenset(one.person.who for one in rows if one.kind != INTRODUCTION and _is_of(table, one, stage))
