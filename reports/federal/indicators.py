"""Table 2 «Показатели»: plan, fact, percent, the figure of the package before, and why it is off its plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reports.disclosure.draft import (
    Cell,
    DraftTable,
    Explained,
    Following,
    Mark,
    People,
    Percent,
    Rank,
    Row,
    Sent,
    Text,
    address,
)
from reports.facts import Facts
from reports.federal.telling import half_up, plain, words_in
from reports.figures.catalogue import BY_ID, INDICATORS, Indicator
from reports.figures.figure import Figure, whole
from reports.figures.own import own_figures
from reports.report import Field, Form, Light
from validators.counts import COUNTS

CODE = "2"
TITLE = "Показатели"
UNIT, PLANNED, FACT, DONE = "Ед. изм.", "План на дату", "Факт", "% плана на дату"
BEFORE, CHANGE, WHY = "На прошлую отчётную дату", "Изменение", "Причина отклонения"
FIELDS = (
    Field("Код", 8),
    Field("Показатель", 40),
    Field(UNIT, 12),
    Field("План года", 18, Form.NUMBER),
    Field(PLANNED, 18, Form.NUMBER),
    Field(FACT, 12, Form.NUMBER),
    Field(DONE, 18, Form.PERCENT),
    Field(BEFORE, 16, Form.NUMBER),
    Field(CHANGE, 13, Form.CHANGE),
    Field(WHY, 44),
)
PART, BASE, REST = "Часть", "База", "Остаток"
"""Columns that no table has: whom a percentage counts, of how many, and how many are not among them."""

OF_PEOPLE = frozenset({"K01", "K02", "K16", "K20", "K21"})
"""Indicators that are numbers of participants."""

GRAND = frozenset({"K01", "K02"})
SHARES = frozenset({"K06", "K07", "K18", "K19", "K27", "K31", "K34"})
"""Indicators that are percentages of participants."""

RATIOS: Mapping[str, str] = {"K03": "участников на место", "K14": "участников на наставника"}
"""Indicators that are participants divided by a number that everybody knows."""

MEANS = frozenset({"K08", "K17"})
"""Indicators that are reckoned over participants and count none: they are told where there are enough of those."""


@dataclass
class _Told:
    """The rows, and the numbers of people that stand behind them."""

    rows: list[Row] = field(default_factory=list)
    unseen: dict[str, int] = field(default_factory=dict)


def at(code: str, column: str = FACT) -> str:
    """`2/K02/Факт`."""
    return address(CODE, code, column)


def indicators(facts: Facts, before: Sent | None, notes: tuple[Explained, ...]) -> tuple[DraftTable, Mapping[str, int]]:
    """Every indicator and the office's own ones, with the unseen numbers behind percentages."""
    told = _Told()
    counted = [facts.once(whole, one) for one in INDICATORS if one.id in COUNTS or one.id == "K32"]
    for one in (*counted, *own_figures(facts)):
        key = one.indicator.id
        told.unseen |= _behind(one)
        fact = _fact(one)
        numbers = (*_plans(one), fact, _done(one, fact), *_past(key, fact, before))
        told.rows.append(Row(key, (*_name(one.indicator), *numbers, _why(facts, one, notes))))
    return DraftTable(CODE, TITLE, FIELDS, tuple(told.rows)), told.unseen


def _why(facts: Facts, one: Figure, notes: tuple[Explained, ...]) -> Cell:
    """What the head explains of the period; else, when the figure is off its plan, what stands beside the plan."""
    noted = next((note for note in notes if note.figure == one.indicator.id), None)
    if noted is not None:
        return Text(noted.reason, noted.code)
    if one.planned is None or one.light in {Light.GREEN, Light.GREY}:
        return None
    table = facts.scene.office.tables["IND"]
    return words_in(table, table.index_of[one.planned.id], "why_off")


def _name(indicator: Indicator) -> Iterator[Cell]:
    own = indicator.id not in BY_ID
    yield from (
        indicator.id,
        Text(indicator.title, indicator.id, free=False) if own else indicator.title,
        indicator.unit,
    )


def _plans(one: Figure) -> tuple[Cell, Cell]:
    if one.planned is None:
        return Mark.NOT_MEANT, Mark.NOT_MEANT
    return plain(one.planned.year), plain(one.plan)


def counts_people(code: str, unit: str) -> bool:
    """The fact is a number of participants: so are the office's own indicators in people, as far as anybody knows."""
    return code in OF_PEOPLE or (code not in BY_ID and unit == "чел.")


def _fact(one: Figure) -> Cell:
    key, value, count = one.indicator.id, one.value, one.count
    if value is None:
        return Mark.NO_DATA
    if counts_people(key, one.indicator.unit):
        return People(round(value), Rank.GRAND if key in GRAND else Rank.WHOLE)
    if key in SHARES:
        return Percent(half_up(Fraction(100 * len(count.rows), len(count.of))), at(key, PART), base_of(key))
    if key in RATIOS:
        known = round(count.due)
        return Percent(
            half_up(Fraction(len(count.rows), known)), at("K01") if key == "K03" else at(key, PART), 100 * known
        )
    return Following(_short(value), (at(key, PART),)) if key in MEANS else plain(value)


def base_of(key: str) -> str:
    """The address of what a percentage is taken of: of most, a number of table 3."""
    if key == "K18":
        return address("3", "Всего", "Зачислено")
    return at(key, BASE) if key in {"K06", "K34"} else address("3", "Всего", "Активны")


def _behind(one: Figure) -> dict[str, int]:
    """The numbers of people behind a percentage or a mean."""
    key, count = one.indicator.id, one.count
    if one.value is None or key not in SHARES | MEANS | {"K14"}:
        return {}
    found = {at(key, PART): len(count.rows)}
    if key in SHARES:
        found |= {at(key, REST): len(count.of) - len(count.rows)}
        found |= {at(key, BASE): len(count.of)} if base_of(key) == at(key, BASE) else {}
    return found


def _short(value: float) -> int | float:
    short = round(value, 1)
    return int(short) if short == int(short) else short


def _done(one: Figure, fact: Cell) -> Cell:
    """Percent of the plan on the day, from the fact as it is shown."""
    plan = one.plan
    if not plan or isinstance(fact, Mark):
        return Mark.NOT_MEANT if one.planned is None else Mark.NO_DATA if isinstance(fact, Mark) else Mark.NOT_MEANT
    if isinstance(fact, People):
        return Percent(half_up(Fraction(100 * fact.value, round(plan))), at(one.indicator.id), round(plan))
    shown = fact.value if isinstance(fact, Percent | Following) else fact
    share = half_up(Fraction(str(shown)) * 100 / Fraction(str(round(plan, 4))))
    return Following(share, (at(one.indicator.id),)) if isinstance(fact, Percent | Following) else share


def _past(key: str, fact: Cell, before: Sent | None) -> tuple[Cell, Cell]:
    """What the package before said, and the difference where both are told."""
    was = Mark.NO_DATA if before is None else before.cells.get(at(key), Mark.NO_DATA)
    if isinstance(was, Mark) or not isinstance(was, int | float) or isinstance(fact, Mark):
        return was, Mark.HIDDEN if was is Mark.HIDDEN else Mark.NO_DATA
    now = fact.value if isinstance(fact, People | Percent | Following) else fact
    change = _short(float(str(now)) - was)
    return was, Following(change, (at(key),)) if isinstance(fact, People | Percent | Following) else change
