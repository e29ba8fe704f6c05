"""Terms in a letter: what is due in three working days, tomorrow, today, and what was due yesterday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from config.calendar import working_days_between
from reports import wording
from reports.facts import Facts
from reports.head.duties import tasks
from reports.mail.discreet import is_discreet
from reports.mail.letter import Line, Part
from reports.mail.people import Reader
from reports.mail.remarks import Told
from reports.naming import tab_of

_EARLY, _LATEST = 3, -5
_ANSWERED = ("Отправлен", "Исполнен")
_WORDS = 12


@dataclass(frozen=True)
class Term:
    """Something with a term: the register and code of its row, what it is, whose, until when."""

    register: str
    id: str
    what: str
    who: str
    due: date


def terms(facts: Facts, reader: Reader, told: Told) -> tuple[Part | None, tuple[str, ...]]:
    """The part with terms of the reader that have come as near as he was not told yet, and their keys.

    A term is told −3, −1, 0 and +1 working days from its day (domain.md §5.8); a stage that was missed is told with the
    next letter, but nothing that was due longer than five working days ago.
    """
    due = {}
    for one in sorted(_all_terms(facts), key=lambda one: (one.due, one.id)):
        stage = _stage(facts.today, one.due)
        key = f"term:{one.id}:{one.due.isoformat()}:{stage}"
        if one.who in reader.codes and stage is not None and key not in told:
            due[key] = one
    if not due:
        return None, ()
    lines = tuple(_line(facts, reader, one) for one in due.values())
    return Part(f"Сроки: {wording.whole(len(lines))}", lines), tuple(due)


def _stage(today: date, due: date) -> int | None:
    """How many working days before the term it is told: 3, 1, 0, or −1 after it; None while it is far or long ago."""
    left = working_days_between(today, due)
    if not _LATEST <= left <= _EARLY:
        return None
    if due < today:
        return -1
    return 0 if due == today or left == 0 else 1 if left == 1 else _EARLY


def _all_terms(facts: Facts) -> Iterator[Term]:
    for task in tasks(facts):
        if task.is_open(facts.today) and task.who is not None:
            yield Term(task.table.register.key, task.id, task.what, task.who, task.due)
    yield from _answers(facts)


def _answers(facts: Facts) -> Iterator[Term]:
    office = facts.scene.office
    if not office.has("DOC"):
        return
    table = office.tables["DOC"]
    for index in table.counted:
        due, state, answer, author, title = (
            table.values[name][index] for name in ("due", "status", "answer", "author", "title")
        )
        if isinstance(due, date) and isinstance(author, str) and state not in _ANSWERED and answer is None:
            yield Term("DOC", table.ids[index], str(title or ""), author, due)


def _line(facts: Facts, reader: Reader, one: Term) -> Line:
    what = f": {wording.cut(one.what, _WORDS)}" if one.what and is_discreet(facts, one.what) else ""
    whose = "" if one.who == reader.code else f" Это срок сотрудника {one.who}."
    words = f"{wording.day(one.due)}, {_when(facts.today, one.due)} — {one.id}, {tab_of(one.register)}{what}"
    return Line(f"{wording.sentence(words)}{whose}")


def _when(today: date, due: date) -> str:
    left = working_days_between(today, due)
    if due < today:
        return f"срок прошёл {wording.counted((today - due).days, 'день', 'дня', 'дней')} назад"
    if due == today:
        return "срок сегодня"
    days = wording.counted(max(left, 1), "рабочий день", "рабочих дня", "рабочих дней")
    return f"{wording.agreed(max(left, 1), 'остался', 'осталось', 'осталось')} {days}"
