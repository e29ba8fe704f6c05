"""X42: consent in time, of the right person, not withdrawn; it never changes a count."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import TODAY, of_rule, scene
from validators.counts import COUNTS
from validators.remark import Remark, consequence
from validators.rule import check
from validators.rules import RULES

HEAD = "Код | Дата рождения | Статус участника | Дата зачисления | Согласие: дата | Согласие дал | Дата отзыва согласия"


def pupil(row: str) -> dict[str, str]:
    return {"SCH": f"{HEAD}\nШК-0001 | {row}"}


def told(tables: dict[str, str], today: date = TODAY, settings: Settings | None = None) -> list[Remark]:
    return [one for one in check(scene(tables, settings, today), RULES) if one.code == "X42"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("03.02.2010 | Участник | 30.10.2025 | 30.10.2025 | Представитель", None),
        ("03.02.2010 | Участник | 30.10.2025 | 31.10.2025 | Представитель", "Согласие: дата"),
        ("03.02.2010 | Выбыл | 30.10.2025 | 31.10.2025 | Представитель", "Согласие: дата"),
        ("03.02.2010 | Кандидат | | 31.10.2025 | Представитель", None),
        ("03.02.2010 | Участник | 30.10.2025 | | Представитель", None),
        ("03.02.2010 | Участник | | 31.10.2025 | Представитель", None),
        ("03.02.2010 | Участник | 30.10.2025 | 01.10.2025 | Сам", "Согласие дал"),
        ("03.02.2010 | Кандидат | | 01.10.2025 | Сам", "Согласие дал"),
        ("15.04.2008 | Участник | 30.10.2025 | 01.10.2025 | Сам", None),
        ("03.02.2010 | Завершил | 30.10.2025 | 01.10.2025 | Сам", None),
        ("03.02.2010 | Участник | 30.10.2025 | 01.10.2025 | ", None),
        (" | Участник | 30.10.2025 | 01.10.2025 | Сам", None),
        ("03.02.2010 | Участник | 30.10.2025 | 01.10.2025 | Оба | 10.04.2026", "Дата отзыва согласия"),
        ("03.02.2010 | Участник | 30.10.2025 | 11.04.2026 | Оба | 10.04.2026", "Согласие: дата"),
        ("03.02.2010 | Кандидат | | 11.04.2026 | Оба | 10.04.2026", None),
        ("03.02.2010 | Кандидат | | 01.10.2025 | Сам | 10.04.2026", "Дата отзыва согласия"),
        ("03.02.2010 | Кандидат | | 01.10.2025 | Оба | 10.05.2026", None),
    ],
)
def test_consents(row: str, column: str | None) -> None:
    assert of_rule("X42", pupil(row)) == ([("ШК-0001", column)] if column else [])


def test_a_student_who_is_not_of_age_needs_a_representative() -> None:
    tables = {"UNI": f"{HEAD}\nСТ-0001 | 03.02.2009 | Участник | 30.10.2025 | 01.10.2025 |"}
    assert of_rule("X42", tables) == [("СТ-0001", "Согласие дал")]


def test_where_the_office_wants_so_one_of_fourteen_agrees_himself_as_well() -> None:
    settings = Settings(thresholds=ThresholdsSection(own_consent_from_14=True))
    for born, count in (("15.04.2012", 1), ("16.04.2012", 0)):
        row = f"{born} | Участник | 30.10.2025 | 01.10.2025 | Представитель"
        assert len(told(pupil(row), settings=settings)) == count
        assert told(pupil(row)) == []


def test_days_until_the_destruction_are_counted_and_then_it_is_critical() -> None:
    row = "03.02.2010 | Участник | 30.10.2025 | 01.10.2025 | Оба | 10.04.2026"
    (soon,) = told(pupil(row))
    assert soon.text == (
        "Согласие отозвано 10.04.2026: данные человека нужно уничтожить до 10.05.2026 (осталось дней: 25)."
    )
    (late,) = told(pupil(row), date(2026, 5, 12))
    assert (soon.severity.value, late.severity.value) == ("error", "critical")
    assert late.text.endswith("(срок прошёл, дней назад: 2).")
    assert not late.keeps_out
    assert consequence(late.code, late.severity) == "Данные пора уничтожить"


@pytest.mark.parametrize("row", ["| 31.10.2025 | Сам | 10.01.2026", "| | |"])
def test_consent_never_changes_a_count(row: str) -> None:
    office = scene(pupil(f"03.02.2010 | Участник | 30.10.2025 {row}")).office
    assert COUNTS["K02"](office, TODAY).value == 1


def test_a_mentor_may_withdraw_his_consent() -> None:
    tables = {"MENT": "Код | Согласие: дата | Дата отзыва согласия\nНС-0001 | 01.10.2025 | 10.04.2026\nНС-0002 | |"}
    assert of_rule("X42", tables) == [("НС-0001", "Дата отзыва согласия")]
