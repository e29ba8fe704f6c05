"""What is known of an update, and of an office that has come to rest: the values that invariants look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from config.errors import OfficeError
from sync.result import Result
from tests.sync.stateful.history import Told
from tests.sync.stateful.model.tabs import Row
from tests.sync.stateful.worlds.base import Lines

Typed = Mapping[str, Sequence[Row] | None]


@dataclass(frozen=True)
class Update:
    """One update, whatever came of it: a result, a trouble that a person is told, or nothing when it was killed.

    `before` and `after` are the history around it; `typed` — register → what staff had typed when it began;
    `unreadable` — registers that could not be read whole; `accepted` — registers of which a person had accepted what
    was held; `seen` — our file → what a reader found in it at every step, one after another; `tabs` — our tabs as they
    stood when it was over; `altered` — what of the staff's is not as they left it; `typed_into_ours` — words that
    staff had typed into our tabs, with the fingerprint of the remark that they answer; `aside` — what was kept of them;
    `heard` — everything that was logged and printed.
    """

    before: Told
    after: Told
    typed: Typed = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    result: Result | None = None
    trouble: OfficeError | None = None
    interrupted: bool = False
    seen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tabs: Mapping[str, Lines] = field(default_factory=dict)
    altered: Sequence[str] = ()
    typed_into_ours: Mapping[str, str] = field(default_factory=dict)
    aside: str = ""
    heard: str = ""
    names: Sequence[str] = ()
    damage: Sequence[str] = ()
    canaries: Sequence[str] = ()
    calls: int = 0
    most_calls: int = 0

    @property
    def states(self) -> Mapping[str, str]:
        """Register → its state, empty when there is no result."""
        return {key: str(one["state"]) for key, one in self.result.registers.items()} if self.result else {}

    @property
    def is_done(self) -> bool:
        """It came to its end, and everything that was planned was written."""
        return self.result is not None and not self.result.left

    def misled(self) -> "Update":
        """The same without what an update can't know that was told what had stood there before the last change."""
        return replace(self, typed={}, unreadable=frozenset(), typed_into_ours={})


@dataclass(frozen=True)
class Rest:
    """An office to which nothing happens any more, after staff have mended what keeps registers from being read.

    `results` are those of the updates since; `acks` — how often a person accepted what was held in between;
    `excused` — registers that staff have left in a state in which nobody can read them. `told` is
    what our tabs say in the end, `faultless` what those of an office without faults say, each without what only a past
    can know. `open` and `open_there` are the remarks that are open: code, register, fingerprint;
    `answered` — those on references of which more is known here: staff have said what a spelling means, or it is said
    that the row is lost.
    """

    results: Sequence[Result]
    acks: int
    bound: int
    excused: frozenset[str] = frozenset()
    told: Mapping[str, Any] = field(default_factory=dict)  # Any: what a cell holds
    faultless: Mapping[str, Any] = field(default_factory=dict)  # Any: what a cell holds
    open: frozenset[tuple[str, ...]] = frozenset()
    open_there: frozenset[tuple[str, ...]] = frozenset()
    answered: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True)
class Delivered:
    """What has left the office: `letters` as the server was given them, taken or refused, one after another;
    `before` and `after` — the files of closed periods, by their digests.
    """

    told: Told
    letters: Sequence[bytes]
    before: Mapping[str, str]
    after: Mapping[str, str]
