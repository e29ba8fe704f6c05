"""The calendar of stages: windows, breaks joined, days counted without them."""

from datetime import date

import pytest

from tests.text_tables import scene
from validators.stages import Window, breaks, days_between, windows

STAGES = """
Код этапа | Название | Начало     | Окончание  | Перерыв                                       | Статус записи
Э3        | Обучение | 01.12.2025 | 31.03.2026 | 29.12.2025–11.01.2026                         |
Э4        | Проекты  | 12.01.2026 | 15.05.2026 | 05.01.2026–15.01.2026; 02.05.2026–03.05.2026  |
Э5        | Пробы    | 16.02.2026 |            |                                               |
Э6        | Защита   | 18.05.2026 | 12.06.2026 | 01.06.2026                                    | Черновик
Сквозное  | Сезон    |            |            |                                               |
"""
OFFICE = scene({"STAGE": STAGES}).office


def test_a_stage_with_both_dates_has_a_window() -> None:
    found = windows(OFFICE)
    assert found == {
        "Э3": Window(date(2025, 12, 1), date(2026, 3, 31)),
        "Э4": Window(date(2026, 1, 12), date(2026, 5, 15)),
    }
    assert found["Э3"].holds(date(2026, 3, 31))
    assert not found["Э3"].holds(date(2026, 4, 1))


def test_breaks_that_meet_are_one() -> None:
    assert breaks(OFFICE) == (
        (date(2025, 12, 29), date(2026, 1, 15)),
        (date(2026, 5, 2), date(2026, 5, 3)),
    )


def test_an_office_without_stages_has_neither() -> None:
    nothing = scene({}).office
    assert windows(nothing) == {}
    assert breaks(nothing) == ()


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        (date(2025, 12, 20), date(2025, 12, 28), 8),
        (date(2025, 12, 20), date(2026, 1, 5), 8),
        (date(2025, 12, 20), date(2026, 1, 16), 9),
        (date(2025, 12, 28), date(2026, 1, 15), 0),
        (date(2025, 12, 29), date(2026, 1, 17), 2),
        (date(2026, 1, 15), date(2026, 1, 20), 5),
        (date(2026, 4, 1), date(2026, 5, 4), 31),
        (date(2026, 4, 1), date(2026, 4, 1), 0),
        (date(2026, 4, 2), date(2026, 4, 1), 0),
    ],
)
def test_days_of_a_break_are_not_counted(since: date, until: date, count: int) -> None:
    assert days_between(since, until, breaks(OFFICE)) == count
