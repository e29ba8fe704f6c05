"""A count parted into the groups of a cut: what a tab of the head shows line by line."""

from collections.abc import Mapping
from functools import partial

from reports.facts import Facts
from reports.figures.cuts import CUTS, Groups
from validators.counting.count import Count
from validators.counts import COUNTS, PARTS

UNKNOWN = "не указано"
"""The group of the rows that belong to no group."""

NOTHING = "нет данных"


def known_count(facts: Facts, key: str) -> Count:
    """The bare count of the day, without a value when the indicator is not counted at all."""
    count = COUNTS.get(key)
    return Count(why=NOTHING) if count is None else count(facts.scene.office, facts.today)


def grouped(facts: Facts, count: Count, cut: str) -> Mapping[str, Count]:
    """Group → its part of the count, in the order of names; rows of no group under UNKNOWN, last. None has no parts."""
    return parted(count, facts.scene.office.once(CUTS[cut][1]))


def parted(count: Count, groups: Groups) -> Mapping[str, Count]:
    """The same by any groups of its rows and of the rows of its denominator."""
    if count.value is None:
        return {}
    every = dict.fromkeys((*count.rows, *count.of))
    names = sorted({name for row in every for name in groups.get(row, ())})
    found = {name: count.part(partial(_belongs, groups, name)) for name in names}
    if any(not groups.get(row) for row in every):
        found[UNKNOWN] = count.part(lambda row: not groups.get(row))
    return found


def state_of(facts: Facts, key: str, state: str) -> Count:
    """One of the states of an indicator, without a value when it is not counted at all."""
    count = PARTS.get(key, {}).get(state)
    return Count(why=NOTHING) if count is None else count(facts.scene.office, facts.today)


def _belongs(groups: Groups, name: str, row: str) -> bool:
    return name in groups.get(row, ())
