"""Tabs read elsewhere become a workbook in which our reader finds the same cells."""

from config.columns import CellError
from reports.taken_along import Tab, render_tabs
from sync.backends.readers.file import read_file
from tests.text_tables import read
from validators.grid import Grid

ROWS = (
    ("Код", "Дата", "Сумма", "=1+1"),
    ("КМ-0001", 45931, 12.5, "https://example.ru"),
    (None, None, None, "+7 912"),
    ("КМ-0002", None, -3, CellError("#REF!")),
)


def test_every_cell_comes_back() -> None:
    data = render_tabs([Tab(Grid("Команды", "Команды и проекты", ROWS), {1: "dd.mm.yyyy"})])
    (grid,) = read_file("Команды.xlsx", data).grids
    assert (grid.tab, grid.rows) == ("Команды и проекты", ROWS)
    assert data == render_tabs([Tab(Grid("Команды", "Команды и проекты", ROWS), {1: "dd.mm.yyyy"})])


def test_titles_that_a_workbook_does_not_allow_are_mended() -> None:
    titles = ["Лист: [1]/2?", "Очень длинное название листа, какое бывает", "очень длинное название листа, какое"]
    data = render_tabs([Tab(Grid("Ф", title, (("Код",),))) for title in titles])
    shown = [grid.tab for grid in read_file("Ф.xlsx", data).grids]
    assert shown == ["Лист   1  2", "Очень длинное название листа, к", "очень длинное название лист (2)"]


def test_a_tab_of_a_register_shows_its_dates_as_dates() -> None:
    found = read("TEAM", "Код | Название команды | Дата формирования\nКМ-0001 | Альфа | 01.10.2025").table
    assert found is not None
    tab = Tab.of(Grid("Команды", "Команды и проекты", ROWS), found)
    assert tab.formats[2] == "dd.mm.yyyy"
