"""Whatever stands in a tab: reading never raises, remarks point into the tab, no row is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.columns import CellError, Raw
from config.settings import Keeping
from tests.text_tables import BY_KEY
from validators.grid import Grid
from validators.parse import parse

CELLS: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-10, 60000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from([CellError("#REF!"), "Итого", "КМ-0001", "ШК-0001", "нет", "01.09.2025", "Участник", "9А"]),
)
KEYS = ("SCH", "TEAM", "PLAN", "FIN", "MUN")


def rows_of(key: str) -> st.SearchStrategy[tuple[tuple[Raw, ...], ...]]:
    """A heading that the register knows, and rows of anything under it."""
    headings = st.lists(st.sampled_from([one.heading for one in BY_KEY[key].columns]), min_size=2, max_size=8)
    body = st.lists(st.lists(CELLS, max_size=9).map(tuple), max_size=8)
    return st.tuples(headings.map(tuple), body).map(lambda both: (both[0], *both[1]))


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_reading_never_raises_and_remarks_point_into_the_tab(key: str, data: st.DataObject) -> None:
    grid = Grid("Файл.xlsx", "Лист", data.draw(rows_of(key)))
    parsed = parse(grid, BY_KEY[key])
    for remark in parsed.remarks:
        assert remark.place.row is None or 1 <= remark.place.row <= len(grid.rows)
        assert remark.text.strip()
        assert remark.advice.strip()
        assert remark.as_json()["fingerprint"]
    if parsed.table is not None:
        told = {row for _, row, _ in parsed.table.left_out}
        assert not told & set(parsed.table.rows)
        assert len(parsed.table.ids) == len(parsed.table.rows)


@given(data=st.data())
def test_the_same_tab_is_read_the_same(data: st.DataObject) -> None:
    grid = Grid("Файл.xlsx", "Лист", data.draw(rows_of("SCH")))
    first, second = parse(grid, BY_KEY["SCH"]), parse(grid, BY_KEY["SCH"])
    assert first.remarks == second.remarks
    assert (first.table and first.table.ids) == (second.table and second.table.ids)


@given(data=st.data())
def test_a_table_with_a_key_gives_every_row_an_id_of_its_own(data: st.DataObject) -> None:
    grid = Grid(
        "Файл.xlsx", "Лист", (("Название команды", "Стадия"), *data.draw(st.lists(st.tuples(CELLS, CELLS), max_size=8)))
    )
    table = parse(grid, BY_KEY["TEAM"], Keeping(key=("Название команды",))).table
    assert table is None or len(set(table.ids)) == len(table)
