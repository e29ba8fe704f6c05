"""The facts that every report is composed from: what one look at the office gave, and what was known before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar, TypeVarTuple, cast

from validators.intake.taken import Taken
from validators.leave import Ruled
from validators.office import Scene
from validators.parts import Part
from validators.remark import Remark

T = TypeVar("T")
By = TypeVarTuple("By")


class Mended(NamedTuple):
    """A remark that is gone: when it was opened and closed, of which register and whose it was."""

    opened: date
    closed: date
    register: str | None = None
    owner: str | None = None


class Reported(NamedTuple):
    """A closed period as it was reported last: its last day, and its figures by name (None is «нет данных»)."""

    period: str
    cut: date
    figures: Mapping[str, float | None]


@dataclass(frozen=True)
class Past:
    """What earlier updates of the office knew; empty before the first.

    `open_yesterday`, `open_week_ago` — fingerprints of remarks above info open at the end of that day (those that were
    silent then are not among them), None when there is no history; `figures_yesterday`, `figures_week_ago` — bare
    values by indicator id; `changed_on` — the day each register last changed; `fixed` — the remarks closed in the last
    30 days; `started` — remarks open at the first reading; `reported` — the closed periods, the earliest first.
    """

    open_yesterday: frozenset[str] | None = None
    open_week_ago: frozenset[str] | None = None
    figures_yesterday: Mapping[str, float] = field(default_factory=dict)
    changed_on: Mapping[str, date] = field(default_factory=dict)
    fixed: tuple[Mended, ...] = ()
    started: int | None = None
    figures_week_ago: Mapping[str, float] = field(default_factory=dict)
    reported: tuple[Reported, ...] = ()


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
    what each export of another system gave; `addresses` — source of a tab → its address in the browser; `parts` — the
    municipalities that have tables with codes of their own; `nameless` — whoever reads the reports, not even employees
    are called by name.
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
    parts: tuple[Part, ...] = ()
    nameless: bool = False
    _found: dict[object, object] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[["Facts", *By], T], *by: *By) -> T:
        """What the function finds in these facts: it looks once, however many reports ask."""
        key = (find, *by)
        if key not in self._found:
            self._found[key] = find(self, *by)
        return cast(T, self._found[key])

    @property
    def today(self) -> date:
        """The day of the facts."""
        return self.scene.today

    @property
    def names_staff(self) -> bool:
        """Reports for all may call an employee by name: they stand where the register of employees itself stands."""
        if self.nameless:
            return False
        settings = self.scene.settings
        mode, kind = settings.personal_data.mode, settings.storage.kind
        beside_staff = any("STAFF" in one.registers for one in settings.google.spreadsheets)
        return mode == "in_sheet" or (mode == "local" and (kind == "folder" or beside_staff))
