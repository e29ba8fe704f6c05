"""О8 «Отчёт. Финансы»: plan, obligations and cash by source, quarter and measure; the total is K24."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import whole
from reports.figures.naming import rounded
from reports.head.finance import TAB, compose
from reports.layout import lay_out
from reports.report import Chart, ChartKind, Jump, Light, Listing, Report, Value, Words
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
HEAD = "Код | Мероприятие | Статья/направление | Источник | Год | План, год | План I кв. | План II кв. | План III кв. | План IV кв. | Принятые обязательства | Кассовое исполнение | Причина неосвоения"
LINES = f"""{HEAD}
ФН-0001 | МР-0001 | Призы  | Местный бюджет     | 2026 | 10000 | 10000 | 0 | 0    | 0 | 9000  | 8500  | акты в апреле
ФН-0002 | МР-0002 | Призы  | Федеральный бюджет | 2026 | 30000 | 30000 | 0 | 0    | 0 | 30000 | 15000 | звоните +7 912 345-67-89
ФН-0003 | МР-0002 | Проезд | Федеральный бюджет | 2026 | 50000 | 50000 | 0 | 0    | 0 |       |       |
ФН-0004 | МР-0003 | Призы  | Местный бюджет     | 2026 | 5000  | 4000  | 0 | 1000 | 0 | 4000  | 4500  |
ФН-0005 | МР-0001 | Услуги | Местный бюджет     | 2025 | 7000  | 7000  | 0 | 0    | 0 | 7000  | 7000  |
"""
PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план)\nМР-0001 | Сессия | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 20.04.2026\nМР-0002 | Стажировка | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 20.04.2026"
OFFICE = {"FIN": LINES, "PLAN": PLAN}
NAMES = ("План года", "План на дату", "Принятые обязательства", "Кассовое исполнение", "Отклонение", "% плана на дату", "% плана года", "Оценка")  # fmt: skip


def page(facts: Facts) -> Report:
    (one,) = compose(facts)
    assert one.tab == TAB
    return one


def words(facts: Facts) -> list[str]:
    return [one.text for one in page(facts).blocks if isinstance(one, Words)]


def listing(facts: Facts, title: str) -> Listing:
    return next(one for one in page(facts).blocks if isinstance(one, Listing) and one.title.startswith(title))


def row(facts: Facts, title: str, first: str) -> dict[str, Value]:
    found = listing(facts, title)
    line = next(one for one in found.rows if one[0] == first)
    return dict(zip([field.heading for field in found.fields], line, strict=True))


def money(told: dict[str, Value]) -> tuple[Value, ...]:
    return tuple(told[name] for name in NAMES)


def test_the_total_is_cash_to_the_plan_on_the_day_in_thousands(make_facts: MakeFacts) -> None:
    told = row(make_facts(OFFICE), "По источникам", "Всего")
    assert money(told) == (95, 44, 43, 28, -16, 63.6, 29.5, Light.RED)
    assert told["Строки"] == Jump("3\u00a0строки", "Расшифровка", "K24")


@pytest.mark.parametrize(
    ("source", "numbers", "why"),
    [
        ("Местный бюджет", (15, 14, 13, 13, -1, 92.9, 86.7, Light.RED), "касса больше обязательств: ФН-0004"),
        ("Федеральный бюджет", (80, 30, 30, 15, -15, 50, 18.8, Light.RED), "касса не указана: ФН-0003"),
    ],
)
def test_each_source_has_its_money(make_facts: MakeFacts, source: str, numbers: tuple[Value, ...], why: str) -> None:
    told = row(make_facts(OFFICE), "По источникам", source)
    assert (money(told), told["Причина"]) == (numbers, why)
    assert isinstance(told["Строки"], Jump)
    assert told["Строки"].anchor == f"K24 · Источник: {source}"


@pytest.mark.parametrize(
    ("measure", "title", "numbers", "why", "codes"),
    [
        ("МР-0002", "Стажировка", (80, 30, 30, 15, -15, 50, 18.8, Light.RED), "касса не указана: ФН-0003", "ФН-0002, ФН-0003"),
        ("МР-0001", "Сессия", (10, 10, 9, 8.5, -1.5, 85, 85, Light.YELLOW), "акты в апреле", "ФН-0001"),
        ("нет в плане", None, (5, 4, 4, 4.5, 0.5, 112.5, 90, Light.RED), "касса больше обязательств: ФН-0004", "ФН-0004"),
    ],
)  # fmt: skip
def test_each_measure_has_its_money_and_the_reasons_of_staff(
    make_facts: MakeFacts, measure: str, title: str | None, numbers: tuple[Value, ...], why: str, codes: str
) -> None:
    told = row(make_facts(OFFICE), "По мероприятиям", measure)
    assert (told["Мероприятие"], money(told), told["Строки"]) == (title, numbers, codes)
    assert told["Причина неосвоения"] == why


def test_measures_where_most_is_not_spent_come_first(make_facts: MakeFacts) -> None:
    found = listing(make_facts(OFFICE), "По мероприятиям")
    assert [one[0] for one in found.rows] == ["МР-0002", "МР-0001", "нет в плане"]
    assert found.filtered


def test_a_reason_with_personal_data_is_not_repeated(make_facts: MakeFacts) -> None:
    assert "912" not in repr(page(make_facts(OFFICE)))


def test_money_that_is_not_spent_without_a_reason_says_so(make_facts: MakeFacts) -> None:
    told = row(make_facts({"FIN": LINES.replace("акты в апреле", "")}), "По мероприятиям", "МР-0001")
    assert told["Причина неосвоения"] == "причина не указана"


@pytest.mark.parametrize(
    ("name", "plan", "cash", "percent"),
    [
        ("I квартал", 94, 27.5, 29.3),
        ("II квартал", 0, 0, None),
        ("III квартал", 1, 0.5, 50),
        ("IV квартал", 0, 0, None),
    ],
)
def test_cash_is_put_to_the_quarters_by_their_plans(
    make_facts: MakeFacts, name: str, plan: Value, cash: Value, percent: Value
) -> None:
    told = row(make_facts(OFFICE), "По кварталам", name)
    assert tuple(told.values())[1:] == (plan, cash, percent)


def test_the_chart_shows_what_the_quarters_say(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    (chart,) = [one for one in page(facts).blocks if isinstance(one, Chart)]
    assert (chart.kind, chart.unit) == (ChartKind.COLUMN, "тыс. руб.")
    rows = listing(facts, "По кварталам").rows
    assert chart.categories == tuple(one[0] for one in rows)
    for at, series in enumerate(chart.series, 1):
        assert series.values == tuple(one[at] for one in rows)


def test_the_sentence_tells_the_main_thing(make_facts: MakeFacts) -> None:
    assert words(make_facts(OFFICE))[2] == (
        "Кассовое исполнение 63,6\u00a0% плана на дату: 28 из 44 тыс. руб. Больше всего не освоено: «Стажировка» "
        "(МР-0002), 15 тыс. руб. Внебюджетных средств 0\u00a0% кассы. Касса не указана в 1\u00a0строке. Строк других лет: 1, здесь их нет."
    )


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({}, "О деньгах сказать нечего: реестр «Финансовое обеспечение» — не ведётся."),
        ({"FIN": "Код | Мероприятие | Год | План, год"}, "О деньгах сказать нечего: реестр «Финансовое обеспечение» — нет нужного столбца."),
        ({"FIN": HEAD}, "Строк о деньгах на 2026 год пока нет."),
        ({"FIN": LINES.replace("| 2026 |", "| 2024 |")}, "Строк о деньгах на 2026 год пока нет. Строк других лет: 5, здесь их нет."),
    ],
)  # fmt: skip
def test_without_money_there_is_one_sentence_and_no_zeros(
    make_facts: MakeFacts, tables: dict[str, str], sentence: str
) -> None:
    facts = make_facts(tables)
    assert words(facts)[2:] == [sentence]
    assert not [one for one in page(facts).blocks if not isinstance(one, Words)]


def test_lines_without_cash_have_plans_and_no_percent(make_facts: MakeFacts) -> None:
    facts = make_facts({"FIN": f"{HEAD}\nФН-0001 | МР-0001 | Призы | Местный бюджет | 2026 | 9000 | | | | | | |"})
    assert words(facts)[2] == "Кассового исполнения не видно: нет плана на дату."
    assert money(row(facts, "По источникам", "Всего")) == (9, None, None, None, None, None, None, Light.GREY)


def test_the_total_of_the_made_up_office_is_the_indicator() -> None:
    facts = made_up_facts()
    k24, told = whole(facts, BY_ID["K24"]), row(facts, "По источникам", "Всего")
    assert (told["% плана на дату"], told["Оценка"]) == (rounded(k24.value), k24.light)
    assert told["План на дату"] == rounded(sum(k24.count.of_weights.values()) / 1000)
    assert told["Кассовое исполнение"] == rounded(sum(k24.count.weights.values()) / 1000)


@pytest.mark.parametrize("title", ["По источникам", "По мероприятиям"])
@pytest.mark.parametrize("name", ["План года", "Принятые обязательства", "Кассовое исполнение"])
def test_the_parts_of_the_made_up_office_add_up_to_the_total(title: str, name: str) -> None:
    facts = made_up_facts()
    found = listing(facts, title)
    at = [field.heading for field in found.fields].index(name)
    parts = [one[at] for one in found.rows if one[0] != "Всего" and isinstance(one[at], int | float)]
    total = row(facts, "По источникам", "Всего")[name]
    assert sum(float(one) for one in parts if isinstance(one, int | float)) == pytest.approx(total, abs=0.5)


def test_the_page_can_be_laid_out() -> None:
    sheet = lay_out(page(made_up_facts()), None)
    assert sheet.filtered is not None
    assert max(sheet.heights) < 120
