"""K33: institutions approved as training for the priorities, and who studies there."""

from datetime import date

import pytest

from tests.validators.counting.asked import PUPILS, ask

SCHOOLS = """
Код     | Полное наименование | Тип     | Решение | Дата утверждения
ОО-0001 | Колледж связи       | колледж |         | {}
ОО-0002 | Колледж права       | колледж |         |
"""
COUNCIL = """
Код     | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты
РШ-0001 | Совет     | 01.04.2026     | C4     | Утвердить          | Принято   | ОО-0002
РШ-0002 | Совет     | 01.04.2026     | C2     | Утвердить          | Принято   | ОО-0001
"""
WHERE = "доля участников из них"


@pytest.mark.parametrize(
    ("tables", "on", "approved", "share"),
    [
        pytest.param({}, date(2026, 4, 15), ("ОО-0001",), 50, id="by the day told in the row"),
        pytest.param({}, date(2026, 3, 31), (), 0, id="not yet"),
        pytest.param({"DEC": COUNCIL}, date(2026, 4, 15), ("ОО-0002",), 50, id="by decisions on the right question"),
        pytest.param({"DEC": COUNCIL}, date(2026, 3, 31), (), 0, id="decided later"),
    ],
)
def test_institutions_are_approved_by_question_c4(
    tables: dict[str, str], on: date, approved: tuple[str, ...], share: float
) -> None:
    office = {"SCH": PUPILS, "EDU": SCHOOLS.format("01.04.2026"), **tables}
    assert ask(office, "K33", on=on).rows == approved
    assert ask(office, "K33", WHERE, on).value == share


def test_where_nothing_tells_what_is_approved_there_is_no_value() -> None:
    silent = "Код | Полное наименование | Тип\nОО-0001 | Колледж связи | колледж"
    for part in ("", WHERE):
        assert ask({"SCH": PUPILS, "EDU": silent}, "K33", part).why == "нет нужного столбца"
    assert ask({"SCH": PUPILS, "EDU": silent, "DEC": COUNCIL}, "K33").value == 0
