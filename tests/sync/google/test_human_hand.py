"""People at work in the middle of updates: nothing of theirs is altered, no remark stands at a wrong row."""

from collections.abc import Iterator

import pytest

from tests.sync.google.at_work import (
    KINDS,
    TARGETS,
    at_steps,
    by_chance,
    calls_of_an_update,
    deed_of,
    groups_of,
    opened,
)
from tests.sync.google.stage import Moment, Stage, stage

HISTORIES = 3


@pytest.fixture(scope="module")
def played() -> Iterator[tuple[Stage, Moment]]:
    with stage() as one:
        yield one, opened(one)


@pytest.mark.parametrize("turn", [0])
@pytest.mark.parametrize("target", TARGETS)
def test_whatever_people_do_in_the_middle_of_an_update_it_ends_as_if_they_had_done_it_between_two(
    played: tuple[Stage, Moment], target: str, turn: int
) -> None:
    one, start = played
    steps = calls_of_an_update(one, start) + 1
    one.put_back(start)
    deeds = {kind: deed for kind in KINDS if (deed := deed_of(kind, target, one)) is not None}
    assert len(deeds) > 40
    changed, at = 0, turn * steps // 2
    for group in groups_of(tuple(deeds), turn):
        calls = [1 + (at + number) % steps for number in range(len(group))]
        wrong, cells = at_steps(one, start, [deeds[kind] for kind in group], calls)
        at, changed = at + len(group), changed + cells
        assert wrong == [], (group, calls)
    print(f"{changed} deeds changed a cell")
    assert changed > len(deeds) / 2


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_history_by_chance_ends_as_if_nobody_had_worked_in_the_middle(
    played: tuple[Stage, Moment], seed: int
) -> None:
    wrong, changed = by_chance(*played, seed)
    print(f"{changed} deeds changed a cell")
    assert wrong == []
    assert changed > 0
