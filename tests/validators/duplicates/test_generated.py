"""Pairs of one human being among many people: nearly all are found, and nearly nobody else is."""

from collections import Counter

import pytest

from tests.validators.duplicates.judging import ALL_KINDS, judge, plant
from tests.validators.duplicates.second_rows import TUNED, UNSEEN


def test_there_are_kinds_on_which_nothing_was_tuned() -> None:
    assert len(TUNED) >= 10
    assert len(UNSEEN) >= 4
    assert len(ALL_KINDS) >= 14


@pytest.mark.parametrize("seed", range(3))
def test_nearly_all_pairs_are_found_and_few_others(seed: int) -> None:
    verdict = judge(plant(seed, size=3000))
    assert verdict.recall >= 0.95, Counter(kind for kind, _ in verdict.lost)
    assert verdict.precision >= 0.97, verdict.wrong


def test_an_office_of_its_usual_size_loses_nobody_of_the_plain_kinds() -> None:
    plain = ("exact", "without dots", "latin letter", "parts swapped", "day and month", "letter of surname")
    verdict = judge(plant(1, size=300, share=0.1, kinds=plain))
    assert (verdict.recall, verdict.precision) == (1.0, 1.0)


def test_people_without_second_rows_are_hardly_ever_taken_for_one() -> None:
    assert len(judge(plant(5, size=3000, share=0.0)).wrong) <= 1
