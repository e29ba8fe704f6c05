"""The small office publishes one generation after another and is killed at any moment, named step or not."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sync.files import sha256_of
from sync.state.store import Store
from sync.state.tables import FILES, INTENTS, ROW_VERSIONS, RUNS
from tests.sync.crash.killing import Point
from tests.sync.crash.small import Small
from tests.sync.crash.verdict import Publishing

LONGEST = 0.06
"""Seconds after which the last of the processes is killed: a generation takes less."""

_FRESH = """
import sys
from pathlib import Path
from sync.steps import watched
from tests.sync.crash.killing import Point, Stopper, die
from tests.sync.crash.small import Small
root, generation, number, done = sys.argv[1:]
with watched(Stopper(Point(int(number), done == "True"), die)):
    Small(Path(root)).publish(int(generation))
"""


def killed_fresh(work: Publishing, point: Point) -> bool:
    """The update in a new interpreter that is killed at the point; whether it came so far."""
    words = (str(work.office.root), str(work.generation), str(point.number), str(point.done))
    done = subprocess.run([sys.executable, "-c", _FRESH, *words], check=False, timeout=120, cwd=Path.cwd())
    return done.returncode == -signal.SIGKILL


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
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
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
    with Store.open(office.state, read_only=True) as store, store.asking() as connection:
        versions = len(connection.execute(ROW_VERSIONS.select()).all())
        runs = len(connection.execute(RUNS.select()).all())
        files = {(row.file, row.sha256) for row in connection.execute(FILES.select()) if row.gone_run is None}
        for row in connection.execute(INTENTS.select().where(INTENTS.c.ended.is_(None))):
            files |= {(row.target, row.digest), (row.target, row.was)}
    found = {(path.name, sha256_of(path)) for path in office.reports.glob("[!.]*.xlsx")}
    return (runs, versions), [f"{name} is neither known nor written down" for name, _ in sorted(found - files)]
