"""Titles of rows and columns become marks; where a title is not clear, nothing is guessed and the row is named."""

import pytest

from reports.filling.drafting import Drafted, draft_of
from reports.filling.marks import mark_of
from tests.reports.filling.forms import GROUPS, MERGED, MERGES, OVER_TWO, PERIODS, PLACES, form
from validators.grid import Area, cell_name


def marks(one: Drafted) -> dict[str, str]:
    return {cell_name(*cell): mark_of(wanted) for cell, wanted in one.marks.items()}


def whys(one: Drafted) -> dict[str, str]:
    return {words: why for _, words, why in (*one.unsure_rows, *one.unsure_columns)}


def test_a_form_with_merged_headings_gets_plan_fact_and_percent() -> None:
    found = draft_of(form(MERGED, MERGES))
    assert found.is_form
    assert marks(found) == {
        "D4": "{K01; план}", "E4": "{K01}", "F4": "{K01; доля}",
        "D5": "{K02; план}", "E5": "{K02}", "F5": "{K02; доля}",
        "E7": "{K02; категория=Школьник}", "E8": "{K02; категория=Студент СПО}",
        "D10": "{K09; план}", "E10": "{K09}", "F10": "{K09; доля}",
        "D13": "{K18; план}", "E13": "{K18}", "F13": "{K18; доля}",
    }  # fmt: skip
    assert whys(found) == {
        "студенты": "непонятно, о какой категории участников речь",
        "Количество волонтёров": "такого показателя нет или название непонятно",
        "Кассовое исполнение": "единица измерения «тыс. руб.», а у показателя K24 — «%»",
    }


def test_a_form_with_several_periods_in_columns_asks_for_each_day() -> None:
    found = draft_of(form(PERIODS, OVER_TWO))
    assert marks(found) == {
        f"{column}{row}": f"{{{code}{what}; на дату={month}}}"
        for row, code in ((3, "K02"), (4, "K09"), (5, "K15"))
        for column, what, month in (
            ("B", "; план", "2026-03"), ("C", "", "2026-03"), ("D", "; план", "2026-04"), ("E", "", "2026-04"),
        )
    }  # fmt: skip
    assert list(whys(found).values()) == [
        "это числа за период, а показатели считаются на дату",
        "это изменение, его считают по форме сами",
    ]


def test_categories_in_columns_are_cuts_but_not_of_mentors() -> None:
    found = draft_of(form(GROUPS))
    assert marks(found) == {
        "B2": "{K01}", "C2": "{K01; категория=Школьник}", "D2": "{K01; категория=Студент СПО}",
        "E2": "{K01; категория=Студент вуза}",
        "B4": "{K13}",
        "B5": "{K06}", "C5": "{K06; категория=Школьник}", "D5": "{K06; категория=Студент СПО}",
        "E5": "{K06; категория=Студент вуза}",
    }  # fmt: skip
    assert whys(found)["Количество школьников, принявших участие"].startswith("то же самое стоит")


def test_the_same_mark_twice_is_drafted_nowhere() -> None:
    """Two sections, each of a municipality: nobody can tell from a title alone that it is a part."""
    text = """
    Показатель | Факт
    Город Бийск | Город Бийск
    Зачислено |
    Подано заявок |
    Город Барнаул | Город Барнаул
    Зачислено |
    """
    found = draft_of(form(text, (Area(2, 1, 2, 2), Area(5, 1, 5, 2))))
    assert marks(found) == {"B4": "{K01}"}
    assert not found.is_form


def test_a_section_about_a_category_is_a_cut_of_its_rows() -> None:
    text = "Показатель | Факт\nШкольники | Школьники\nЗачислено |\nПодано заявок |\nСтуденты | Студенты\nЗачислено |"
    found = draft_of(form(text, (Area(2, 1, 2, 2), Area(5, 1, 5, 2))))
    assert marks(found) == {"B3": "{K02; категория=Школьник}", "B4": "{K01; категория=Школьник}"}
    assert whys(found) == {"Зачислено": "непонятно, о какой категории участников этот раздел"}


@pytest.mark.parametrize("text", ["Код | Название\n1 | Школа", "Зачислено | Факт", "", "Фамилия | Имя\nБелов | Глеб"])
def test_a_table_without_two_rows_of_ours_is_no_form(text: str) -> None:
    assert not draft_of(form(text)).is_form


def test_a_cell_that_is_filled_is_left_as_it_is() -> None:
    found = draft_of(form("Показатель | Факт\nЗачислено | #12\nПодано заявок |\nКоличество команд |"))
    assert marks(found) == {"B3": "{K01}", "B4": "{K09}"}


def test_municipalities_in_rows_and_indicators_in_columns_are_cuts() -> None:
    found = draft_of(form(PLACES))
    assert marks(found) == {
        "C3": "{K01; муниципалитет=г. Бийск}", "D3": "{K02; муниципалитет=г. Бийск}",
        "F3": "{K18; муниципалитет=г. Бийск}",
        "C4": "{K01; муниципалитет=Барнаул}", "D4": "{K02; муниципалитет=Барнаул}", "E4": "{K09; муниципалитет=Барнаул}",
        "F4": "{K18; муниципалитет=Барнаул}",
        "C5": "{K01}", "D5": "{K02}", "E5": "{K09}", "F5": "{K18}",
    }  # fmt: skip


def test_categories_in_rows_are_cuts_too() -> None:
    text = "Категория участников | Подано заявок | Зачислено\nШкольники | |\nСтуденты | |\nСтуденты СПО | |\nВсего | |"
    assert marks(draft_of(form(text))) == {
        "B2": "{K01; категория=Школьник}", "C2": "{K02; категория=Школьник}",
        "B4": "{K01; категория=Студент СПО}", "C4": "{K02; категория=Студент СПО}",
        "B5": "{K01}", "C5": "{K02}",
    }  # fmt: skip
