"""A unit of work as it goes to another process and back: plain values that any queue can carry."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from config.errors import BusyError


@dataclass(frozen=True)
class Seen:
    """What was seen of an office, carried from one visit to the next: digests and moments (seconds since 1970).

    `files` and `google` — what was read, and what stood there at the last look; `google_at` — when Google was asked
    last, and `google_pause` for how many seconds it is not asked again; `began` and `until` — from when to when nothing
    is due, if nobody saves anything and `settings` stay.
    """

    files: tuple[str | None, str | None] = (None, None)
    google: tuple[str | None, str | None] = (None, None)
    google_at: float = 0.0
    google_pause: float = 0.0
    settings: str = ""
    began: float = 0.0
    until: float = 0.0


class Wanted(NamedTuple):
    """A job that is to be done in an office now, for an occasion."""

    job: str
    occasion: str


@dataclass(frozen=True)
class Call:
    """A unit of work for whatever process does it.

    `doubtful` — the clock of the machine was moved; `gave_up` — nothing is done: the job did not end in its time, and
    that is written down.
    """

    folder: str
    job: str = ""
    occasion: str = ""
    seen: Seen = field(default_factory=Seen)
    today: str | None = None
    doubtful: bool = False
    gave_up: bool = False


@dataclass(frozen=True)
class Answer:
    """What came of it.

    `is_office` — there is an office in the folder; `history` — a digest of where its history is; `result` and `code` —
    how the job ended, "" when it was put off or nobody asked; `due` — what waits; `again` — seconds until the next
    look; `trouble` and `words` — the class and the sentence of what kept from working.
    """

    is_office: bool = True
    history: str = ""
    result: str = ""
    code: str = ""
    due: tuple[Wanted, ...] = ()
    seen: Seen = field(default_factory=Seen)
    again: float = 20.0
    trouble: str = ""
    words: str = ""

    @property
    def is_busy(self) -> bool:
        """Somebody else is at work in the office."""
        return self.trouble == BusyError.__name__


def as_json(value: Seen | Call | Answer) -> dict[str, Any]:  # Any: a JSON object
    """The value as JSON."""
    return asdict(value)


def seen_of(given: Mapping[str, Any]) -> Seen:  # Any: a JSON object
    """What `as_json` has told of it."""
    return Seen(**{**given, "files": _pair(given["files"]), "google": _pair(given["google"])})


def call_of(given: Mapping[str, Any]) -> Call:  # Any: a JSON object
    """What `as_json` has told of it."""
    return Call(**{**given, "seen": seen_of(given["seen"])})


def answer_of(given: Mapping[str, Any]) -> Answer:  # Any: a JSON object
    """What `as_json` has told of it."""
    due = tuple(Wanted(*one) for one in given["due"])
    return Answer(**{**given, "due": due, "seen": seen_of(given["seen"])})


def _pair(given: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    read, last = given
    return read, last
