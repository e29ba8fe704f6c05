"""Which terms come near or have just passed: three and one working days before, on the day, and on the day after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from config.calendar import add_working_days, is_working_day
from config.periods import calendar_days, is_stage, period_words
from reports import wording
from reports.facts import Facts
from reports.naming import head_of, tab_of
from validators.counting.papers import (
    Owed,
    federal_requests,
    is_answered,
    report_due,
    reports_obstacle,
    reports_owed,
    requests_obstacle,
)
from validators.counting.work import Task, instructions, measures

STEPS = (-3, -1, 0, 1)
"""Working days from the term on which a person is reminded."""

_DAY = timedelta(days=1)
_MOST_DAYS = 10
"""A term that lies further away than this, holidays among them, is not near."""


class Kind(StrEnum):
    """What has a term."""

    MEASURE = "Мероприятие"
    INSTRUCTION = "Поручение"
    REQUEST = "Запрос ФПО"
    REPORT = "Отчёт"
    PACKAGE = "Пакет для ФПО"


@dataclass(frozen=True)
class Reminder:
    """A term of which somebody is reminded today.

    `register` and `id` name the row, "" for a report or package that has none yet; `what` is its period then; `step` —
    working days from the term, negative before it; `owner` — the code of the employee, None when nobody is named.
    """

    kind: Kind
    register: str
    id: str
    what: str
    due: date
    step: int
    owner: str | None

    @property
    def text(self) -> str:
        """A whole sentence with codes and no words out of the registers."""
        where = f"{self.kind} {self.id} («{tab_of(self.register)}»)" if self.id else f"{self.kind} за {self.what}"
        if self.kind is Kind.PACKAGE:
            return f"{self.kind} за {self.what} пора готовить, срок {wording.day(self.due)}."
        return f"{where}: {_when(self.step)} {wording.day(self.due)}."


def _when(step: int) -> str:
    if step < 0:
        return f"до срока {wording.counted(-step, 'рабочий день', 'рабочих дня', 'рабочих дней')}, срок"
    return "срок сегодня," if step == 0 else "вчера прошёл срок"


def reminders_due(facts: Facts, today: date) -> tuple[Reminder, ...]:
    """Everything of which somebody is to be reminded on the day, the nearest terms last; nothing on days off.

    A term on a day off is that of the last working day before it. What is done, answered or presented is left out.
    """
    if not is_working_day(today):
        return ()
    found = [*_tasks(facts, today), *_requests(facts, today), *_reports(facts, today), *_packages(facts, today)]
    return tuple(sorted(found, key=lambda one: (-one.step, one.kind.name, one.id, one.what)))


def step_of(due: date, today: date) -> int | None:
    """How many working days lie between a term and the day, when a person is reminded then; else None."""
    if abs((due - today).days) > _MOST_DAYS:
        return None
    last = due if is_working_day(due) else add_working_days(due, -1)
    return next((step for step in STEPS if add_working_days(last, step) == today), None)


def _tasks(facts: Facts, today: date) -> Iterator[Reminder]:
    office = facts.scene.office
    both: tuple[tuple[Kind, str, Iterator[Task]], ...] = (
        (Kind.MEASURE, "PLAN", measures(office)),
        (Kind.INSTRUCTION, "DEC", instructions(office)),
    )
    for kind, register, tasks in both:
        for one in tasks:
            step = step_of(one.due, today)
            if step is not None and one.is_open(today):
                yield Reminder(kind, register, one.id, "", one.due, step, one.who)


def _requests(facts: Facts, today: date) -> Iterator[Reminder]:
    office = facts.scene.office
    if requests_obstacle(office):
        return
    table = office.tables["DOC"]
    for one in federal_requests(office):
        step = step_of(one.due, today)
        if step is not None and not is_answered(table, one, today):
            author = table.values["author"][one.row]
            owner = author if isinstance(author, str) else None
            yield Reminder(Kind.REQUEST, "DOC", table.ids[one.row], "", one.due, step, owner)


def _reports(facts: Facts, today: date) -> Iterator[Reminder]:
    office = facts.scene.office
    if reports_obstacle(office):
        return
    for one in reports_owed(office, facts.scene.settings, today):
        step = step_of(one.deadline, today)
        if step is not None and not one.is_presented(today):
            yield _report(facts, one, step, today)


def _report(facts: Facts, one: Owed, step: int, today: date) -> Reminder:
    """A report belongs to whoever drafts it; while nobody does, to the head."""
    office, words = facts.scene.office, period_words(one.period)
    if one.draft is None:
        return Reminder(Kind.REPORT, "DOC", "", words, one.deadline, step, head_of(office, today))
    table = office.tables["DOC"]
    author = table.values["author"][one.draft]
    owner = author if isinstance(author, str) else head_of(office, today)
    return Reminder(Kind.REPORT, "DOC", table.ids[one.draft], words, one.deadline, step, owner)


def _packages(facts: Facts, today: date) -> Iterator[Reminder]:
    """On the first working day after a month or quarter the head hears that its package is to be made."""
    office = facts.scene.office
    for period in _just_over(today):
        due = report_due(office, facts.scene.settings, period)
        if due is not None and not is_stage(period):
            yield Reminder(Kind.PACKAGE, "", "", period_words(period), due, -1, head_of(office, today))


def _just_over(today: date) -> Iterator[str]:
    last = today.replace(day=1) - _DAY
    if add_working_days(last, 1) != today:
        return
    for name in (f"{last:%Y-%m}", f"{last.year}-К{(last.month + 2) // 3}"):
        days = calendar_days(name)
        if days is not None and days.last == last:
            yield name
