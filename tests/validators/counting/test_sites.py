"""K15 and K17: sites by what they are for, their places, and how full they are."""

from datetime import date

import pytest

from tests.validators.counting.asked import PUPILS, ask

SITES = """
Код     | Полное наименование | Вид площадки           | Мест: профпробы | Мест: стажировка | Статус     | Дата утверждения | Срок соглашения до
ПП-0001 | Завод               | Обе                    | 10              | 4                | Утверждена | 01.02.2026       |
ПП-0002 | Музей               | Профессиональные пробы | 20              |                  | Утверждена | 01.02.2026       | 31.03.2026
ПП-0003 | Банк                | Стажировка             |                 |                  | Утверждена | 01.02.2026       |
ПП-0004 | Клуб                | Обе                    | 5               | 5                | Предложена |                  |
ПП-0005 | Парк                | Профессиональные пробы | 7               |                  | Ошибочная запись | 01.02.2026 |
"""
STAGES = "Код этапа | Название | Начало | Окончание\nЭ5 | Пробы | 01.04.2026 | 30.04.2026"
TRIP = "Код | Участник | Вид | Название | Организация | Начало | Окончание | Результат"


@pytest.mark.parametrize(
    ("part", "on", "rows", "value"),
    [
        ("для профессиональных проб", date(2026, 3, 31), ["ПП-0001", "ПП-0002"], 2),
        ("для профессиональных проб", date(2026, 4, 1), ["ПП-0001"], 1),
        ("для стажировок", date(2026, 4, 15), ["ПП-0001", "ПП-0003"], 2),
        ("мест", date(2026, 3, 31), ["ПП-0001", "ПП-0002"], 34),
        ("мест для профессиональных проб", date(2026, 3, 31), ["ПП-0001", "ПП-0002"], 30),
        ("мест для стажировок", date(2026, 4, 15), ["ПП-0001"], 4),
        ("мест", date(2026, 1, 31), [], 0),
    ],
)
def test_approved_sites_and_their_places(part: str, on: date, rows: list[str], value: float) -> None:
    count = ask({"ENT": SITES}, "K15", part, on)
    assert (list(count.rows), count.value) == (rows, value)


def load(*rows: str, on: date = date(2026, 4, 10), stages: str = STAGES) -> tuple[float | None, dict[str, float], str]:
    lines = (f"ПЭ-{number:04d} | {row}" for number, row in enumerate(rows, 1))
    tables = {"SCH": PUPILS, "ENT": SITES, "PROG": "\n".join((TRIP, *lines)), "STAGE": stages}
    count = ask(tables, "K17", on=on)
    return count.value, dict(count.weights), count.why


@pytest.mark.parametrize(
    ("row", "spent"),
    [
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 02.04.2026 | 05.04.2026 | Пройдено", 4, id="both ends"),
        pytest.param("ШК-0001 | Профессиональная проба | П | ПП-0001 | 02.04.2026 | | Пройдено", 1, id="one day"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 08.04.2026 | | В процессе", 3, id="lasts till today"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 08.04.2026 | 20.04.2026 | В процессе", 3, id="till today"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 30.03.2026 | 02.04.2026 | Пройдено", 2, id="in the stage"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 02.04.2026 | | Не явился", 0, id="did not come"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | 11.04.2026 | | Пройдено", 0, id="after the day"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0001 | | | Пройдено", 0, id="no day is told"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0003 | 02.04.2026 | | Пройдено", 0, id="no places are told"),
        pytest.param("ШК-0001 | Стажировка | С | ПП-0004 | 02.04.2026 | | Пройдено", 0, id="a site not approved"),
        pytest.param("ШК-0001 | Проектная сессия | С | ПП-0001 | 02.04.2026 | | Пройдено", 0, id="another activity"),
    ],
)
def test_the_load_is_days_spent_of_days_offered(row: str, spent: int) -> None:
    value, weights, _ = load(row)
    assert sum(weights.values()) == spent
    assert value == pytest.approx(100 * spent / (14 * 10))


def test_days_of_one_participant_are_counted_together() -> None:
    row = "ШК-0001 | Стажировка | С{} | ПП-0001 | 0{}.04.2026 | | Пройдено"
    assert load(row.format(1, 2), row.format(2, 4))[1] == {"ШК-0001": 2}


def test_without_dates_of_the_stage_places_are_offered_from_the_day_of_approval() -> None:
    row = "ШК-0001 | Стажировка | С | ПП-0001 | 01.01.2026 | 10.02.2026 | Пройдено"
    value, _, _ = load(row, on=date(2026, 2, 10), stages="Код этапа | Название\nСквозное | Весь сезон")
    assert value == pytest.approx(100 * 10 / (14 * 10 + 20 * 10))


def test_before_the_stage_nothing_is_offered() -> None:
    assert load(on=date(2026, 3, 31)) == (None, {}, "мест ещё не предлагали")
