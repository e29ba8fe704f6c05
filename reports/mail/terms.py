"""Terms in a letter: what is due in three working days, tomorrow, today, and what was due yesterday."""

from datetime import date

from config.calendar import working_days_between
from reports import wording
from reports.deadlines import Kind, Term, step_of, terms_of
from reports.facts import Facts
from reports.mail.discreet import is_discreet
from reports.mail.letter import Line, Part
from reports.mail.people import Reader
from reports.mail.remarks import Told
from reports.naming import tab_of

_WORDS = 12


def terms(facts: Facts, reader: Reader, told: Told) -> tuple[Part | None, tuple[str, ...]]:
    """The part with terms of the reader that have come as near as he was not told yet, and their keys.

    A step that was missed is told with the next letter, but nothing that was due longer than five working days ago.
    """
    due = {}
    for one in sorted(terms_of(facts), key=lambda one: (one.due, one.id, one.kind, one.what)):
        key = _key(one, facts.today)
        if one.who in reader.codes and key is not None and key not in told:
            due[key] = one
    if not due:
        return None, ()
    lines = tuple(_line(facts, reader, one) for one in due.values())
    return Part(f"Сроки: {wording.whole(len(lines))}", lines), tuple(due)


def _key(one: Term, today: date) -> str | None:
    """By which the reader is not told of the same nearness twice; of a package he is told once."""
    name = one.id or f"{one.kind.name.lower()} {one.what}"
    if one.kind is Kind.PACKAGE:
        return f"term:{name}:{one.due.isoformat()}"
    step = step_of(one.due, today)
    return None if step is None else f"term:{name}:{one.due.isoformat()}:{step}"


def _line(facts: Facts, reader: Reader, one: Term) -> Line:
    whose = "" if one.who == reader.code else f" Это срок сотрудника {one.who}."
    words = f"{wording.day(one.due)}, {_when(facts.today, one.due)} — {_what(facts, one)}"
    return Line(f"{wording.sentence(words)}{whose}")


def _what(facts: Facts, one: Term) -> str:
    if not one.id:
        return f"{one.kind.lower() if one.kind is Kind.REPORT else 'пакет для ФПО'} за {one.what}"
    told = f": {wording.cut(one.what, _WORDS)}" if one.what and is_discreet(facts, one.what) else ""
    return f"{one.id}, {tab_of(one.register)}{told}"


def _when(today: date, due: date) -> str:
    left = working_days_between(today, due)
    if due < today:
        return f"срок прошёл {wording.counted((today - due).days, 'день', 'дня', 'дней')} назад"
    if due == today:
        return "срок сегодня"
    days = wording.counted(max(left, 1), "рабочий день", "рабочих дня", "рабочих дней")
    return f"{wording.agreed(max(left, 1), 'остался', 'осталось', 'осталось')} {days}"
