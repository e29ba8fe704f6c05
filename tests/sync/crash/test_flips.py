"""The history that is not what the program left is found before it is used."""

from pathlib import Path

import pytest

from config.errors import DamagedStateError
from sync.state.seal import Seal
from sync.state.store import Store
from tests.sync.crash.flips import FOUND, HARMLESS, MISSED, flipped, lived
from tests.sync.crash.small import told

FLIPS = 60


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived(tmp_path_factory.mktemp("lived") / "office", 3)


def test_a_bit_turned_over_is_found_or_changes_nothing_that_is_read(state: Path, tmp_path: Path) -> None:
    found = flipped(state, tmp_path, FLIPS, seed=8)
    assert found[MISSED] == 0
    assert found[FOUND] + found[HARMLESS] == FLIPS
    assert found[FOUND] > FLIPS * 0.9


@pytest.mark.parametrize("at", [24 * 8, 93 * 8 + 1, 97 * 8])
def test_the_counter_of_commits_is_nobodys_business(at: int, state: Path, tmp_path: Path) -> None:
    copy = tmp_path / "rpo.sqlite"
    data = bytearray(state.read_bytes())
    data[at // 8] ^= 1
    copy.write_bytes(bytes(data))
    Seal(copy).path.write_bytes(Seal(state).path.read_bytes())
    assert told(copy) == told(state)


def test_an_older_file_under_a_newer_seal_is_refused(tmp_path: Path) -> None:
    path = lived(tmp_path / "office", 2)
    old = path.read_bytes()
    lived(tmp_path / "office", 3)
    path.write_bytes(old)
    with pytest.raises(DamagedStateError, match="изменён мимо программы") as caught:
        Store.open(path)
    assert caught.value.exit_code == 7
    assert "rpo restore-state" in caught.value.advice
    assert path.read_bytes() == old


@pytest.mark.parametrize("seal", [None, b"", b"nonsense\n", "half"])
def test_without_a_whole_seal_the_history_is_checked_whole_and_sealed_anew(
    seal: bytes | str | None, tmp_path: Path
) -> None:
    path = lived(tmp_path / "office", 2)
    known, whole = told(path), Seal(path).path.read_bytes()
    Seal(path).path.unlink()
    if seal is not None:
        Seal(path).path.write_bytes(whole[: len(whole) // 2] if isinstance(seal, str) else seal)
    Store.open(path).close()
    assert Seal(path).path.read_bytes() == whole
    assert told(path) == known


def test_a_history_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    path = lived(tmp_path / "office", 1)
    path.unlink()
    for read_only in (True, False):
        with pytest.raises(DamagedStateError, match="пропал"):
            Store.open(path, read_only=read_only)
    assert not path.exists()
