"""A history of an earlier version is carried over though the program is killed at any step; a copy of it is kept."""

import os
from pathlib import Path

import pytest

from config.errors import OlderStateError, StateError
from sync.files import remove_orphans
from sync.state.keeping import FOLDER
from sync.state.migrations import MIGRATIONS
from sync.state.seal import digest_of_file
from sync.state.sqlite import make_sqlite
from sync.state.store import Store
from tests.sync.crash.killing import killed, points, steps_of
from tests.sync.crash.small import copied
from tests.sync.state.outcomes import FIRST_DAY
from tests.sync.state.tampering import tampered

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

_ROWS = (
    "INSERT INTO runs VALUES (1, '2026-04-01', '2026-04-01T09:00', '2026-04-01T09:00', 'key', 0, '{\"run\": 1}')",
    "INSERT INTO issued VALUES ('PLAN', 'ключ', 1, 'ПЛ-0001')",
    "INSERT INTO files VALUES ('Отчёты.xlsx', 1, 'sha', NULL)",
)


def old_history(folder: Path, version: int) -> Path:
    path = folder / "rpo.sqlite"
    make_sqlite(path, version).close()
    with tampered(path) as connection:
        for statement in _ROWS:
            connection.execute(statement)
    return path


@pytest.mark.parametrize("version", [1, 4, len(MIGRATIONS) - 1])
def test_an_upgrade_killed_at_any_step_is_done_by_the_next_start(version: int, tmp_path: Path) -> None:
    path = old_history(tmp_path / "state", version)
    whole = digest_of_file(path)
    with copied(path.parent) as place:
        names = steps_of(Store.open(place / path.name).close)
    for point in points(names, both=False):
        with copied(path.parent) as place:
            state = place / path.name
            assert killed(lambda state=state: Store.open(state).close(), point), point  # type: ignore[misc]  # of this turn
            with Store.open(state) as store:
                before = store.before(FIRST_DAY)
                store.check_whole()
            assert (before.last_run, before.issued, before.files) == (
                1,
                {"PLAN": {"ключ": "ПЛ-0001"}},
                {"Отчёты.xlsx": "sha"},
            )
            assert digest_of_file(place / FOLDER / f"rpo-v{version}.sqlite") == whole, names[point.number]
            remove_orphans(place, deep=True)
            assert list(place.rglob(".*")) == []


def test_the_copy_of_before_the_upgrade_opens_by_itself(tmp_path: Path) -> None:
    path = old_history(tmp_path / "state", 5)
    Store.open(path).close()
    with pytest.raises(OlderStateError):
        Store.open(path.parent / FOLDER / "rpo-v5.sqlite", read_only=True)


def test_no_room_for_the_copy_means_no_upgrade(tmp_path: Path) -> None:
    path = old_history(tmp_path / "state", 5)
    whole = digest_of_file(path)
    (path.parent / FOLDER).write_bytes(b"a file in the place of the folder")
    with pytest.raises(StateError):
        Store.open(path)
    assert digest_of_file(path) == whole
