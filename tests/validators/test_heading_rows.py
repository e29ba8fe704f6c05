"""Which rows of a tab are the heading of a register, however the office has drawn it."""

from dataclasses import replace

import pytest

from config.settings import Keeping
from tests.text_tables import BY_KEY, codes, grid
from validators.grid import Area, Grid
from validators.heading import vocabulary
from validators.heading_rows import Heading, heading_of, known_texts
from validators.parse import parse

SCHOOLS = "ОО-0001 | Школа № 1 | Бийск\nОО-0002 | Школа № 2 | Бийск"


def heading(key: str, text: str, *merges: Area) -> Heading | None:
    return heading_of(replace(grid(text), merges=merges), vocabulary(BY_KEY[key], Keeping()))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"Код | Полное наименование | Муниципалитет\n{SCHOOLS}", (1,)),
        (f"Список организаций\nна 01.09.2025\n\nКод | Полное наименование | Муниципалитет\n{SCHOOLS}", (4,)),
        (f"Код | Полное наименование | Муниципалитет\n#1 | #2 | #3\n{SCHOOLS}", (1,)),
        (f"Код | Полное наименование | Муниципалитет\nКод | Полное наименование | Муниципалитет\n{SCHOOLS}", (1,)),
    ],
)
def test_a_heading_of_one_row_is_found_by_its_words(text: str, rows: tuple[int, ...]) -> None:
    found = heading("EDU", text)
    assert found is not None
    assert found.rows == rows


def test_the_row_of_column_numbers_belongs_to_the_heading() -> None:
    parsed = parse(grid(f"Код | Полное наименование | Муниципалитет\n#1 | #2 | #3\n{SCHOOLS}"), BY_KEY["EDU"])
    assert parsed.table is not None
    assert parsed.table.rows == (3, 4)
    assert "S8" not in codes(parsed.remarks)


def test_a_heading_of_three_rows_is_bound_by_its_lowest_words() -> None:
    text = "№ | Участник | | | Учёба |\n | Фамилия | Имя | Отчество | Где | \n | | | | Школа | Класс или курс\n1 | Орлова | Анна | Ильинична | Лицей | 9А"
    merges = (
        Area(1, 1, 3, 1),
        Area(1, 2, 1, 4),
        Area(1, 5, 1, 6),
        Area(2, 5, 2, 6),
        *(Area(2, c, 3, c) for c in (2, 3, 4)),
    )
    found = heading("SCH", text, *merges)
    assert found is not None
    assert found.rows == (1, 2, 3)
    assert set(found.binding.fields) == {"surname", "name", "patronymic", "organisation", "grade"}


def test_a_heading_of_two_rows_without_merged_cells_is_bound() -> None:
    found = heading("SCH", "Код | Фамилия | Имя | Согласие |\n | | | дата | №\nШК-0001 | Орлова | Анна | #45931 | 7")
    assert found is not None
    assert found.rows == (1, 2)
    assert "consent_number" in found.binding.fields


def test_the_same_last_word_under_two_groups_names_neither_alone() -> None:
    words = vocabulary(BY_KEY["SCH"], Keeping())
    assert known_texts([("Согласие", "дата"), ("Зачисление", "дата")], words)[1] == "Зачисление: дата"


def test_a_band_over_a_whole_heading_is_not_part_of_it() -> None:
    text = f"Сведения об организациях | | \nКод | Полное наименование | Муниципалитет\n{SCHOOLS}"
    found = heading("EDU", text, Area(1, 1, 1, 3))
    assert found is not None
    assert found.rows == (2,)


def test_words_of_the_office_are_bound_by_its_settings() -> None:
    keeping = Keeping(headings={"Как называется": "Полное наименование", "Где": "Муниципалитет"})
    found = heading_of(grid("Как называется | Где\nШкола № 1 | Бийск"), vocabulary(BY_KEY["EDU"], keeping))
    assert found is not None
    assert set(found.binding.fields) == {"title", "municipality"}


def test_nothing_is_found_where_no_two_columns_are_known() -> None:
    assert heading("EDU", "Ярмарка | Площадь\nСеверная | 12\nЮжная | 15") is None


def test_a_grid_without_rows_has_no_heading() -> None:
    assert heading_of(Grid("Файл.xlsx", "Лист"), vocabulary(BY_KEY["EDU"], Keeping())) is None
