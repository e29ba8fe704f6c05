"""The days of stages, and until when the report of a period is due."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import scene
from validators.counting.papers import report_due
from validators.periods import window_of

STAGES = """
Код этапа | Название | Начало     | Окончание  | Закрыт с
Э3        | Учёба    | 01.12.2025 | 31.03.2026 | 07.04.2026
Э4        | Проекты  | 12.01.2026 | 15.05.2026 |
Э5        | Пробы    |            |            |
"""
KINDS = """
Вид документа    | Срок, рабочих дней
Отчёт месячный   | 2
"""


def test_a_stage_has_the_days_that_the_office_sets() -> None:
    office = scene({"STAGE": STAGES}).office
    window = window_of(office, "Э4")
    assert window is not None
    assert (window.start, window.end) == (date(2026, 1, 12), date(2026, 5, 15))


@pytest.mark.parametrize("stage", ["Э5", "Э7"])
def test_a_stage_without_dates_has_no_days(stage: str) -> None:
    assert window_of(scene({"STAGE": STAGES}).office, stage) is None


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2026-04", date(2026, 5, 8)),  # 1 May is a holiday, so are 2 and 3
        ("2025-12", date(2026, 1, 16)),  # the working days after the holidays: 12, 13, 14, 15, 16
        ("2026-К1", date(2026, 4, 7)),
        ("2025", date(2026, 1, 16)),
        ("Э3", date(2026, 4, 21)),  # ten working days, counted from the day when the stage was closed
    ],
)
def test_a_report_is_due_some_working_days_after_its_period(period: str, day: date) -> None:
    assert report_due(scene({"STAGE": STAGES}).office, Settings(), period) == day


def test_the_term_is_that_of_the_settings() -> None:
    settings = Settings(thresholds=ThresholdsSection(report_days=2))
    assert report_due(scene({}).office, settings, "2026-04") == date(2026, 5, 5)


def test_the_term_of_the_list_of_kinds_goes_before_that_of_the_settings() -> None:
    assert report_due(scene({"DOCKIND": KINDS}).office, Settings(), "2026-04") == date(2026, 5, 5)


def test_a_report_of_a_stage_without_dates_is_due_on_no_known_day() -> None:
    assert report_due(scene({"STAGE": STAGES}).office, Settings(), "Э5") is None
