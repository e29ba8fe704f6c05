"""Whatever stands in a tab: exploring never raises, and what it says points into the tab."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.columns import CellError, Raw
from config.registers import REGISTERS
from validators.explore.tab import MOST_PROBLEMS, Explored, Wish, explore
from validators.framing.frame import Frame
from validators.grid import Area, Grid

WORDS = ("ФИО", "Название", "Телефон", "ИНН", "Дата", "Код", "Команда", "Класс", "Итого", "")
CELLS: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(-10, 60000),
    st.sampled_from([CellError("#REF!"), "Итого", "КМ-0001", "7707083892", "нет", "01.09.2025", "Oрлов", "9А"]),
)
ROWS = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(tuple),
    st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=6),
).map(lambda both: (both[0], *both[1]))
MERGES = st.lists(
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2), st.integers(0, 2)).map(
        lambda one: Area(one[0], one[1], one[0] + one[2], one[1] + one[3])
    ),
    max_size=2,
).map(tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, merges=MERGES, asked=st.sampled_from([None, "SCH", "ENT", "MUN"]))
def test_exploring_never_raises_and_points_into_the_tab(
    rows: tuple[tuple[Raw, ...], ...], merges: tuple[Area, ...], asked: str | None
) -> None:
    register = next((one for one in REGISTERS if one.key == asked), None)
    tab = explore(Grid("Файл.xlsx", "Лист", rows, merges), REGISTERS, Wish(register))
    if isinstance(tab.frame, Frame):
        _points_into(tab, len(rows))


def _points_into(tab: Explored, height: int) -> None:
    assert tab.likest
    assert 0 <= tab.likest[0].confidence <= 1
    assert all(0 <= one.parses <= 1 for one in tab.columns)
    assert len(tab.problems) <= MOST_PROBLEMS
    assert all(one.place.row is None or 1 <= one.place.row <= height for one in tab.problems)
    fields = [name for one in tab.columns if one.target for name in one.target.fields if name != "grade"]
    assert len(fields) == len(set(fields))
