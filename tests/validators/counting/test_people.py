"""K03 and a part of K04: applications for a place, and which part of the municipalities is covered."""

import pytest

from tests.validators.counting.asked import PUPILS, ask

PLANS = "Код | Показатель | Код показателя | План года\nПК-0001 | Зачислено | {} | {}"
TOWNS = """
Наименование     | ОКТМО    | Действует по
Приозёрный район | 08610000 |
город Заречный   | 08701000 |
Старый район     | 08611000 | 31.12.2024
"""
SCHOOLS = """
Код     | Полное наименование | Тип   | Муниципалитет
ОО-0001 | Школа № 5           | школа | Приозёрный район
ОО-0002 | Школа № 7           | школа | Старый район
"""


@pytest.mark.parametrize(
    ("tables", "value", "why"),
    [
        pytest.param({"IND": PLANS.format("K02", 2)}, 2.5, "", id="five people for two places"),
        pytest.param({"IND": PLANS.format("к02", 10)}, 0.5, "", id="the code in Cyrillic"),
        pytest.param({"IND": PLANS.format("K02", 0)}, None, "план зачисления — 0", id="no places"),
        pytest.param({"IND": PLANS.format("K01", 2)}, None, "нет годового плана зачисления (K02)", id="no plan"),
        pytest.param({}, None, "не ведётся", id="plans are not kept"),
    ],
)
def test_competition_is_applications_for_a_place_of_the_plan(
    tables: dict[str, str], value: float | None, why: str
) -> None:
    count = ask({"SCH": PUPILS, **tables}, "K03")
    assert (count.value, count.why) == (value, why)
    assert count.of == (() if value is None and "план зачисления" not in why else ("ПК-0001",))


def test_covered_municipalities_are_a_share_of_those_that_exist() -> None:
    tables = {"SCH": PUPILS, "EDU": SCHOOLS, "MUN": TOWNS}
    assert ask(tables, "K04").rows == ("Приозёрный район", "Старый район")
    count = ask(tables, "K04", "доля от всех")
    assert (count.value, count.rows) == (50, ("Приозёрный район",))
