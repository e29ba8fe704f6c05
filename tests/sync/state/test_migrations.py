"""The steps lead to the tables that the program uses."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from config.errors import StateError
from sync.state.migrations import MIGRATIONS
from sync.state.sqlite import make_sqlite
from sync.state.store import Store
from sync.state.tables import METADATA
from tests.sync.state.tampering import tampered


def test_the_steps_give_exactly_the_tables_of_today(tmp_path: Path) -> None:
    Store.open(tmp_path / "rpo.sqlite").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'rpo.sqlite'}")
    found = inspect(engine)
    assert set(found.get_table_names()) == set(METADATA.tables)
    for name, table in METADATA.tables.items():
        columns = {one["name"]: (type(one["type"]).__visit_name__, one["nullable"]) for one in found.get_columns(name)}
        assert list(columns) == [column.name for column in table.columns], name
        assert [nullable for _, nullable in columns.values()] == [bool(column.nullable) for column in table.columns], (
            name
        )
        assert found.get_pk_constraint(name)["constrained_columns"] == [one.name for one in table.primary_key], name
        links = {tuple(one["constrained_columns"]): one["referred_table"] for one in found.get_foreign_keys(name)}
        assert links == {(key.parent.name,): key.column.table.name for key in table.foreign_keys}, name
    engine.dispose()


def version_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT max(version) FROM schema_version").fetchone()[0])
    finally:
        connection.close()


def test_opening_again_does_no_step_twice(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    Store.open(path).close()
    Store.open(path).close()
    assert version_in(path) == len(MIGRATIONS)


def pretend(path: Path, statement: str) -> None:
    with tampered(path) as connection:
        connection.execute(statement)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_history_is_refused_and_left_as_it_is(read_only: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / "rpo.sqlite"
    Store.open(path).close()
    pretend(path, "INSERT INTO schema_version VALUES (999)")
    with pytest.raises(StateError, match="более новой версией"):
        Store.open(path, read_only=read_only)
    assert version_in(path) == 999


def test_an_older_history_is_not_changed_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    Store.open(path).close()
    pretend(path, "DELETE FROM schema_version")
    with pytest.raises(StateError, match="прежней версией"):
        Store.open(path, read_only=True)


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rpo.sqlite"
    Store.open(path).close()
    broken = (*MIGRATIONS, ("CREATE TABLE extra (x INTEGER)", "CREATE TABLE runs (x INTEGER)"))
    monkeypatch.setattr("sync.state.migrations.MIGRATIONS", broken)
    with pytest.raises(StateError):
        Store.open(path)
    monkeypatch.undo()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
    connection.close()
    assert version_in(path) == len(MIGRATIONS)


def test_what_waited_before_sendings_were_known_waits_on(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    make_sqlite(path, 1).close()
    pretend(path, "INSERT INTO runs VALUES (1, '2026-04-01', '2026-04-01T09:00', '2026-04-01T09:00', 'k', 0, '{}')")
    pretend(path, "INSERT INTO holds VALUES (1, 1, 'TEAM', 'rows_vanished', '2026-04-01', NULL, NULL, NULL)")
    pretend(path, "INSERT INTO hold_readings VALUES (1, 1, 'd', 'Строк стало 5.', 100, 5, 20)")
    with Store.open(path) as store:
        assert [(hold.number, hold.register, hold.subject) for hold in store.holds()] == [(1, "TEAM", "")]
    assert version_in(path) == len(MIGRATIONS)


def test_an_office_that_knew_no_closed_periods_closes_none(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    make_sqlite(path, 4).close()
    pretend(path, "INSERT INTO runs VALUES (1, '2026-04-01', '2026-04-01T09:00', '2026-04-01T09:00', 'k', 0, '{}')")
    with Store.open(path) as store:
        before = store.before(date(2026, 4, 2))
        assert (before.closed, before.last_key) == ((), "k")
        assert store.period("2026-04") is None
