"""Several at one history: each leaves the seal true, whoever comes and goes meanwhile, and takes no lock off another."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import StateError
from sync.state.link_store import LinkStore
from sync.state.links import Link
from sync.state.seal import Seal, digest_of_file
from sync.state.store import Store
from sync.steps import watched

NOW = datetime(2026, 4, 15, 12)  # noqa: DTZ001  local time of the office
LOCKED = """
import fcntl, os, sys
handle = os.open(sys.argv[1], os.O_RDWR)
try:
    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)  # the bytes by which SQLite says "in use"
except OSError:
    print("in use")
"""


def give(store: LinkStore, number: int) -> None:
    store.give_link(Link("РП-0001", "читатель", f"{number:064}", NOW, NOW + timedelta(days=1)))


@settings(max_examples=30, deadline=None)
@given(turns=st.lists(st.sampled_from(("open", "close", "write")), min_size=4, max_size=14), data=st.data())
def test_whoever_closes_last_the_seal_is_true(turns: list[str], data: st.DataObject, tmp_path_factory: object) -> None:
    path = tmp_path_factory.mktemp("seal") / "rpo.sqlite"  # type: ignore[attr-defined]
    Store.open(path).close()
    at_work: list[LinkStore] = []
    for number, turn in enumerate(turns):
        if turn == "open" or not at_work:
            at_work.append(LinkStore.open(path))
        one = data.draw(st.sampled_from(range(len(at_work))))
        if turn == "write":
            give(at_work[one], number)
        elif turn == "close":
            at_work.pop(one).close()
    for store in at_work:
        store.close()
    assert Seal(path).read() == (digest_of_file(path),)


def test_a_second_opening_takes_no_lock_off_the_first(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    with Store.open(path) as first:
        first.last_run()
        Store.open(path).close()
        Store.open(path, read_only=True).close()
        assert said(path) == "in use"
    assert said(path) == ""


def test_two_who_write_in_turn_leave_two_digests_in_the_seal_at_most(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"
    with LinkStore.open(path) as one, LinkStore.open(path) as other:
        for number in range(0, 20, 2):
            give(one, number)
            give(other, number + 1)
            assert len(Seal(path).read()) == 2
    assert Seal(path).read() == (digest_of_file(path),)


def test_a_file_that_was_replaced_meanwhile_is_written_no_more_and_its_seal_stays(tmp_path: Path) -> None:
    path, copy = tmp_path / "rpo.sqlite", tmp_path / "copy"
    with LinkStore.open(path) as store:
        give(store, 1)
    copy.write_bytes(path.read_bytes())
    seal = Seal(path).path.read_bytes()
    with LinkStore.open(path) as store:
        copy.replace(path)
        with pytest.raises(StateError, match="заменён другим"):
            give(store, 2)
    assert Seal(path).path.read_bytes() == seal
    with LinkStore.open(path) as store:
        assert len(store.links()) == 1


def test_of_two_who_begin_a_history_at_once_both_write_the_same_one(tmp_path: Path) -> None:
    path = tmp_path / "rpo.sqlite"

    def faster(name: str, _target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
        if name == "file.rename" and not done and not path.exists():
            command = [sys.executable, "-c", BEGINS, str(path)]
            subprocess.run(command, check=True)

    with watched(faster), LinkStore.open(path) as store:
        give(store, 2)
        assert [one.token for one in store.links()] == ["faster", f"{2:064}"]


BEGINS = """
import sys
from datetime import datetime
from pathlib import Path
from sync.state.link_store import LinkStore
from sync.state.links import Link
with LinkStore.open(Path(sys.argv[1])) as store:
    store.give_link(Link("РП-0001", "читатель", "faster", datetime(2026, 4, 15), datetime(2026, 4, 16)))
"""


def said(path: Path) -> str:
    asked = subprocess.run([sys.executable, "-c", LOCKED, str(path)], capture_output=True, text=True, check=True)
    return asked.stdout.strip()
