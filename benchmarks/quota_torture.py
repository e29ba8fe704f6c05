"""All spreadsheets of an operator on a virtual clock: two cycles that read and write each of them.

On the first day nothing is known of any spreadsheet; on the next one our tabs stand in all of them, and those into
which staff write are looked at once more before they are replaced.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.outcome import Outcome
from sync.google.bucket import ProcessQuota, Quota
from tests.sync.google.operator import operator
from tests.sync.state.server_time import in_time
from tests.sync.state.servers import binaries, running

OFFICES = 190
QUOTAS = ("one account", "five accounts", "five accounts that share through PostgreSQL")
DAYS = ("2026-04-15", "2026-04-16")


def all_spreadsheets(words: str, _number: int) -> Outcome:
    """Both days, or what was wrong with them."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name, _quota(words) as quota:
        if quota is None:
            return Outcome(["there is no PostgreSQL on this machine: initdb was not found"])
        with operator(Path(name), OFFICES, 1 if words == QUOTAS[0] else 5) as one:
            for number, today in enumerate(DAYS, start=1):
                cycle = one.serve(quota, today)
                outcome.wrong += [f"day {number}: {fault}" for fault in cycle.wrong(one.books)]
                outcome.figures += Counter({f"day {number}, {key}": count for key, count in cycle.figures().items()})
                one.time.at += 86_400 - cycle.lasted
    return outcome


@contextmanager
def _quota(words: str) -> Iterator[Quota | None]:
    programs = binaries()
    if words != QUOTAS[2]:
        yield ProcessQuota()
    elif programs is None:
        yield None
    else:
        with running(programs) as cluster, in_time(cluster) as shared:
            yield shared
