"""The small office publishes one generation after another and is killed at any moment, named step or not."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from sync.files import sha256_of
from tests.sync.crash.killing import FRESH, Point, was_killed
from tests.sync.crash.small import Small, is_sealed
from tests.sync.crash.verdict import Publishing

LONGEST = 0.035
"""Seconds after which the last of the processes is killed: a generation takes less."""

_FRESH = """
import sys
from pathlib import Path
from sync.steps import watched
from tests.sync.crash.killing import Point, Stopper, die
from tests.sync.crash.small import Small, is_sealed
root, generation, number, done = sys.argv[1:]
with watched(Stopper(Point(int(number), done == "True"), die)):
    Small(Path(root)).publish(int(generation))
"""


def killed_fresh(work: Publishing, point: Point) -> bool:
    """The update in a new interpreter that is killed at the point; whether it came so far."""
    words = (str(work.office.root), str(work.generation), str(point.number), str(point.done))
    done = subprocess.run([sys.executable, "-c", _FRESH, *words], check=False, timeout=120, cwd=Path.cwd())
    return was_killed(done.returncode, FRESH)


def killed_at_any_moment(root: Path, kills: int, seed: int) -> Iterator[str]:
    """So many processes go on with the office, each is killed; what is wrong after each of them, as sentences."""
    office, chance, known = Small(root), random.Random(seed), (0, 0)
    office.publish(1)
    for number in range(kills):
        child = os.fork()
        if child == 0:
            _publish_for_ever(office)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not was_killed(os.waitstatus_to_exitcode(status)):
            yield f"kill {number}: the process had ended by itself"
        now, wrong = _looked_at(office)
        yield from (f"seed {seed}, kill {number}: {one}" for one in wrong)
        if now < known:
            yield f"seed {seed}, kill {number}: the history knew {known} and knows {now}"
        known = now


def _publish_for_ever(office: Small) -> None:
    try:
        for generation in count(2):
            office.publish(generation)
    finally:
        os._exit(98)


def _looked_at(office: Small) -> tuple[tuple[int, int], list[str]]:
    """Updates and versions of rows in the history; files that hold neither what it knows nor what was written down."""
    wrong = [] if is_sealed(office.state) else ["the history is not what its seal says"]
    with closing(sqlite3.connect(f"{office.state.as_uri()}?mode=ro", uri=True)) as connection:
        ((versions,),) = connection.execute("SELECT count(*) FROM row_versions")
        ((runs,),) = connection.execute("SELECT count(*) FROM runs")
        files = set(connection.execute("SELECT file, sha256 FROM files WHERE gone_run IS NULL"))
        for target, was, digest in connection.execute("SELECT target, was, digest FROM intents WHERE ended IS NULL"):
            files |= {(target, was), (target, digest)}
    found = {(path.name, sha256_of(path)) for path in office.reports.glob("[!.]*.xlsx")}
    return (runs, versions), wrong + [f"{name} is neither known nor written down" for name, _ in sorted(found - files)]
