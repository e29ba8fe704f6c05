"""Classes with letters, and courses."""

import pytest

from config.cells.grades import Grade, read_grade
from config.columns import Column, Kind, Reading

KIND = Kind("grade", "Класс или курс", read_grade)
BOTH = Column("Класс или курс", KIND)
COURSE = Column("Курс", KIND)
CLASS = Column("Класс", KIND, low_warn=8)
NINE_A = Grade(9, "А", "класс")


@pytest.mark.parametrize(
    ("typed", "grade"),
    [
        ("9А", NINE_A),
        ("9а", NINE_A),
        ("9 А", NINE_A),
        ("9а класс", NINE_A),
        ("9", Grade(9, None, "класс")),
        (9, Grade(9, None, "класс")),
        (9.0, Grade(9, None, "класс")),
        ("9 класс", Grade(9, None, "класс")),
        ("11К", Grade(11, "К", "класс")),
        ("2 курс", Grade(2, None, "курс")),
    ],
)
def test_an_ordinary_spelling_is_silent(typed: str | float, grade: Grade) -> None:
    assert read_grade(typed, BOTH) == Reading(grade)


@pytest.mark.parametrize(
    ("typed", "grade"),
    [
        ("9 «А»", NINE_A),
        ('9 "А"', NINE_A),
        ("9 «А» класс", NINE_A),
        ("9-А", NINE_A),
        ("9a", NINE_A),
        ("IX а", NINE_A),
        ("IX", Grade(9, None, "класс")),
        ("9-й класс", Grade(9, None, "класс")),
        ("II курс", Grade(2, None, "курс")),
        ("2-й курс", Grade(2, None, "курс")),
        ("маг. 1", Grade(1, None, "курс")),
    ],
)
def test_an_odd_spelling_is_normalised(typed: str, grade: Grade) -> None:
    reading = read_grade(typed, BOTH)
    assert (reading.value, reading.code, reading.severity) == (grade, "C06", None)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12", "C04"),
        ("0", "C04"),
        ("0 курс", "C04"),
        ("7 курс", "C04"),
        ("9-11", "C02"),
        ("выпускник", "C02"),
        ("9.1", "C02"),
        (45971, "C02"),
        (9.5, "C02"),
        ("9" * 100, "C02"),
        ("9b", "C07"),
        ("9Z", "C07"),
    ],
)
def test_what_is_no_grade_is_not_used(typed: str | float, code: str) -> None:
    reading = read_grade(typed, BOTH)
    assert (reading.value, reading.code) == (None, code)


def test_a_bare_small_number_is_a_course_with_a_question() -> None:
    reading = read_grade(2, BOTH)
    assert (reading.value, reading.code, reading.severity) == (Grade(2, None, "курс"), "C06", "warning")


def test_the_heading_tells_what_a_bare_number_is() -> None:
    assert read_grade("2", COURSE) == Reading(Grade(2, None, "курс"))
    assert read_grade("9", COURSE).code == "C04"
    reading = read_grade("2", CLASS)
    assert (reading.value, reading.code, reading.severity) == (Grade(2, None, "класс"), "C04", "warning")


def test_bounds_of_classes_do_not_touch_courses() -> None:
    column = Column("Класс или курс", KIND, low_warn=8)
    assert read_grade("7А", column).code == "C04"
    assert read_grade("2 курс", column).code is None


@pytest.mark.parametrize(
    ("grade", "text"), [(NINE_A, "9А"), (Grade(9, None, "класс"), "9 класс"), (Grade(2, None, "курс"), "2 курс")]
)
def test_a_grade_is_shown_as_people_write_it(grade: Grade, text: str) -> None:
    assert str(grade) == text
