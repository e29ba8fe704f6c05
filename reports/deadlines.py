"""Terms that come near or have just passed, of whatever has one, and how near they are in working days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from config.calendar import add_working_days, is_working_day
from config.periods import calendar_days, is_stage, period_words
from reports.facts import Facts
from reports.naming import head_of
from validators.counting.papers import Owed, report_due, reports_obstacle, reports_owed
from validators.counting.work import Task, instructions, measures

STEPS = (-3, -1, 0, 1)
"""Working days from the term on which a person is told of it (domain.md §5.8)."""

_DAY = timedelta(days=1)
_LAST_CHANCE = 5
"""By so many working days after the term a step that was missed is still told."""
_MOST_DAYS = 30
"""A term that lies further away than this, the longest holidays among them, is not near."""
_ANSWERED = ("Отправлен", "Исполнен")


class Kind(StrEnum):
    """What has a term."""

    MEASURE = "Мероприятие"
    INSTRUCTION = "Поручение"
    DOCUMENT = "Документ"
    REPORT = "Отчёт"
    PACKAGE = "Пакет для ФПО"


@dataclass(frozen=True)
class Term:
    """Something with a term, not done yet.

    `register` and `id` name its row, "" for a report or package that has none yet; `what` is what the row says, or the
    period; `who` — the code of the employee, None when nobody is named.
    """

    kind: Kind
    register: str
    id: str
    what: str
    due: date
    who: str | None


def terms_of(facts: Facts) -> Iterator[Term]:
    """Everything with a term that is not done, answered or presented by the day of the facts."""
    today = facts.today
    both: tuple[tuple[Kind, Iterator[Task]], ...] = (
        (Kind.MEASURE, measures(facts.scene.office)),
        (Kind.INSTRUCTION, instructions(facts.scene.office)),
    )
    for kind, tasks in both:
        for one in tasks:
            if one.is_open(today):
                yield Term(kind, one.table.register.key, one.id, one.what, one.due, one.who)
    yield from _documents(facts)
    yield from _reports(facts)
    yield from _packages(facts)


def step_of(due: date, today: date) -> int | None:
    """The last of STEPS that has come by the day; None while the term is far, or when it passed long ago.

    A term on a day off is that of the last working day before it.
    """
    if abs((due - today).days) > _MOST_DAYS:
        return None
    last = due if is_working_day(due) else add_working_days(due, -1)
    if today >= add_working_days(last, _LAST_CHANCE + 1):
        return None
    return next((step for step in reversed(STEPS) if add_working_days(last, step) <= today), None)


def _documents(facts: Facts) -> Iterator[Term]:
    """Papers with a term, requests of the federal office among them; one without an author is the head's."""
    office = facts.scene.office
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    for index in table.counted:
        due, state, answer, author, title = (
            table.values[name][index] for name in ("due", "status", "answer", "author", "title")
        )
        if isinstance(due, date) and state not in _ANSWERED and answer is None:
            who = author if isinstance(author, str) else head_of(office, facts.today)
            yield Term(Kind.DOCUMENT, "DOC", table.ids[index], str(title or ""), due, who)


def _reports(facts: Facts) -> Iterator[Term]:
    """A report belongs to whoever drafts it; while nobody does, to the head. A draft with a term of its own told it."""
    office = facts.scene.office
    if reports_obstacle(office):
        return
    for one in reports_owed(office, facts.scene.settings, facts.today):
        if not one.is_presented(facts.today) and not _has_own_term(facts, one):
            yield _report(facts, one)


def _has_own_term(facts: Facts, one: Owed) -> bool:
    return one.draft is not None and isinstance(facts.scene.office.tables["DOC"].values["due"][one.draft], date)


def _report(facts: Facts, one: Owed) -> Term:
    office, words = facts.scene.office, period_words(one.period)
    if one.draft is None:
        return Term(Kind.REPORT, "", "", words, one.deadline, head_of(office, facts.today))
    table = office.tables["DOC"]
    author = table.values["author"][one.draft]
    who = author if isinstance(author, str) else head_of(office, facts.today)
    return Term(Kind.REPORT, "DOC", table.ids[one.draft], words, one.deadline, who)


def _packages(facts: Facts) -> Iterator[Term]:
    """In the first working days after a month or quarter the head hears that its package is to be made."""
    office = facts.scene.office
    for period in _just_over(facts.today):
        due = report_due(office, facts.scene.settings, period)
        if due is not None and not is_stage(period):
            yield Term(Kind.PACKAGE, "", "", period_words(period), due, head_of(office, facts.today))


def _just_over(today: date) -> Iterator[str]:
    last = today.replace(day=1) - _DAY
    if today > add_working_days(last, 2):
        return
    for name in (f"{last:%Y-%m}", f"{last.year}-К{(last.month + 2) // 3}"):
        days = calendar_days(name)
        if days is not None and days.last == last:
            yield name
