"""Many offices worked for by a queue on a real server: one case is one fleet, one of whose two workers is killed."""

import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.outcome import Outcome
from tests.sync.state.servers import binaries, running
from tests.sync.worker.fleet import Fleet, ended_of, played, silent

FLEET = 50


def fifty_offices(_case: int) -> Outcome:
    """Two real `rpo worker`, one killed when a third is done: every office ends right beside one that never answers."""
    programs = binaries()
    if programs is None:
        return Outcome(["there is no PostgreSQL on this machine: initdb was not found"], Counter())
    with running(programs) as cluster, tempfile.TemporaryDirectory() as name, silent() as port:
        fleet = Fleet(Path(name) / "offices", cluster, FLEET)
        fleet.build()
        fleet.add_one_that_hangs(port)
        wrong, seconds = played(fleet, quick=False)
        done = sum(sum(ended_of(fleet.folder / one).values()) for one in fleet.names)
    return Outcome(
        wrong, Counter({"offices": FLEET, "jobs done": done, "seconds": round(seconds), "workers killed": 1})
    )
