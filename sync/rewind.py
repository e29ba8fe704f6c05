"""The office as it was known when a day ended: the readings accepted by then, through the same pipeline as today's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from config.imports import Import
from config.settings import Settings
from reports.facts import Facts
from sync.backends.base import FileRead
from sync.before import Hold
from sync.desk import Desk
from sync.intake import Exports, read_exports
from sync.pipeline import Around, Survey, kept_registers, put_together
from sync.reading import Reading, read_register
from sync.sheets import Look
from sync.state.codec import digest_of
from sync.state.rewound import Then
from sync.state.store import Store
from validators.grid import Grid
from validators.office import Account, Standing

_NOT_TAKEN = {"held": Standing.HELD, "failed": Standing.FAILED}


def facts_at(desk: Desk, store: Store, day: date) -> Facts | None:
    """What the service had accepted by the end of the day (of the office's time zone), as it saw it on that day.

    The settings are those of today. None when nothing had been accepted by then.
    """
    run = store.run_by(day)
    return None if run is None else rewound(desk.settings, store, store.then(run, day), day).facts


def known_now(desk: Desk, day: date) -> Facts | None:
    """The day as it is known now: the registers accepted last, counted as of that day; None before the first update."""
    with Store.open(desk.history, read_only=True) as store:
        then = known_last(store, day)
        return None if then is None else rewound(desk.settings, store, then, day).facts


def known_last(store: Store, day: date) -> Then | None:
    """The memory of the last update; None before the first."""
    run = store.run_by(date.max)
    return None if run is None else without_closed(store.then(run, day))


def without_closed(then: Then) -> Then:
    """The memory that knows no closed periods: what has changed in them is what is asked, and no fault."""
    return replace(then, before=replace(then.before, closed=()))


def rewound(settings: Settings, store: Store, then: Then, day: date) -> Survey:
    """One look at the office with the memory and the readings of that time."""
    look = Look(settings, day, then.before, store.grids, digest_of)
    own: dict[str, Reading] = {}
    for register in kept_registers(settings):
        known = {key: one.table for key, one in own.items() if one.table is not None}
        reading = read_register(register, _grids(register.key, look), None, replace(look, known=known))
        own[register.key] = _as_it_was(reading, then, look)
    return put_together(own, _exports(settings.imports, then, look), look, Around())


def _grids(key: str, look: Look) -> tuple[Grid, ...]:
    snapshot = look.before.snapshots.get(key)
    return look.grids_of(snapshot.digest) if snapshot is not None else ()


def _exports(imports: Sequence[Import], then: Then, look: Look) -> Exports:
    files = tuple(FileRead(grid.file, "", (grid,)) for one in imports for grid in _grids(one.key, look))
    read = read_exports(files, look)
    readings = {key: _as_it_was(one, then, look) for key, one in read.readings.items()}
    values = tuple(replace(one, account=readings[one.settings.key].account) for one in read.values)
    return replace(read, readings=readings, values=values)


def _as_it_was(reading: Reading, then: Then, look: Look) -> Reading:
    """The reading as that update had left it: put aside, not read, or accepted with a file that waits."""
    key = reading.register.key
    waiting = tuple(hold for hold in then.before.holds if hold.register == key and not hold.accepted)
    state = then.states.get(key, {})
    standing = _NOT_TAKEN.get(str(state.get("state")))
    if standing is None:
        return _beside(reading, tuple(hold for hold in waiting if hold.of_file))
    snapshot = look.before.snapshots.get(key)
    account = Account(standing, _reason(state, reading), snapshot.day if snapshot is not None else None)
    remarks = () if snapshot is not None else reading.remarks
    holds = waiting if standing is Standing.HELD else ()
    return Reading(reading.register, account, reading.table, remarks=remarks, holds=holds)


def _beside(reading: Reading, holds: tuple[Hold, ...]) -> Reading:
    if not holds or reading.account.standing is not Standing.ACCEPTED:
        return reading
    account = replace(reading.account, reason=" ".join(hold.reason for hold in holds))
    return replace(reading, holds=holds, account=account)


def _reason(state: Mapping[str, Any], reading: Reading) -> str | None:  # Any: a JSON object
    told = state.get("reason")
    return str(told) if told else reading.account.reason
