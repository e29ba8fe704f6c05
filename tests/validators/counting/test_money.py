"""K24 and K25: cash against the plan of the year, and how much of it is from beyond the budget."""

from datetime import date

import pytest

from tests.validators.counting.asked import ask

LINES = """
Код     | Источник              | Год  | План, год | План I кв. | Кассовое исполнение | Статус записи
ФН-0001 | Бюджет субъекта РФ    | 2026 | 300000    | 300000     | 150000              |
ФН-0002 | Внебюджетные средства | 2026 | 100000    | 100000     | 50000               |
ФН-0003 | Внебюджетные средства | 2025 | 100000    | 100000     | 100000              |
ФН-0004 | Внебюджетные средства | 2026 | 100000    |            |                     |
ФН-0005 |                       | 2026 | 100000    | 100000     | 50000               |
ФН-0006 | Внебюджетные средства | 2026 | 100000    | 100000     | 50000               | Черновик
"""


@pytest.mark.parametrize(
    ("key", "part", "on", "value", "rows", "of"),
    [
        pytest.param(
            "K24", "к плану года", date(2026, 4, 15), 50, ["1", "2", "5"], ["1", "2", "5"], id="both are told"
        ),
        pytest.param(
            "K24", "к плану на дату", date(2026, 4, 15), 50, ["1", "2", "5"], ["1", "2", "5"], id="on the day"
        ),
        pytest.param("K24", "к плану года", date(2025, 12, 31), 100, ["3"], ["3"], id="of the year of the day"),
        pytest.param("K25", "", date(2026, 4, 15), 25, ["2"], ["1", "2"], id="cash of a known source"),
        pytest.param("K25", "в кассовом исполнении", date(2026, 4, 15), 25, ["2"], ["1", "2"], id="in cash"),
        pytest.param("K25", "в плане года", date(2026, 4, 15), 40, ["2", "4"], ["1", "2", "4"], id="in the plan"),
        pytest.param("K25", "", date(2025, 4, 15), 100, ["3"], ["3"], id="all of it in another year"),
    ],
)
def test_money_of_the_year(key: str, part: str, on: date, value: float, rows: list[str], of: list[str]) -> None:
    count = ask({"FIN": LINES}, key, part, on)
    assert count.value == pytest.approx(value)
    assert [one.lstrip("ФН-0") for one in count.rows] == rows
    assert [one.lstrip("ФН-0") for one in count.of] == of


def test_roubles_are_the_weights() -> None:
    count = ask({"FIN": LINES}, "K25")
    assert (count.done, count.due) == (50000, 200000)
    assert count.of_weights == {"ФН-0001": 150000, "ФН-0002": 50000}


@pytest.mark.parametrize(("key", "part"), [("K25", ""), ("K24", "к плану года"), ("K24", "")])
def test_a_year_without_money_has_no_value(key: str, part: str) -> None:
    count = ask({"FIN": LINES}, key, part, date(2027, 4, 15))
    assert count.value is None
    assert count.why


def test_without_the_column_of_sources_there_is_no_value() -> None:
    assert ask({"FIN": LINES.replace("Источник", "Откуда")}, "K25").why == "нет нужного столбца"
