"""The office as the page shows it: what was accepted last, composed again without names, kept until it changes."""

import threading
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import sync
from config.errors import SettingsError
from reports.composed import compose_all
from reports.facts import Facts
from reports.formats.page import Page
from reports.report import Stamp
from sync.before import Hold
from sync.desk import Desk, open_desk
from sync.reporting import for_all
from sync.rewind import known_last, rewound
from sync.state.store import Store

DOCS = Path(sync.__file__).parent.parent / "docs"


@dataclass(frozen=True)
class Seen:
    """One state of the office: the summary of the last update, what waits, and the facts without names.

    `facts` is None before the first update that accepted something.
    """

    last: Mapping[str, Any]  # Any: a JSON object
    holds: tuple[Hold, ...]
    facts: Facts | None

    @cached_property
    def reports(self) -> tuple[Page, ...]:
        """The reports for everybody, with the stamp of the last update."""
        if self.facts is None:
            return ()
        stamp = Stamp(int(self.last["run"]), finished(self.last).replace(tzinfo=None, microsecond=0))
        return tuple(Page(one, stamp) for one in for_all(compose_all(self.facts)))


@dataclass
class Office:
    """`desk` gives the office as it stands at the moment of asking; `docs` is the folder of guides."""

    desk: Callable[[], Desk]
    docs: Path = DOCS
    _seen: dict[object, Seen] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> Seen:
        """What was accepted last; composed anew only after an update, a decision or midnight. Raises StateError."""
        desk = self.desk()
        with self._lock, Store.open(desk.state, read_only=True) as store:
            last, holds = store.last_result(), store.holds()
            key = (last.get("run"), desk.today, desk.settings_text, holds)
            if key not in self._seen:
                self._seen = {key: Seen(last, holds, _facts(desk, store))}
            return self._seen[key]


def renewed(desk: Desk) -> Desk:
    """The same office with its settings, clock and day as they are now; a day that was set by hand stays.

    While the settings can't be read, those from before go on.
    """
    by_hand = desk.today.isoformat() if desk.today != desk.moment.date() else None
    try:
        fresh = open_desk(Namespace(office=str(desk.root), today=by_hand))
    except SettingsError:
        return replace(desk, moment=desk.now, today=desk.today if by_hand else desk.now.date())
    return replace(fresh, ports=desk.ports)


def _facts(desk: Desk, store: Store) -> Facts | None:
    then = known_last(store, desk.today)
    if then is None:
        return None
    return replace(rewound(desk.settings, store, then, desk.today).facts, nameless=True)


def finished(last: Mapping[str, Any]) -> datetime:  # Any: a JSON object
    """When an update ended, by the office's clock."""
    return datetime.fromisoformat(last["finished"])
