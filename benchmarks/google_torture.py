"""The torture of an office in Google: people at work at every step of an update, histories by chance, sweeps of faults.

The same code as in `tests/sync/google`, in large counts. Each case says what is wrong; nothing when all is right.
"""

import atexit
from contextlib import ExitStack
from functools import cache

from tests.sync.google.at_work import KINDS, TARGETS, at_steps, by_chance, calls_of_an_update, deed_of, opened
from tests.sync.google.stage import Moment, Stage, stage
from tests.sync.google.sweeps import RATES, swept

A_CASE = 20
"""Histories, or offices under faults, in one case: a case is what a resumed torture does not do again."""
SLACK = 0.01
"""The share of offices that may need more cycles than their rate allows (p99)."""


@cache
def _played() -> tuple[Stage, Moment]:
    """One server for the whole torture, closed with the process."""
    closing = ExitStack()
    atexit.register(closing.close)
    one = closing.enter_context(stage())
    return one, opened(one)


def hand_at_every_step(number: int) -> list[str]:
    """One kind of action of a person, at every step of an update, on a register and on a tab of ours."""
    one, start = _played()
    kind = KINDS[(number - 1) % len(KINDS)]
    wrong: list[str] = []
    for target in TARGETS:
        one.put_back(start)
        deed = deed_of(kind, target, one)
        if deed is None:
            continue
        for call in range(1, calls_of_an_update(one, start) + 2):
            one.put_back(start)
            found, _ = at_steps(one, start, [deed], [call])
            wrong += [f"{kind} on {target} at call {call}: {fault}" for fault in found]
    return wrong


def hand_by_chance(number: int) -> list[str]:
    """Histories drawn from seeds; one in which no action changed a cell proves nothing and is wrong."""
    one, start = _played()
    wrong: list[str] = []
    for seed in range((number - 1) * A_CASE, number * A_CASE):
        found, changed = by_chance(one, start, seed)
        print(f"  seed {seed}: {changed} actions changed a cell", flush=True)
        wrong += [f"seed {seed}: {fault}" for fault in found]
        wrong += [] if changed else [f"seed {seed}: no action changed a cell"]
    return wrong


def faults_at(rate: float, number: int) -> list[str]:
    """Offices where that share of calls fails; late ones are counted, and too many of them are wrong."""
    one, start = _played()
    found = [swept(one, start, rate, seed) for seed in range((number - 1) * A_CASE, number * A_CASE)]
    late = sum(each.cycles > RATES[rate] for each in found)
    calls, planned = sum(each.calls for each in found), sum(each.planned for each in found)
    effects = sum(each.took_effect for each in found)
    print(f"  {effects} calls took effect and failed, {late} late, {calls} calls of {planned} planned", flush=True)
    wrong = [fault for each in found for fault in each.wrong]
    wrong += (
        [f"{late} of {len(found)} needed more than {RATES[rate]} cycles"] if late > max(1, SLACK * len(found)) else []
    )
    return wrong + (["more than 1.5 of the planned calls"] if calls > 1.5 * planned else [])
