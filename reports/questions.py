"""«Соответствия»: spellings that mean no one record, asked once; staff answer with a code in the last column."""

from collections.abc import Sequence

from config.registers import REGISTERS
from config.settings import Settings
from reports import wording
from reports.facts import Facts, Question
from reports.list_seal import list_of
from reports.naming import tab_of
from reports.report import Field, Form, Recipe, Report, Value, Words

WORKBOOK = "Соответствия"
OF_PEOPLE = "Соответствия — люди"
"""Spellings that may be names of people: a workbook that never leaves this machine, where the common one does."""

TAB = "Соответствия"
SPELLING, WHERE, ANSWER = "Как написано", "В каком реестре искали", "Что это (код)"
"""Headings by which the answers are read back."""

_FIELDS = (
    Field(SPELLING, 36),
    Field(WHERE, 30),
    Field("Сколько раз", 10, Form.WHOLE),
    Field("Похожие записи", 28),
    Field(ANSWER, 18, typed=True),
)
_MOST_CANDIDATES = 8
_HOW = (
    "Впишите в последний столбец код записи, которую имели в виду, и сохраните файл: больше об этом написании "
    "сервис не спросит. Остальные столбцы не меняйте. Если записи ещё нет, сначала внесите её в реестр."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab, or nothing when there is nothing to ask and nothing was answered.

    Where the common tab leaves this machine, spellings that may be names are asked in a workbook of their own.
    """
    if workbook_of_people(facts.scene.settings) == WORKBOOK:
        return _asked(WORKBOOK, facts, facts.questions)
    names = [one for one in facts.questions if _of_people(one)]
    others = [one for one in facts.questions if not _of_people(one)]
    return (*_asked(WORKBOOK, facts, others), *_asked(OF_PEOPLE, facts, names))


def workbook_of_people(settings: Settings) -> str:
    """Where questions about people are asked: in the common workbook only if it stays where their names are."""
    stays = settings.storage.kind == "folder" or settings.personal_data.mode == "in_sheet"
    return WORKBOOK if stays else OF_PEOPLE


def _of_people(question: Question) -> bool:
    return any(register.person for register in REGISTERS if register.key in question.registers)


def _asked(workbook: str, facts: Facts, questions: Sequence[Question]) -> tuple[Report, ...]:
    if not questions:
        return ()
    ordered = sorted(questions, key=lambda one: (one.answer is not None, -one.times, one.spelling))
    words = (
        Words("Соответствия", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_summary(ordered)),
        Words(_HOW),
    )
    blocks = list_of(words, _FIELDS, tuple(map(_line, ordered)))
    return (Report(workbook, TAB, blocks, local=workbook == OF_PEOPLE),)


QUESTIONS = Recipe("Соответствия", compose)


def _line(one: Question) -> tuple[Value, ...]:
    shown = ", ".join(one.candidates[:_MOST_CANDIDATES])
    more = f" и ещё {len(one.candidates) - _MOST_CANDIDATES}" if len(one.candidates) > _MOST_CANDIDATES else ""
    return (one.spelling, "; ".join(map(tab_of, one.registers)), one.times or None, shown + more or "—", one.answer)


def _summary(questions: Sequence[Question]) -> str:
    waiting = sum(question.answer is None for question in questions)
    if not waiting:
        return "На все написания есть ответы."
    return f"Ждут ответа: {wording.counted(waiting, 'написание', 'написания', 'написаний')}."
