"""What the state remembers of earlier updates, as one value handed to the pure pipeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reports.facts import Past
from validators.closed import Closed
from validators.drift.noticed import Noticed
from validators.leave import Leave
from validators.parts import Part

NEXT_SENDING = "next_sending"
"""The kind of a hold of one new file."""


@dataclass(frozen=True)
class Snapshot:
    """The last good reading of a register: its digest, the ids of its rows, the day it was accepted, its files.

    The grids themselves are asked of the store by the digest, when a reading fails and they are needed.
    """

    register: str
    digest: str
    ids: frozenset[str]
    day: date
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A remark that is open: since which day, whether it was there at the first accepted reading, of which register.

    `value` is the digest of what its cell held last, `version` the update that first saw that.
    """

    since: date
    old: bool
    register: str | None = None
    value: str = ""
    version: int = 0


@dataclass(frozen=True)
class Hold:
    """What was put aside. `digest` is of the content that waits; `accepted` when a person said `ack`.

    `subject` is the file that it is about, "" when it is about the register as a whole.
    """

    number: int
    register: str
    kind: str
    digest: str
    reason: str
    since: date
    accepted: bool = False
    was: int = 0
    now: int = 0
    limit: int = 0
    subject: str = ""

    @property
    def of_file(self) -> bool:
        """Only a new file waits; the register itself is accepted."""
        return self.kind == NEXT_SENDING


def agreed(hold: Hold, holds: Sequence[Hold]) -> bool:
    """A person has accepted this, or something of the kind about the same file that took away even more."""
    return any(
        one.accepted
        and (one.register, one.kind, one.subject) == (hold.register, hold.kind, hold.subject)
        and hold.now >= one.now
        for one in holds
    )


@dataclass(frozen=True)
class Replaced:
    """A file whose next sending was taken: the digest of what it held then, and the file that took its place."""

    digest: str
    by: str


@dataclass(frozen=True)
class Written:
    """A tab that the service wrote: digest of its content without the stamp, and the stamp it bears."""

    digest: str
    run: int
    moment: datetime


@dataclass(frozen=True)
class Intent:
    """A file that an update is about to replace or take away, written down before it does (reliability.md §1.6).

    `was` is the digest of what stood there, `digest` of what will, "" for nothing; `tabs` — tab → what it will bear.
    """

    run: int
    target: str
    was: str | None
    digest: str
    tabs: Mapping[str, Written] = field(default_factory=dict)


@dataclass(frozen=True)
class Edit:
    """What stands beside a remark in one tab (`place`, as `file#tab`) where somebody has written.

    `version` and `number` are those of the mark: as of which state of the office it was written.
    """

    fingerprint: str
    version: int
    number: int
    reason: str
    until: str
    place: str


@dataclass(frozen=True)
class Heard:
    """What staff had typed beside remarks and answered, as an update read it before it replaced their files.

    `answers` — (register, folded spelling) → id, of what the history did not know yet.
    """

    edits: tuple[Edit, ...] = ()
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)


class Fate(StrEnum):
    """How a wish of the head stands: being done, done, not done, or nobody can say."""

    BEGUN = "begun"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Wished:
    """A wish from «Сделать сейчас»: `id` is the digest of what was typed, and where; never the words themselves.

    `was` — what told before that it was not done yet; `told` — what came of it; `shown` — the update that wrote that.
    """

    id: str
    deed: str
    heard: datetime
    number: int = 0
    tries: int = 0
    was: str = ""
    fate: Fate = Fate.BEGUN
    told: str = ""
    settled: datetime | None = None
    shown: int | None = None


@dataclass(frozen=True)
class Before:
    """Everything remembered. All empty for a new office.

    `first` — fingerprint → the day of the first sight, of remarks that were closed since, whether they are open now or
    not; `leaves` — fingerprint → what staff wrote beside the remark. `edits` and `heard` are not remembered but read
    now: what staff have written beside remarks since, and the digests of the files in which that could be read.
    `issued` — register → row key → id given by the service; `answers` — (register, folded spelling) → id;
    `replaced` — register → file → what took its place; `parts` — parts of the region that got codes of their own;
    `noticed` — what was noticed between earlier readings and nobody has mended or let be; `closed` — the closed
    periods, each as it was reported last; `purged` — register → codes of those whose data were destroyed;
    `written` — (file, tab) → what it bears; `files` — file → sha256 of the bytes that the service wrote;
    `intents` — what an update that was killed has begun to write, `begun` — what it had heard before that; `wishes` —
    what the head has asked for without a command.
    """

    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    opened: Mapping[str, Opened] = field(default_factory=dict)
    holds: tuple[Hold, ...] = ()
    issued: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    first: Mapping[str, date] = field(default_factory=dict)
    leaves: Mapping[str, Leave] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[tuple[str, str], Written] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, Mapping[str, Replaced]] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    closed: tuple[Closed, ...] = ()
    purged: Mapping[str, frozenset[str]] = field(default_factory=dict)
    intents: tuple[Intent, ...] = ()
    begun: Heard = Heard()
    wishes: tuple[Wished, ...] = ()
    past: Past = Past()
    last_run: int = 0
    last_hold: int = 0
    last_key: str = ""
