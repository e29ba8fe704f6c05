"""Years of the service on a virtual clock: one case is one zone for ten years in which everything happens."""

from collections import Counter

from benchmarks.outcome import Outcome
from tests.sync.service.simulated import ZONES, Course, live, wrong_in

TEN_YEARS = 3653


def ten_years(seed: int) -> Outcome:
    """Ten years in one zone, with all that happens to machines: each period once, none missed, none double."""
    zone = ZONES[seed % len(ZONES)]
    course = Course(seed, zone, TEN_YEARS, moved=0.003, asleep=0.002, killed=0.01, failing=0.1)
    machine = live(course)
    done = {job: len(runs) for job, runs in machine.done.items()}
    return Outcome([f"{zone}: {one}" for one in wrong_in(machine, course)], Counter({"years": 10, **done}))
