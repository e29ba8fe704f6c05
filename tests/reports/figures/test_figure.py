"""A figure: its light and reason, its forecast, its cuts; and always what its named rows give."""

from collections.abc import Callable, Mapping

import pytest

from config.settings import parse as settings_of
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.cuts import CUTS
from reports.figures.figure import QUALITY, STATE, Figure, figures, whole
from reports.figures.own import own_figures
from reports.report import Light
from tests.reports.made_up import made_up_facts
from validators.counting.count import Count, Way

MakeFacts = Callable[..., Facts]
Tables = Mapping[str, str]

INDICATOR = "Код | Код показателя | Показатель | Ед. изм. | План года | План I кв. | План II кв. | План III кв. | План IV кв. | Признак | Нарастающий итог | Факт (ввод) | Прогноз на конец периода | Причина отклонения"
TEAMS = """
Код     | Название команды | Дата формирования | Стадия | Приоритетное направление | Муниципалитеты
КМ-0001 | Маяк             | 10.11.2025        | Идея   | ПН-0001                  | Бийск; Заря
КМ-0002 | Мост             | 10.02.2026        | Идея   | ПН-0002                  | Бийск
КМ-0003 | Мир              | 10.03.2026        | Закрыт | ПН-0002                  | Заря
"""
PUPILS = """
Код     | Фамилия  | Имя  | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Категория   | Дата зачисления | Дата выбытия | Команда
ШК-0001 | Галкин   | Пётр | Ильич    | 01.02.2010    | ОО-0001                     | 9А             | Участник         | Школьник    | 01.10.2025      |              | КМ-0001
ШК-0002 | Стрижов  | Лев  | Ильич    | 02.02.2010    | ОО-0001                     | 9А             | Участник         | Школьник    | 01.02.2026      |              | КМ-0002
ШК-0003 | Воробьёв | Иван | Ильич    | 03.02.2009    | ОО-0002                     | 2 курс         | Выбыл            | Студент СПО | 01.10.2025      | 01.03.2026   | КМ-0002
ШК-0004 | Уткин    | Олег | Ильич    | 04.02.2009    | ОО-0002                     | 2 курс         | Кандидат         | Студент СПО |                 |              |
"""
SCHOOLS = """
Код     | Полное наименование | Тип     | Муниципалитет
ОО-0001 | Школа № 5           | школа   | Бийск
ОО-0002 | Колледж связи       | колледж | Заря
"""
PLACES = "Наименование | Тип\nБийск | Городской округ\nЗаря | Муниципальный округ"
OFFICE: Tables = {"TEAM": TEAMS, "SCH": PUPILS, "EDU": SCHOOLS, "MUN": PLACES}
MONEY = """
Код     | Мероприятие | Статья/направление | Источник           | Год  | План, год | План I кв. | План II кв. | План III кв. | План IV кв. | Кассовое исполнение
ФН-0001 | МР-0001     | Призы              | Местный бюджет     | 2026 | 1000      | 1000       | 0           | 0            | 0           | 900
ФН-0002 | МР-0002     | Призы              | Федеральный бюджет | 2026 | 3000      | 3000       | 0           | 0            | 0           | 1500
ФН-0003 | МР-0002     | Проезд             | Федеральный бюджет | 2026 | 5000      | 5000       | 0           | 0            | 0           |
"""


def planned(key: str, year: str, *, quarters: str = "| | |", unit: str = "", more: str = "| | | |") -> Tables:
    """An office with a plan of one indicator. `more` is direction, rising, typed fact, forecast, reason."""
    return {**OFFICE, "IND": f"{INDICATOR}\nПК-0001 | {key} | Что-то | {unit} | {year} | {quarters} | {more}"}


def even(year: str) -> str:
    """The same cumulative plan in every quarter."""
    return " | ".join([year] * 4)


def figure(facts: Facts, key: str, **cut: str) -> Figure:
    return next(one for one in figures(facts) if one.indicator.id == key and one.cut == cut)


