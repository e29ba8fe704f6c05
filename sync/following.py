"""Which readings the history of rows has not seen: this update's, and earlier ones of a history that kept none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from config.register import Register
from config.registers import REGISTERS
from sync.before import Before
from sync.desk import Desk
from sync.reading import Reading, joined
from sync.sheets import Look, parse_all
from sync.state.codec import digest_of
from sync.state.outcome import RowsRead
from sync.state.store import Store
from validators.drift.matching import Drift
from validators.office import Standing, Table
from validators.versions.rows import Read


def rows_read(desk: Desk, store: Store, before: Before, readings: Mapping[str, Reading]) -> Iterator[RowsRead]:
    """The readings to be followed, in the order of time. A register that did not change costs one comparison."""
    lacking = store.lacking_rows()
    for register in REGISTERS:
        last: Table[Any] | None = None
        if register.key in lacking:
            tables = {key: one.table for key, one in readings.items() if one.table is not None}
            look = Look(desk.settings, desk.today, before, store.grids, digest_of, known=tables)
            for one in _earlier(register, lacking[register.key], look):
                last = one.read.table
                yield one
        now = readings.get(register.key)
        if now is not None and _is_to_follow(now, before):
            yield _of_now(desk, before, now, last)


def _is_to_follow(reading: Reading, before: Before) -> bool:
    if reading.account.standing is not Standing.ACCEPTED or reading.table is None:
        return False
    snapshot = before.snapshots.get(reading.register.key)
    return snapshot is None or snapshot.digest != reading.digest


def _of_now(desk: Desk, before: Before, reading: Reading, last: Table[Any] | None) -> RowsRead:
    key, table = reading.register.key, reading.table
    assert table is not None  # noqa: S101  asked before
    drift = reading.drift or (Drift(last, table) if last is not None else None)
    read = Read(table, reading.grids, drift, reading.was, fill_merged=desk.settings.keeping(key).fill_merged)
    return RowsRead(key, before.last_run + 1, desk.today, read)


def _earlier(register: Register[Any], readings: Sequence[tuple[int, date, str]], look: Look) -> Iterator[RowsRead]:
    last: Table[Any] | None = None
    for run, day, digest in readings:
        grids = look.grids_of(digest)
        sheets = parse_all(register, grids, look).sheets
        if not sheets:
            continue
        table = joined(register, sheets)[0]
        drift = Drift(last, table) if last is not None else None
        fill = look.settings.keeping(register.key).fill_merged
        yield RowsRead(register.key, run, day, Read(table, tuple(one.grid for one in sheets), drift, fill_merged=fill))
        last = table
