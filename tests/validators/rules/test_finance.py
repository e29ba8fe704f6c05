"""X29 and X30: money agrees with itself, and with the work done together with national projects."""

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import found, of_rule, scene
from validators.rule import check
from validators.rules import RULES

MONEY = "Код | Мероприятие | Статья/направление | Источник | Год | План, год | План I кв. | План II кв. | План III кв. | План IV кв. | Принятые обязательства | Кассовое исполнение | Данные на дату | Статус записи"
ROW = "ФН-0001 | МР-0001 | Призы | Местный бюджет | #{year} | {plan} | {quarters} | {promised} | {cash} | {as_of} | {state}"
USUAL = {
    "year": "2026", "plan": "#1000", "quarters": "#400 | #600 | #0 | #0", "promised": "#800", "cash": "#500", "as_of": "10.04.2026", "state": "",
}  # fmt: skip


def money(**cells: str) -> dict[str, str]:
    return {"FIN": f"{MONEY}\n{ROW.format(**(USUAL | cells))}"}


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"cash": "#900"}, "Кассовое исполнение"),
        ({"promised": "", "cash": "#1001"}, "Кассовое исполнение"),
        ({"promised": "#1001", "cash": "#500"}, "Принятые обязательства"),
        ({"promised": "#1200", "cash": "#1300"}, "Принятые обязательства"),
        ({"plan": "#900", "promised": "#800"}, "План, год"),
        ({"quarters": "#400 | #600 | #1 |"}, "План, год"),
        ({"quarters": "#999 |  |  |"}, "План, год"),
        ({"as_of": "04.04.2026"}, "Данные на дату"),
        ({"year": "2025", "as_of": "20.12.2025"}, "Данные на дату"),
    ],
)
def test_sums_that_do_not_agree_are_remarked_once(cells: dict[str, str], column: str) -> None:
    assert of_rule("X29", money(**cells)) == [("ФН-0001", column)]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"promised": "#1000", "cash": "#1000", "as_of": "01.02.2026"},
        {"promised": "", "cash": ""},
        {"promised": "#0", "cash": "#0", "as_of": "01.02.2026"},
        {"quarters": " |  |  | "},
        {"quarters": "#400 | почти 600 | #0 | #0"},
        {"plan": "#1000.004"},
        {"plan": ""},
        {"as_of": "05.04.2026"},
        {"as_of": ""},
        {"year": "2025", "as_of": "21.12.2025"},
        {"year": "2027", "as_of": "01.02.2026"},
        {"cash": "#9000", "state": "Черновик"},
        {"cash": "#9000", "state": "Ошибочная запись"},
    ],
)
def test_sums_that_agree_or_are_not_known_are_let_pass(cells: dict[str, str]) -> None:
    assert of_rule("X29", money(**cells)) == []


def test_a_sum_a_thousand_times_larger_is_of_other_units() -> None:
    (remark,) = (one for one in check(scene(money(promised="#1000000")), RULES) if one.code == "X29")
    assert "разные единицы" in remark.text
    assert "в тысячах" in remark.advice
    assert "1\u00a0000\u00a0000\u00a0₽" in remark.text


def test_the_age_of_cash_is_a_setting() -> None:
    settings = Settings(thresholds=ThresholdsSection(money_days=30))
    assert of_rule("X29", money(as_of="20.03.2026"), settings=settings) == []


PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план) | Статус\nМР-0001 | Сессия | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 02.03.2026 | {first}\nМР-0002 | Проба | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 02.03.2026 | "
PROJECTS = "Название | Национальный проект | Действует с | Действует по\nПрофессионалитет | Молодёжь и дети | 01.01.2025 | 31.12.2030\nУчитель будущего | Образование | 01.01.2019 | 31.12.2024\nБез срока | Кадры | |"
NP = "Код | Федеральный проект | Мероприятие/объект НП | Форма координации | Мероприятие РПО | Сроки с | Сроки по | Статус | Национальный проект\nНП-0001 | {project} | Мастерские | {form} | {measure} | {since} | {until} | {status} | {national}"
PAID = "Код | Мероприятие | Статья/направление | Источник | Год | План, год | НП\nФН-0001 | {measure} | Призы | Федеральный бюджет | #2026 | #1000 | {np}"
COORDINATED = {
    "project": "Профессионалитет", "form": "Обмен данными", "measure": "МР-0001", "since": "01.03.2026", "until": "", "status": "В работе", "national": "",
}  # fmt: skip


def coordination(paid: dict[str, str] | None = None, first: str = "", **cells: str) -> dict[str, str]:
    tables = {"NP": NP.format(**(COORDINATED | cells)), "PLAN": PLAN.format(first=first), "FEDPROJECT": PROJECTS}
    return tables if paid is None else tables | {"FIN": PAID.format(**({"measure": "МР-0001", "np": "НП-0001"} | paid))}


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        (coordination({"measure": "МР-0002"}), ("ФН-0001", "НП")),
        (coordination({}, status="Отменено"), ("ФН-0001", "НП")),
        (coordination({"np": ""}, form="Финансирование"), ("НП-0001", "Форма координации")),
        (coordination(first="Отменено"), ("НП-0001", "Мероприятие РПО")),
        (coordination(project="Учитель будущего"), ("НП-0001", "Федеральный проект")),
        (coordination(project="Учитель будущего", national="Кадры"), ("НП-0001", "Федеральный проект")),
        (coordination(since="01.12.2024"), ("НП-0001", "Федеральный проект")),
        (coordination(until="01.01.2031"), ("НП-0001", "Федеральный проект")),
        (coordination(national="Кадры"), ("НП-0001", "Национальный проект")),
    ],
)
def test_coordination_that_leads_nowhere_is_remarked(tables: dict[str, str], where: tuple[str, str]) -> None:
    assert of_rule("X30", tables) == [where]


@pytest.mark.parametrize(
    "tables",
    [
        coordination(),
        coordination({}, form="Финансирование"),
        coordination({"measure": ""}),
        coordination({"np": "НП-0777"}),
        coordination(form="Финансирование"),
        coordination({"np": ""}, form="Финансирование", status="Отменено"),
        coordination(first="Отменено", status="Отменено"),
        coordination(project="Без срока"),
        coordination(project="Неизвестный проект"),
        coordination(measure=""),
        coordination(since=""),
        coordination(national="Молодёжь и дети"),
        {"NP": coordination()["NP"]},
        {"NP": coordination()["NP"], "FIN": "Код | Мероприятие\nФН-0001 | МР-0001"},
    ],
)
def test_coordination_that_agrees_or_is_not_known_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X30", tables) == []


def test_without_the_register_nothing_is_said() -> None:
    assert [code for code, *_ in found({"PLAN": PLAN.format(first="")}) if code in {"X29", "X30"}] == []
