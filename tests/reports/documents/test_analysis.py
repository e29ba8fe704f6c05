"""Д5 «Аналитическая справка» and «Итоговый отчёт»: totals, months, explanations, conclusions."""

from datetime import date
from functools import cache

import pytest

from reports.documents.analysis import compose_final, compose_note
from reports.documents.document import Document, Occasion
from reports.facts import Past, Reported
from reports.figures.figure import count_in
from reports.head.indicators import passports
from tests.reports.conftest import TABLES, MakeFacts
from tests.reports.documents.reading import everything, lines, plain, table, tables, texts
from tests.reports.head.pages import demo, figures_of_demo

STAGES = """
Код этапа | Название      | Начало     | Окончание  | Закрыт с
Э1        | Набор и отбор | 01.02.2026 | 10.04.2026 | {closed}
"""
NOTES = """
Код     | Период  | Показатель или раздел | Причина                                     | Меры                   | Срок
ПЯ-0001 | 2026-04 | K02                   | Две школы закрыты на карантин               | Набор продлён          | 20.04.2026
ПЯ-0002 | 2026    | Уроки                 | Договоры с площадками заключать до набора   |                        |
ПЯ-0003 | 2026-К1 | План и просрочки      | Звоните +7 912 345-67-89                    |                        |
"""


@cache
def final() -> Document:
    (found,) = compose_final(demo(), Occasion())
    return found


def small(make_facts: MakeFacts, *, past: Past | None = None, closed: str = "", notes: str = NOTES) -> Document:
    tables_of = {**TABLES, "STAGE": STAGES.format(closed=closed), "NOTE": notes}
    (found,) = compose_final(make_facts(tables_of, settings="[registers]\nkept = []\n", past=past), Occasion())
    return found


def test_the_note_is_of_any_moment_and_of_any_period() -> None:
    (now,), (quarter,) = (compose_note(demo(), Occasion(period)) for period in (None, "2026-К1"))
    assert plain(now.title[1]).endswith("на 15 апреля 2026 года")
    assert quarter.title[1].endswith("за I квартал 2026 года")
    assert (now.kind, now.approval, quarter.period) == ("Аналитическая справка", None, "2026-К1")
    assert "stages" not in {one.key for one in now.sections}


def test_the_final_report_says_that_it_is_preliminary_until_the_season_ends(make_facts: MakeFacts) -> None:
    assert plain(final().title[-1]) == "(предварительный, на 15 апреля 2026 года)"
    assert len(small(make_facts, closed="12.04.2026").title) == 2


def test_every_indicator_with_a_plan_is_told_as_its_tab_tells_it() -> None:
    told, tab = lines(final(), "Показатели с планом"), passports(demo())
    names = [one.heading for one in tab.fields]
    assert list(told) == [row[names.index("Показатель")] for row in tab.rows]
    for row in tab.rows:
        mine = told[row[names.index("Показатель")]]
        for heading in ("План на дату", "Факт"):
            assert mine[heading] == row[names.index(heading)]


def test_months_are_counted_from_the_registers() -> None:
    row = lines(final(), "Показатели на конец месяца")["Зачислено, чел."]
    assert row["31.01.2026"] == count_in(demo().scene.office, date(2026, 1, 31), "K02", {}).value
    assert row["15.04.2026"] == figures_of_demo()["K02"].value


def test_a_closed_month_stands_as_it_was_reported(make_facts: MakeFacts) -> None:
    past = Past(reported=(Reported("2026-03", date(2026, 3, 31), {"K02": 7.0}),))
    found = small(make_facts, past=past)
    assert lines(found, "Показатели на конец месяца")["Зачислено, чел."]["31.03.2026"] == 7
    assert "За закрытые периоды (март 2026 года) — как в отчётах о них" in everything(found)


def test_municipalities_are_compared_with_the_region() -> None:
    rows = lines(final(), "Муниципалитеты в сравнении")
    assert rows["Весь регион"]["Зачислено"] == figures_of_demo()["K02"].value
    assert rows["Городской округ Светлобор"]["Зачислено"] == (
        figures_of_demo()["K02 municipality=Городской округ Светлобор"].value
    )


def test_money_is_that_of_the_figure() -> None:
    count = figures_of_demo()["K24"].count
    row = lines(final(), "Финансовое обеспечение")["Всего"]
    assert row["Кассовое исполнение"] == round(count.done / 1000, 1)
    assert row["План на дату"] == round(count.due / 1000, 1)


def test_explanations_and_conclusions_are_those_of_staff(make_facts: MakeFacts) -> None:
    found = small(make_facts)
    problems = [plain(one) for one in texts(found, "problems")]
    assert (
        "Зачислено (апрель 2026 года): две школы закрыты на карантин. Меры: набор продлён, срок — 20.04.2026."
        in problems
    )
    assert (
        "План и просрочки (I квартал 2026 года): пояснение не приведено: в нём, похоже, есть персональные данные "
        "(ПЯ-0003)." in problems
    )
    assert texts(found, "lessons") == ["Договоры с площадками заключать до набора."]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (NOTES.replace("Уроки", "K09"), "По итогам отклонений приняты меры:"),
        ("Код | Период | Показатель или раздел | Причина", "Выводов и принятых мер в «Пояснениях» не записано."),
    ],
)
def test_without_conclusions_the_measures_are_told(make_facts: MakeFacts, notes: str, words: str) -> None:
    assert texts(small(make_facts, notes=notes), "lessons")[0] == words


def test_registers_that_are_not_kept_are_said_once(make_facts: MakeFacts) -> None:
    (found,) = compose_note(make_facts({}, settings="[registers]\nkept = []\n"), Occasion())
    said = everything(found)
    assert "Не считаются, потому что реестры не ведутся: «Подано заявок»" in said
    assert "Показателей с жёлтой и красной оценкой нет." in said
    for hole in ("None", "()", "«»", ": .", "  "):
        assert hole not in said


def test_no_participant_and_no_mentor_is_named() -> None:
    said = everything(final())
    for key in ("SCH", "UNI", "MENT"):
        held = demo().scene.office.tables[key]
        full = zip(held.values["surname"], held.values["name"], strict=True)
        assert not [one for one in full if all(one) and " ".join(map(str, one)) in said]
    assert table(final(), "Участники по категориям").rows
    assert "По мероприятиям" not in " ".join(tables(final()))
