"""«Соответствия»: spellings that mean no one record, asked once; staff answer with a code in the last column."""

from collections.abc import Sequence

from config.registers import REGISTERS
from reports import wording
from reports.naming import tab_of
from reports.report import Facts, Field, Form, Listing, Question, Recipe, Report, Value, Words

WORKBOOK = "Соответствия"
TAB = "Соответствия"
SPELLING, WHERE, ANSWER = "Как написано", "В каком реестре искали", "Что это (код)"
"""Headings by which the answers are read back."""

_FIELDS = (
    Field(SPELLING, 36),
    Field(WHERE, 30),
    Field("Сколько раз", 10, Form.WHOLE),
    Field("Похожие записи", 28),
    Field(ANSWER, 18),
)
_MOST_CANDIDATES = 8
_HOW = (
    "Впишите в последний столбец код записи, которую имели в виду, и сохраните файл: больше об этом написании "
    "сервис не спросит. Остальные столбцы не меняйте. Если записи ещё нет, сначала внесите её в реестр."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab, or nothing when there is nothing to ask and nothing was answered.

    A spelling that may be somebody's name is asked only where the tab stays in the office.
    """
    asked = [one for one in facts.questions if facts.names_staff or not _is_of_people(one)]
    if not asked:
        return ()
    ordered = sorted(asked, key=lambda one: (one.answer is not None, -one.times, one.spelling))
    blocks = (
        Words("Соответствия", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_summary(ordered)),
        Words(_HOW),
        Listing("", _FIELDS, tuple(map(_line, ordered)), filtered=True, frozen=True),
    )
    return (Report(WORKBOOK, TAB, blocks),)


QUESTIONS = Recipe("Соответствия", compose)


def _is_of_people(one: Question) -> bool:
    return any(register.person for register in REGISTERS if register.key in one.registers)


def _line(one: Question) -> tuple[Value, ...]:
    shown = ", ".join(one.candidates[:_MOST_CANDIDATES])
    more = f" и ещё {len(one.candidates) - _MOST_CANDIDATES}" if len(one.candidates) > _MOST_CANDIDATES else ""
    return (one.spelling, "; ".join(map(tab_of, one.registers)), one.times or None, shown + more or "—", one.answer)


def _summary(questions: Sequence[Question]) -> str:
    waiting = sum(question.answer is None for question in questions)
    if not waiting:
        return "На все написания есть ответы."
    return f"Ждут ответа: {wording.counted(waiting, 'написание', 'написания', 'написаний')}."
