"""A file is the old one or the new one, never a half."""

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from config.errors import WriteError
from sync.files import ORPHAN_MARK, remove_orphans, sha256_of, write_atomically
from sync.steps import watched


def test_a_file_is_written_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "отчёты" / "Сводка.xlsx"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["Сводка.xlsx"]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "файл"
    write_atomically(path, b"abc" * 100_000)
    assert sha256_of(path) == hashlib.sha256(b"abc" * 100_000).hexdigest()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_rights_may_be_narrowed_from_the_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "тайна"
    write_atomically(path, b"x", mode=0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_in_the_place_of_the_file_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "Сводка.xlsx" / "внутри").mkdir(parents=True)
    with pytest.raises(WriteError, match="уже есть папка") as caught:
        write_atomically(tmp_path / "Сводка.xlsx", b"new")
    assert caught.value.advice
    assert sorted(one.name for one in tmp_path.iterdir()) == ["Сводка.xlsx"]
    assert (tmp_path / "Сводка.xlsx" / "внутри").is_dir()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "reports").write_bytes(b"a file")
    with pytest.raises(WriteError, match=r"на месте папки лежит файл"):
        write_atomically(tmp_path / "reports" / "Сводка.xlsx", b"new")


def test_a_name_that_the_system_does_not_take_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="слишком длинное"):
        write_atomically(tmp_path / ("я" * 300), b"new")


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from config.errors import WriteError
from sync.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"n" * 100_000)
except WriteError as error:
    print(error.sentence)
"""


@pytest.mark.skipif(os.name == "nt", reason="the limit of a file's size is POSIX")
def test_no_room_leaves_the_old_file_and_no_orphan(tmp_path: Path) -> None:
    path = tmp_path / "Сводка.xlsx"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Не удалось записать файл «Сводка.xlsx»" in done.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


_KILLED = """
import os, sys
from pathlib import Path
from sync.files import write_atomically
os.fsync = lambda _handle: os._exit(9)
write_atomically(Path(sys.argv[1]), b"new")
"""


def test_a_kill_before_the_rename_leaves_the_old_file_and_the_orphan_can_be_removed(tmp_path: Path) -> None:
    path = tmp_path / "Сводка.xlsx"
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False, timeout=60)
    assert done.returncode == 9
    assert path.read_bytes() == b"old"
    orphans = [one.name for one in tmp_path.iterdir() if one != path]
    assert len(orphans) == 1
    assert orphans[0].endswith(ORPHAN_MARK)
    assert remove_orphans(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows can't be asked harmlessly whether a process lives")
def test_what_a_living_process_is_writing_is_no_orphan(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        (tmp_path / f".Сводка.xlsx.{other.pid}{ORPHAN_MARK}").write_bytes(b"half")
        (tmp_path / f".выгрузка.{os.getpid()}{ORPHAN_MARK}").mkdir()
        assert remove_orphans(tmp_path) == 1
        other.kill()
    assert remove_orphans(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_leaves_alone_what_another_thread_of_the_process_is_writing(tmp_path: Path) -> None:
    def sweep(name: str, _target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
        if name == "file.write" and done:
            assert remove_orphans(tmp_path) == 0

    with watched(sweep):
        write_atomically(tmp_path / "Сводка.xlsx", b"new")
    assert (tmp_path / "Сводка.xlsx").read_bytes() == b"new"
    left = tmp_path / f".Сводка.xlsx.{os.getpid()}{ORPHAN_MARK}"
    left.write_bytes(b"half")
    assert remove_orphans(tmp_path) == 1, "of a killed process that had the same number"
