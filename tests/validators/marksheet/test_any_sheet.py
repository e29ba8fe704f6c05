"""Whatever stands in a tab titled «Ведомость»: reading never raises, remarks point into the tab, ids are unique."""

from hypothesis import given
from hypothesis import strategies as st

from config.columns import CellError, Raw
from config.settings import Keeping
from tests.text_tables import table
from tests.validators.marksheet.sheets import PLAN, PUPILS, told
from validators.grid import Area, Grid
from validators.marksheet.facts import parse_marksheet

KNOWN = {"PLAN": table("PLAN", PLAN), "SCH": table("SCH", PUPILS)}
CELLS: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(-10, 60000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(
        [CellError("#REF!"), "МР-0001", "МР-0003", "МР-0099", "ШК-0001", "ШК-0002", "Код", "ФИО", "Вид", "Дата", "Отбор",
         "Модуль 1", "Защита", "+", "−", "н", "не треб.", "85%", 0.5, 1, 87, "Итого", "Чайкина Ольга Ильична"]
    ),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=12).map(tuple)
MERGES = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 3), st.integers(0, 3)).map(
        lambda some: Area(some[0], some[1], some[0] + some[2], some[1] + some[3])
    ),
    max_size=2,
).map(tuple)
HEADED = st.tuples(st.lists(CELLS, min_size=2, max_size=5), ROWS).map(
    lambda both: (("", "", "МР-0001", "МР-0003", "МР-0002"), ("Код", "ФИО", *both[0]), *both[1])
)


def look(rows: tuple[tuple[Raw, ...], ...], merges: tuple[Area, ...] = ()) -> None:
    grid = Grid("Файл.xlsx", "Ведомость", rows, tuple(one for one in merges if one.top <= len(rows)))
    parsed = parse_marksheet(grid, Keeping(), KNOWN)
    for remark in parsed.remarks:
        assert remark.place.row is None or 1 <= remark.place.row <= len(rows)
        assert remark.text.strip()
        assert remark.advice.strip()
    if parsed.table is None:
        return
    assert len(set(parsed.table.ids)) == len(parsed.table.ids)
    assert not {row for _, row, _ in parsed.table.left_out} & set(parsed.table.rows)
    for index in range(len(parsed.table)):
        place = parsed.table.place(index, "result")
        assert place.row is not None
        assert place.cell is not None
    _, remarks = told(parsed)
    assert len(set(remarks)) == len(remarks)
    assert len({(one.code, one.place.cell, one.place.column, one.text) for one in remarks}) == len(remarks)


@given(ROWS, MERGES)
def test_anything_is_read_without_a_fall(rows: tuple[tuple[Raw, ...], ...], merges: tuple[Area, ...]) -> None:
    look(rows, merges)


@given(HEADED, MERGES)
def test_anything_under_a_head_is_read_without_a_fall(
    rows: tuple[tuple[Raw, ...], ...], merges: tuple[Area, ...]
) -> None:
    look(rows, merges)
