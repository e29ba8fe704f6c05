"""Ages and school years."""

from datetime import date

import pytest

from config.ages import age_on, birthday, school_year


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 4, 15), date(2026, 4, 14), 17),
        (date(2008, 4, 15), date(2026, 4, 15), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
    ],
)
def test_a_year_is_full_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_who_was_born_on_the_leap_day_comes_of_age_in_march() -> None:
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 8, 31), "2025/2026"), (date(2026, 9, 1), "2026/2027"), (date(2026, 1, 1), "2025/2026")],
)
def test_a_school_year_begins_in_september(day: date, year: str) -> None:
    assert school_year(day) == year
