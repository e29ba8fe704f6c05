"""The shape of a tab is said to the clerk: what was left out, what is hidden, what has no name."""

from dataclasses import replace

import pytest

from config.settings import Keeping
from tests.text_tables import BY_KEY, codes, grid, read
from validators.grid import Area
from validators.parse import parse
from validators.remark import Severity

HEAD = "Код | Полное наименование | Муниципалитет | Тип | ИНН"
ROWS = "ОО-0001 | Школа № 1 | Бийск | Общеобразовательная | 7707083893\nОО-0002 | Лицей | Бийск | Общеобразовательная | 7707083893"
KEEPING = Keeping(absent=("ИНН",), key=("Полное наименование",))
UNCODED = "№ | Полное наименование | Муниципалитет | Тип\n#1 | Школа № 1 | Бийск | Общеобразовательная\n#2 | Лицей | Бийск | Общеобразовательная"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Бийский район | | |", "название раздела"),
        ("Итого | | | #2", "на итоги"),
        (" | Итого по району | | #2", "промежуточные итоги"),
        ("№ | Полное наименование | Муниципалитет | Тип", "ещё раз стоят названия столбцов"),
        ("* по данным на сентябрь | | |", "примечание"),
        (" | Руководитель РПО ___________ | |", "подпись"),
    ],
)
def test_a_row_that_is_not_data_is_left_out_with_a_word(row: str, words: str) -> None:
    parsed = read("EDU", f"{UNCODED}\n{row}", KEEPING)
    told = [remark for remark in parsed.remarks if remark.code == "S8"]
    assert [(one.place.row, one.severity) for one in told] == [(4, Severity.INFO)]
    assert words in told[0].text
    assert parsed.table is not None
    assert parsed.table.rows == (2, 3)


def test_a_record_with_a_code_is_data_whatever_its_words() -> None:
    parsed = read("EDU", f"{HEAD}\n{ROWS}\nОО-0003 | Итого | | |")
    assert parsed.table is not None
    assert parsed.table.rows == (2, 3, 4)


def test_a_new_record_of_which_only_the_name_is_typed_is_data() -> None:
    parsed = read(
        "EDU",
        f"{UNCODED}\n#3 | Гимназия | |\n | Школа искусств имени художника, чьё имя длиннее всех других имён района | |",
        KEEPING,
    )
    assert parsed.table is not None
    assert 4 in parsed.table.rows


def test_hidden_rows_and_columns_are_read_with_one_word() -> None:
    hidden = replace(grid(f"{HEAD}\n{ROWS}"), hidden_rows=frozenset({3, 9}), hidden_columns=frozenset({3}))
    parsed = parse(hidden, BY_KEY["EDU"])
    told = [remark.text for remark in parsed.remarks if remark.code == "S16"]
    assert told == ["Скрытые строки прочитаны наравне с другими: 3. Скрытые столбцы прочитаны наравне с другими: C."]
    assert parsed.table is not None
    assert parsed.table.rows == (2, 3)


def test_hidden_rows_that_hold_no_data_are_not_mentioned() -> None:
    hidden = replace(grid(f"{HEAD}\n{ROWS}"), hidden_rows=frozenset({1, 40}))
    assert "S16" not in codes(parse(hidden, BY_KEY["EDU"]).remarks)


def test_a_column_of_data_without_a_heading_is_named_by_its_cell() -> None:
    text = "Код | Полное наименование | | Муниципалитет\nОО-0001 | Школа № 1 | с углублённым | Бийск\nОО-0002 | Лицей | вечерний | Бийск"
    told = [remark for remark in read("EDU", text).remarks if remark.place.cell == "C1"]
    assert [one.code for one in told] == ["S3"]
    assert "C1" in told[0].text


def test_the_merged_name_of_a_section_does_not_stop_the_register() -> None:
    spread = replace(
        grid(f"{UNCODED}\nГородские школы | | |\n#3 | Гимназия | Бийск | Общеобразовательная"),
        merges=(Area(4, 1, 4, 4),),
    )
    parsed = parse(spread, BY_KEY["EDU"], KEEPING)
    assert parsed.table is not None
    assert "S5" not in codes(parsed.remarks)


def test_a_record_spread_over_merged_rows_is_one_record() -> None:
    text = "№ | Полное наименование | Муниципалитет | Тип | Здание\n#1 | Школа № 1 | Бийск | Общеобразовательная | главное\n | | | | малое\n#2 | Лицей | Бийск | Общеобразовательная | главное"
    spread = replace(grid(text), merges=tuple(Area(2, at, 3, at) for at in (1, 2, 3, 4)))
    parsed = parse(spread, BY_KEY["EDU"], KEEPING.model_copy(update={"fill_merged": True}))
    assert parsed.table is not None
    assert parsed.table.rows == (2, 4)
    assert not {"S7", "S8"} & set(codes(parsed.remarks))


def test_blank_rows_inside_merged_records_are_no_gap() -> None:
    text = "№ | Полное наименование | Муниципалитет | Тип\n#1 | Школа № 1 | Бийск | Общеобразовательная\n\n#2 | Лицей | Бийск | Общеобразовательная\n\n#3 | Гимназия | Бийск | Общеобразовательная"
    spread = replace(grid(text), merges=tuple(Area(top, at, top + 1, at) for top in (2, 4) for at in (1, 2, 3, 4)))
    parsed = parse(spread, BY_KEY["EDU"], KEEPING.model_copy(update={"fill_merged": True}))
    assert "S7" not in codes(parsed.remarks)
    assert parsed.table is not None
    assert len(parsed.table) == 3


def test_two_tables_side_by_side_are_said() -> None:
    text = f"{HEAD} | | |\n" + "\n".join(f"{row} | | Район | #{number}" for number, row in enumerate(ROWS.splitlines()))
    told = [remark for remark in read("EDU", text).remarks if remark.code == "S9"]
    assert len(told) == 1
    assert told[0].place.cell == "G1"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Лист пуст"),
        ("Наименование | ООО «Лад»\nИНН | #7707083893\nАдрес | г. Бийск\nДата регистрации | 01.02.2001", "карточка"),
        ("1. Как Вас зовут? |\n2. Где Вы учитесь? | в лицее\n3. Что любите? |", "анкета"),
        ("Ярмарка | Мест\nСеверная | #12\nЮжная | #15", "Заголовок найден в строке 1"),
    ],
)
def test_a_tab_that_is_not_the_register_is_told_what_it_is(text: str, words: str) -> None:
    (remark,) = read("EDU", text).remarks
    assert remark.code == "S2"
    assert words in remark.text
