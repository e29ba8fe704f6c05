"""A total over regions is the sum of the numbers in sight and says when it lacks some."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.collected.tally import tally
from reports.disclosure.draft import Mark, Shown

H, N, M = Mark.HIDDEN, Mark.NO_DATA, Mark.NOT_MEANT


@pytest.mark.parametrize(
    ("cells", "absent", "total"),
    [
        ((10, 20), 0, 30),
        ((10, M), 0, 10),
        ((0.1, 0.2), 0, 0.3),
        ((10, 20), 1, "не менее 30"),
        ((10, H), 0, "не менее 10"),
        ((1200, N), 0, "не менее 1\u00a0200"),
        ((10, None), 0, "не менее 10"),
        ((10, "слово"), 0, "не менее 10"),
        ((10, -3), 1, "по известным 7"),
        ((H, N), 0, "скрыто"),
        ((N, M), 0, "нет данных"),
        ((M, M), 3, "не предусмотрено"),
        ((), 89, "нет данных"),
    ],
)
def test_the_total_of_cells(cells: Sequence[Shown], absent: int, total: Shown) -> None:
    assert tally(cells, absent).total == total


@given(st.lists(st.one_of(st.integers(0, 500), st.sampled_from([H, N, M])), min_size=1), st.integers(0, 2))
def test_a_number_stands_only_where_no_region_is_lacking(cells: list[Shown], absent: int) -> None:
    found = tally(cells, absent)
    known = [one for one in cells if isinstance(one, int)]
    assert len(found.known) + found.hidden + found.no_data + found.not_meant == len(cells)
    if isinstance(found.total, int | float):
        assert H not in cells
        assert N not in cells
        assert absent == 0
        assert found.total == math.fsum(known)
