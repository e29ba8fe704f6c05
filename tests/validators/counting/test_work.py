"""Parts of K22: what is late, and how long."""

from datetime import date

import pytest

from tests.validators.counting.asked import ask

PLAN = """
Код     | Мероприятие | Окончание (план) | Статус           | Окончание (факт)
МР-0001 | Семинар     | 14.04.2026       | В работе         |
МР-0002 | Сессия      | 05.04.2026       |                  |
МР-0003 | Выезд       | 15.04.2026       | В работе         |
МР-0004 | Встреча     | 01.03.2026       | Отменено         |
МР-0005 | Заседание   | 01.03.2026       | Исполнено        | 10.03.2026
МР-0006 | Отчёт       | 01.03.2026       | Ошибочная запись |
МР-0007 | Приказ      |                  | В работе         |
"""


@pytest.mark.parametrize(
    ("on", "late", "days"),
    [
        (date(2026, 4, 15), ["МР-0001", "МР-0002"], 11),
        (date(2026, 4, 14), ["МР-0002"], 9),
        (date(2026, 3, 9), ["МР-0005"], 8),
        (date(2026, 3, 10), [], 0),
    ],
)
def test_what_is_late_on_the_day_and_how_long(on: date, late: list[str], days: float) -> None:
    assert list(ask({"PLAN": PLAN}, "K22", "просрочено", on).rows) == late
    count = ask({"PLAN": PLAN}, "K22", "дней просрочки", on)
    assert (count.value, list(count.rows)) == (days, late)
