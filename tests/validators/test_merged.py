"""Merged areas filled with the value of their first cell."""

from validators.grid import Area, Grid
from validators.merged import fill_merged


def test_every_cell_of_an_area_holds_its_value() -> None:
    grid = Grid("Файл.xlsx", "Лист", (("а", "б", None), (None, None, "в")), (Area(1, 2, 2, 3),))
    assert fill_merged(grid).rows == (("а", "б", "б"), (None, "б", "б"))
    assert fill_merged(grid).merges == ()


def test_a_short_row_grows_and_an_area_below_the_data_is_nothing() -> None:
    grid = Grid("Файл.xlsx", "Лист", (("а",), ()), (Area(1, 1, 2, 1), Area(3, 1, 4, 2), Area(2, 2, 9, 2)))
    assert fill_merged(grid).rows == (("а",), ("а", None))
