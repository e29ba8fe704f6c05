"""The life of a remark in the history: first seen, mended, come back; what staff wrote beside it; whose it was."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from reports.facts import Mended
from sync.before import Opened
from sync.state.migrations import MIGRATIONS
from sync.state.store import Store
from sync.state.tables import LEAVES
from tests.sync.state.outcomes import FIRST_DAY, outcome, seen
from validators.leave import Leave

COVERED = frozenset({"TEAM"})
LEAVE = Leave("так решил совет", "2026-05-01", "Замечания.xlsx#Замечания", FIRST_DAY, 1, "v", taken=("a", "b"))


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rpo.sqlite"


def test_the_first_day_of_a_remark_is_known_once_it_was_mended(store: Store) -> None:
    store.record(outcome(1, day(0), remarks=(seen("f1"), seen("f2")), covered=COVERED))
    assert store.before(day(1)).first == {}
    store.record(outcome(2, day(1), remarks=(seen("f2"),), covered=COVERED))
    assert store.before(day(2)).first == {"f1": day(0)}
    store.record(outcome(3, day(2), remarks=(seen("f1"), seen("f2")), covered=COVERED))
    store.record(outcome(4, day(3), remarks=(seen("f2"),), covered=COVERED))
    assert store.before(day(4)).first == {"f1": day(0)}


def test_what_staff_wrote_is_remembered_until_it_is_over(store: Store) -> None:
    store.record(outcome(1, leaves={"f1": LEAVE}, silent={"f1": LEAVE.end}))
    assert store.before(day(1)).leaves == {"f1": LEAVE}
    other = replace(LEAVE, reason="иначе", number=2, by_head=True)
    store.record(outcome(2, day(1), leaves={"f1": other}))
    assert store.before(day(2)).leaves == {"f1": other}
    store.record(outcome(3, day(2)))
    assert store.before(day(3)).leaves == {}


def test_what_did_not_change_is_written_once_and_what_did_is_kept_for_ever(store: Store) -> None:
    for run in (1, 2, 3):
        store.record(outcome(run, day(run), leaves={"f1": LEAVE}, silent={"f1": LEAVE.end}))
    store.record(outcome(4, day(4), leaves={"f1": LEAVE}))
    store.record(outcome(5, day(5)))
    columns = (LEAVES.c.run, LEAVES.c.reason, LEAVES.c.silent_until, LEAVES.c.gone_run)
    with store.asking() as connection:
        rows = [tuple(row) for row in connection.execute(select(*columns).order_by(LEAVES.c.run))]
    assert rows == [(1, LEAVE.reason, "2026-05-01", 4), (4, LEAVE.reason, None, 5)]


def test_a_remark_that_was_silent_on_a_day_was_not_open_on_it(store: Store) -> None:
    remarks = (seen("f1"), seen("f2"))
    store.record(outcome(1, day(0), remarks=remarks, covered=COVERED))
    store.record(outcome(2, day(2), remarks=remarks, covered=COVERED, leaves={"f1": LEAVE}, silent={"f1": day(5)}))
    store.record(outcome(3, day(7), remarks=remarks, covered=COVERED, leaves={"f1": LEAVE}))
    opened = [store.before(day(number)).past.open_yesterday for number in (1, 3, 8)]
    assert [set(one or ()) for one in opened] == [{"f1", "f2"}, {"f2"}, {"f1", "f2"}]


def test_a_mended_remark_is_counted_for_whom_it_was_last_and_its_register(store: Store) -> None:
    for run, owner in ((1, None), (2, "РП-0001"), (3, "РП-0002")):
        store.record(outcome(run, day(run), remarks=(replace(seen("f1"), owner=owner),), covered=COVERED))
    store.record(outcome(4, day(4), covered=COVERED))
    assert store.before(day(5)).past.fixed == (Mended(day(1), day(4), "TEAM", "РП-0002"),)


def test_what_the_cell_of_an_open_remark_held_last_is_remembered(store: Store) -> None:
    store.record(outcome(1, remarks=(replace(seen("f1"), value="v1", version=1),), covered=COVERED))
    store.record(outcome(2, day(1), remarks=(replace(seen("f1"), value="v2", version=2),), covered=COVERED))
    assert store.before(day(2)).opened["f1"] == Opened(FIRST_DAY, old=False, register="TEAM", value="v2", version=2)


def test_a_history_of_the_version_before_is_carried_over(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for number, statements in enumerate(MIGRATIONS[:2], start=1):
        for statement in statements:
            connection.execute(statement.replace("{bytes}", "BLOB"))
        connection.execute("INSERT INTO schema_version VALUES (?)", (number,))
    connection.execute("INSERT INTO runs VALUES (1, '2026-04-01', 'a', 'b', 'k', 0, '{}')")
    connection.execute("INSERT INTO remarks VALUES ('f1', 1, '2026-04-01', 'C01', 'error', 'TEAM', 1, NULL, NULL)")
    connection.close()
    with Store.open(path) as store:
        assert store.before(day(1)).opened == {"f1": Opened(FIRST_DAY, old=True, register="TEAM")}
        store.record(outcome(2, day(1), remarks=(replace(seen("f1"), value="v", version=2),), covered=COVERED))
        assert store.before(day(2)).opened["f1"].version == 2
