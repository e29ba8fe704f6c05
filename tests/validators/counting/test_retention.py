"""Whose data must be destroyed by when: withdrawn consent, «Хранить до», months after taking part; whose consent fails."""

from datetime import date

import pytest

from config.settings import Settings, parse
from tests.text_tables import TODAY, scene
from validators.counting.retention import Ground, months_after, to_destroy, turning_adult, without_consent
from validators.office import Office

HEAD = "Код | Фамилия | Имя | Дата рождения | Класс или курс | Статус участника | Дата заявки | Дата зачисления | Дата выбытия | Согласие: дата | Согласие дал | Дата отзыва согласия | Хранить до"
ROWS = """
ШК-0001 | Белов  | Глеб | 01.02.2010 | 9А | Участник        | | 01.10.2025 |            | 01.09.2025 | Представитель | 10.04.2026 |
ШК-0002 | Галкин | Пётр | 01.02.2010 | 9А | Участник        | | 01.10.2025 |            | 12.04.2026 | Представитель | 10.04.2026 |
ШК-0003 | Дятлов | Олег | 01.02.2010 | 9А | Участник        | | 01.10.2025 |            | 01.09.2025 | Представитель |            | 20.04.2026
ШК-0004 | Зимин  | Лев  | 01.02.2010 | 9А | Выбыл           | | 01.10.2025 | 15.01.2026 | 01.09.2025 | Представитель |            |
ШК-0005 | Ким    | Иван | 01.02.2010 | 9А | Не прошёл отбор | 20.01.2026 | |           | 01.09.2025 | Представитель |            | 01.01.2030
ШК-0006 | Лунин  | Яков | 01.05.2008 | 9А | Участник        | | 01.10.2025 |            | 01.09.2025 | Представитель |            |
ШК-0007 | Орлов  | Илья | 01.05.2008 | 9А | Участник        | | 01.10.2025 |            | 01.09.2025 | Оба           |            |
ШК-0008 | Сычёв  | Марк | 01.02.2010 | 9А | Кандидат        | 20.01.2026 | |           |            |               |            |
"""
MONTHS = parse("[personal_data]\nretention_months = 3\n", {})


def office(settings: Settings | None = None) -> Office:
    found = scene({"SCH": f"{HEAD}\n{ROWS.strip()}"}, settings).office
    return Office(found.tables, found.accounts, settings=settings or Settings())


def test_the_list_tells_each_once_by_his_first_day() -> None:
    found = [(one.id, one.ground, one.until) for one in to_destroy(office(), TODAY)]
    assert found == [
        ("ШК-0003", Ground.UNTIL, date(2026, 4, 20)),
        ("ШК-0001", Ground.WITHDRAWN, date(2026, 5, 10)),
    ]  # fmt: skip


def test_months_of_keeping_are_counted_only_when_the_office_has_decided_them() -> None:
    found = [(one.id, one.ground, one.until) for one in to_destroy(office(MONTHS), TODAY)]
    assert found[0] == ("ШК-0004", Ground.OVER, date(2026, 4, 15))
    assert "ШК-0005" not in {one for one, _, _ in found}, "a day of his own comes before the months"


def test_consents_that_are_missing_or_will_not_do_soon_are_named() -> None:
    assert without_consent(office()) == ("ШК-0008",)
    assert turning_adult(office(), TODAY) == ("ШК-0006",)
    assert turning_adult(office(), date(2026, 3, 1)) == ()


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 36, date(2029, 8, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_end_on_the_last_day_of_a_shorter_month(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then
