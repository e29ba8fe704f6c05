"""Meetings of the collegial body: which are planned, what each is to decide, whether its protocol is typed already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.cells.text import fold
from config.registers.plan import MEETING
from validators.counting.approvals import SUBJECTS
from validators.counting.count import days, ids_at, references
from validators.counting.decisions import Decision, decisions
from validators.counting.pending import pending, proposed_for_agenda, stages_unheard
from validators.counting.work import CALLED_OFF, DONE, Task, instructions
from validators.office import Office, Table

PLANNED, POSTPONED, REWORKED = "Запланировано", "Перенесено", "На доработку"
"""Results of a point that leave it undecided."""

OF_STAGES, OF_AGENDA, PARAMETERS, OTHER = "C5", "C6", "C0", "Иное"
_ORDER = (PARAMETERS, *(one.question for one in SUBJECTS), OF_STAGES, OF_AGENDA, OTHER)


@dataclass(frozen=True)
class Question:
    """What a meeting is to decide: the code of the question and the codes that it is about.

    `row` — the row of DEC that plans it for this very day; `earlier` — the row of an earlier meeting that left it
    undecided; with neither of them it is put on the agenda because something waits.
    """

    code: str
    objects: tuple[str, ...] = ()
    row: int | None = None
    earlier: int | None = None


def meetings_ahead(office: Office, on: date) -> list[date]:
    """Days from this one on for which a meeting is planned, in DEC or in PLAN."""
    found = {one.decided for one in decisions(office).values() if one.is_of_the_body and is_ahead(one, on)}
    found |= {day for day, is_over in _in_plan(office) if not is_over}
    return sorted(day for day in found if day is not None and day >= on)


def _in_plan(office: Office) -> Iterator[tuple[date | None, bool]]:
    """The days of the meetings of the plan, and whether each is done or called off."""
    if not office.has("PLAN"):
        return
    table = office.tables["PLAN"]
    kinds, states, ends, done = (table.values[name] for name in ("kind", "status", "end", "done"))
    for index in table.counted:
        if kinds[index] == MEETING and states[index] not in CALLED_OFF:
            is_over = states[index] == DONE
            day = (done[index] or ends[index]) if is_over else ends[index]
            yield day if isinstance(day, date) else None, is_over


def is_known(office: Office, day: date) -> bool:
    """A register tells of a meeting on the day."""
    return bool(points(office, day)) or any(one == day for one, _ in _in_plan(office))


def points(office: Office, day: date) -> list[int]:
    """Indexes in DEC of the points of the body's meeting on the day, in the order of the rows."""
    return [
        office.tables["DEC"].index_of[one.id]
        for one in decisions(office).values()
        if one.is_of_the_body and one.decided == day
    ]


def is_ahead(one: Decision, on: date) -> bool:
    """The body has yet to meet on the point: it is planned, or it was moved to a day that has not come."""
    return one.result == PLANNED or (one.result == POSTPONED and one.decided is not None and one.decided > on)


def decided_points(office: Office, day: date, on: date) -> list[int]:
    """Those of them that the protocol has told the result of."""
    return [index for index in points(office, day) if not is_ahead(_decision(office, index), on)]


def _decision(office: Office, index: int) -> Decision:
    return decisions(office)[office.tables["DEC"].ids[index]]


def questions(office: Office, day: date, on: date) -> tuple[Question, ...]:
    """What the meeting of the day is to decide, as it is known on another day, in the order of the questions.

    Every row that plans a point is a question, and whatever else waits for the body, unless the protocol is typed:
    then only the points that it has not decided are left. What another meeting ahead is to decide is left to it.
    """
    is_typed = bool(decided_points(office, day, on))
    planned = [index for index in points(office, day) if is_ahead(_decision(office, index), on)]
    waits = {} if is_typed else _waiting(office, day, on)
    named = {(question_of(office, index), fold(code)) for index in planned for code in _named(office, index)}
    waits = {code: [one for one in some if (code, fold(one)) not in named] for code, some in waits.items()}
    found = [_planned(office, index, waits) for index in planned]
    found += [Question(OF_STAGES, (stage,)) for stage in waits.pop(OF_STAGES, ())]
    found += [Question(code, tuple(some)) for code, some in waits.items() if some]
    if not is_typed:
        found += _left_by_earlier(office, day, planned)
        told = tuple(one.id for one in instructions_to_hear(office, day))
        found += [Question(OTHER, told)] if told else []
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.code)))


