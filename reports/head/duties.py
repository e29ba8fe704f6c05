"""What people must do: what waits for the head today, what is late, what comes, who has how much in hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from config.calendar import next_working_days
from config.registers import REGISTERS
from reports import wording
from reports.causes import above_info
from reports.facts import Facts
from reports.naming import head_of, short_name, staff, tab_of
from validators.counting.work import Task, instructions, measures

END_OF_DAY = "18:00"
_CLOCK = re.compile(r"\b([01]?[0-9]|2[0-3])[:.][0-5][0-9]\b")
_WAITING = ("На согласовании", "Проект")
_ANSWERED = ("Отправлен", "Исполнен")
_OWNERS = {register.key: register.owner for register in REGISTERS}


@dataclass(frozen=True)
class Ask:
    """What the head must do today: what, by when, who prepared it."""

    what: str
    when: str
    who: str


@dataclass(frozen=True)
class Coming:
    """What happens on one of the next days, and who does it."""

    day: date
    what: str
    who: str


@dataclass(frozen=True)
class Load:
    """What an employee has in hand."""

    who: str
    at_work: int
    late: int
    remarks: int
    code: str = ""


def tasks(facts: Facts) -> list[Task]:
    """Measures of the plan and instructions, those without a term left out."""
    return [*measures(facts.scene.office), *instructions(facts.scene.office)]


def asks(facts: Facts) -> list[Ask]:
    """What waits for the head: readings put aside, documents to sign, his own tasks due today or late."""
    return [*_holds(facts), *_papers(facts), *_own(facts)]


def _holds(facts: Facts) -> Iterator[Ask]:
    for pending in facts.pending:
        who = _holder(facts, _OWNERS.get(pending.register, ""))
        words = f"Принять данные «{tab_of(pending.register)}»?"
        if pending.file is not None:
            words = f"Взять новый файл «{pending.file}» вместо прежнего?"
        yield Ask(words, END_OF_DAY, who)


def _holder(facts: Facts, role: str) -> str:
    office = facts.scene.office
    for code in staff(office, facts.today):
        table = office.tables["STAFF"]
        roles = table.values["roles"][table.index_of[code]]
        if role and isinstance(roles, tuple) and any(str(one).startswith(role) for one in roles):
            return short_name(facts, code)
    return "—"


def _papers(facts: Facts) -> list[Ask]:
    office, head = facts.scene.office, head_of(facts.scene.office, facts.today)
    if not office.has("DOC"):
        return []
    table = office.tables["DOC"]
    titles, states, authors, dues = (table.values[name] for name in ("title", "status", "author", "due"))
    found: list[tuple[date, int, Ask]] = []
    for index in table.counted:
        if states[index] in _WAITING and _signs(facts, index, head):
            due, author = dues[index], authors[index]
            term = due if isinstance(due, date) else None
            prepared = short_name(facts, author if isinstance(author, str) else None) or "—"
            ask = Ask(f"Подписать: {titles[index] or table.ids[index]}", _term(term, facts.today), prepared)
            found.append((term or date.max, _WAITING.index(str(states[index])), ask))
    return [ask for *_, ask in sorted(found, key=lambda one: one[:2])]


def _signs(facts: Facts, index: int, head: str | None) -> bool:
    """The head signs it: named as the signer, or nobody is named and the kind of document is his."""
    office = facts.scene.office
    table = office.tables["DOC"]
    signer, kind = table.values["signer"][index], table.values["kind"][index]
    if signer is not None:
        return signer == head or "руководитель рпо" in str(signer).casefold()
    if office.has("DOCKIND") and isinstance(kind, str):
        kinds = office.tables["DOCKIND"]
        place = kinds.index_of.get(kind)
        named = None if place is None else kinds.values["signer"][place]
        return named is None or "руководитель" in str(named).casefold()
    return True


def _term(due: date | None, today: date) -> str:
    if due is None or due == today:
        return END_OF_DAY
    if due < today:
        return _late_words((today - due).days)
    return f"до {wording.day(due)}"


def _late_words(days: int) -> str:
    return f"просрочено {wording.counted(days, 'день', 'дня', 'дней')}"


def _own(facts: Facts) -> list[Ask]:
    head = head_of(facts.scene.office, facts.today)
    due = [one for one in tasks(facts) if one.due <= facts.today and one.is_open(facts.today)]
    mine = [one for one in due if head and one.who == head]
    return [Ask(one.what, _hour(one, facts.today), _giver(facts, one)) for one in sorted(mine, key=lambda one: one.due)]


def _hour(task: Task, today: date) -> str:
    if task.due < today:
        return _late_words((today - task.due).days)
    clock = _CLOCK.search(task.says("time"))
    return f"в {clock.group()}" if clock else END_OF_DAY


def _giver(facts: Facts, task: Task) -> str:
    if task.table.register.key == "DEC":
        return task.says("body") or "—"
    partners = task.table.values["partners"][task.index]
    first = partners[0] if isinstance(partners, tuple) and partners else None
    return short_name(facts, first) or "—"


def late(facts: Facts) -> list[Task]:
    """Tasks whose term has passed, the longest overdue first."""
    return sorted((one for one in tasks(facts) if one.is_late(facts.today)), key=lambda one: one.due)


def coming(facts: Facts) -> list[Coming]:
    """What is due or begins in the next 7 working days, by date."""
    last = next_working_days(facts.today, 7)[-1]
    found = chain(_due_soon(facts, last), _beginning(facts, last), _answers(facts, last))
    return sorted(found, key=lambda one: (one.day, one.what))


def _due_soon(facts: Facts, last: date) -> Iterator[Coming]:
    for task in tasks(facts):
        if facts.today < task.due <= last and task.is_open(facts.today):
            yield Coming(task.due, task.what, short_name(facts, task.who) or "—")


def _beginning(facts: Facts, last: date) -> Iterator[Coming]:
    for task in measures(facts.scene.office):
        start = task.table.values["start"][task.index]
        if isinstance(start, date) and facts.today < start <= last < task.due and task.is_open(facts.today):
            yield Coming(start, f"Начало: {task.what}", short_name(facts, task.who) or "—")


def _answers(facts: Facts, last: date) -> Iterator[Coming]:
    office = facts.scene.office
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    for index in table.counted:
        due, state, answer = (table.values[name][index] for name in ("due", "status", "answer"))
        if isinstance(due, date) and facts.today < due <= last and state not in _ANSWERED and answer is None:
            author = table.values["author"][index]
            who = short_name(facts, author if isinstance(author, str) else None) or "—"
            yield Coming(due, f"Ответ: {table.values['title'][index] or table.ids[index]}", who)


def loads(facts: Facts) -> list[Load]:
    """Each employee: tasks at work, late ones, remarks; the one with most late tasks first."""
    office, today = facts.scene.office, facts.today
    opened = [one for one in tasks(facts) if one.is_open(today)]
    open_remarks = above_info(facts.remarks)
    found = [
        Load(
            short_name(facts, code),
            sum(one.who == code and _started(one, today) for one in opened),
            sum(one.who == code and one.is_late(today) for one in opened),
            sum(remark.owner == code for remark in open_remarks),
            code,
        )
        for code in staff(office, today)
    ]
    return sorted(found, key=lambda one: (-one.late, -one.at_work, -one.remarks))


def _started(task: Task, today: date) -> bool:
    start = task.table.values.get("start")
    begun = start[task.index] if start else None
    return not isinstance(begun, date) or begun <= today
