"""X31 and X32: coverage and facts that people type agree with what the registers give."""

from datetime import date

import pytest

from tests.text_tables import found, of_rule

PUPILS = (
    "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления\n"
    + "\n".join(
        f"ШК-000{n} | Галкин | Пётр | Ильич | 0{n}.02.2010 | ОО-0001 | 9А | Участник | 01.10.2025" for n in range(1, 5)
    )
)
NP = "Код | Федеральный проект | Мероприятие/объект НП | Форма координации | Мероприятие РПО | Сроки с | Статус | Охват участников: факт\nНП-0001 | Профессионалитет | Мастерские | Обмен данными | МР-0001 | 01.03.2026 | {status} | {fact}"
TRIP = "Код | Участник | Вид | Название | Начало | Результат | Мероприятие"
CAME = "ПЭ-000{n} | {person} | {kind} | Занятие {n} | 01.03.2026 | {result} | {event}"


def covered(
    fact: str, *rows: tuple[str, str, str], status: str = "В работе", kind: str = "Стажировка"
) -> dict[str, str]:
    lines = [
        CAME.format(n=n, person=person, kind=kind, result=result, event=event)
        for n, (person, result, event) in enumerate(rows, 1)
    ]
    tables = {"NP": NP.format(fact=fact, status=status), "SCH": PUPILS, "PLAN": PLAN}
    return tables | ({"PROG": "\n".join([TRIP, *lines])} if rows else {})


PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план)\nМР-0001 | Сессия | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 02.03.2026\nМР-0002 | Проба | Мероприятие | Э1 | РП-0001 | 01.03.2026 | 02.03.2026"
ONE, TWO = ("ШК-0001", "Пройдено", "МР-0001"), ("ШК-0002", "В процессе", "МР-0001")


@pytest.mark.parametrize(
    "tables",
    [
        covered("#5"),
        covered("#3", ONE, TWO),
        covered("#2", ONE, ONE),
        covered("#2", ONE, ("ШК-0002", "Не явился", "МР-0001")),
        covered("#2", ONE, ("ШК-0002", "Пройдено", "МР-0002")),
        covered("#5", ("ШК-0001", "Пройдено", "")),
    ],
)
def test_coverage_above_those_who_are_seen_is_remarked(tables: dict[str, str]) -> None:
    assert of_rule("X31", tables) == [("НП-0001", "Охват участников: факт")]


@pytest.mark.parametrize(
    "tables",
    [
        covered("#4"),
        covered("#2", ONE, TWO),
        covered("#1", ONE, TWO),
        covered("#4", ("ШК-0001", "Пройдено", "")),
        covered(""),
        covered("много"),
        covered("#99", status="Отменено"),
        covered("#2", ONE, ("ШК-0002", "неясно как", "МР-0001")),
        covered("#2", ONE, ("ШК-0002", "Пройдено", "МР-0999")),
        {"NP": NP.format(fact="#99", status="В работе")},
    ],
)
def test_coverage_within_them_or_not_known_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X31", tables) == []


HEAD = "Код | Код показателя | Показатель | План года | План I кв. | План II кв. | План III кв. | План IV кв. | Ед. изм. | Факт (ввод) | Статус записи"
LINE = "ПК-0001 | {key} | Показатель | #{year} | {quarters} | {unit} | {fact} | {state}"


def indicator(key: str = "K02", quarters: str = "#4 | #4 | #4 | #4", fact: str = "", **more: str) -> dict[str, str]:
    cells = {"year": "4", "unit": "чел.", "state": ""} | more
    return {"IND": f"{HEAD}\n{LINE.format(key=key, quarters=quarters, fact=fact, **cells)}", "SCH": PUPILS}


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        (indicator(fact="#5"), "Факт (ввод)"),
        (indicator("К02", fact="#3"), "Факт (ввод)"),
        (indicator("K18", unit="%", fact="#98"), "Факт (ввод)"),
        (indicator(quarters="#4 | | #4 | #4"), "План II кв."),
        (indicator(quarters="| | #4 | #4"), "План I кв."),
        (indicator("РК1"), "Факт (ввод)"),
    ],
)
def test_a_fact_or_a_plan_that_does_not_agree_is_remarked_once(tables: dict[str, str], column: str) -> None:
    assert of_rule("X32", tables) == [("ПК-0001", column)]


@pytest.mark.parametrize(
    "tables",
    [
        indicator(),
        indicator(fact="#4"),
        indicator("K18", unit="%", fact="#99.6"),
        indicator("K18", unit="%", fact="#1"),
        indicator("K09", fact="#7"),
        indicator("K33", fact="#7"),
        indicator("K33"),
        indicator(quarters=" | | | "),
        indicator(quarters="#4 | много | #4 | #4"),
        indicator("РК1", fact="#2"),
        indicator("РК1", fact="почти"),
        indicator("РК1", quarters="#0 | #4 | #4 | #4"),
        indicator("РК1", state="Черновик"),
        indicator("", fact="#7"),
    ],
)
def test_what_agrees_or_is_not_known_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X32", tables) == []


def test_a_fact_is_not_asked_before_the_first_quarter_has_ended() -> None:
    assert of_rule("X32", indicator("РК1"), date(2026, 3, 31)) == []
    assert of_rule("X32", indicator("РК1"), date(2026, 4, 1)) == [("ПК-0001", "Факт (ввод)")]


def test_plans_of_months_are_whole_too() -> None:
    months = "Код | Код показателя | Показатель | План года | План январь | План февраль\nПК-0001 | K02 | Показатель | #4 | #1 | {}"
    assert of_rule("X32", {"IND": months.format("")}) == [("ПК-0001", "План февраль")]
    assert of_rule("X32", {"IND": months.format("#2")}) == []


def test_without_the_register_nothing_is_said() -> None:
    assert [code for code, *_ in found({"SCH": PUPILS}) if code in {"X31", "X32"}] == []
