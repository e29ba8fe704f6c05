"""What was to be done by a day and what was done: measures of the plan, instructions, and how late the rest is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from validators.counting.count import NO_COLUMN, Count, Way, by_then, days, number, obstacle, share, weighed
from validators.counting.decisions import ACCEPTED
from validators.office import Office, Table

DONE = "Исполнено"
CALLED_OFF = ("Отменено", "Снято с контроля")
NOTHING_DUE = "сроки ещё не наступили"


@dataclass(frozen=True)
class Task:
    """A measure or an instruction with its term: what, whose, until when, when done."""

    table: Table[Any]
    index: int
    what: str
    who: str | None
    due: date
    state: object
    done: date | None

    @property
    def id(self) -> str:
        """The code of the row."""
        return self.table.ids[self.index]

    def is_done(self, on: date) -> bool:
        """Done by the day; done on an unknown day is done."""
        return self.state == DONE and by_then(self.done, on)

    def in_time(self, on: date) -> bool:
        """Done by the day and not later than due."""
        return self.is_done(on) and by_then(self.done, self.due)

    def is_open(self, on: date) -> bool:
        """Neither done by the day nor called off."""
        return self.state not in CALLED_OFF and not self.is_done(on)

    def is_late(self, on: date) -> bool:
        """The term has passed and the task is not done."""
        return self.due < on and self.is_open(on)

    def is_due(self, on: date) -> bool:
        """Asked for by the day: its term has passed, or is this day and the task is done. What is called off is not."""
        return self.state not in CALLED_OFF and (self.due < on or (self.due == on and self.is_done(on)))

    def says(self, name: str) -> str:
        """The words of another cell of the row, empty when there are none."""
        column = self.table.values.get(name, ())
        value = column[self.index] if column else None
        return value if isinstance(value, str) else ""


def measures(office: Office) -> Iterator[Task]:
    """The measures of the plan that have a term."""
    if not office.has("PLAN"):
        return
    table = office.tables["PLAN"]
    due, done = days(table, "end"), days(table, "done")
    for index in table.counted:
        term = due[index]
        if term is not None:
            yield Task(table, index, *_words(table, index, "title"), term, table.values["status"][index], done[index])


def instructions(office: Office) -> Iterator[Task]:
    """The instructions of accepted decisions that have a term; a term moved with a reason is the term."""
    if not office.has("DEC"):
        return
    table = office.tables["DEC"]
    due, moved, done = days(table, "due"), days(table, "due_new"), days(table, "done")
    told, results = table.values["instruction"], table.values["result"]
    for index in table.counted:
        term = moved[index] or due[index]
        if told[index] is not None and results[index] == ACCEPTED and term is not None:
            state = table.values["execution"][index]
            yield Task(table, index, *_words(table, index, "instruction"), term, state, done[index])


def _words(table: Table[Any], index: int, name: str) -> tuple[str, str | None]:
    what, who = table.values[name][index], table.values["responsible"][index]
    return (what if isinstance(what, str) else table.ids[index], who if isinstance(who, str) else None)


def count_k22(office: Office, on: date) -> Count:
    """K22 Исполнение плана, %: measures done in time ÷ measures due by the day. One due today is counted once done."""
    why = _plan_obstacle(office)
    return Count(why=why, way=Way.SHARE) if why else _in_time(measures(office), on)


def measures_late(office: Office, on: date) -> Count:
    """Of K22: measures whose term has passed and that are not done."""
    why = _plan_obstacle(office)
    return Count(why=why) if why else number(task.id for task in measures(office) if task.is_late(on))


def days_late(office: Office, on: date) -> Count:
    """Of K22: the days that have passed since the terms of the late measures, all together."""
    why = _plan_obstacle(office)
    late = {} if why else {task.id: float((on - task.due).days) for task in measures(office) if task.is_late(on)}
    return Count(why=why) if why else weighed(late, {}, Way.NUMBER, "")


def _plan_obstacle(office: Office) -> str:
    why = obstacle(office, "PLAN", "end")
    return why or (NO_COLUMN if {"status", "done"} <= office.tables["PLAN"].missing else "")


def count_k23(office: Office, on: date) -> Count:
    """K23 Поручения исполнены в срок, %: done in time ÷ due by the day."""
    why = obstacle(office, "DEC", "instruction", "due")
    return Count(why=why) if why else _in_time(instructions(office), on)


def _in_time(tasks: Iterator[Task], on: date) -> Count:
    due = [task for task in tasks if task.is_due(on)]
    return share((task.id for task in due if task.in_time(on)), (task.id for task in due), NOTHING_DUE)
