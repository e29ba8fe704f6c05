"""What one update leaves for the next, as one value that the store records at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sync.before import Hold, Replaced, Written
from validators.drift.noticed import Noticed
from validators.grid import Grid
from validators.leave import Leave
from validators.versions.rows import Read


@dataclass(frozen=True)
class Accepted:
    """A reading that became the truth: its digest, the ids of its rows, the files it came from, its grids."""

    register: str
    digest: str
    ids: frozenset[str]
    files: tuple[str, ...]
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class RowsRead:
    """A reading of a register whose rows the history has not seen: of which update and day, and what was read."""

    register: str
    run: int
    day: date
    read: Read


@dataclass(frozen=True)
class Seen:
    """A remark that is there now, open or silent; `old` when it was there at the register's first accepted reading.

    `value` is the digest of what its cell holds, `version` the update that first saw that.
    """

    fingerprint: str
    code: str
    severity: str
    register: str | None
    old: bool = False
    owner: str | None = None
    value: str = ""
    version: int = 0


@dataclass(frozen=True)
class Outcome:
    """Everything that an update did and knows.

    `covered` — registers that were read: their remarks that are gone get closed, those of other registers stay.
    `holds` — readings put aside now; `released` — registers whose readings wait no longer. `issued` holds new ids only;
    `answers`, `leaves`, `written`, `files`, `replaced` and `noticed` are whole: what is absent from them is gone.
    `late` is what staff wrote beside remarks that were over by then: it is kept, and asks and silences nothing.
    `silent` — fingerprint → last day of silence, of the remarks that are silent now.
    `shown` — ids of the wishes whose end the update has told.
    `rows` — readings that changed something, this one's and, where their rows are not followed yet, earlier ones.
    """

    run: int
    started: datetime
    finished: datetime
    today: date
    key: str
    summary: Mapping[str, object] = field(default_factory=dict)
    accepted: tuple[Accepted, ...] = ()
    rows: tuple[RowsRead, ...] = ()
    remarks: tuple[Seen, ...] = ()
    covered: frozenset[str] = frozenset()
    holds: tuple[Hold, ...] = ()
    released: frozenset[str] = frozenset()
    issued: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    leaves: Mapping[str, Leave] = field(default_factory=dict)
    late: Mapping[str, Leave] = field(default_factory=dict)
    silent: Mapping[str, date] = field(default_factory=dict)
    written: Mapping[tuple[str, str], Written] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, Mapping[str, Replaced]] = field(default_factory=dict)
    noticed: tuple[Noticed, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
