"""Reporting periods: their days and their names."""

from datetime import date

import pytest

from config.periods import calendar_days, is_stage, period_words


@pytest.mark.parametrize(
    ("period", "first", "last", "words"),
    [
        ("2026-04", date(2026, 4, 1), date(2026, 4, 30), "апрель 2026 г."),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31), "декабрь 2025 г."),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "февраль 2024 г."),
        ("2026-К1", date(2026, 1, 1), date(2026, 3, 31), "I квартал 2026 г."),
        ("2026-К4", date(2026, 10, 1), date(2026, 12, 31), "IV квартал 2026 г."),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026 год"),
    ],
)
def test_a_period_of_the_calendar_has_its_days_and_its_name(period: str, first: date, last: date, words: str) -> None:
    assert calendar_days(period) == (first, last)
    assert period_words(period) == words
    assert not is_stage(period)


def test_a_stage_has_no_days_of_the_calendar() -> None:
    assert calendar_days("Э4") is None
    assert is_stage("Э4")
    assert period_words("Э4") == "этап Э4"
