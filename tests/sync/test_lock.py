"""One update of an office at a time, across processes."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from config.errors import BusyError, StateError
from sync.lock import LOCK_FILE, only_one

_HOLDER = """
import sys
from pathlib import Path
from sync.lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder_of(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_told_at_once(tmp_path: Path) -> None:
    with holder_of(tmp_path) as other:
        with pytest.raises(BusyError, match="сейчас обновляется другим запуском") as caught, only_one(tmp_path):
            pass
        other.kill()
    assert caught.value.advice
    assert caught.value.exit_code == 1


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with holder_of(tmp_path) as other:
        other.kill()
    with only_one(tmp_path):
        assert (tmp_path / LOCK_FILE).exists()


def test_the_lock_is_free_after_the_block_even_when_it_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_one(tmp_path):
        raise ZeroDivisionError
    with only_one(tmp_path):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_folder_of_the_history_is_made_for_its_owner_only(tmp_path: Path) -> None:
    with only_one(tmp_path / "state"):
        assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    with pytest.raises(StateError, match="недоступна для записи"), only_one(tmp_path / "state"):
        pass
