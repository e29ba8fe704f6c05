"""The wishes of the head are heard: the tab is read, and what it asks for is done."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from config.errors import BusyError
from sync.desk import Desk
from sync.google.failures import GoogleError
from sync.google.names import service_name
from sync.google.ranges import Values
from sync.google.spreadsheet import Tab
from sync.lock import only_one
from sync.now.doing import Looked, do_all
from sync.now.place import FILE, has_tab
from sync.now.rows import rows_of
from sync.now.tab import HEADS
from validators.grid import Grid, grid_of

LOG = logging.getLogger("rpo.now")
LOCK_FILE = "rpo-now.lock"
_KEYS = frozenset(one.key for one in HEADS)


def hear_and_do(desk: Desk, now: datetime) -> Looked:
    """One cheap look, for the service: a read of this one tab, and nothing more while nobody asks for anything.

    When the answer says `is_behind`, an update is due: it writes what came of the wishes. A tab that can't be read asks
    for nothing. Raises StateError.
    """
    if not has_tab(desk.settings):
        return Looked()
    try:
        grids = tuple(_now(desk))
    except GoogleError as error:
        LOG.warning("the tab of wishes was not read: %s", error.failure.code)
        return Looked()
    return _heard(desk, grids, now)


def hear_before_update(desk: Desk) -> tuple[Desk, Looked]:
    """The same before an update, which needs the tab too and reads it no second time; the desk for the update.

    Raises BusyError when another update is going on, StateError.
    """
    if not has_tab(desk.settings):
        return desk, Looked()
    with only_one(desk.state.parent):
        grids = desk.shelves.present(FILE)
    looked = _heard(desk, grids, desk.now)
    return (replace(desk) if looked.done else desk), looked


def _heard(desk: Desk, grids: Iterable[Grid], now: datetime) -> Looked:
    rows = [row for row in rows_of(tuple(grids)).values() if row.is_wish and row.deed in _KEYS]
    if not rows:
        return Looked()
    try:
        with only_one(desk.state.parent, LOCK_FILE):
            looked = do_all(desk, rows, now)
    except BusyError:
        return Looked()
    for one in looked.done:
        LOG.info("wish %s: %s", one.title, one.fate.value)
    return looked


def _now(desk: Desk) -> Iterable[Grid]:
    """The tab as it stands, asked anew; nothing when it is not there. Raises GoogleError."""
    office, spreadsheet_id = desk.google, desk.settings.google.reports_spreadsheet or ""
    tab = office.metadata(spreadsheet_id).ours.get(service_name(FILE))
    if tab is None:
        return ()
    try:
        values = _values(desk, tab)
    except GoogleError as error:
        if not error.failure.may_be_of_old_metadata:
            raise
        tab = office.renew(spreadsheet_id).ours.get(service_name(FILE))
        values = () if tab is None else _values(desk, tab)
    return (grid_of(FILE, FILE, values),)


def _values(desk: Desk, tab: Tab) -> Values:
    spreadsheet_id = desk.settings.google.reports_spreadsheet or ""
    return desk.google.values_now(spreadsheet_id, [tab])[tab.sheet_id]