def instructions_to_hear(office: Office, day: date) -> list[Task]:
    """Instructions of the body that are to be done by the meeting and are not, the longest overdue first."""
    known = decisions(office)
    mine = (one for one in instructions(office) if one.id in known and known[one.id].is_of_the_body)
    return sorted((one for one in mine if one.due <= day and one.is_open(day)), key=_by_term)


def _by_term(task: Task) -> tuple[date, str]:
    return task.due, task.id


def _waiting(office: Office, day: date, on: date) -> dict[str, list[str]]:
    """Question → codes that wait for the body, without those that another meeting ahead is to decide."""
    found: dict[str, list[str]] = {}
    for subject in SUBJECTS:
        if office.has(subject.key):
            found[subject.question] = ids_at(office.tables[subject.key], (at for at, _ in pending(office, subject, on)))
    if office.has("DEC") and office.has("STAGE"):
        found[OF_STAGES] = [*ids_at(office.tables["STAGE"], stages_unheard(office, on)), *_returned(office, day)]
    if office.has("AGENDA"):
        found[OF_AGENDA] = ids_at(office.tables["AGENDA"], proposed_for_agenda(office))
    elsewhere = _planned_elsewhere(office, day, on)
    return {code: [one for one in some if (code, fold(one)) not in elsewhere] for code, some in found.items()}


def _returned(office: Office, day: date) -> list[str]:
    """Stages whose report a meeting before the day has returned, and none has accepted since."""
    last: dict[str, tuple[str, str]] = {}
    for one in sorted(decisions(office).values(), key=lambda one: one.decided or date.min):
        if one.question == OF_STAGES and one.is_considered and (one.decided or day) < day:
            last |= {
                fold(stage): (stage, one.result) for stage in _named(office, office.tables["DEC"].index_of[one.id])
            }
    return [stage for stage, result in last.values() if result == REWORKED]


def _planned_elsewhere(office: Office, day: date, on: date) -> frozenset[tuple[str, str]]:
    found = set()
    for one in decisions(office).values():
        later = one.decided is not None and one.decided >= on and one.decided != day
        if one.is_of_the_body and later and is_ahead(one, on):
            found |= {(one.question, fold(code)) for code in _named(office, office.tables["DEC"].index_of[one.id])}
    return frozenset(found)


def _planned(office: Office, index: int, waits: dict[str, list[str]]) -> Question:
    """The point as it is planned; what waits on its question and no point names joins the first point about it."""
    code = question_of(office, index)
    joined = [] if code == OF_STAGES else waits.pop(code, [])
    return Question(code, (*_named(office, index), *joined), row=index)


def question_of(office: Office, index: int) -> str:
    """The code of the question of a row of DEC: `C3`, or «Иное»."""
    words = str(office.tables["DEC"].values["question"][index])
    return words[:2] if words[:2] in _ORDER else OTHER


def _named(office: Office, index: int) -> tuple[str, ...]:
    """The codes that a row names in the order of its cell, those after «кроме» left out; stages by their own cell."""
    table, one = office.tables["DEC"], _decision(office, index)
    if question_of(office, index) == OF_STAGES:
        stages = (*references(table.values["stage"][index]), *references(table.values["objects"][index]))
        return tuple(dict.fromkeys(stages))
    text = "; ".join(references(table.values["objects"][index]))
    return tuple(sorted(one.names - one.excepts, key=text.find))


def _left_by_earlier(office: Office, day: date, planned: Sequence[int]) -> list[Question]:
    """Points of other questions (C0, «Иное») that an earlier meeting left undecided and no later one has taken up."""
    table = office.tables.get("DEC")
    if table is None:
        return []
    last: dict[str, int] = {}
    for one in sorted(decisions(office).values(), key=lambda one: one.decided or date.max):
        index = table.index_of[one.id]
        if one.is_of_the_body and question_of(office, index) in {PARAMETERS, OTHER}:
            last[_content(table, index)] = index
    again, held = {_content(table, index) for index in planned}, days(table, "decided")
    return [
        Question(question_of(office, index), earlier=index)
        for content, index in last.items()
        if table.values["result"][index] in {POSTPONED, REWORKED}
        and content not in again
        and (held[index] or day) < day
    ]


def _content(table: Table[Any], index: int) -> str:
    return fold(str(table.values["content"][index] or ""))