@pytest.mark.parametrize(
    ("plan", "value", "light", "share", "why"),
    [
        ("2", 2, Light.GREEN, 100, "план выполнен"),
        ("1", 2, Light.GREEN, 200, "план выполнен"),
        ("3", 2, Light.RED, 200 / 3, "не хватает 1"),
        ("4", 2, Light.RED, 50, "не хватает 2"),
    ],
)
def test_a_number_is_judged_by_its_plan_on_the_day(
    make_facts: MakeFacts, plan: str, value: float, light: Light, share: float, why: str
) -> None:
    one = figure(make_facts(planned("K09", plan, quarters=even(plan), more="| Да | | |")), "K09")
    assert (one.value, one.plan, one.light, one.why) == (value, float(plan), light, why)
    assert one.share == pytest.approx(share)


@pytest.mark.parametrize(
    ("plan", "light", "why"),
    [
        ("66,7", Light.GREEN, "по плану"),
        ("70", Light.GREEN, "почти по плану, не хватает 3,3"),
        ("71", Light.YELLOW, "не хватает 4,3"),
        ("78", Light.YELLOW, "не хватает 11,3"),
        ("79", Light.RED, "не хватает 12,3"),
        ("60", Light.GREEN, "план выполнен"),
    ],
)
def test_a_share_is_judged_by_how_much_of_its_plan_it_is(
    make_facts: MakeFacts, plan: str, light: Light, why: str
) -> None:
    one = figure(make_facts(planned("K18", plan, unit="%")), "K18")
    assert one.value == pytest.approx(200 / 3)
    assert (one.light, one.why) == (light, why)


@pytest.mark.parametrize(
    ("plan", "light", "why"),
    [("2", Light.GREEN, "в пределах плана"), ("1", Light.RED, "больше плана"), ("3", Light.GREEN, "в пределах плана")],
)
def test_where_less_is_better_more_than_the_plan_is_red(
    make_facts: MakeFacts, plan: str, light: Light, why: str
) -> None:
    more = "Убывающий (меньше — лучше) | Да | | |"
    one = figure(make_facts(planned("K09", plan, quarters=even(plan), more=more)), "K09")
    assert (one.light, one.why, one.forecast) == (light, why, None)


def test_the_limits_of_the_settings_decide(make_facts: MakeFacts) -> None:
    settings = "[thresholds]\nindicator_green = 50.0\nindicator_yellow = 40.0\n"
    assert settings_of(settings, {}).thresholds.indicator_green == 50
    tables = planned("K09", "4", quarters=even("4"), more="| Да | | |")
    assert figure(make_facts(tables, settings=settings), "K09").light is Light.GREEN


def test_without_a_plan_nothing_is_judged(make_facts: MakeFacts) -> None:
    one = figure(make_facts(OFFICE), "K09")
    assert (one.value, one.plan, one.share, one.light, one.why) == (2, None, None, Light.GREY, "плана нет")


@pytest.mark.parametrize(
    ("tables", "key", "why"),
    [
        ({}, "K09", "не ведётся"),
        ({}, "K02", "не ведётся"),
        ({"TEAM": TEAMS}, "K24", "не ведётся"),
        ({"FIN": "Код | Мероприятие | Год | План, год\nФН-0001 | МР-0001 | 2026 | 10"}, "K24", "нет нужного столбца"),
        ({"SCH": PUPILS.replace("Участник", "Кандидат").replace("Выбыл  ", "Кандидат")}, "K18", "никто не зачислен"),
    ],
)
def test_what_can_not_be_counted_says_why_and_is_never_zero(
    make_facts: MakeFacts, tables: Tables, key: str, why: str
) -> None:
    one = figure(make_facts(tables), key)
    assert (one.value, one.share, one.light, one.why) == (None, None, Light.GREY, why)
    assert not [
        other for other in figures(make_facts(tables)) if other.indicator.id == key and set(other.cut) - {STATE}
    ]


