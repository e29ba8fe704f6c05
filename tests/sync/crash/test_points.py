"""Killed at any point of any step, the small office ends as if nothing had happened: by SIGKILL, by an exception, twice."""

import os
from pathlib import Path

import pytest

from tests.sync.crash.killing import killed, points, steps_of, stopped
from tests.sync.crash.small import LAST, Small, copied
from tests.sync.crash.verdict import Faultless, pairs, steps, tried

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

GENERATIONS = {"the first one ever": 1, "an ordinary one": 2, "one that gives a workbook up": LAST}
PAIRS = 15


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Faultless]:
    """Generation → the update without faults, from an office that has lived until then."""
    found = {}
    for generation in GENERATIONS.values():
        office = Small(tmp_path_factory.mktemp("small") / "office")
        office.root.mkdir()
        for earlier in range(1, generation):
            office.publish(earlier)
        found[generation] = Faultless.of(office.root, generation)
    return found


@pytest.mark.parametrize("generation", GENERATIONS.values(), ids=GENERATIONS.keys())
def test_killed_at_every_point_it_ends_as_without_faults(generation: int, offices: dict[int, Faultless]) -> None:
    faultless = offices[generation]
    names = steps(faultless)
    every = points(names, both=generation > 1)
    assert [one for point in every for one in tried(faultless, killed, point)] == []


def test_stopped_by_an_exception_at_every_point_it_ends_as_without_faults(offices: dict[int, Faultless]) -> None:
    faultless = offices[LAST]
    assert [one for point in points(steps(faultless)) for one in tried(faultless, stopped, point)] == []


def test_killed_again_while_it_recovers_it_ends_as_without_faults(offices: dict[int, Faultless]) -> None:
    wrong = list(pairs(offices, PAIRS, seed=8))
    assert wrong == []


def test_every_kind_of_effect_has_its_step(offices: dict[int, Faultless]) -> None:
    named = {name for faultless in offices.values() for name, _ in steps(faultless)}
    assert named >= {"file.write", "file.rename", "file.sync_folder", "file.remove", "state.commit"}


def test_a_second_update_writes_no_file_again_that_the_killed_one_has_put(offices: dict[int, Faultless]) -> None:
    faultless = offices[2]
    names = steps(faultless)
    last = max(number for number, (name, target) in enumerate(names) if name == "state.commit" and target == "record")
    point = next(one for one in points(names) if one.number == last and not one.done)
    with copied(faultless.start) as place:
        office = Small(place)
        assert killed(faultless.work(office), point)
        again = steps_of(faultless.work(office))
    assert [target for name, target in again if name == "file.rename" and target.endswith(".xlsx")] == []


def test_the_office_is_where_the_machine_says(tmp_path: Path) -> None:
    Small(tmp_path).publish(1)
    assert set(Small(tmp_path).files()) == {"Отчёты.xlsx", "Замечания.xlsx"}
