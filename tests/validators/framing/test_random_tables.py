"""Tables drawn from a seed: the heading, the column numbers and every row of data are found as they are."""

import pytest

from tests.validators.framing.random_tables import draw
from validators.framing.frame import Frame, find

SEEDS = range(0, 300, 30)


@pytest.mark.parametrize("first", SEEDS)
def test_the_truth_of_a_drawn_table_is_found(first: int) -> None:
    for seed in range(first, first + 30):
        table = draw(seed)
        found = find(table.grid)
        assert isinstance(found, Frame), seed
        assert (found.heading_rows, found.number_row) == (table.heading, table.number_row), seed
        assert list(found.rows) == table.data, seed
