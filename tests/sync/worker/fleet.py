"""Made-up offices worked for by two workers of one queue, one of which is killed in the middle; what is wrong after it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from python_calamine import CalamineWorkbook

from config.errors import OfficeError
from sync.run import update
from sync.service.due import due
from sync.service.jobs import JOBS
from sync.service.known import frame_of
from sync.service.stages import StageEnds
from sync.state.jobs import DONE, remembered
from sync.state.store import Store
from tests.sync import offices
from tests.sync.state.servers import Cluster

ROOT = Path(__file__).parents[3]
PATIENCE = 900.0
_QUICK = """
import sys
from argparse import Namespace
from sync.worker.working import Pace, work

options = Namespace(offices=sys.argv[1], database=sys.argv[2], password_file=None, limit=30, today=None, quiet=True)
work(options, Pace(beat=1.0, stalled=8.0, rounds=1.0, polls=0.5, look=6.0))
"""
"""The command with a quicker pace: half a minute of silence is long for a test."""


@dataclass(frozen=True)
class Fleet:
    """Offices in a folder: every third keeps its history on the server."""

    folder: Path
    cluster: Cluster
    count: int

    def build(self) -> None:
        """Builds them."""
        for number, name in enumerate(self.names):
            offices.build(self.folder / name, teams=[offices.team(one) for one in range(1, 3 + number % 5)])
            if number % 3 == 0:
                self._settle(name, self.cluster.server().url)

    @property
    def names(self) -> list[str]:
        """The offices that should end right."""
        return [f"office-{number:02}" for number in range(self.count)]

    def _settle(self, name: str, url: str) -> None:
        file = self.folder / name / "office.toml"
        file.write_text(f'{file.read_text(encoding="utf-8")}\n[state]\nurl = "{url}"\n', encoding="utf-8")

    def add_one_that_hangs(self, port: int) -> None:
        """An office whose history is on a server that never answers."""
        offices.build(self.folder / "hangs")
        self._settle("hangs", f"postgresql+psycopg://rpo@127.0.0.1:{port}/rpo")

    def ended(self) -> int:
        """How many offices have nothing left to do of what was due."""
        return sum(self._left(name) == [] for name in self.names)

    def wrong(self) -> Iterator[str]:
        """What did not end right: not done, done twice, or reports other than those of a plain update."""
        plain: dict[int, object] = {}
        for number, name in enumerate(self.names):
            yield from (f"{name}: {left} is not done" for left in self._left(name))
            twice = [key for key, times in ended_of(self.folder / name).items() if times > 1]
            yield from (f"{name}: {job} {occasion} was done twice" for job, occasion in twice if job != "saved")
            kind = number % 5
            if kind not in plain:
                plain[kind] = self._plainly(number)
            if said_in(self.folder / name) != plain[kind]:
                yield f"{name}: the reports are not those of rpo sync"

    def _plainly(self, number: int) -> object:
        """The reports of the same office after a plain update."""
        folder = self.folder.parent / f"plain-{number}"
        update(offices.build(folder, teams=[offices.team(one) for one in range(1, 3 + number % 5)]))
        return said_in(folder)

    def _left(self, name: str) -> list[str]:
        """What was due when the work began, and is not done."""
        desk = offices.desk_of(self.folder / name)
        now = datetime.now(ZoneInfo(desk.settings.office.time_zone)).replace(tzinfo=None)
        today = now.replace(year=desk.today.year, month=desk.today.month, day=desk.today.day)
        with suppress(OfficeError), Store.open(desk.history, read_only=True) as store:
            frame = frame_of(store, desk.settings, StageEnds())
            with store.asking() as connection:
                known = remembered(connection)
            left = [one.job.name for one in due(JOBS, frame, today)]
            return left + [run.job for run in known.last.values() if run.result != DONE]
        return ["everything"]


def ended_of(folder: Path) -> Counter[tuple[str, str]]:
    """How often each occasion was done, as the log tells."""
    file = folder / "logs" / "service.jsonl"
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []
    return Counter((one["job"], one["occasion"]) for one in lines if one["event"] == "job.ended")


def said_in(folder: Path) -> dict[tuple[str, str], list[list[str]]]:
    """Everything that the reports say, but for the stamp of the update."""
    books = sorted((folder / "reports").glob("*.xlsx"))
    return {
        (path.name, title): [[str(cell).partition(" · Обновление")[0] for cell in row] for row in sheet.to_python()]
        for path in books
        for book in [CalamineWorkbook.from_path(path)]
        for title in book.sheet_names
        for sheet in [book.get_sheet_by_name(title)]
    }


@contextmanager
def working(fleet: Fleet, *, quick: bool) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker as a process, at the head of a group of its own; nothing of it is left at the end."""
    url = fleet.cluster.url().replace("+psycopg", "")
    words = [str(fleet.folder), url] if quick else ["--offices", str(fleet.folder), "--database", url, "--quiet"]
    start = ["-c", _QUICK] if quick else ["-m", "sync", "worker"]
    process = subprocess.Popen([sys.executable, *start, *words], cwd=ROOT, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def silent() -> Iterator[int]:
    """A port behind which somebody takes up every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def played(fleet: Fleet, *, quick: bool) -> tuple[list[str], float]:
    """Two workers, one killed when a third of the offices has been done; what is wrong, and the seconds it took."""
    began = time.monotonic()
    with ExitStack() as stack:
        first, second = (stack.enter_context(working(fleet, quick=quick)) for _ in range(2))
        _until(lambda: fleet.ended() >= fleet.count // 3)
        os.killpg(first.pid, signal.SIGKILL)
        _until(lambda: fleet.ended() == fleet.count)
        took = time.monotonic() - began
        second.send_signal(signal.SIGTERM)
        code = second.wait(timeout=60)
    wrong = [] if code == 0 else [f"the other worker ended with {code}"]
    return wrong + list(fleet.wrong()), took


def _until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < end:
        time.sleep(0.5)
