"""A tab for each table of the packages: the rows of all regions one under another, with the region before them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from config.periods import period_words
from reports.collected.collection import Collection, Entry, Line
from reports.collected.reported import WORKBOOK
from reports.disclosure.draft import Mark
from reports.federal import finance, mentors, municipalities, participants, points, sites, stages, teams
from reports.federal.indicators import CODE, DONE, FACT, PLANNED, UNIT, WHY
from reports.federal.indicators import FIELDS as OF_INDICATORS
from reports.figures.catalogue import BY_ID
from reports.report import Field, Listing, Report, Value, Words


@dataclass(frozen=True)
class Block:
    """A table of the packages. `adds_up` — its rows are the same in every region, so that there are totals."""

    code: str
    title: str
    fields: tuple[Field, ...]
    adds_up: bool = False


BLOCKS = (
    Block("3", participants.TITLE, participants.FIELDS, adds_up=True),
    Block("4", stages.TITLE, stages.FIELDS, adds_up=True),
    Block("5", municipalities.TITLE, municipalities.FIELDS),
    Block("6", teams.TITLE, teams.FIELDS),
    Block("7", mentors.TITLE, mentors.FIELDS, adds_up=True),
    Block("8", sites.TITLE, sites.FIELDS),
    Block("9", points.TITLE, points.FIELDS),
    Block("10", finance.TITLE, finance.FIELDS, adds_up=True),
)
"""In the order of the package."""

_OF_OWN = frozenset({"Код", "Показатель", UNIT, "План года", PLANNED, FACT, DONE})
OWN = Block(CODE, "Собственные показатели", tuple(one for one in OF_INDICATORS if one.heading in _OF_OWN))
_OF_WHY = frozenset({"Код", "Показатель", PLANNED, FACT, DONE, WHY})
REASONS = Block(CODE, "Причины отклонений", tuple(one for one in OF_INDICATORS if one.heading in _OF_WHY))
_REGION = Field("Субъект", 40)


def blocks(collection: Collection) -> Iterator[Report]:
    """The tables of people and work, then what table 2 tells beside the common indicators."""
    for one in BLOCKS:
        lines = ((entry, entry.tables.get(one.code, {}).values()) for entry in collection.entries)
        yield _tab(collection, one, lines)
    for one, belongs in ((OWN, _is_own), (REASONS, _is_explained)):
        rows = [
            (entry, [line for key, line in entry.tables.get(CODE, {}).items() if belongs(key, line)])
            for entry in collection.entries
        ]
        yield _tab(collection, one, rows)


def _is_own(key: str, _line: Line) -> bool:
    return key not in BY_ID


def _is_explained(_key: str, line: Line) -> bool:
    return line.get(WHY) not in (None, "")


def _tab(collection: Collection, one: Block, lines: Iterable[tuple[Entry, Iterable[Line]]]) -> Report:
    rows = tuple(
        (entry.whose.title, *(_value(line, field) for field in one.fields)) for entry, some in lines for line in some
    )
    listing = Listing("", (_REGION, *one.fields), rows, "строк нет", filtered=True, frozen=True)
    title = Words(f"{one.title}: {period_words(collection.period)}", "title")
    return Report(WORKBOOK, one.title, (title, listing), stamped=False)


def _value(line: Line, field: Field) -> Value:
    cell = line.get(field.heading)
    return cell.value if isinstance(cell, Mark) else cell
