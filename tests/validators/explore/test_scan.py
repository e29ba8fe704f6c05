"""What is seen in single cells of columns that no register knows."""

from config.registers import REGISTERS
from tests.text_tables import grid
from validators.explore.tab import Wish, explore
from validators.remark import Remark

STOCK = "Товар | Поставщик | ИНН поставщика | Цена\n"


def problems(text: str) -> list[Remark]:
    return [one for group in explore(grid(text, tab="Лист1"), REGISTERS, Wish()).causes for one in group]


def places(text: str) -> list[tuple[str, str | None]]:
    return [(one.code, one.place.cell) for one in problems(text)]


def test_a_latin_letter_in_a_russian_word_is_seen_anywhere() -> None:
    assert places(STOCK + "Бyмага | ООО «Заря» | 7707083893 | 1\nРучки | АО «Луч» | 7728168971 | 2") == [("C07", "A2")]


def test_an_error_of_a_formula_is_seen_anywhere() -> None:
    assert places(STOCK + "Бумага | ООО «Заря» | 7707083893 | #REF!\nРучки | АО «Луч» | 7728168971 | #2") == [
        ("C10", "D2")
    ]


def test_check_digits_are_seen_under_their_heading() -> None:
    assert places(STOCK + "Бумага | ООО «Заря» | 7707083892 | 1\nРучки | АО «Луч» | 7728168971 | 2") == [("C09", "C2")]


def test_a_lost_leading_zero_is_seen() -> None:
    (remark,) = problems(STOCK + "Бумага | АО | #411016399 | 1\nРучки | АО «Луч» | 7728168971 | 2")
    assert (remark.code, remark.place.cell) == ("C02", "C2")
    assert "ноль" in remark.text


def test_a_heading_that_only_sounds_official_is_not_believed() -> None:
    assert places("ИНН | Товар\nда | Бумага\nнет данных о нём | Ручки\nесть | Скрепки") == []


def test_words_of_a_foreign_table_read_in_a_wrong_encoding_are_not_misspelt() -> None:
    assert places("Bezeichnung | Preis\nFцrderung | 1\nAktivitдten der Hochschule | 2") == []


def test_no_value_of_an_unknown_column_is_quoted() -> None:
    (remark,) = problems("Судья | Участок\nСнегoв Юрий | 30\nПолева Анна | 31")
    assert remark.code == "C07"
    assert "Снег" not in remark.text + remark.advice
    assert remark.place.register is None


def test_cells_beside_the_matched_columns_are_seen_too() -> None:
    table = (
        "Команда | Тьютор | Стадия | Своё\nВектор | Белов Глеб | Идея | Рeка\nОрбита | Зимин Тимур | Идея | #REF!\n"
        "Радуга | Рогов Марк | Идея | поле"
    )
    found = [(one.code, one.place.cell) for one in problems(table) if one.place.register is None]
    assert sorted(found) == [("C07", "D2"), ("C10", "D3")]


def test_the_shape_of_an_unknown_table_is_remarked_and_stops_nothing() -> None:
    remarks = problems("Товар | Цена | Цена\nБумага | 1 | 2\n\nРучки | 3 | 4")
    assert [one.code for one in remarks] == ["S4", "S7"]
    assert {one.severity.value for one in remarks} == {"warning"}
