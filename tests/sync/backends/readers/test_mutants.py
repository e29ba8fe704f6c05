"""Spoiled templates are refused or read whole; the same code makes five thousand of them in `make torture`."""

from collections import Counter

import pytest

from benchmarks.mutants import KINDS, mutants, spoiled_templates, template, whole


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_spoiled_template_is_read_shorter_and_none_breaks_the_reader(seed: int) -> None:
    assert spoiled_templates(seed).wrong == []


def test_the_same_seed_spoils_the_same_way_and_every_kind_has_its_turn() -> None:
    first = [(base, one.data) for base, one in mutants(7)]
    assert first == [(base, one.data) for base, one in mutants(7)]
    assert len(first) == 50 > len(KINDS)
    assert all(data != template(base) for base, data in first)


def test_the_templates_hold_rows_that_could_be_lost() -> None:
    sizes = Counter({number: len(whole(number).grids[0].rows) for number in range(3)})
    assert all(size > 50 for size in sizes.values())
    assert all(sum(cell is not None for cell in whole(number).grids[0].rows[20]) > 5 for number in range(3))
