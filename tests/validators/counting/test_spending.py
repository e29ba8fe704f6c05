"""Money line by line: what belongs to the year, what is due, and to which quarters the cash belongs."""

from datetime import date
from decimal import Decimal

import pytest

from tests.text_tables import scene
from validators.counting.money import money_on
from validators.counting.spending import Spending, by_quarters, other_years, spending, spread

ON = date(2026, 4, 15)
HEAD = "Код | Мероприятие | Статья/направление | Источник | Год | План, год | План I кв. | План II кв. | План III кв. | План IV кв. | Принятые обязательства | Кассовое исполнение"
LINES = f"""{HEAD}
ФН-0001 | МР-0001 | Призы  | Местный бюджет | 2026 | 4000 | 1000 | 3000 | 0 | 0 | 2000 | 1500
ФН-0002 | МР-0001 | Проезд | Местный бюджет | 2025 | 4000 | 1000 | 3000 | 0 | 0 | 2000 | 1500
ФН-0003 | МР-0001 | Услуги | Местный бюджет | 2026 | 3650 |      |      |   |   |      |
ФН-0004 | МР-0002 | Призы  | Местный бюджет |      | 500  | 500  | 0    | 0 | 0 | 400  | 450
"""


def found() -> dict[str, Spending]:
    return {one.id: one for one in spending(scene({"FIN": LINES}).office, ON)}


def test_only_lines_of_the_year_are_there_and_those_of_no_year() -> None:
    assert list(found()) == ["ФН-0001", "ФН-0003", "ФН-0004"]
    assert other_years(scene({"FIN": LINES}).office, ON) == 1


def test_the_plan_on_the_day_and_the_cash_are_those_of_the_indicator() -> None:
    lines, money = found(), money_on(scene({"FIN": LINES}).office, ON)
    assert {one.id: one.due for one in lines.values() if one.due is not None} == money.plans
    assert {one.id: one.cash for one in lines.values() if one.cash is not None} == money.paid
    assert lines["ФН-0001"].due == 1000 + 3000 * (Decimal(15) / 91)


def test_a_line_that_does_not_tell_its_cash_keeps_its_plan_alone() -> None:
    line = found()["ФН-0003"]
    assert (line.plan, line.due, line.cash, line.obligations, sum(line.paid)) == (Decimal(3650), None, None, None, 0)


@pytest.mark.parametrize(("code", "over"), [("ФН-0001", False), ("ФН-0003", False), ("ФН-0004", True)])
def test_cash_beyond_obligations_is_known(code: str, *, over: bool) -> None:
    assert found()[code].is_overpaid is over


@pytest.mark.parametrize(
    ("cash", "planned", "paid"),
    [
        (0, (100, 100, 0, 0), (0, 0, 0, 0)),
        (60, (100, 100, 0, 0), (60, 0, 0, 0)),
        (150, (100, 100, 0, 0), (100, 50, 0, 0)),
        (250, (100, 100, 0, 0), (100, 150, 0, 0)),
        (50, (0, 0, 100, 0), (0, 0, 50, 0)),
        (120, (0, 0, 100, 0), (0, 0, 120, 0)),
        (70, (0, 0, 0, 0), (70, 0, 0, 0)),
    ],
)
def test_cash_covers_the_plans_of_the_earlier_quarters_first(
    cash: int, planned: tuple[int, ...], paid: tuple[int, ...]
) -> None:
    found = spread(Decimal(cash), tuple(map(Decimal, planned)))
    assert found == tuple(map(Decimal, paid))
    assert sum(found) == cash


@pytest.mark.parametrize(
    ("typed", "whole", "parts"),
    [
        ((Decimal(10), None, None, Decimal(5)), Decimal(15), (10, 0, 0, 5)),
        ((None, None, None, None), Decimal(365), (90, 91, 92, 92)),
        ((None, None, None, None), None, (0, 0, 0, 0)),
    ],
)
def test_a_plan_without_quarters_is_parted_by_days(
    typed: tuple[object, ...], whole: object, parts: tuple[int, ...]
) -> None:
    assert by_quarters(typed, whole, 2026) == tuple(map(Decimal, parts))
