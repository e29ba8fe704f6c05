"""How the programme went month by month: what was reported of closed periods, else the dated rows of the registers."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from config.periods import period_words
from reports import wording
from reports.documents.document import Block, Passage
from reports.documents.since import Earlier
from reports.documents.tables import text
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import count_of
from reports.figures.naming import rounded
from reports.report import Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.papers import season_start

KEYS = ("K01", "K02", "K05", "K09", "K12", "K13", "K15", "K16", "K20", "K22")
_MOST = 12
_DRAWN = ("K02", "K16")
_DAY = timedelta(days=1)


def dynamics(facts: Facts) -> Iterator[Block]:
    """The main indicators at the end of each month of the season and now, as a table and as a picture."""
    days = month_ends(facts)
    if not days:
        yield Passage("Ни один месяц сезона ещё не закончился, сравнивать не с чем.")
        return
    past = [_earlier(facts, day) for day in days]
    rows = tuple(row for key in KEYS if (row := _row(facts, past, key)) is not None)
    fields = (text("Показатель", 30), *(Field(wording.day(one), 11, Form.NUMBER) for one in (*days, facts.today)))
    yield Listing("Показатели на конец месяца", fields, rows, "показатели не считаются: реестры не ведутся")
    yield from _chart(facts, past, days)
    closed = [period_words(one.period).replace("г.", "года") for one in facts.past.reported if one.cut in days]
    words = "Значения сосчитаны по датам в реестрах."
    if closed:
        words = (
            f"За закрытые периоды ({', '.join(closed)}) — как в отчётах о них; остальные сосчитаны по датам в реестрах."
        )
    yield Passage(words)


def month_ends(facts: Facts) -> tuple[date, ...]:
    """The last days of the months of the season that are over, at most a year of them."""
    first = season_start(facts.scene.office, facts.scene.settings)
    found, day = [], first.replace(day=1)
    while (following := date(day.year + day.month // 12, day.month % 12 + 1, 1)) <= facts.today:
        found.append(following - _DAY)
        day = following
    return tuple(found[-_MOST:])


def _earlier(facts: Facts, day: date) -> Earlier:
    figures = next((one.figures for one in facts.past.reported if one.cut == day), {})
    return Earlier(day, "", figures)


def _row(facts: Facts, past: Sequence[Earlier], key: str) -> tuple[Value, ...] | None:
    """None for an indicator that has no value now: its register is not kept."""
    now = count_of(facts, key).value
    if now is None:
        return None
    values = [one.value(facts, key) for one in past]
    one = BY_ID[key]
    return (f"{one.title}, {one.unit}", *("—" if value is None else rounded(value) for value in values), rounded(now))


def _chart(facts: Facts, past: Sequence[Earlier], days: Sequence[date]) -> Iterator[Chart]:
    series = tuple(
        Series(BY_ID[key].title, (*(one.value(facts, key) for one in past), count_of(facts, key).value))
        for key in _DRAWN
        if count_of(facts, key).value is not None
    )
    names = tuple(map(wording.day, (*days, facts.today)))
    if series:
        yield Chart("Участники по месяцам", ChartKind.COLUMN, names, series, "чел.")
