"""What one random case comes to, in words of what is wrong: for the tests, and for `make torture` in large counts."""

from itertools import pairwise

from config.settings import LimitsSection
from sync.drift import drifted
from tests.validators.drift.editing import history
from tests.validators.drift.ledgers import drift
from tests.validators.drift.scrambles import FULL, scrambled
from tests.validators.drift.wiping import Story, story

FOUND = frozenset({"pairs_parted", "tab_replaced", "rows_emptied"})
MOST_FALSE_ALARMS = 0.001
"""Of ordinary histories."""

MOST_FALSE_HOLDS = 0.01
"""Of ordinary updates."""


def missed(seed: int, least: int = FULL) -> list[str]:
    """A scrambled table that would be accepted without a question; due in no case at all from 15 parted rows on."""
    one = scrambled(seed, least)
    found = {doubt.kind for doubt in drifted(drift(one.before, one.after), frozenset(), LimitsSection())}
    return [] if found & FOUND else [f"#{seed} {one.deed}"]


def false_alarm(seed: int) -> list[str]:
    """An ordinary history in which somebody would be asked for nothing; due in 1 of 1,000 at most."""
    states = history(seed)
    wrong = []
    for (before, _), (after, deeds) in pairwise(states):
        doubts = drifted(drift(before, after), frozenset(), LimitsSection())
        wrong += [f"#{seed} {deeds}: {doubt.reason}" for doubt in doubts]
    return wrong


def wiped(seed: int) -> Story:
    """A history of wiping and editing: nothing may be wrong; false holds are due in 1 % of ordinary updates at most."""
    return story(seed)
