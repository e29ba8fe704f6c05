"""Who gets into a paper, and why others do not (decisions.md 13)."""

from datetime import date

import pytest

from reports.papers.choice import Chosen, Wish, choose
from reports.papers.row import marks_of, row_marks
from tests.text_tables import scene
from validators.office import Office, Table

TODAY = date(2026, 4, 15)
EDU = """
Код | Полное наименование | Сокращённое наименование | Тип | Муниципалитет
ОО-0001 | Средняя школа № 5 | Школа № 5 | Общеобразовательная | Приозёрск
"""
HEAD = (
    "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | "
    "Дата зачисления | Согласие: дата | Согласие дал | Согласие на передачу | Дата отзыва согласия | Телефон"
)
SCH = f"""
{HEAD}
ШК-0001 | Яшин | Олег | Ильич | 01.02.2010 | ОО-0001 | 9А | Участник | 01.11.2025 | 01.09.2025 | Представитель | Да | | +79120000001
ШК-0002 | Ёлкин | Пётр | нет | 01.02.2010 | ОО-0001 | 9Б | Участник | 01.11.2025 | 01.09.2025 | Представитель | Нет | | +79120000002
ШК-0003 | Белова | Анна | Юрьевна | 01.02.2010 | ОО-0001 | 9А | Участник | 01.11.2025 | | | | | +79120000003
ШК-0004 | Горин | Лев | Львович | 01.02.2010 | ОО-0001 | 9А | Участник | 01.11.2025 | 01.09.2025 | Представитель | Да | 01.03.2026 | +79120000004
ШК-0005 | Дубов | Марк | Янович | 01.02.2008 | ОО-0001 | 11А | Участник | 01.11.2025 | 01.09.2025 | Представитель | Да | | +79120000005
ШК-0006 | Жуков | Ян | Ильич | 01.02.2010 | ОО-0001 | 9А | Участник | 01.11.2025 | 01.09.2025 | Сам | Да | | +79120000006
ШК-0007 | Зимин | Глеб | Ильич | 01.02.2010 | ОО-0001 | 9А | Выбыл | 01.11.2025 | 01.09.2025 | Представитель | Да | | +79120000007
ШК-0008 | Ильин | Юрий | Ильич | 01.02.2010 | ОО-0001 | 9А | Ошибочная запись | 01.11.2025 | 01.09.2025 | Представитель | Да | | +79120000008
ШК-0009 | Котов | Олег | Ильич | 01.02.2010 | ОО-0001 | 9А | Участник | 01.11.2025 | 01.05.2026 | Представитель | Да | | +79120000009
"""  # fmt: skip
OFFICE: Office = scene({"EDU": EDU, "SCH": SCH}).office
TABLE: Table[object] = OFFICE.tables["SCH"]  # type: ignore[type-var]  # a table of any records


def made(wish: Wish) -> Chosen:
    return choose(OFFICE, TABLE, wish, TODAY)


def codes(chosen: Chosen) -> list[str]:
    return [TABLE.ids[index] for index in chosen.rows]


def test_inside_the_office_everybody_is_named_whose_consent_holds_by_the_alphabet() -> None:
    chosen = made(Wish())
    assert codes(chosen) == ["ШК-0002", "ШК-0001"]
    assert chosen.left_out == {
        "ШК-0003": "нет согласия на обработку персональных данных",
        "ШК-0004": "согласие отозвано 01.03.2026",
        "ШК-0005": "исполнилось 18 лет, нужно своё согласие",
        "ШК-0006": "согласие дал сам участник, а до 18 лет нужно согласие законного представителя",
        "ШК-0009": "согласие начнёт действовать 01.05.2026",
    }


def test_outside_the_office_a_consent_to_transfer_is_needed_too() -> None:
    chosen = made(Wish(outside=True))
    assert codes(chosen) == ["ШК-0001"]
    assert chosen.left_out["ШК-0002"] == "нет согласия на передачу персональных данных"


def test_a_form_of_consent_is_for_those_who_lack_it_and_never_for_who_took_it_back() -> None:
    chosen = made(Wish(asks_consent=True))
    assert codes(chosen) == ["ШК-0003", "ШК-0005", "ШК-0006", "ШК-0009"]
    assert chosen.left_out == {"ШК-0004": "согласие отозвано 01.03.2026"}
    assert made(Wish(asks_consent=True, codes=("ШК-0001",))).left_out == {"ШК-0001": "согласие уже действует"}


@pytest.mark.parametrize(
    ("field", "word", "expected"),
    [
        ("grade", "9а", ["ШК-0001"]),
        ("organisation", "Школа № 5", ["ШК-0002", "ШК-0001"]),
        ("organisation", "средняя школа №5", ["ШК-0002", "ШК-0001"]),
        ("organisation", "ОО-0001", ["ШК-0002", "ШК-0001"]),
        ("status", "Выбыл", ["ШК-0007"]),
        ("born", "01.02.2010", ["ШК-0002", "ШК-0001"]),
        ("consent_transfer", "нет", ["ШК-0002"]),
        ("surname", "Яшин", ["ШК-0001"]),
        ("grade", "8А", []),
    ],
)
def test_a_condition_is_met_by_any_spelling_of_the_cell(field: str, word: str, expected: list[str]) -> None:
    assert codes(made(Wish({field: (word,)}))) == expected


def test_conditions_on_two_columns_must_both_hold_and_values_of_one_are_alternatives() -> None:
    assert codes(made(Wish({"grade": ("9А", "9Б"), "surname": ("Яшин", "Ёлкин")}))) == ["ШК-0002", "ШК-0001"]
    assert codes(made(Wish({"grade": ("9А",), "surname": ("Ёлкин",)}))) == []


def test_rows_asked_for_by_code_may_have_left_but_not_be_mistakes() -> None:
    chosen = made(Wish(codes=("ШК-0007", "ШК-0008")))
    assert codes(chosen) == ["ШК-0007"]
    assert "ошибочная" in chosen.left_out["ШК-0008"]


def test_a_row_is_marks_by_every_heading_old_and_new() -> None:
    row = row_marks(OFFICE, TABLE, 0, lambda _table, _index: True)
    assert (row["Фамилия"], row["ФИО"], row["Пол"]) == ("Яшин", "Яшин Олег Ильич", "мужской")
    assert row["Образовательная_организация"] == row["Школа"] == "Школа № 5"
    assert row["Школа"]["полностью"] == "Средняя школа № 5"
    assert row["Дата_рождения"] == "01.02.2010"
    assert row["Телефон"].replace("\u00a0", " ") == "+7 912 000-00-01"
    assert row["Фамилия"]["дательный"] == "Яшину"
    assert set(marks_of(TABLE.register)) < set(row)


def test_a_person_without_a_patronymic_has_an_empty_one() -> None:
    assert row_marks(OFFICE, TABLE, 1, lambda _table, _index: True)["Отчество"] == ""
