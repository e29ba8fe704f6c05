"""О2 «Отчёт. Показатели»: the passport of each indicator, the worst named first, every figure with its rows."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from reports.facts import Facts
from reports.figures.figure import STATE, figures
from reports.figures.naming import rounded, shown, unit_of
from reports.head.indicators import TAB, compose
from reports.report import Chart, ChartKind, Jump, Light, Listing, Report, Value, Words
from tests.reports.figures.test_figure import INDICATOR, MONEY, OFFICE
from tests.reports.made_up import made_up_facts
from validators.counts import PARTS
from validators.office import Account, Standing

MakeFacts = Callable[..., Facts]
PLANS = f"""{INDICATOR} | Базовое значение
ПК-0001 | K09 | Команд | ед. | 4 | 4 | 4 | 4 | 4 | | Да | | | зал закрыт | 1
ПК-0002 | РК1 | Кураторы | ед. | 20 | 20 | 20 | 20 | 20 | | Да | 18 | 19 | |
ПК-0003 | K02 | Зачислено | чел. | 3 | 3 | 3 | 3 | 3 | | Да | | | |
ПК-0004 | РК2 | Письма | ед. | 5 | | | | | | | | | |
"""
EVERYTHING: Mapping[str, str] = {**OFFICE, "FIN": MONEY, "IND": PLANS}


def page(facts: Facts) -> Report:
    (one,) = compose(facts)
    assert one.tab == TAB
    return one


def listing(facts: Facts, title: str) -> Listing:
    return next(one for one in page(facts).blocks if isinstance(one, Listing) and one.title == title)


def row(facts: Facts, title: str, code: str) -> dict[str, Value]:
    found = listing(facts, title)
    names = [field.heading for field in found.fields]
    return next(told for one in found.rows if (told := dict(zip(names, one, strict=True)))["Код"] == code)


def headline(facts: Facts) -> str:
    return [one.text for one in page(facts).blocks if isinstance(one, Words)][2]


def test_a_passport_tells_plan_fact_deviation_forecast_light_and_reason(make_facts: MakeFacts) -> None:
    assert row(make_facts(EVERYTHING), "С планом", "K09") == {
        "№": 1,
        "Код": "K09",
        "Показатель": "Команд действует",
        "Ед.": "ед.",
        "База": 1,
        "План года": 4,
        "План на дату": 4,
        "Факт": 2,
        "%": 50,
        "Отклонение": -2,
        "Прогноз на год": 5,
        "Из чего прогноз": "темп 90 дней: +1",
        "Оценка": Light.RED,
        "Причина": "не хватает 2: зал закрыт",
        "Строки": Jump("2\u00a0строки", "Расшифровка", "K09"),
    }


def test_indicators_with_a_plan_stand_in_the_order_of_their_register(make_facts: MakeFacts) -> None:
    found = listing(make_facts(EVERYTHING), "С планом")
    assert [one[:2] for one in found.rows] == [(1, "K09"), (2, "РК1"), (3, "K02"), (4, "РК2")]


def test_an_own_indicator_takes_the_fact_that_was_typed(make_facts: MakeFacts) -> None:
    told = row(make_facts(EVERYTHING), "С планом", "РК1")
    assert (told["Показатель"], told["Факт"], told["%"], told["Отклонение"]) == ("Кураторы", 18, 90, -2)
    assert (told["Прогноз на год"], told["Из чего прогноз"]) == (19, "вписан в ПК-0002")
    assert told["Оценка"] is Light.YELLOW
    assert told["Строки"] == Jump("1\u00a0строка", "Расшифровка", "РК1")


def test_an_own_indicator_without_a_fact_says_so(make_facts: MakeFacts) -> None:
    told = row(make_facts(EVERYTHING), "С планом", "РК2")
    assert (told["Факт"], told["%"], told["Отклонение"], told["Оценка"]) == ("нет данных", None, None, Light.GREY)
    assert (told["Причина"], told["Строки"]) == ("нет данных: факт не вписан", None)


def test_the_rest_follow_without_a_plan_and_go_on_with_the_numbers(make_facts: MakeFacts) -> None:
    facts = make_facts(EVERYTHING)
    found = listing(facts, "Без плана")
    assert [one[0] for one in found.rows] == list(range(5, 5 + len(found.rows)))
    assert not {"K02", "K09"} & {one[1] for one in found.rows}
    money = row(facts, "Без плана", "K24")
    assert (money["Факт"], money["Оценка"], money["Причина"]) == (60, Light.RED, "не освоено 1,6 тыс. руб.")
    assert money["Строки"] == Jump("2\u00a0строки", "Расшифровка", "K24")


def test_a_value_that_nothing_judges_is_not_said_to_be_missing(make_facts: MakeFacts) -> None:
    told = row(make_facts(EVERYTHING), "Без плана", "K05")
    assert (told["Факт"], told["Оценка"], told["Причина"]) == (1, "без оценки", "плана нет")


@pytest.mark.parametrize(
    ("key", "why"),
    [("K22", "нет данных: не ведётся"), ("K23", "нет данных: не ведётся"), ("K13", "нет данных: не ведётся")],
)
def test_an_indicator_without_data_says_why(make_facts: MakeFacts, key: str, why: str) -> None:
    told = row(make_facts(EVERYTHING), "Без плана", key)
    assert (told["Факт"], told["Оценка"], told["Причина"], told["Строки"]) == ("нет данных", Light.GREY, why, None)


def test_a_register_that_was_not_read_says_so(make_facts: MakeFacts) -> None:
    facts = make_facts({"SCH": OFFICE["SCH"]})
    accounts = {**facts.scene.office.accounts, "TEAM": Account(Standing.FAILED, "Файл закрыт паролем.")}
    scene = replace(facts.scene, office=replace(facts.scene.office, accounts=accounts))
    assert row(replace(facts, scene=scene), "Без плана", "K09")["Причина"] == "нет данных: не прочитано"


def test_the_first_sentence_names_the_worst_first(make_facts: MakeFacts) -> None:
    words = headline(make_facts(EVERYTHING))
    first, second, third = words.partition(". ")[0].split("; ")
    assert first == "Красных 2: команд действует (2 при плане 4), кассовое исполнение (60\u00a0%)"
    assert second == "жёлтых 2: индекс качества данных (86,6\u00a0%), кураторы (18 при плане 20)"
    assert third == "зелёных 1"
    assert "Нет данных по " in words


def test_an_office_without_plans_is_told_so(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    assert "Планов нет: реестр «Показатели» — не ведётся." in headline(facts)
    assert listing(facts, "С планом").rows == ()
    assert listing(facts, "С планом").empty == "реестр «Показатели» — не ведётся"
    assert not [one for one in page(facts).blocks if isinstance(one, Chart)]


def test_a_young_office_with_an_empty_register_of_indicators_is_told_so(make_facts: MakeFacts) -> None:
    facts = make_facts({**OFFICE, "IND": INDICATOR})
    assert "Планов нет: в реестре «Показатели» планов пока нет." in headline(facts)


def test_an_office_that_keeps_nothing_has_a_page_without_zeros(make_facts: MakeFacts) -> None:
    facts = make_facts({})
    assert headline(facts).startswith("Оценить пока нечего. Планов нет")
    assert {one[4] for one in listing(facts, "Без плана").rows} == {"нет данных"}


def test_the_chart_shows_fact_against_plan_in_percent(make_facts: MakeFacts) -> None:
    (chart,) = [one for one in page(make_facts(EVERYTHING)).blocks if isinstance(one, Chart)]
    assert (chart.kind, chart.unit) == (ChartKind.BAR, "%")
    assert chart.categories == ("K09 Команд действует", "РК1 Кураторы", "K02 Зачислено")
    assert [one.values for one in chart.series] == [(50, 90, 100), (100.0, 100.0, 100.0)]


def test_the_tab_says_what_the_figures_are() -> None:
    facts, told = made_up_facts(), dict[Value, Value]()
    for title in ("С планом", "Без плана"):
        found = listing(facts, title)
        fact = [field.heading for field in found.fields].index("Факт")
        told |= {one[1]: one[fact] for one in found.rows}
    for one in figures(facts):
        if not one.cut:
            assert told[one.indicator.id] == ("нет данных" if one.value is None else rounded(one.value))


def test_each_state_of_an_indicator_has_its_line() -> None:
    facts = made_up_facts()
    states = [one for one in figures(facts) if STATE in one.cut]
    assert len(states) == sum(map(len, PARTS.values()))
    titles = [one.title for one in page(facts).blocks if isinstance(one, Listing)]
    assert ("Состояния" in titles) == bool(states)
    for one in states:
        line = next(
            line
            for line in listing(facts, "Состояния").rows
            if line[0] == one.indicator.id and line[2] == one.cut[STATE]
        )
        assert line[3:5] == (unit_of(one) or None, shown(one.value))
