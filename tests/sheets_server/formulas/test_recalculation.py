"""A spreadsheet calculated: order, circles, spills and what stands in their way."""

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from tests.sheets_server.cell_values import ErrorValue, Scalar
from tests.sheets_server.formulas.faults import CIRCULAR
from tests.sheets_server.formulas.recalculation import Book, Page, Position, recalculated
from tests.sheets_server.formulas.text_sheets import RU, US, page, shown


def calculated(text: str, rows: int | None = None, columns: int | None = None) -> dict[Position, Scalar]:
    return {
        place: shown(value)
        for place, value in recalculated(Book([page(text, rows=rows, columns=columns)], US))["Лист"].items()
    }


def test_formulas_lean_on_formulas_wherever_they_stand() -> None:
    assert calculated("=B1+1 | =C1*2 | =A2 | \n 5") == {(0, 0): 11, (0, 1): 10, (0, 2): 5}


def test_the_sums_of_the_recorded_table_are_right() -> None:
    """Recorded: gspread_pandas TestSpread.test_df writes the sums as formulas and reads them as numbers."""
    text = "US | 1 | 55 | 5 | 6 | 7 | 7 | 6 | 2 | =sum(B1:I1)\nCA | 5 | 88 | 76 | 6 | 54 | 5 | 8 | 99 | =sum(B2:I2)"
    assert calculated(text) == {(0, 9): 89, (1, 9): 341}


def test_a_circle_is_an_error_in_every_cell_of_it() -> None:
    assert calculated("=B1 | =C1 | =A1 | =A1 | =1") == {
        (0, 0): "#REF!", (0, 1): "#REF!", (0, 2): "#REF!", (0, 3): "#REF!", (0, 4): 1,
    }  # fmt: skip


def test_a_cell_that_looks_at_itself_is_a_circle() -> None:
    assert calculated("=SUM(A:A)") == {(0, 0): "#REF!"}
    assert calculated("=ROW(A:A)") == {(0, 0): 1}


def test_an_array_spills_down_and_to_the_right() -> None:
    assert calculated("={1,2;3,4}", rows=2, columns=2) == {(0, 0): 1, (0, 1): 2, (1, 0): 3, (1, 1): 4}


def test_a_cell_in_the_way_stops_the_array() -> None:
    assert recalculated(Book([page("={1;2;3} \n \n нет")], US))["Лист"] == {
        (0, 0): ErrorValue("REF", "Array result was not expanded because it would overwrite data in A3.")
    }


def test_an_array_does_not_leave_the_grid() -> None:
    assert recalculated(Book([page("={1;2;3}", rows=2)], US))["Лист"] == {
        (0, 0): ErrorValue("REF", "Result was not automatically expanded, please insert more rows (1).")
    }


def test_what_is_spilled_is_seen_by_other_formulas() -> None:
    assert calculated("={1;2;3} | =SUM(A1:A3) | =A3 ", rows=3) == {
        (0, 0): 1, (1, 0): 2, (2, 0): 3, (0, 1): 6, (0, 2): 3,
    }  # fmt: skip


def test_an_array_made_of_a_spilled_array_spills_too() -> None:
    found = calculated("={1;2} | =ARRAYFORMULA(A1:A2*10) | =ARRAYFORMULA(B1:B2+1)", rows=2)
    assert [found[1, column] for column in range(3)] == [2, 20, 21]


def test_the_second_of_two_arrays_on_one_cell_gives_way() -> None:
    assert calculated("  | ={1;2}\n={7,8} | ", rows=3) == {(0, 1): 1, (1, 1): 2, (1, 0): "#REF!"}


def test_a_long_chain_upward_is_calculated() -> None:
    count = 3000
    chain = {(row, 0): f"=A{row + 2}+1" for row in range(count - 1)} | {(count - 1, 0): "=1"}
    assert recalculated(Book([Page("Лист", count, 1, {}, chain)], US))["Лист"][0, 0] == count


def test_a_long_circle_is_found() -> None:
    count = 300
    circle = {(row, 0): f"=A{(row + 1) % count + 1}+1" for row in range(count)}
    assert set(recalculated(Book([Page("Лист", count, 1, {}, circle)], US))["Лист"].values()) == {CIRCULAR}


def test_five_thousand_rows_find_their_remarks() -> None:
    count = 5000
    formula = '={"Замечания"; ARRAYFORMULA(IF(A2:A=""; ""; IFERROR(VLOOKUP(A2:A; \'_Замечания\'!A:C; 3; FALSE); "")))}'
    codes = {(row, 0): f"К-{row:04}" for row in range(1, count)}
    remarks = {
        (row, column): f"К-{row * 2:04}" if column == 0 else f"замечание {row}"
        for row in range(count)
        for column in (0, 2)
    }
    pages = [Page("Лист", count, 5, codes, {(0, 4): formula}), Page("_Замечания", count, 3, remarks, {})]
    found = recalculated(Book(pages, RU))["Лист"]
    assert len(found) == count
    assert all(found[row, 4] == ("" if row % 2 else f"замечание {row // 2}") for row in range(1, count))


@pytest.mark.parametrize("title", ["лист", "ЛИСТ"])
def test_titles_are_alike_in_upper_and_lower_case(title: str) -> None:
    pages = [page("5"), page(f"='{title}'!A1", "Второй")]
    assert recalculated(Book(pages, US))["Второй"] == {(0, 0): 5}


@settings(max_examples=60, deadline=None)
@any_of(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6, unique_by=lambda pair: pair[0])
)
def test_cells_that_add_one_another_are_sums_or_circles(links: list[tuple[int, int]]) -> None:
    """Cell `one` is cell `other` plus 1; what is reached without a circle is the number of steps."""
    formulas = {(one, 0): f"=A{other + 1}+1" for one, other in links}
    found = recalculated(Book([Page("Лист", 6, 1, {}, formulas)], US))["Лист"]
    steps = dict(links)
    for start, _ in links:
        seen, at = [], start
        while at in steps and at not in seen:
            seen.append(at)
            at = steps[at]
        assert found[start, 0] == (CIRCULAR if at in steps else len(seen))
