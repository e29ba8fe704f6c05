"""A copy of the history that is older than a purge: with it the person comes back, and that is told."""

import json
import os
import shutil
from pathlib import Path

import pytest

from sync.backing_up import back_up, restore_state
from sync.cli import main
from sync.linking import give_link
from sync.purging.aside import came_back
from sync.state.link_store import LinkStore
from sync.state.purge_store import PurgeStore
from tests.sync.crash.killing import killed, points, steps_of
from tests.sync.offices import desk_of
from tests.sync.purging.aviary import CODE, cleared, found, lived, ran

Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office from which he has gone, with a copy from before in `old` and one from after, with a link, in `new`."""
    root = lived(tmp_path_factory.mktemp("aside") / "office").root
    cleared(root)
    back_up(desk_of(root), root / "old.sqlite")
    assert ran(root, "purge", CODE, "--yes") == 0
    give_link(desk_of(root), "РП-0001", "читатель")
    back_up(desk_of(root), root / "new.sqlite")
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    return tmp_path


def restored(root: Path, copy: str) -> list[str]:
    return [one.code for one in restore_state(desk_of(root), root / copy).back]


def test_whoever_comes_back_with_an_older_copy_is_named_and_can_be_destroyed_again(root: Path, capsys: Told) -> None:
    assert main(["restore-state", str(root / "old.sqlite"), "--office", str(root)]) == 0
    said = capsys.readouterr().out
    assert "с ней они вернулись. Уничтожьте их снова:" in said
    assert f"rpo purge {CODE}" in said
    assert main(["doctor", "--office", str(root), "--json"]) == 1
    assert CODE in capsys.readouterr().out
    assert ran(root, "purge", CODE, "--yes") == 0
    assert came_back(desk_of(root)) == ()
    left = [one for one in found(root) if not one.startswith(("old.sqlite", "state/отложено/"))]
    assert left == [], "copies from before are for a person to destroy"


def test_it_is_told_though_the_history_of_after_is_lost(root: Path) -> None:
    for path in (root / "state").glob("rpo.sqlite*"):
        path.unlink()
    assert restored(root, "old.sqlite") == [CODE]


def test_a_program_says_so_too_and_keeps_to_codes(root: Path, capsys: Told) -> None:
    main(["restore-state", str(root / "old.sqlite"), "--office", str(root), "--json"])
    assert json.loads(capsys.readouterr().out)["purge_again"] == [CODE]


def test_a_newer_copy_brings_tombstones_and_links_and_nobody_back(root: Path) -> None:
    def known() -> tuple[object, object]:
        with PurgeStore.open(desk_of(root).history) as purges, LinkStore.open(desk_of(root).history) as links:
            purges.check_whole()
            return purges.purges(), links.links()

    before = known()
    assert restored(root, "new.sqlite") == []
    assert known() == before
    assert all(before)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")
def test_killed_at_any_step_of_the_way_back_it_is_told_when_the_way_is_gone_again(root: Path) -> None:
    state = root / "state"
    whole = {path.name: path.read_bytes() for path in state.glob("*.*") if path.is_file()}
    names = steps_of(lambda: restored(root, "old.sqlite"))
    for point in points(names, both=False):
        shutil.rmtree(state)
        state.mkdir()
        for name, data in whole.items():
            (state / name).write_bytes(data)
        assert killed(lambda: restored(root, "old.sqlite"), point), point
        assert restored(root, "old.sqlite") == [CODE], names[point.number]
