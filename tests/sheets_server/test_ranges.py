"""A1 notation and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.ranges import Area, GridRange, a1, column_of, corners, letters, quoted, split


@given(st.integers(0, 18_277))
def test_a_column_is_found_again_by_its_letters(column: int) -> None:
    assert column_of(letters(column)) == column


@given(st.text(min_size=1))
def test_a_title_is_found_again_in_its_canonical_name(title: str) -> None:
    assert split(a1(title, Area(0, 0, 2, 2)))[:2] == (title, "A1:B2")
    assert split(quoted(title) + "!A1")[0] == title


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1, 9), st.integers(1, 9))
def test_an_area_is_found_again_by_its_name(top: int, left: int, rows: int, columns: int) -> None:
    area = Area(top, left, top + rows, left + columns)
    found = corners(a1("S", area).rpartition("!")[2])
    assert found == (area.top, area.left, area.bottom, area.right)


@pytest.mark.parametrize("text", ["", "A0", "1A", "A", "5", "A1:", ":A1", "A1:B2:C3", "ABCD1", "R0", "Итого"])
def test_what_is_no_range_is_none(text: str) -> None:
    assert corners(text) is None


def test_sheet_0_is_left_out_and_an_index_of_0_is_not() -> None:
    found = GridRange(0, 0, None, 5, None)
    assert found.json() == {"startRowIndex": 0, "endRowIndex": 5}
    assert GridRange.of(found.json()) == found
