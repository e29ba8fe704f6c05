"""The service as a process: signals, one a machine, what it does when another machine takes over."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sync.lease import LASTS, Contender
from sync.state.lease_rows import lease_row
from sync.state.store import Store
from tests.sync import offices
from tests.sync.service.premises import ROOT, events, happened, served, until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of another kind")

_SIGNALLED = """
import os, signal, sys
from argparse import Namespace
from sync.run import update
from sync.service.clock import Clock
from sync.service.job import Job, Occasion
from sync.service.loop import Service
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stopping import Stop
from sync.state.store import Store
from sync.writer import Writer

def work(desk, occasion):
    for _ in range(int(sys.argv[2])):
        os.kill(os.getpid(), signal.SIGTERM)
    update(desk)
    return {}

stop, clock = Stop(), Clock()
stop.listen()
premises = Premises(Namespace(office=sys.argv[1], today=None), clock)
job = Job("full", "", lambda frame, now: [Occasion("a", now)], lambda frame, now: None, work, reads=True)
with Store.open(premises.settled.history) as store:
    premises.writer = Writer(stopping=stop)
    with premises.writer.at_work(store):
        Service(premises, store, clock, stop, Notifier(), [job]).run()
"""


def signalled(folder: Path, times: int) -> int:
    command = [sys.executable, "-c", _SIGNALLED, str(folder), str(times)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def test_the_service_works_alone_and_stops_politely(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    with served(desk.root) as first:
        until(lambda: happened(desk.root, "job.ended", job="full", result="done"))
        with served(desk.root) as second:
            said, _ = second.communicate(timeout=60)
            assert second.returncode == 1
            assert "Служба этого офиса на этой машине уже работает." in said
        first.send_signal(signal.SIGTERM)
        said, _ = first.communicate(timeout=60)
    assert first.returncode == 0
    assert said.splitlines()[-1] == "Служба остановлена."
    assert events(desk.root)[-1]["event"] == "service.stopped"
    with Store.open(desk.history) as store, store.asking() as connection:
        lease = lease_row(connection)
    assert lease is not None
    assert lease.holder == "", "the next one need not wait"


def test_a_signal_in_the_middle_of_an_update_leaves_it_undone_and_whole(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    assert signalled(desk.root, 1) == 0
    with Store.open(desk.history) as store:
        assert store.last_run() == 0
    assert not list(desk.root.glob("reports/*"))


def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    assert signalled(desk.root, 2) == 130


def test_a_paused_service_that_has_lost_the_lease_writes_nothing(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    with served(desk.root) as process:
        until(lambda: happened(desk.root, "job.ended", job="full", result="done"))
        until(lambda: is_paused_idle(process, desk.state))
        with Store.open(desk.history) as store:
            other = taken_by_another_machine(store)
            runs = store.last_run()
            offices.write_book(desk.root, ["TEAM"], {"TEAM": [offices.team(1, Стадия="Прототип")]})
            before = offices.bytes_of(desk.root / "reports")
            process.send_signal(signal.SIGCONT)
            until(lambda: happened(desk.root, "lease.lost"))
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=60) == 0
            assert store.last_run() == runs
            with store.asking() as connection:
                lease = lease_row(connection)
        assert offices.bytes_of(desk.root / "reports") == before
    assert lease is not None
    assert lease.token == other


def is_paused_idle(process: "subprocess.Popen[str]", state: Path) -> bool:
    """The process stands still, and not in the midst of a change: else it goes on for now."""
    process.send_signal(signal.SIGSTOP)
    with closing(sqlite3.connect(state, isolation_level=None, timeout=0.2)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError:
            process.send_signal(signal.SIGCONT)
            return False
    return True


def taken_by_another_machine(store: Store) -> int:
    """The token that it gets after it has watched the silence for half a minute, by a clock that runs ahead."""
    now = [0.0]
    other = Contender(store, "another machine", lambda: now[0])
    assert other.attempt(joining=False) is None
    now[0] = LASTS + 1
    lease = other.attempt(joining=False)
    assert lease is not None
    return lease.token
