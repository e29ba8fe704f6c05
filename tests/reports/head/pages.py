"""How tests read a tab of the head: its listings, charts and words, and that nobody's data stand in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from config.registers import REGISTERS
from config.settings import parse
from reports.facts import Facts
from reports.figures.figure import Figure, figures
from reports.layout import lay_out, shown
from reports.report import Chart, Listing, Report, Stamp, Value, Words
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.planting import plant
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.memo import Memo

MakeFacts = Callable[..., Facts]
STAMP = Stamp(1, datetime(2026, 4, 15, tzinfo=UTC))
Row = tuple[Value, ...]


@cache
def demo() -> Facts:
    """The facts of the made-up office with its planted faults."""
    files = [read_file(name, data) for name, data in workbooks(plant(office(1)).rows).items()]
    settings = parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS))
    return survey(files, Look(settings, TODAY, memo=Memo())).facts


@cache
def figures_of_demo() -> dict[str, Figure]:
    """Its figures by their names: `K22`, `K22 owner=РП-0001`."""
    return {one.name: one for one in figures(demo())}


def listing(page: Report, title: str) -> Listing:
    """The listing whose title begins so."""
    return next(one for one in page.blocks if isinstance(one, Listing) and one.title.startswith(title))


def with_titles(found: Listing) -> list[dict[str, Value]]:
    """The rows of a listing, each cell under its heading."""
    return [dict(zip((one.heading for one in found.fields), row, strict=True)) for row in found.rows]


def rows(page: Report, title: str) -> dict[Value, Row]:
    """The lines of a listing by their first cell."""
    return {row[0]: row[1:] for row in listing(page, title).rows}


def column(page: Report, title: str, heading: str) -> list[Value]:
    """The cells of a column of a listing."""
    found = listing(page, title)
    at = [one.heading for one in found.fields].index(heading)
    return [row[at] for row in found.rows]


def titles(page: Report) -> list[str]:
    """The titles of listings in their order."""
    return [one.title for one in page.blocks if isinstance(one, Listing)]


def charts(page: Report) -> dict[str, Chart]:
    """The charts by their titles."""
    return {one.title: one for one in page.blocks if isinstance(one, Chart)}


def headline(page: Report) -> str:
    """The main thing."""
    return [one.text for one in page.blocks if isinstance(one, Words)][2]


def words(page: Report) -> str:
    """Everything that the tab says."""
    said = [one.text for one in page.blocks if isinstance(one, Words)]
    for one in page.blocks:
        if isinstance(one, Listing):
            said += [one.title, *(field.heading for field in one.fields), *([one.empty] if not one.rows else [])]
            said += [shown(cell) for row in one.rows for cell in row if cell is not None]
        if isinstance(one, Chart):
            said += [one.title, *one.categories]
    return "\n".join(said)


def too_narrow(page: Report) -> list[str]:
    """Cells whose longest word does not fit into their width."""
    sheet = lay_out(page, STAMP)
    return [
        text
        for box in sheet.boxes
        if box.value is not None and sum(sheet.widths) > sum(sheet.widths[box.left : box.right + 1])
        for text in [shown(box.value)]
        if max((len(word) for word in text.split()), default=0) + 0.5 > sum(sheet.widths[box.left : box.right + 1])
    ]
