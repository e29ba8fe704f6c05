"""The quick ways of reading a tab give what the slow ways give."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from config.columns import Raw
from config.settings import Keeping
from tests.text_tables import BY_KEY, grid
from validators.grid import Grid
from validators.memo import Memo
from validators.parse import parse
from validators.remark import Place

HEADING = "Код | Название команды | Приоритетное направление | Студент-лидер | Наставники | Дата формирования | Стадия"
CELLS: tuple[st.SearchStrategy[Raw], ...] = (
    st.sampled_from(["КМ-0001", "КМ-0002", "км 3", "СТ-0001", "Код", "Итого", "", None]),
    st.sampled_from(["Вектор", "Всего", "Tехно", "Спектр", None]),
    st.sampled_from(["ПН-0001", "ПН-1", "12", None]),
    st.sampled_from(["СТ-0001", "СТ-0001; СТ-0002", None]),
    st.sampled_from(["НС-0001", None]),
    st.sampled_from([45931, 45931.5, 2020, "31.02.2026", "01.09.2025", None]),
    st.sampled_from(["Идея", "идея", "почти", None, ""]),
)
ROWS = st.one_of(st.tuples(*CELLS), st.tuples(*CELLS[:3]), st.just(()))
BODIES = st.lists(ROWS, max_size=12).map(tuple)
KEEPINGS = st.sampled_from(
    [Keeping(), Keeping(constants={"Стадия": "Идея"}), Keeping(key=("Название команды",)), Keeping(fill_merged=True)]
)


def tab(body: tuple[tuple[Raw, ...], ...]) -> Grid:
    return replace(grid(HEADING), rows=(*grid(HEADING).rows, *body))


@given(st.lists(BODIES, min_size=2, max_size=4), KEEPINGS)
def test_a_memo_kept_warm_changes_nothing(bodies: list[tuple[tuple[Raw, ...], ...]], keeping: Keeping) -> None:
    memo = Memo()
    for body in bodies:
        warm = parse(tab(body), BY_KEY["TEAM"], keeping, memo)
        assert warm == parse(tab(body), BY_KEY["TEAM"], keeping)


@given(BODIES)
def test_a_remark_stands_where_the_table_says_its_cell_is(body: tuple[tuple[Raw, ...], ...]) -> None:
    parsed = parse(tab(body), BY_KEY["TEAM"])
    if parsed.table is None:
        return
    table = parsed.table
    fields = {column.heading: column.field for column in table.register.columns}
    places: set[Place] = {table.place(row, name) for row in range(len(table)) for name in fields.values()}
    on_cells = [one.place for one in parsed.remarks if one.place.local_key in table.ids]
    assert places.issuperset(on_cells)


@given(BODIES)
def test_every_row_is_data_or_left_out_or_blank(body: tuple[tuple[Raw, ...], ...]) -> None:
    parsed = parse(tab(body), BY_KEY["TEAM"])
    if parsed.table is None:
        return
    table = parsed.table
    left_out = [row for _, row, _ in table.left_out]
    assert sorted({*table.rows, *left_out}) == sorted([*table.rows, *left_out])
    others = set(range(2, len(body) + 2)) - {*table.rows, *left_out}
    assert all(not any(body[row - 2][1:]) for row in others)
    for name, at in table.sources[0].columns.items():
        padded = [(*body[row - 2], *[None] * 7)[at] for row in table.rows]
        assert list(table.raw[name]) == padded
