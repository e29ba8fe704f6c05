"""A small office at which a service works, in this process or in one of its own."""

import json
import os
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sync.service.clock import Clock
from sync.service.job import Job
from sync.service.jobs import JOBS
from sync.service.loop import Service
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stopping import Stop
from sync.state.service_store import ServiceStore
from tests.sync import offices

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0
NOON = datetime(2026, 4, 15, 9, tzinfo=UTC).timestamp()
"""Twelve o'clock of a working Wednesday in Moscow."""


def options(folder: Path, today: str | None = None) -> Namespace:
    """The options of a command for the office."""
    return Namespace(office=str(folder), today=today, quiet=True)


@contextmanager
def service_at(folder: Path, jobs: Sequence[Job] = JOBS, stop: Stop | None = None) -> Iterator[Service]:
    """A service in this process, its office built if it is not there."""
    if not folder.exists():
        offices.build(folder)
    clock = Clock(lambda: NOON)
    premises = Premises(options(folder), clock)
    with ServiceStore.open(premises.settled.history) as store, premises.writer.at_work(store):
        yield Service(premises, store, clock, stop or Stop(), Notifier({}), jobs)


@contextmanager
def served(folder: Path, **environ: str) -> Iterator["subprocess.Popen[str]"]:
    """`rpo serve` as a process of its own; killed at the end if it still lives."""
    command = [sys.executable, "-m", "sync", "serve", "--office", str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environ}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def events(folder: Path) -> list[dict[str, object]]:
    """The lines of the log."""
    file = folder / "logs" / "service.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []


def until(what: Callable[[], object]) -> None:
    """Waits until it is true."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it has not come to pass"
        time.sleep(0.1)


def happened(folder: Path, event: str, **fields: object) -> bool:
    """The log tells of such an event."""
    return any(one["event"] == event and fields.items() <= one.items() for one in events(folder))
