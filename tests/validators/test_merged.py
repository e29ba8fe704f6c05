"""Merged areas filled with the value of their first cell."""

from validators.grid import Area, Grid
from validators.merged import fill_merged, merged_among, unmerged


def test_every_cell_of_an_area_holds_its_value() -> None:
    grid = Grid("Файл.xlsx", "Лист", (("а", "б", None), (None, None, "в")), (Area(1, 2, 2, 3),))
    assert fill_merged(grid).rows == (("а", "б", "б"), (None, "б", "б"))
    assert fill_merged(grid).merges == ()


def test_a_short_row_grows_and_an_area_outside_of_the_data_is_nothing() -> None:
    areas = (Area(1, 1, 2, 1), Area(3, 1, 4, 2), Area(1, 3, 2, 16384), Area(2, 2, 1048576, 16384))
    grid = Grid("Файл.xlsx", "Лист", (("а", "б"), ()), areas)
    assert fill_merged(grid).rows == (("а", "б"), ("а", None))


def test_the_areas_among_rows_and_the_rows_outside_of_areas_are_told() -> None:
    areas = (Area(8, 1, 1048576, 1), Area(2, 1, 3, 1), Area(2, 2, 5, 2))
    grid = Grid("Файл.xlsx", "Лист", (("а", "б"),) * 10, areas)
    assert merged_among(grid, (1, 5, 6)) == (Area(2, 2, 5, 2),)
    assert merged_among(grid, (1, 6, 7)) == ()
    assert unmerged(grid, (1, 3, 5, 6, 7, 8, 10)) == [1, 6, 7]
