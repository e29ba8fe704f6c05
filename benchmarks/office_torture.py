"""The torture of what an office knows of itself: rows of one human being, tables that drift between two readings."""

from collections import Counter

from benchmarks.outcome import Outcome
from tests.reports.figures.histories import judge as weeks_explained
from tests.validators.drift.outcomes import MOST_FALSE_ALARMS, MOST_FALSE_HOLDS, false_alarm, missed, wiped
from tests.validators.duplicates.judging import judge, plant

RECALL, PRECISION = 0.95, 0.97
A_SCRAMBLE, A_STORY, A_WHILE = 50, 500, 10
"""Scrambled tables, histories of wiping, and weeks of an office, in one case."""

MOST_OTHER = 0.01
"""Of the parts of explained changes may have no reason."""


def one_human_being(seed: int) -> Outcome:
    """Ten thousand people with two rows for one in fifty: nearly all pairs are found, and hardly any other."""
    planted = plant(seed)
    verdict = judge(planted)
    told = f"seed {seed}: recall {verdict.recall:.3f}, precision {verdict.precision:.3f}"
    good = verdict.recall >= RECALL and verdict.precision >= PRECISION
    pairs = {"pairs": len(planted.pairs), "lost": len(verdict.lost), "wrong pairs": len(verdict.wrong)}
    return Outcome([] if good else [told], Counter(pairs))


def parted_codes(number: int) -> Outcome:
    """One column sorted alone, or a block pasted with a shift, from fifteen rows on: somebody is always asked."""
    seeds = range((number - 1) * A_SCRAMBLE, number * A_SCRAMBLE)
    wrong = [one for seed in seeds for one in missed(seed)]
    return Outcome(wrong, Counter({"scrambled tables": len(seeds), "missed": len(wrong)}))


def ordinary_weeks(histories: int, number: int) -> Outcome:
    """So many ordinary histories of editing: nobody is asked for nothing, but once in a thousand."""
    seeds = range((number - 1) * histories, number * histories)
    alarms = [one for seed in seeds for one in false_alarm(seed)]
    allowed = max(1, round(MOST_FALSE_ALARMS * histories))
    return Outcome(
        alarms if len(alarms) > allowed else [], Counter({"histories": histories, "false alarms": len(alarms)})
    )


def wiped_rows(number: int) -> Outcome:
    """Histories of wiping and editing: nothing above the limit is accepted unasked, few holds are for nothing."""
    stories = [wiped(seed) for seed in range((number - 1) * A_STORY, number * A_STORY)]
    wrong = [one for story in stories for one in story.wrong]
    false, ordinary = (sum(counts) for counts in zip(*((len(one.false), one.ordinary) for one in stories), strict=True))
    wrong += [f"{false} false holds in {ordinary} ordinary updates"] if false > MOST_FALSE_HOLDS * ordinary else []
    wipings = sum(one.wiped for one in stories)
    return Outcome(
        wrong,
        Counter({"histories": A_STORY, "wipings": wipings, "ordinary updates": ordinary, "false holds": false}),
    )


def explained_changes(number: int) -> Outcome:
    """Weeks of a made-up office: the parts of every change add up, and hardly any of them has no reason."""
    told = [weeks_explained(seed) for seed in range((number - 1) * A_WHILE, number * A_WHILE)]
    wrong = [one for each in told for one in each.wrong]
    parts, other = sum(one.parts for one in told), sum(one.other for one in told)
    wrong += [f"{other} of {parts} parts have no reason"] if other > MOST_OTHER * parts else []
    return Outcome(wrong, Counter({"histories": A_WHILE, "parts": parts, "parts of no reason": other}))
