"""The drill: a copy of the history is made, everything is lost, and everything is there again."""

import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from config.errors import BusyError, DamagedStateError, UsageError
from sync.backing_up import BrokenCopyError, back_up, backups_of, restore_state
from sync.cli import main
from sync.lock import only_service
from sync.run import update
from sync.state.keeping import KEPT_DAYS, kept_in, name_of, rotate
from sync.state.seal import Seal
from sync.state.sqlite import make_sqlite
from sync.state.store import Store
from tests.sync.crash.killing import killed, points, steps_of
from tests.sync.crash.small import told
from tests.sync.offices import desk_of, team, updated, write_book


@pytest.fixture
def office(tmp_path: Path) -> Path:
    updated(tmp_path / "office")
    return tmp_path / "office"


def worked(office: Path) -> None:
    """Another day: staff have worked, and an update has seen it."""
    write_book(office, ["TEAM"], {"TEAM": [team(1, Стадия="Скоро"), *map(team, range(2, 7))]})
    update(desk_of(office, "2026-04-16"))


def test_a_copy_brings_back_everything_that_was_in_it(office: Path) -> None:
    desk = desk_of(office)
    made, known = back_up(desk), told(desk.state)
    worked(office)
    done = restore_state(desk, made.path)
    assert (made.run, done.run) == (1, 1)
    assert told(desk.state) == known
    assert done.aside is not None
    assert told(done.aside / "rpo.sqlite")["runs"][-1][0] == 2
    assert update(desk_of(office, "2026-04-17")).exit_code == 0


def test_a_damaged_history_is_refused_and_the_copy_that_is_named_helps(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = desk_of(office)
    made = back_up(desk)
    data = bytearray(desk.state.read_bytes())
    data[len(data) // 2] ^= 4
    desk.state.write_bytes(bytes(data))
    assert main(["status", "--office", str(office)]) == 7
    assert "rpo restore-state" in capsys.readouterr().err
    with pytest.raises(DamagedStateError):
        update(desk_of(office, "2026-04-16"))
    assert desk.state.read_bytes() == bytes(data)
    assert main(["restore-state", "--office", str(office)]) == 0
    assert f'rpo restore-state "{made.path}"' in capsys.readouterr().out
    assert main(["restore-state", str(made.path), "--office", str(office)]) == 0
    assert main(["status", "--office", str(office)]) == 0


def test_a_history_that_is_gone_comes_back_from_its_copy(office: Path) -> None:
    desk = desk_of(office)
    made, known = back_up(desk), told(desk.state)
    for path in desk.state.parent.glob("rpo.sqlite*"):
        path.unlink()
    assert restore_state(desk, made.path).aside is None
    assert told(desk.state) == known


def test_a_copy_that_is_not_whole_changes_nothing(office: Path) -> None:
    desk = desk_of(office)
    made, known = back_up(desk), told(desk.state)
    data = bytearray(made.path.read_bytes())
    data[-100] ^= 1
    made.path.write_bytes(bytes(data))
    with pytest.raises(BrokenCopyError, match="не подходит"):
        restore_state(desk, made.path)
    assert told(desk.state) == known
    assert not (desk.state.parent / "отложено").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")
def test_killed_at_any_step_of_the_way_back_it_can_be_gone_again(office: Path) -> None:
    desk = desk_of(office)
    made, known = back_up(desk), told(desk.state)
    worked(office)
    whole = {path.name: path.read_bytes() for path in desk.state.parent.glob("rpo.sqlite*")}
    names = steps_of(lambda: restore_state(desk, made.path))
    for point in (one for one in points(names, both=False) if names[one.number][0] != "file.sync_folder"):
        for name, data in whole.items():
            (desk.state.parent / name).write_bytes(data)
        assert killed(lambda: restore_state(desk, made.path), point), point
        restore_state(desk, made.path)
        assert told(desk.state) == known, names[point.number]


def test_nothing_is_brought_back_under_the_hands_of_a_service_at_work(office: Path) -> None:
    desk = desk_of(office)
    made, whole = back_up(desk), desk.state.read_bytes()
    with only_service(desk.state.parent), pytest.raises(BusyError, match="Служба этого офиса работает") as caught:
        restore_state(desk, made.path)
    assert "Остановите службу" in caught.value.advice
    assert desk.state.read_bytes() == whole


def test_a_seal_whose_copy_was_never_put_is_thrown_away(office: Path) -> None:
    desk = desk_of(office)
    lonely = backups_of(desk) / "rpo-2026-01-01-020000.sqlite.seal"
    lonely.parent.mkdir()
    lonely.write_bytes(b"")
    made = back_up(desk)
    assert not lonely.exists()
    assert Seal(made.path).path.exists()


def test_a_copy_of_an_earlier_version_is_carried_over(office: Path, tmp_path: Path) -> None:
    old = tmp_path / "old" / "rpo.sqlite"
    make_sqlite(old, 5).close()
    restore_state(desk_of(office), old)
    assert main(["sync", "--office", str(office), "-q"]) == 0
    assert sorted(path.name for path in old.parent.iterdir()) == ["rpo.sqlite", "rpo.sqlite.seal"]


def test_a_copy_elsewhere_is_for_its_owner_and_replaces_nothing(office: Path, tmp_path: Path) -> None:
    target = tmp_path / "disk" / "rpo.sqlite"
    back_up(desk_of(office), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(UsageError, match="уже есть"):
        back_up(desk_of(office), target)


def test_the_last_copy_of_each_of_the_last_days_is_kept(office: Path) -> None:
    folder, first = backups_of(desk_of(office)), datetime(2026, 3, 1, 2, 0)  # noqa: DTZ001  the office's own clock
    copy = back_up(desk_of(office)).path.read_bytes()
    for day in range(KEPT_DAYS + 3):
        for hour in (0, 12):
            path = folder / name_of(first + timedelta(days=day, hours=hour))
            path.write_bytes(copy)
            Seal(path).path.write_bytes(b"")
    for path in folder.glob("rpo-2026-[!0]*"):
        path.unlink()
    rotate(folder, first + timedelta(days=KEPT_DAYS + 3))
    left = [one for one in kept_in(folder) if one.day < "2026-04-01"]
    assert [one.path.name[15:21] for one in left] == ["140000"] * len(left)
    assert len(kept_in(folder)) == KEPT_DAYS
    known = {one.path.name for one in kept_in(folder)}
    assert {path.name.removesuffix(".seal") for path in folder.glob("*.seal")} == known
    assert {path.name.partition(".sqlite")[0] for path in folder.iterdir()} == {Path(name).stem for name in known}


def test_the_command_says_what_it_did(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--office", str(office), "--json"]) == 0
    told_of = json.loads(capsys.readouterr().out)
    assert told_of["run"] == 1
    with Store.open(Path(told_of["file"]), read_only=True) as store:
        assert store.last_run() == 1
