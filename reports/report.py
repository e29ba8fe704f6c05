"""The facts that every report is composed from, and the report as a value that knows no tab, file or colour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from validators.intake.taken import Taken
from validators.leave import Ruled
from validators.office import Scene
from validators.remark import Remark


class Mended(NamedTuple):
    """A remark that is gone: when it was opened and closed, of which register and whose it was."""

    opened: date
    closed: date
    register: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Past:
    """What earlier updates of the office knew; empty before the first.

    `open_yesterday`, `open_week_ago` — fingerprints of remarks above info open at the end of that day (those that were
    silent then are not among them), None when there is no history; `figures_yesterday`, `figures_week_ago` — bare
    values by indicator id; `changed_on` — the day each register last changed; `fixed` — the remarks closed in the last
    30 days; `started` — remarks open at the first reading.
    """

    open_yesterday: frozenset[str] | None = None
    open_week_ago: frozenset[str] | None = None
    figures_yesterday: Mapping[str, float] = field(default_factory=dict)
    changed_on: Mapping[str, date] = field(default_factory=dict)
    fixed: tuple[Mended, ...] = ()
    started: int | None = None
    figures_week_ago: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Pending:
    """What was put aside and waits for a person: number of the hold, register key, why, since when.

    `file` is the new file that waits while the register itself is accepted; None when the reading waits.
    """

    number: int
    register: str
    reason: str
    since: date
    file: str | None = None


@dataclass(frozen=True)
class Question:
    """A spelling that means no one record: asked once in «Соответствия»."""

    registers: tuple[str, ...]
    spelling: str
    times: int
    candidates: tuple[str, ...] = ()
    answer: str | None = None


@dataclass(frozen=True)
class Facts:
    """All that a report may look at.

    `remarks` have their owner and day, and are open; `silent` are those that staff left as they are. `ruled` —
    fingerprint → what staff wrote beside a remark and what became of it; `versions` — fingerprint → the update that
    first saw what its cell holds. `not_checked` — (rule code, register key) pairs that could not run; `intake` —
    what each export of another system gave; `addresses` — source of a tab → its address in the browser.
    """

    scene: Scene
    remarks: tuple[Remark, ...]
    past: Past = Past()
    pending: tuple[Pending, ...] = ()
    questions: tuple[Question, ...] = ()
    not_checked: tuple[tuple[str, str], ...] = ()
    intake: tuple[Taken, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    silent: tuple[Remark, ...] = ()
    ruled: Mapping[str, Ruled] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the facts."""
        return self.scene.today

    @property
    def names_staff(self) -> bool:
        """Reports for all may call an employee by name: they stand where the register of employees itself stands."""
        settings = self.scene.settings
        mode, kind = settings.personal_data.mode, settings.storage.kind
        beside_staff = any("STAFF" in one.registers for one in settings.google.spreadsheets)
        return mode == "in_sheet" or (mode == "local" and (kind == "folder" or beside_staff))


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


Value = str | int | float | date | datetime | Light | Link | None
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


Block = Words | Listing


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

    @property
    def is_typed_into(self) -> bool:
        """Staff write into some column of it."""
        return any(one.typed for block in self.blocks if isinstance(block, Listing) for one in block.fields)


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
