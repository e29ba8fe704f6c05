"""Working days of Russia."""

from datetime import date

import pytest

from config.calendar import add_working_days, is_working_day, next_working_days, working_days_between


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2026, 4, 15), True, id="an ordinary Wednesday"),
        pytest.param(date(2026, 4, 18), False, id="an ordinary Saturday"),
        pytest.param(date(2025, 11, 1), True, id="a Saturday worked for a Monday"),
        pytest.param(date(2025, 11, 3), False, id="the Monday given for it"),
        pytest.param(date(2025, 12, 31), False, id="the last day of 2025"),
        pytest.param(date(2026, 1, 9), False, id="a transferred January day"),
        pytest.param(date(2026, 5, 1), False, id="a holiday"),
    ],
)
def test_holidays_and_transfers_are_known(day: date, works: bool) -> None:  # noqa: FBT001
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 4, 15), 0, date(2026, 4, 15)),
        (date(2026, 4, 15), 3, date(2026, 4, 20)),
        (date(2025, 10, 31), 1, date(2025, 11, 1)),
        (date(2025, 11, 1), 1, date(2025, 11, 5)),
        (date(2026, 4, 20), -1, date(2026, 4, 17)),
    ],
)
def test_a_term_in_working_days_steps_over_rest(start: date, count: int, end: date) -> None:
    assert add_working_days(start, count) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 4, 15), date(2026, 4, 15), 0),
        (date(2026, 4, 15), date(2026, 4, 16), 1),
        (date(2026, 4, 17), date(2026, 4, 20), 1),
        (date(2026, 4, 20), date(2026, 4, 17), -1),
        (date(2025, 12, 30), date(2026, 1, 12), 1),
    ],
)
def test_working_days_between_two_days_leave_out_the_first(start: date, end: date, count: int) -> None:
    assert working_days_between(start, end) == count


def test_the_next_working_days_come_in_order() -> None:
    assert next_working_days(date(2026, 4, 30), 2) == (date(2026, 5, 4), date(2026, 5, 5))
