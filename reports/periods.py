"""Reports of a closed period: the tabs that are kept, the line that names the period, what a correction changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from config.periods import period_words
from reports import wording
from reports.figures.catalogue import BY_ID
from reports.figures.cuts import CUTS
from reports.naming import tab_of
from reports.report import Field, Form, Listing, Report, Value, Words

WORKBOOK = "Отчёты"
TAB = "Отчёт. Что уточнено"
_SAME = 1e-9
_FIELDS = (
    Field("Код", 8),
    Field("Показатель", 42),
    Field("Разрез", 40),
    Field("Ед.", 14),
    Field("Было", 12, Form.NUMBER),
    Field("Стало", 12, Form.NUMBER),
    Field("Изменение", 12, Form.CHANGE),
)

Values = Mapping[str, float | None]
"""Name of a figure, as `K02 category=Школьник` → its value; None is «нет данных»."""


@dataclass(frozen=True)
class Issue:
    """What is said of a report of a closed period: its correction (0 for the first), last day, and why it was issued.

    `unread` — registers whose data were not of that day; `reason` — why it was closed with them, or corrected.
    """

    period: str
    cut: date
    correction: int = 0
    reason: str | None = None
    unread: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """The line under the title of every tab."""
        words = f"Отчётный период закрыт: {period_words(self.period)}, данные на {wording.day(self.cut)}."
        if self.correction:
            number = f"№{wording.NBSP}{self.correction}"
            words = f"Уточнённый отчёт {number}: {period_words(self.period)}, на {wording.day(self.cut)}."
        if self.unread:
            words += f" Не приняты к этому дню: {'; '.join(map(tab_of, self.unread))}."
        return f"{words} Причина: {wording.sentence(self.reason)}" if self.reason else words


@dataclass(frozen=True)
class Changed:
    """A figure that is another one in a correction."""

    name: str
    was: float | None
    now: float | None


def changed(was: Values, now: Values) -> tuple[Changed, ...]:
    """Exactly the figures that are different, in the order of their codes. A figure that is not there is no data."""
    names = dict.fromkeys((*now, *was))
    found = (Changed(name, was.get(name), now.get(name)) for name in names)
    return tuple(sorted((one for one in found if _differs(one)), key=lambda one: one.name.split(" ", 1)))


def _differs(one: Changed) -> bool:
    if one.was is None or one.now is None:
        return one.was is not one.now
    return abs(one.was - one.now) > _SAME


def as_issued(reports: Sequence[Report], issue: Issue) -> tuple[Report, ...]:
    """The tabs of the common workbook, each with the line that says what period it is."""
    common = (one for one in reports if one.workbook == WORKBOOK and not one.local)
    return tuple(replace(one, notice=" ".join(filter(None, (issue.notice, one.notice)))) for one in common)


def correction(issue: Issue, figures: Sequence[Changed]) -> Report:
    """What a correction changed: было, стало."""
    count = wording.counted(len(figures), "показатель", "показателя", "показателей")
    blocks = (
        Words(f"Что уточнено: {period_words(issue.period)}", "title"),
        Words(f"По состоянию на {wording.day(issue.cut)}", "subtitle"),
        Words(f"Изменились {count} с разрезами; остальные те же, что в прежнем отчёте."),
        Listing("", _FIELDS, tuple(map(_row, figures)), filtered=True, frozen=True),
    )
    return Report(WORKBOOK, TAB, blocks)


def _row(one: Changed) -> tuple[Value, ...]:
    key, _, cut = one.name.partition(" ")
    indicator = BY_ID[key]
    return key, indicator.title, _cut_words(cut), indicator.unit, one.was, one.now, _difference(one)


def _cut_words(cut: str) -> str:
    key, _, value = cut.partition("=")
    return f"{CUTS[key][0]}: {value}" if key in CUTS else value or "всего"


def _difference(one: Changed) -> float | None:
    return None if one.was is None or one.now is None else one.now - one.was
