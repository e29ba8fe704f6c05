"""Names of a key file are set beside the codes of a shared tab, and every remark knows where its cell really stands."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import Keeping
from tests.text_tables import BY_KEY, grid
from validators.grid import Area, Grid
from validators.keyfile import Key, read_key
from validators.parse import Parsed, parse
from validators.private import join

MENT = BY_KEY["MENT"]
SHARED = """
Код     | Место работы | Категория   | Статус
НС-0001 | Завод «Заря» | Предприятие | Предложен
НС-0002 | Завод «Заря» | Предприятие | Предложен
НС-0003 | Завод «Заря» | Предприятие | Предложен
НС-0004 |              |             |
"""
NAMES = """
Код     | Фамилия | Имя   | Отчество | Должность | Телефон
НС-0002 | Ветров  | Г.    | нет      | Инженер   | +79121234567
НС-0001 | Гoрин   | Марк  | нет      | Инженер   | +79121234568
НС-0004 | Лугов   | Егор  | нет      | Инженер   | +79121234569
"""


def key(text: str, file: str = "./private/Имена.xlsx") -> Key:
    found = read_key(grid(text, file=file, tab="Имена"), MENT, Keeping())
    assert found is not None
    return found


def joined(*texts: str, shared: str = SHARED) -> Parsed[Any]:
    keys = [key(text, f"./private/{number}.xlsx") for number, text in enumerate(texts, 1)]
    return parse(join(grid(shared, tab=MENT.tab), keys, MENT, Keeping()).grid, MENT)


def test_names_stand_beside_their_codes() -> None:
    table = joined(NAMES).table
    assert table is not None
    assert table.values["surname"] == ("Горин", "Ветров", None)
    assert table.values["organisation"] == ("Завод «Заря»",) * 3


def test_a_remark_on_a_name_stands_in_the_key_file_and_others_in_the_shared_table() -> None:
    remarks = joined(
        NAMES, shared=SHARED.replace("НС-0002 | Завод «Заря» | Предприятие", "НС-0002 | Завод | Кто")
    ).remarks
    places = {one.code: (one.place.id, one.place.source, one.place.cell) for one in remarks}
    assert places["C07"] == ("НС-0001", "./private/1.xlsx#Имена", "B3")
    assert places["C13"] == ("НС-0002", "./private/1.xlsx#Имена", "C2")
    assert places["C03"] == ("НС-0002", "Файл.xlsx#Наставники", "C3")


def test_the_table_gives_the_same_places_as_its_remarks() -> None:
    table = joined(NAMES).table
    assert table is not None
    place = table.place(1, "name")
    assert (place.source, place.row, place.cell) == ("./private/1.xlsx#Имена", 2, "C2")
    assert table.place(1, "organisation").cell == "B3"


def test_what_nobody_knows_is_not_blank() -> None:
    table = joined(NAMES.replace("Марк", "")).table
    assert table is not None
    assert table.is_blank(0, "name")
    assert not table.is_blank(2, "name")
    assert not table.is_blank(2, "surname")


def test_without_keys_the_names_are_not_missed() -> None:
    parsed = joined()
    assert [one.place.column for one in parsed.remarks] == ["Согласие: дата"]
    assert parsed.table is not None
    assert {"surname", "name", "phone", "post"} <= parsed.table.missing
    assert parsed.table.is_unknown(0, "surname")
    assert not parsed.table.is_unknown(0, "organisation")


def test_a_row_with_only_its_code_stays_empty() -> None:
    table = joined(NAMES).table
    assert table is not None
    assert "НС-0004" not in table.ids


def test_names_may_lie_in_several_files_with_columns_of_their_own() -> None:
    table = joined(
        "Код | ФИО\nНС-0001 | Горин Марк Ильич", "Фамилия | Имя | Отчество | Код\nВетров | Глеб | нет | НС-0003"
    ).table
    assert table is not None
    assert table.values["surname"] == ("Горин", None, "Ветров")
    assert table.place(0, "surname").cell == "B2"
    assert table.place(2, "name").cell == "B2"
    assert table.place(2, "name").source == "./private/2.xlsx#Имена"


def test_the_first_of_two_rows_with_one_code_is_taken() -> None:
    found = key(f"{NAMES}НС-0001 | Другой | Марк | нет | Инженер |\n | Безкода | Иван | нет | |\n")
    assert found.repeated == ((5, 3),)
    assert found.nameless == (6,)


@pytest.mark.parametrize("text", ["", "Фамилия | Имя\nГорин | Марк", "Код | Примечание\nНС-0001 | да"])
def test_a_tab_without_codes_or_without_names_is_no_key(text: str) -> None:
    assert read_key(grid(text), MENT, Keeping()) is None


@pytest.mark.parametrize("merges", [(), (Area(1, 2, 1, 3),)])
def test_a_heading_of_two_rows_takes_names_too(merges: tuple[Area, ...]) -> None:
    two = "Код | Согласие | | Место работы | Категория\n | дата | номер | |\nНС-0001 | 01.09.2025 | 7 | Завод | Предприятие"
    shared = replace(grid(two, tab=MENT.tab), merges=merges)
    table = parse(join(shared, [key(NAMES)], MENT, Keeping()).grid, MENT).table
    assert table is not None
    assert table.values["surname"] == ("Горин",)
    assert table.values["consent_number"] == ("7",)
    assert table.place(0, "surname").cell == "B3"


def test_own_columns_of_names_are_left_out_of_a_shared_tab() -> None:
    shared = "Код | Фамилия | Место работы | Категория\nНС-0001 | Чужой | Завод | Предприятие"
    table = joined(NAMES, shared=shared).table
    assert table is not None
    assert table.values["surname"] == ("Горин",)


def test_the_tab_itself_can_be_taken_out_again() -> None:
    whole = grid(SHARED, tab=MENT.tab)
    bare: Grid = join(whole, [key(NAMES)], MENT, Keeping()).grid.own
    width = whole.width
    assert [row + (None,) * (width - len(row)) for row in bare.rows] == [
        row + (None,) * (width - len(row)) for row in whole.rows
    ]


@given(
    st.lists(st.integers(1, 9), unique=True, max_size=9),
    st.permutations(range(1, 10)),
    st.integers(0, 9),
)
def test_each_row_gets_its_own_name_wherever_it_lies(here: list[int], order: list[int], named: int) -> None:
    shared = "Код | Место работы\n" + "\n".join(f"НС-{number:04d} | Завод {number}" for number in here)
    lines = [f"НС-{number:04d} | Горин | Марк{number} | Инженер" for number in order[:named]]
    halves = [key("\n".join(["Код | Фамилия | Имя | Должность", *half])) for half in (lines[::2], lines[1::2]) if half]
    grid_of_all = join(grid(shared, tab=MENT.tab), halves, MENT, Keeping()).grid
    rows = {str(row[0]): row[2:] for row in grid_of_all.rows[1:]}
    for number in here:
        expected = ("Горин", f"Марк{number}", "Инженер") if number in order[:named] else ()
        assert tuple(cell for cell in rows[f"НС-{number:04d}"] if cell is not None) == expected
    assert grid_of_all.annex is not None
    assert len(grid_of_all.annex.rows) == len(set(here) & set(order[:named]))