def test_a_reason_that_staff_give_is_told_where_the_plan_is_not_met(make_facts: MakeFacts) -> None:
    tables = planned("K09", "4", quarters=even("4"), more="| Да | | | набор продлён")
    assert figure(make_facts(tables), "K09").why == "не хватает 2: набор продлён"
    notes = "Код | Период | Показатель или раздел | Причина\nПЯ-0001 | {} | ПК-0001 | {}"
    fresh = {**tables, "NOTE": notes.format("2026-04", "зал закрыт")}
    assert figure(make_facts(fresh), "K09").why == "не хватает 2: зал закрыт"
    old = {**tables, "NOTE": notes.format("2025-11", "зал закрыт")}
    assert figure(make_facts(old), "K09").why == "не хватает 2: набор продлён"
    private = {**tables, "NOTE": notes.format("2026-04", "звоните +7 912 345-67-89")}
    assert "912" not in figure(make_facts(private), "K09").why


def test_a_forecast_is_what_staff_typed_else_the_pace_of_three_months(make_facts: MakeFacts) -> None:
    typed = figure(make_facts(planned("K09", "4", more="| | | 7 |")), "K09").forecast
    assert typed is not None
    assert (typed.value, typed.basis) == (7, "вписан в ПК-0001")
    paced = figure(make_facts(planned("K09", "4")), "K09").forecast
    assert paced is not None
    assert (paced.value, paced.basis) == (5, "темп 90 дней: +1")


@pytest.mark.parametrize("key", ["K18", "K24", "K04"])
def test_a_share_and_what_has_its_bounds_have_no_forecast_by_pace(make_facts: MakeFacts, key: str) -> None:
    assert figure(make_facts({**planned(key, "90", unit="%"), "FIN": MONEY}), key).forecast is None


@pytest.mark.parametrize(
    ("key", "cut", "value", "rows"),
    [
        ("K02", {"category": "Школьник"}, 2, ("ШК-0001", "ШК-0002")),
        ("K02", {"category": "Студент СПО"}, 1, ("ШК-0003",)),
        ("K02", {"municipality": "Бийск"}, 2, ("ШК-0001", "ШК-0002")),
        ("K02", {"municipality": "Заря"}, 1, ("ШК-0003",)),
        ("K02", {"priority": "ПН-0001"}, 1, ("ШК-0001",)),
        ("K02", {"priority": "ПН-0002"}, 2, ("ШК-0002", "ШК-0003")),
        ("K05", {"kind": "Общеобразовательная"}, 1, ("ОО-0001",)),
        ("K09", {"municipality": "Бийск"}, 2, ("КМ-0001", "КМ-0002")),
        ("K09", {"municipality": "Заря"}, 1, ("КМ-0001",)),
        ("K09", {"stage": "Идея"}, 2, ("КМ-0001", "КМ-0002")),
        ("K18", {"category": "Школьник"}, 100, ("ШК-0001", "ШК-0002")),
        ("K18", {"category": "Студент СПО"}, 0, ()),
        ("K24", {"source": "Местный бюджет"}, 90, ("ФН-0001",)),
        ("K24", {"source": "Федеральный бюджет"}, 50, ("ФН-0002",)),
    ],
)
def test_a_cut_counts_the_rows_of_its_group(
    make_facts: MakeFacts, key: str, cut: dict[str, str], value: float, rows: tuple[str, ...]
) -> None:
    one = figure(make_facts({**OFFICE, "FIN": MONEY}), key, **cut)
    assert (one.value, one.count.rows, one.planned) == (value, rows, None)


def test_money_is_weighed_and_a_line_that_does_not_tell_its_cash_is_in_neither_part(make_facts: MakeFacts) -> None:
    one = figure(make_facts({"FIN": MONEY}), "K24")
    assert (one.value, one.count.rows, one.count.of) == (60, ("ФН-0001", "ФН-0002"), ("ФН-0001", "ФН-0002"))
    assert (one.light, sum(one.count.weights.values())) == (Light.RED, 2400)


