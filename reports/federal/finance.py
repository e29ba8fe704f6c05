"""Table 10 «Финансы»: plan, obligations and cash by source, in thousands of roubles."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from config.registers.finance import SOURCES
from reports.disclosure.draft import Cell, DraftTable, Mark, Row
from reports.facts import Facts
from reports.federal.telling import ALL, UNKNOWN, plain
from reports.figures.grouped import known_count
from reports.report import Field, Form
from validators.counting.count import obstacle
from validators.counting.spending import Spending, spending

TITLE = "Финансы"
FIELDS = (
    Field("Источник", 30),
    Field("План года, тыс. руб.", 15, Form.NUMBER),
    Field("План на дату, тыс. руб.", 15, Form.NUMBER),
    Field("Принятые обязательства, тыс. руб.", 17, Form.NUMBER),
    Field("Исполнено, тыс. руб.", 15, Form.NUMBER),
    Field("% плана на дату", 18, Form.PERCENT),
)
_COLUMNS = ("plan", "due", "obligations", "cash")


def finance(facts: Facts) -> DraftTable:
    """A line for each source, the lines without one, and the whole; the lines of the year of the day."""
    if obstacle(facts.scene.office, "FIN", "cash", "plan_year"):
        return DraftTable(
            "10", TITLE, FIELDS, tuple(Row(one, (one, *(Mark.NO_DATA,) * 5)) for one in (*SOURCES.values, ALL))
        )
    rows = spending(facts.scene.office, facts.today)
    sources = facts.scene.office.tables["FIN"].values["source"]
    groups = {name: [one for one in rows if sources[one.index] == name] for name in SOURCES.values}
    lost = [one for one in rows if sources[one.index] not in groups]
    known = {**groups, **({UNKNOWN: lost} if lost else {}), ALL: list(rows)}
    return DraftTable("10", TITLE, FIELDS, tuple(Row(name, _line(facts, name, some)) for name, some in known.items()))


def _line(facts: Facts, name: str, some: Sequence[Spending]) -> tuple[Cell, ...]:
    money = [_thousands(getattr(one, column) for one in some) for column in _COLUMNS]
    codes = {one.id for one in some}
    done = known_count(facts, "K24").part(codes.__contains__).value
    return (name, *money, plain(done) if done is not None else Mark.NOT_MEANT)


def _thousands(values: Iterable[Decimal | None]) -> Cell:
    """Nothing typed in any line is no data; no lines at all are nought."""
    every = list(values)
    known = [one for one in every if one is not None]
    return Mark.NO_DATA if every and not known else plain(float(sum(known, Decimal(0)) / 1000))
