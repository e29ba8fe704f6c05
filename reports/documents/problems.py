"""What is off its plan, with the reasons and measures that staff wrote into «Пояснения», and what else they explain."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from config.periods import is_stage, period_words
from reports import wording
from reports.documents.tables import text
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.explanations import explanation, periods_of
from reports.figures.figure import Figure, figures
from reports.figures.naming import rounded
from reports.figures.own import own_figures
from reports.quoting import EXPLANATION, MEASURES, Asked, quoted
from reports.report import Field, Form, Light, Listing, Value
from validators.counting.plans import code_of
from validators.periods import window_of

_FIELDS = (
    text("Показатель", 30),
    Field("План на дату", 12, Form.NUMBER),
    Field("Факт", 12, Form.NUMBER),
    Field("Выполнение, %", 12, Form.PERCENT),
    text("Оценка", 12),
    text("Причина", 28),
    text("Меры", 28),
)
_LESSON = ("урок", "вывод", "предложени")
_UNTOLD, _NO_MEASURES = "не указана", "не указаны"
NOTHING_OFF = "Показателей с жёлтой и красной оценкой нет."
"""Said instead of an empty table."""

_SECTION = Asked("название раздела не приведено", "нём")


def off_plan(facts: Facts, without: Collection[str] = ()) -> list[Figure]:
    """The figures over the whole office that are red or yellow, the worst first; `without` — indicators left out."""
    every = [one for one in (*figures(facts), *own_figures(facts)) if not one.cut]
    bad = [one for one in every if one.light in (Light.RED, Light.YELLOW) and one.indicator.id not in without]
    return sorted(bad, key=lambda one: (one.light is not Light.RED, _done(one), one.indicator.id))


def _done(one: Figure) -> float:
    return (one.value or 0.0) if one.share is None else one.share


def deviations(facts: Facts, *periods: str, most: int | None = None, without: Collection[str] = ()) -> Listing:
    """The figures off their plan with the reasons; `periods` — whose explanations count beside those of the day."""
    found = off_plan(facts, without)
    rows = tuple(_row(facts, one, {*periods_of(facts.today), *periods}) for one in found[:most])
    more = f": показано {len(rows)} из {len(found)}" if len(rows) < len(found) else ""
    return Listing(f"Показатели ниже плана{more}", _FIELDS, rows, "показателей ниже плана нет")


def _row(facts: Facts, one: Figure, periods: Collection[str]) -> tuple[Value, ...]:
    name = f"{one.indicator.title}, {one.indicator.unit}"
    numbers = (rounded(one.plan), rounded(one.value), rounded(one.share))
    return (name, *numbers, one.light.value, *_why(facts, one, periods))


def _why(facts: Facts, one: Figure, periods: Collection[str]) -> tuple[str, str]:
    if one.planned is None:
        return one.why, "—"
    cell = explanation(facts, one.indicator.id, one.planned, periods)
    reason = quoted(facts, cell.table, cell.row, cell.field, EXPLANATION) or _UNTOLD
    measures = quoted(facts, cell.table, cell.row, "measures", MEASURES) if "measures" in cell.table.values else ""
    return reason, measures or _NO_MEASURES


@dataclass(frozen=True)
class Note:
    """A row of «Пояснения» as a document tells it; `is_lesson` — it is no reason but a conclusion."""

    subject: str
    period: str
    reason: str
    measures: str
    due: date | None
    is_lesson: bool

    @property
    def words(self) -> str:
        """The note as sentences: of what it is, the reason, the measures."""
        head = f"{self.subject} ({self.period})" if self.period else self.subject
        return f"{wording.sentence(f'{head}: {_lowered(self.reason)}')}{self._measures_words}"

    @property
    def conclusion(self) -> str:
        """A lesson as sentences: its text alone, and the measures."""
        return f"{wording.sentence(self.reason)}{self._measures_words}"

    @property
    def step(self) -> str:
        """The measures alone, with what they mend."""
        head = f"{self.subject} ({self.period})" if self.period else self.subject
        return wording.sentence(f"{head}: {_lowered(self.measures)}{self._term}")

    @property
    def _measures_words(self) -> str:
        return f" {wording.sentence(f'Меры: {_lowered(self.measures)}{self._term}')}" if self.measures else ""

    @property
    def _term(self) -> str:
        return f", срок — {wording.day(self.due)}" if self.due else ""


def _lowered(words: str) -> str:
    """With a small first letter, unless it is an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def notes(facts: Facts, first: date | None = None, last: date | None = None, stage: str = "") -> list[Note]:
    """The notes whose period meets these days, or is the stage; all of them without days."""
    table = facts.scene.office.tables.get("NOTE")
    if table is None:
        return []
    periods, dues = table.values["period"], table.values["due"]
    found = []
    for index in table.counted:
        period, due = periods[index], dues[index]
        if not table.values["reason"][index] or not _meets(facts, period, first, last, stage):
            continue
        subject = _subject(facts, index)
        found.append(
            Note(
                subject,
                _period_words(period),
                quoted(facts, table, index, "reason", EXPLANATION),
                quoted(facts, table, index, "measures", MEASURES),
                due if isinstance(due, date) else None,
                subject.casefold().startswith(_LESSON),
            )
        )
    return found


def _meets(facts: Facts, period: object, first: date | None, last: date | None, stage: str) -> bool:
    if (first is None and last is None) or (stage and period == stage):
        return True
    window = window_of(facts.scene.office, period) if isinstance(period, str) else None
    if window is None or (isinstance(period, str) and is_stage(period)):
        return False
    return window.start <= (last or date.max) and (first or date.min) <= window.end


def _subject(facts: Facts, index: int) -> str:
    """The title of the indicator, the section as it is typed."""
    office = facts.scene.office
    table = office.tables["NOTE"]
    typed = str(table.values["subject"][index] or "")
    code = code_of(typed) or ""
    plans = office.tables.get("IND")
    at = None if plans is None else plans.index_of.get(typed)
    if plans is not None and at is not None:
        code = code_of(plans.values["indicator"][at]) or ""
        if code not in BY_ID:
            return str(plans.values["title"][at] or typed)
    if code in BY_ID:
        return BY_ID[code].title
    return quoted(facts, table, index, "subject", _SECTION) or "без раздела"


def _period_words(period: object) -> str:
    """«I квартал 2026 года»."""
    return period_words(period).replace("г.", "года") if isinstance(period, str) else ""


def told_of(some: Sequence[Note]) -> Iterator[str]:
    """The notes that are reasons, each as sentences, each once."""
    yield from dict.fromkeys(one.words for one in some if not one.is_lesson)


def deviation_words(facts: Facts, keys: Collection[str], most: int) -> Iterator[str]:
    """Why the worst of these indicators are off their plan, a sentence each; those of which staff tell a reason."""
    told = [one for one in off_plan(facts) if one.indicator.id in keys and one.planned is not None]
    for one in told[:most]:
        reason, measures = _why(facts, one, periods_of(facts.today))
        if reason != _UNTOLD:
            words = wording.sentence(f"{one.indicator.title}: {_lowered(reason)}")
            yield words + (f" {wording.sentence(f'Меры: {_lowered(measures)}')}" if measures != _NO_MEASURES else "")
