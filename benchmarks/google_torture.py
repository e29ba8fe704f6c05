"""The torture of an office in Google: people at work at every step of an update, histories by chance, sweeps of faults.

The same code as in `tests/sync/google`, in large counts. `python -m benchmarks.google_torture SEED [--rate 0.5]` plays
one history, or one office under faults, again.
"""

import atexit
from argparse import ArgumentParser
from collections import Counter
from contextlib import ExitStack
from functools import cache

from benchmarks.outcome import Outcome
from tests.sync.google.at_work import KINDS, TARGETS, at_steps, by_chance, calls_of_an_update, deed_of, opened
from tests.sync.google.stage import Moment, Stage, stage
from tests.sync.google.sweeps import MOST_CALLS, RATES, swept
from tests.sync.google.verdict import Told

A_CASE = 20
"""Histories in one case: a case is what a resumed torture does not do again."""
SLACK = 0.01
"""The share of offices that may need more cycles than their rate allows (p99)."""


@cache
def _played() -> tuple[Stage, Moment]:
    """One server for the whole torture, closed with the process."""
    closing = ExitStack()
    atexit.register(closing.close)
    one = closing.enter_context(stage())
    return one, opened(one)


def hand_at_every_step(number: int) -> Outcome:
    """One kind of action of a person, at every step of an update, on a register and on a tab of ours."""
    one, start = _played()
    kind = KINDS[(number - 1) % len(KINDS)]
    outcome = Outcome()
    for target in TARGETS:
        one.put_back(start)
        deed = deed_of(kind, target, one)
        if deed is None:
            continue
        known: dict[object, Told] = {}
        for call in range(1, calls_of_an_update(one, start) + 2):
            found, cells = at_steps(one, start, [deed], [call], known)
            outcome.wrong += [f"{kind} on {target} at call {call}: {fault}" for fault in found]
            outcome.figures.update({"actions": 1, "actions that changed a cell": cells})
    return outcome


def hand_by_chance(number: int) -> Outcome:
    """Histories drawn from seeds; one in which no action changed a cell proves nothing and is wrong."""
    one, start = _played()
    outcome = Outcome()
    for seed in range((number - 1) * A_CASE, number * A_CASE):
        try:
            found, changed = by_chance(one, start, seed)
        except AssertionError as error:
            found, changed = [str(error)], 1
        print(f"  history {seed}: {changed} actions changed a cell", flush=True)
        outcome.wrong += [f"history {seed}: {fault}" for fault in found]
        outcome.wrong += [] if changed else [f"history {seed}: no action changed a cell"]
        outcome.figures.update({"histories": 1, "actions that changed a cell": changed})
    return outcome


def faults_at(rate: float, offices: int, number: int) -> Outcome:
    """So many offices where that share of calls fails; too many late ones, or too many calls, are wrong."""
    one, start = _played()
    found = {seed: swept(one, start, rate, seed) for seed in range((number - 1) * offices, number * offices)}
    late = [seed for seed, each in found.items() if each.cycles > RATES[rate]]
    calls, planned = sum(each.calls for each in found.values()), sum(each.planned for each in found.values())
    effects = sum(each.took_effect for each in found.values())
    wrong = [f"office {seed}: {fault}" for seed, each in found.items() for fault in each.wrong]
    wrong += [f"offices {late} needed more than {RATES[rate]} cycles"] if len(late) > SLACK * offices else []
    wrong += [] if calls <= MOST_CALLS * planned else [f"{calls} calls, {planned} were planned"]
    wrong += [] if effects else ["no call took effect and failed"]
    cycles = Counter(f"offices right after cycle {each.cycles:02}" for each in found.values())
    return Outcome(wrong, cycles + Counter({"calls": calls, "planned": planned, "took effect and failed": effects}))


def main() -> None:
    """One seed again."""
    asked = ArgumentParser()
    asked.add_argument("seed", type=int)
    asked.add_argument("--rate", type=float, choices=RATES)
    told = asked.parse_args()
    one, start = _played()
    print(by_chance(one, start, told.seed) if told.rate is None else swept(one, start, told.rate, told.seed))


if __name__ == "__main__":
    main()