def test_the_name_of_a_figure_tells_its_cut(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    assert figure(facts, "K02").name == "K02"
    assert figure(facts, "K02", category="Школьник").name == "K02 category=Школьник"


def test_an_own_indicator_has_the_fact_that_was_typed(make_facts: MakeFacts) -> None:
    (one,) = own_figures(make_facts(planned("РК1", "20", quarters=even("20"), more="| Да | 18 | 19 |")))
    assert (one.indicator.id, one.value, one.plan, one.light) == ("РК1", 18, 20, Light.YELLOW)
    assert (one.count.rows, one.count.valued().value) == (("ПК-0001",), 18)
    assert one.forecast is not None
    assert one.forecast.value == 19
    (silent,) = own_figures(make_facts(planned("РК1", "20")))
    assert (silent.value, silent.light, silent.why) == (None, Light.GREY, "факт не вписан")
    assert own_figures(make_facts(planned("K09", "20"))) == ()
    assert own_figures(make_facts({})) == ()


@pytest.fixture(scope="module")
def made_up() -> Facts:
    return made_up_facts()


def again(count: Count) -> float | None:
    """The value from the named rows alone, written once more."""
    rows = sum(count.weights.get(one, 0) if count.weights else 1 for one in count.rows)
    of = sum(count.of_weights.get(one, 0) if count.of_weights else 1 for one in count.of)
    match count.way:
        case Way.NUMBER:
            return float(rows)
        case Way.MEAN:
            return rows / len(count.rows) if count.rows else None
        case Way.RATIO:
            return rows / of if of else None
        case Way.SHARE:
            return 100 * rows / of if of else None


def test_every_figure_of_the_made_up_office_is_what_its_named_rows_give(made_up: Facts) -> None:
    some = [one for one in figures(made_up) if one.indicator.id != QUALITY and one.value is not None]
    assert len(some) > 200
    assert [one.name for one in some if one.value != pytest.approx(again(one.count))] == []


def test_no_row_is_named_twice_and_every_row_exists(made_up: Facts) -> None:
    known = {row for table in made_up.scene.office.tables.values() for row in table.ids}
    for one in figures(made_up):
        for ids in (one.count.rows, one.count.of):
            assert len(set(ids)) == len(ids), one.name
            assert set(ids) <= known, one.name


def test_a_cut_names_only_rows_of_the_whole(made_up: Facts) -> None:
    every = figures(made_up)
    of_whole = {one.indicator.id: one.count for one in every if not one.cut}
    for one in every:
        if one.cut and STATE not in one.cut:
            assert set(one.count.rows) <= set(of_whole[one.indicator.id].rows), one.name
            assert set(one.count.of) <= set(of_whole[one.indicator.id].of), one.name


def test_groups_that_do_not_overlap_add_up_to_the_whole(made_up: Facts) -> None:
    for key, cut in (("K01", "category"), ("K02", "category"), ("K24", "source")):
        parts = [one for one in figures(made_up) if one.indicator.id == key and cut in one.cut]
        assert len(parts) >= 3
        rows = [row for one in parts for row in one.count.rows]
        assert sorted(rows) == sorted(whole(made_up, BY_ID[key]).count.rows)


def test_figures_stand_in_the_order_of_the_catalogue_the_whole_before_its_cuts(made_up: Facts) -> None:
    every = figures(made_up)
    assert [one.indicator.id for one in every] == sorted(one.indicator.id for one in every)
    seen: set[str] = set()
    for one in every:
        assert bool(one.cut) == (one.indicator.id in seen), one.name
        seen.add(one.indicator.id)
    assert {key for one in every for key in one.cut} <= {*CUTS, STATE}


def test_every_figure_has_a_light_with_a_reason(made_up: Facts) -> None:
    for one in figures(made_up):
        if not one.cut:
            assert one.why, one.name
            assert one.value is not None or one.light is Light.GREY, one.name
