"""«Отчёт. Решения и поручения»: what the collegial body has decided, what waits for it, how instructions are done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.registers.decisions import QUESTIONS
from reports import wording
from reports.facts import Facts
from reports.figures.grouped import known_count
from reports.head.instructions import instruction_blocks, instruction_words
from reports.head.page import opening, sources
from reports.head.silence import row_link, silence
from reports.head.waiting import Waiting, waiting
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Recipe, Report, Series, Value, Words
from validators.counting.agenda import IN_AGENDA
from validators.counting.approvals import SUBJECTS, approved
from validators.counting.count import by_then, obstacle
from validators.counting.decisions import ACCEPTED, Decision, decisions, stages_heard
from validators.counting.pending import REFUSED
from validators.counts import COUNTS

WORKBOOK = "Отчёты"
TAB = "Отчёт. Решения и поручения"
_REWORKED = "На доработку"
_QUESTIONS = tuple((one[:2] if one[:1] == "C" else one, one) for one in QUESTIONS.values)
_MATRIX = (
    Field("Вопрос", 32),
    Field("Рассмотрено", 13, Form.WHOLE),
    Field("Принято", 10, Form.WHOLE),
    Field("Отклонено", 11, Form.WHOLE),
    Field("На доработке", 12, Form.WHOLE),
    Field("Назначено", 11, Form.WHOLE),
    Field("Отменено", 10, Form.WHOLE),
    Field("Утверждено сейчас", 13, Form.WHOLE),
    Field("Ждут решения", 11, Form.WHOLE),
    Field("Последнее заседание", 13, Form.DATE),
)
_WAITING = (
    Field("Вопрос", 32),
    Field("Запись", 12),
    Field("Что это", 46),
    Field("Чего не хватает", 44),
    Field("Уже работает", 30),
)
_SOURCES = ("DEC", "PRIORITY", "ENT", "MENT", "EDU", "STAGE", "AGENDA")
_METHOD = (
    "Рассмотрено — пункты решений коллегиального органа. Назначено — пункты, до которых заседание ещё не дошло. "
    "Утверждено сейчас — то, о чём есть действующее решение. Ждут решения — предложенное и не утверждённое; в вопросе "
    "C5 — закрытые этапы, отчёт о которых не рассмотрен, в вопросе C6 — предложенные строки повестки."
)


@dataclass(frozen=True)
class Line:
    """A question of the body: how its points stand. `approved` and `waits` are None where there is nothing to count."""

    title: str
    points: tuple[Decision, ...]
    approved: int | None
    waits: int | None

    def cells(self, on: date) -> tuple[Value, ...]:
        """The line of the matrix."""
        heard = [one for one in self.points if one.is_considered and by_then(one.decided, on)]
        results = Counter(one.result for one in heard)
        ahead = sum(one not in heard for one in self.points)
        last = max((one.decided for one in heard if one.decided), default=None)
        revoked = sum(one.is_revoked(on) for one in heard)
        counts = (results[ACCEPTED], results[REFUSED], results[_REWORKED], ahead, revoked)
        return (self.title, len(heard), *counts, self.approved, self.waits, last)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    waits, why = waiting(facts), silence(facts, "DEC")
    blocks: list[Block] = list(opening(facts, "Решения и поручения", why or _sentence(facts, waits)))
    if not why:
        blocks += _matrix(facts, waits)
    if waits or not why:
        rows = tuple(_line(facts, one) for one in waits)
        blocks.append(Listing("Ждут решения", _WAITING, rows, "всё предложенное решено"))
    if not why:
        blocks += [*instruction_blocks(facts), Words(_METHOD, "small")]
    return (Report(WORKBOOK, TAB, (*blocks, sources(facts, _SOURCES))),)


DECISIONS = Recipe("Решения и поручения", compose)


def _sentence(facts: Facts, waits: Sequence[Waiting]) -> str:
    heard = sum(
        one.is_considered and by_then(one.decided, facts.today) for one in decisions(facts.scene.office).values()
    )
    words = f"Рассмотрено {wording.counted(heard, 'пункт', 'пункта', 'пунктов')}. "
    words += f"Ждут решения: {wording.whole(len(waits))}" if waits else "Всё предложенное решено"
    busy = sum(bool(one.busy) for one in waits)
    words += f", из них уже работают {wording.whole(busy)}." if busy else "."
    return f"{words} {instruction_words(facts)}"


def lines(facts: Facts, waits: Sequence[Waiting]) -> list[Line]:
    """A line for each question, and one for all other points when there are any."""
    office = facts.scene.office
    points: dict[str, list[Decision]] = {}
    for one in decisions(office).values():
        if one.is_of_the_body:
            points.setdefault(one.question if one.words[:1] == "C" else one.words, []).append(one)
    known = _approved_now(facts)
    number = Counter(one.question for one in waits)
    return [
        Line(title, tuple(points.get(code, ())), known.get(code), number[code] if code in known else None)
        for code, title in _QUESTIONS
        if code[:1] == "C" or points.get(code)
    ]


def _approved_now(facts: Facts) -> dict[str, int]:
    """Question → how much is approved on the day; only of the registers that could be counted."""
    office, today = facts.scene.office, facts.today
    found: dict[str, int] = {}
    for subject in SUBJECTS:
        key = _INDICATORS.get(subject.key)
        if key is not None and key in COUNTS:
            value = known_count(facts, key).value
            found |= {subject.question: round(value)} if value is not None else {}
        elif not obstacle(office, subject.key):
            found[subject.question] = sum(1 for _ in approved(office, subject.key, today))
    if not obstacle(office, "STAGE"):
        found["C5"] = len(stages_heard(office))
    if not obstacle(office, "AGENDA", "status"):
        table = office.tables["AGENDA"]
        found["C6"] = sum(table.values["status"][index] in IN_AGENDA for index in table.counted)
    return found


_INDICATORS = {"ENT": "K15", "MENT": "K13", "EDU": "K33"}
"""Register → the indicator that counts what is approved in it."""


def _matrix(facts: Facts, waits: Sequence[Waiting]) -> tuple[Block, ...]:
    found = lines(facts, waits)
    whole = Line("Всего", tuple(point for one in found for point in one.points), None, len(waits))
    rows = tuple(one.cells(facts.today) for one in (whole, *found))
    listing = Listing("Вопросы коллегиального органа", _MATRIX, rows, leading=1)
    drawn = [one for one in found if one.waits is not None]
    series = (
        Series("Утверждено сейчас", tuple(one.approved for one in drawn)),
        Series("Ждут решения", tuple(one.waits for one in drawn)),
    )
    names = tuple(one.title for one in drawn)
    chart = Chart("Утверждено и ждёт решения", ChartKind.STACKED, names, series, "записей")
    return (listing, chart) if any(one.approved or one.waits for one in drawn) else (listing,)


def _line(facts: Facts, one: Waiting) -> tuple[Value, ...]:
    return (one.title, row_link(facts, one.table, one.index), one.what, one.lacks, one.busy or None)
