"""The report as a value that knows no file, format or colour."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reports.facts import Facts


class Light(StrEnum):
    """A traffic light that carries its word (domain.md §5.6)."""

    GREEN = "зелёный"
    YELLOW = "жёлтый"
    RED = "красный"
    GREY = "нет данных"


@dataclass(frozen=True)
class Link:
    """Words that lead to a cell of a staff's workbook: file name inside the registers, tab, cell like `I14`.

    `address` is that of the cell in the browser, "" when the workbook is a file.
    """

    words: str
    file: str
    tab: str
    cell: str
    address: str = ""


@dataclass(frozen=True)
class Jump:
    """Words that lead to another tab of the same workbook, to the row that begins with `anchor`."""

    words: str
    tab: str
    anchor: str = ""


@dataclass(frozen=True)
class Slot:
    """A cell for a wish in a tab that is closed to all but the owner of the spreadsheet and those whom he lets in.

    `words` stand in it, `choices` are offered to choose from, `hint` says what to write.
    """

    words: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""


Value = str | int | float | date | datetime | Light | Link | Jump | Slot | None
"""What a cell of a report holds. Text stays text; None is an empty cell."""


class Form(StrEnum):
    """How the values of a listing's column look."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    CHANGE = "change"


@dataclass(frozen=True)
class Field:
    """A column of a listing. `width` is in characters of the page's font.

    `typed` — staff write into it, though the rest of the tab is the service's; `hidden` — for the service alone.
    """

    heading: str
    width: int
    form: Form = Form.TEXT
    typed: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Words:
    """A line of text over the whole width. `size` is one of title, subtitle, heading, plain, small."""

    text: str
    size: str = "plain"


@dataclass(frozen=True)
class Listing:
    """A table: a heading row and rows. With no rows its place is taken by the word `empty`.

    `leading` — how many first rows stand out from the rest; `bare` — without the heading row.
    """

    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = "нет"
    filtered: bool = False
    frozen: bool = False
    bare: bool = False
    leading: int = 0


_USUAL_CHART = 16


class ChartKind(StrEnum):
    """How the values of a chart stand."""

    BAR = "bar"
    COLUMN = "column"
    STACKED = "stacked"
    LINE = "line"


@dataclass(frozen=True)
class Series:
    """One row of values under its name; None is a gap."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """A picture of values, for those who would rather look than read. `unit` is said on the axis of values.

    What it shows stands in a listing, too.
    """

    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""

    @property
    def lines(self) -> int:
        """How many usual lines of the page it is high: every bar has room for its words."""
        if self.kind is not ChartKind.BAR:
            return _USUAL_CHART
        return max(9, 7 + round(len(self.categories) * (0.9 + 0.6 * len(self.series))))

    @property
    def is_blank(self) -> bool:
        """There is nothing to look at: no value is known."""
        return all(value is None for one in self.series for value in one.values)


Block = Words | Listing | Chart


@dataclass(frozen=True)
class Report:
    """A report as a value: which workbook and tab it belongs to and the blocks from top to bottom.

    `landscape` and `one_page` are for printing; `stamped` tells that the stamp stands under the title; `local` — it may
    name people, so it never leaves this machine; `notice` is a line that the office must see on every page.
    """

    workbook: str
    tab: str
    blocks: tuple[Block, ...]
    landscape: bool = True
    one_page: bool = False
    stamped: bool = True
    local: bool = False
    notice: str = ""


@dataclass(frozen=True)
class Stamp:
    """When the content of a tab last changed: number and moment of the update. Never compared (decisions.md 29)."""

    run: int
    moment: datetime


@dataclass(frozen=True)
class Recipe:
    """A report of the catalogue: its name and how it is composed; several reports when each person has his own."""

    name: str
    compose: Callable[[Facts], tuple[Report, ...]]
