"""One column for a full name, several columns for a class or course."""

import pytest

from config.columns import CellError, Raw
from config.registers.joined import join_grade, split_full_name


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Чайкина Ольга Петровна", ("Чайкина", "Ольга", "Петровна")),
        ("Сидоров Пётр", ("Сидоров", "Пётр", None)),
        ("Сидоров П.И.", ("Сидоров", "П.И.", "П.И.")),
        ("Пак Ирина нет", ("Пак", "Ирина", "нет")),
        ("Алиев Тимур Рашид оглы", ("Алиев", "Тимур", "Рашид оглы")),
        ("АЛИЕВА ЛЕЙЛА РАШИД КЫЗЫ", ("АЛИЕВА", "ЛЕЙЛА", "РАШИД КЫЗЫ")),
        ("Алиев Тимур Рашид-оглы", ("Алиев", "Тимур", "Рашид-оглы")),
        ("Иванова Мария, мама Ольга", ("Иванова Мария, мама Ольга", None, None)),
        ("Иванова", ("Иванова", None, None)),
        (None, (None, None, None)),
        (12.0, (12.0, None, None)),
        (CellError("#REF!"), (CellError("#REF!"), None, None)),
    ],
)
def test_a_full_name_in_one_cell_is_split_only_when_it_is_clear(typed: Raw, parts: tuple[Raw, ...]) -> None:
    assert split_full_name((typed,)) == parts


@pytest.mark.parametrize(
    ("year", "letter", "course", "grade"),
    [
        (9.0, "А", None, "9А"),
        ("9", None, None, "9"),
        ("9А", None, None, "9А"),
        (None, None, 2.0, "2 курс"),
        (None, None, "2 курс", "2 курс"),
        (None, None, "II", "II курс"),
        ("-", "нет", "2", "2 курс"),
        (10, "Б", "1", "10Б 1 курс"),
        (None, None, None, None),
        (CellError("#Н/Д"), "А", None, CellError("#Н/Д")),
    ],
)
def test_class_letter_and_course_make_one_grade(year: Raw, letter: Raw, course: Raw, grade: Raw) -> None:
    assert join_grade((year, letter, course)) == (grade,)
