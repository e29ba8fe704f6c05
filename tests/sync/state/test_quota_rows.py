"""Programs on several machines queue for Google in one database: as fairly as the threads of one, whoever dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Row, create_engine, text

from sync.google import server_quota
from sync.google.bucket import A_MINUTE, PROJECT, Bucket, ProcessQuota
from sync.google.failures import NO_QUEUE, GoogleError
from sync.google.server_quota import ServerQuota
from sync.google.tickets import MINUTE, Line
from sync.state.address import Server
from sync.state.quota_rows import AHEAD
from tests.sync.google.queueing import ARRIVALS, OWN, Asked, is_crowded, turns
from tests.sync.google.queueing import PROJECT as SMALL
from tests.sync.google.times import Times
from tests.sync.state.server_time import InTime, in_time
from tests.sync.state.servers import Cluster

TAKING = """
import sys
from sync.google.bucket import Bucket
from sync.google.ports import Ports
from sync.google.server_quota import ServerQuota
bucket = Bucket(ServerQuota(sys.argv[1]), Ports(sleep=lambda _seconds: None), "a@b")
bucket.take(writes=True)
print("ready", flush=True)
input()
for _ in range(40):
    bucket.take(writes=False)
"""
"""A program that waits for nobody, but takes tickets all the same."""
HOLDING = """
import sys, time
from sqlalchemy import create_engine, text
engine = create_engine(sys.argv[1])
connection = engine.connect()
connection.execute(text("SELECT * FROM google_calls FOR UPDATE"))
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def server(cluster: Cluster) -> Server:
    return cluster.server()


@pytest.fixture
def shared(cluster: Cluster) -> Iterator[InTime]:
    with in_time(cluster) as one:
        one.book([OWN[0], SMALL], 0.0)
        one.forget()
        yield one


@given(arrivals=ARRIVALS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_server_gives_the_same_turns_as_one_process(shared: InTime, arrivals: list[Asked]) -> None:
    shared.forget()
    assert turns(shared, arrivals) == turns(ProcessQuota(), arrivals)


def test_two_programs_share_a_bucket(server: Server) -> None:
    with _program(TAKING, server.url) as one, _program(TAKING, server.url) as other:
        assert (_told(one), _told(other)) == ("ready\n", "ready\n")
        for program in (one, other):
            assert program.stdin is not None
            program.stdin.write("\n")
            program.stdin.flush()
        assert (one.wait(60), other.wait(60)) == (0, 0)
    (own,) = [taken for line, taken in _taken(server).items() if line.startswith("read")]
    assert len(own) == 80
    assert not is_crowded(own, A_MINUTE)
    assert own[-1] - own[0] < 2 * MINUTE + 30


def test_a_program_that_dies_with_a_ticket_or_while_it_takes_one_holds_nothing(server: Server) -> None:
    own = [Line("read", 1), Line("project", PROJECT)]
    with closing(ServerQuota(server)) as quota:
        quota.book(own, 0.0)
        with _program(HOLDING, server.url) as program:
            assert _told(program) == "held\n"
            os.kill(program.pid, signal.SIGKILL)
        assert quota.book(own, 0.0) == pytest.approx(MINUTE, abs=30)


def test_a_program_that_stands_still_while_it_takes_a_ticket_holds_it_for_a_while_only(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_quota, "_PATIENCE", "SET idle_in_transaction_session_timeout = '100ms'")
    own = [Line("read", 1)]
    with closing(ServerQuota(server)) as quota, closing(ServerQuota(server)) as stuck:
        quota.book(own, 0.0)
        with stuck._engine.connect() as connection:
            connection.execute(text("SELECT * FROM google_calls FOR UPDATE"))
            assert quota.book(own, 0.0) > 0
            connection.invalidate()
        assert stuck.book([Line("write", 1)], 0.0) == 0.0


def test_a_connection_that_was_lost_is_made_anew(server: Server) -> None:
    with closing(ServerQuota(server)) as quota:
        quota.book([Line("read", 5)], 0.0)
        _ask(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        assert quota.book([Line("read", 5)], 0.0) == 0.0


def test_a_clock_of_the_server_that_is_set_back_costs_a_minute(shared: InTime) -> None:
    own = [OWN[0], SMALL]
    shared.book(own, 1e6)
    assert shared.book(own, 1e6 - 2 * AHEAD) == MINUTE
    assert shared.book(own, 1e6 - 2 * AHEAD) == MINUTE


def test_without_the_database_google_is_not_asked(cluster: Cluster) -> None:
    quota = ServerQuota(cluster.url().replace("host=", "host=/nowhere"))
    with closing(quota), pytest.raises(GoogleError) as found:
        Bucket(quota, Times().ports).take(writes=True)
    assert found.value.failure == NO_QUEUE


def test_no_address_of_an_account_stands_in_the_database(server: Server) -> None:
    with closing(ServerQuota(server)) as quota:
        Bucket(quota, Times().ports, "rpo@office.iam.gserviceaccount.com", "office").take(writes=True)
    assert len(_taken(server)) == 2
    assert not any("@" in line or "office" in line for line in _taken(server))


@contextmanager
def _program(script: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", script, *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.kill()


def _told(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline()


def _ask(server: Server, words: str) -> Sequence[Row[Any]]:  # Any: what a column holds
    engine = create_engine(server.url)
    try:
        with engine.begin() as connection:
            return connection.execute(text(words)).all()
    finally:
        engine.dispose()


def _taken(server: Server) -> dict[str, list[float]]:
    return {row.line: row.taken for row in _ask(server, "SELECT line, taken FROM google_calls")}
