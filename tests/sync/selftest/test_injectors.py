"""Every word of the vocabulary makes the mistake that it names, in the copy alone."""

import ast
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from config.columns import CellError
from sync.selftest import injectors
from sync.selftest.copying import serial
from sync.selftest.injectors import INJECTORS
from sync.selftest.kinds import own_kinds
from tests.sync.selftest.places import cells, made, place, rows
from tests.text_tables import TODAY
from validators.grid import Area

TITLE = "Полное наименование"


@pytest.mark.parametrize(
    ("key", "column", "do", "parameters", "typed"),
    [
        ("EDU", TITLE, "type", {"text": "нет"}, "нет"),
        ("EDU", TITLE, "type", {"text": "{code}: {cell:.7}"}, "ОО-0001: Средняя"),
        ("EDU", TITLE, "type", {"text": "{Тип} {Муниципалитет}"}, "Общеобразовательная Ельник"),
        ("TEAM", "Наставники", "type", {"text": "{cell → Фамилия} {mentors → Имя}"}, "Горин Марк"),
        ("TEAM", "Дата формирования", "type", {"text": "{cell:%d.%m.%y}"}, "01.10.25"),
        ("TEAM", "Заявленная численность", "type", {"text": "{cell} чел."}, "5 чел."),
        ("EDU", "ИНН", "type", {"number": 12}, 12),
        ("EDU", TITLE, "empty", {}, None),
        ("EDU", "ИНН", "failed_formula", {"word": "#N/A"}, CellError("#N/A")),
        ("EDU", TITLE, "rewrite", {"find": r"№ (\d)", "to": r"N\1"}, "Средняя школа N1"),
        ("TEAM", "Дата формирования", "day", {"days": -3}, serial(date(2026, 4, 12))),
        ("TEAM", "Дата формирования", "day", {"since": "cell", "years": 1}, serial(date(2026, 10, 1))),
        ("EDU", "ИНН", "number", {}, 7707083893),
        ("TEAM", "Заявленная численность", "number", {"by": 2, "plus": 1}, 11),
        ("EDU", TITLE, "typo", {}, "Серднюю школа"),
        ("EDU", TITLE, "spell", {"how": "upper"}, "СРЕДНЯЯ ШКОЛА № 1"),
        ("EDU", TITLE, "spell", {"how": "nbsp"}, "Средняя\u00a0школа\u00a0№\u00a01\u00a0"),
        ("MENT", "E-mail", "rewrite", {"find": r"\.", "to": ","}, "gorin@mail,ru"),
        ("TEAM", "Наставники", "refer", {"to": "MENT", "that": {"Имя": "Ефим"}}, "НС-0003"),
        ("TEAM", "Наставники", "refer", {"to": "MENT", "add": 2}, "НС-0001; НС-0002; НС-0003"),
        ("EDU", "Код", "shift_down", {"rows": 3}, "ОО-0003"),
    ],
)
def test_a_cell_holds_the_mistake(key: str, column: str, do: str, parameters: dict[str, object], typed: object) -> None:
    at = place(key, column)
    found = cells(at, made(at, do, **parameters))[1]
    assert found == typed or (do == "typo" and sorted(str(found)) == sorted("Средняя школа № 1") and found != typed)


def test_the_copy_that_was_given_stays_as_it_was() -> None:
    at = place("EDU", TITLE)
    before = at.grid
    made(at, "empty")
    assert at.grid == before


def test_a_letter_is_replaced_by_its_twin() -> None:
    at = place("EDU", TITLE)
    (typed,) = (cell for cell in cells(at, made(at, "twin"))[1:2] if isinstance(cell, str))
    assert sum(letter.isascii() and letter.isalpha() for letter in typed) == 1
    assert len(typed) == len("Средняя школа № 1")


def test_a_cyrillic_letter_stands_behind_the_sign_named() -> None:
    at = place("MENT", "E-mail")
    typed = str(cells(at, made(at, "twin", to="cyrillic", after="@"))[1])
    assert typed.startswith("gorin@")
    assert not typed.isascii()


def test_letters_are_decomposed() -> None:
    at = place("EDU", TITLE, 2)
    assert cells(at, made(at, "spell", how="decomposed"))[3] == normalize("NFD", "Ёлочный лицей")


def test_the_last_digit_is_another() -> None:
    at = place("EDU", "ИНН")
    typed = str(cells(at, made(at, "digit"))[1])
    assert typed[:-1] == "770708389"
    assert typed[-1] != "3"


def test_a_cell_repeats_an_earlier_row() -> None:
    at = place("EDU", "ИНН", 2)
    assert cells(at, made(at, "repeat"))[3] == "7736050003"


def test_a_cell_repeats_a_row_that_is_alike() -> None:
    assert made(place("EDU", "ИНН", 1), "repeat", alike=["Тип"]) is None
    at = place("EDU", "ИНН", 3)
    assert cells(at, made(at, "repeat", alike=["Тип"]))[4] == "7728168971"


def test_other_cells_of_the_row_are_repeated_along() -> None:
    at = place("EDU", "ИНН", 3)
    assert rows(at, made(at, "repeat", along=["Муниципалитет"]))[4][3:] == ("Осинник", "7728168971")


def test_two_cells_change_places() -> None:
    at = place("MENT", "Фамилия")
    assert rows(at, made(at, "swap", other="Имя"))[1][1:3] == ("Марк", "Горин")


def test_several_cells_are_typed_at_once() -> None:
    at = place("TEAM")
    typed = {"Название команды": "", "Стадия": "Закрыт", "Дата формирования": {"days": 1}, "Заявленная численность": 3}
    injected = made(at, "cells", cells={**typed, "Наставники": {"to": "MENT", "that": {"Имя": "Пётр"}}})
    assert rows(at, injected)[1][1:] == (None, serial(TODAY) + 1, "Закрыт", "НС-0002", 3)


def test_a_row_is_dropped() -> None:
    at = place("EDU", index=1)
    injected = made(at, "drop_row")
    assert cells(at, injected)[1:] == ["ОО-0001", "ОО-0003", "ОО-0004"]
    assert injected is not None
    assert injected.ids == {("EDU", "ОО-0002")}


def test_a_row_is_doubled_under_the_next_code_with_another_cell() -> None:
    at = place("EDU", index=1)
    last = rows(at, made(at, "double_row", cells={"Муниципалитет": "Осинник"}))[-1]
    assert last == ("ОО-0005", "Колледж связи", "Колледж (СПО)", "Осинник", "7736050003")


def test_a_row_is_doubled_under_its_own_code() -> None:
    at = place("EDU", index=1)
    assert cells(at, made(at, "double_row", same_code=True))[-1] == "ОО-0002"


def test_a_row_is_put_in_between() -> None:
    at = place("EDU", index=1)
    assert rows(at, made(at, "insert_row", cells=["", "Итого", 4]))[2] == (None, "Итого", 4)


def test_a_row_is_put_at_the_end() -> None:
    at = place("EDU")
    assert rows(at, made(at, "insert_row", cells=["Итого"], at_end=True))[-1] == ("Итого",)


def test_rows_are_hidden() -> None:
    at = place("EDU", index=1)
    injected = made(at, "hide_rows", rows=2)
    assert injected is not None
    assert injected.copy.grid(at.source.name).hidden_rows == {3, 4}


def test_a_column_is_sorted_alone() -> None:
    at = place("EDU", TITLE)
    injected = made(at, "sort_column")
    assert cells(at, injected)[1:] == ["Ёлочный лицей", "Гимназия", "Колледж связи", "Средняя школа № 1"]
    assert cells(at, injected, "id")[1:] == ["ОО-0001", "ОО-0002", "ОО-0003", "ОО-0004"]


def test_cells_are_merged() -> None:
    at = place("EDU", "Муниципалитет", 1)
    injected = made(at, "merge", rows=2)
    assert cells(at, injected)[1:4] == ["Ельник", "Ельник", None]
    assert injected is not None
    assert injected.copy.grid(at.source.name).merges == (Area(3, 4, 4, 4),)


@pytest.mark.parametrize(
    ("do", "parameters", "heading"),
    [
        ("rename_heading", {"to": "Вид"}, ("Код", TITLE, "Вид", "Муниципалитет", "ИНН")),
        ("drop_column", {}, ("Код", TITLE, "Муниципалитет", "ИНН")),
        ("move_column", {}, ("Код", TITLE, "Муниципалитет", "ИНН", "Тип")),
        ("insert_column", {"heading": "Наше"}, ("Код", TITLE, "Наше", "Тип", "Муниципалитет", "ИНН")),
        ("insert_column", {"heading": "{heading}"}, ("Код", TITLE, "Тип", "Тип", "Муниципалитет", "ИНН")),
        ("two_row_heading", {"word": "2026"}, ("Код", TITLE, "2026", None, "ИНН")),
    ],
)
def test_the_heading_is_changed(do: str, parameters: dict[str, object], heading: tuple[object, ...]) -> None:
    at = place("EDU", "Тип")
    assert rows(at, made(at, do, **parameters))[0] == heading


def test_the_lower_row_of_a_heading_holds_the_names() -> None:
    at = place("EDU", "Тип")
    assert rows(at, made(at, "two_row_heading", word="2026"))[1] == (None, None, "Тип", "Муниципалитет", None)


@pytest.mark.parametrize(("beside", "row", "column"), [(False, 8, 0), (True, 2, 7)])
def test_a_second_table_stands_on_the_tab(beside: bool, row: int, column: int) -> None:  # noqa: FBT001  a case
    at = place("EDU")
    assert rows(at, made(at, "second_table", beside=beside))[row - 1][column] == "Тип"


def test_empty_rows_follow_the_table() -> None:
    at = place("EDU")
    assert len(rows(at, made(at, "empty_tail", rows=50))) == 5 + 50


def test_a_tab_is_renamed_or_copied_and_a_file_is_copied() -> None:
    at = place("EDU")
    renamed, copied, beside = (
        made(at, "rename_tab", to="{tab}!"),
        made(at, "copy_tab", title="{tab} (2)"),
        made(at, "copy_file", name="{file} (1)"),
    )
    assert renamed is not None
    assert copied is not None
    assert beside is not None
    tab = "Образовательные организации"
    assert next(grid.tab for grid in renamed.copy.files[0].grids) == f"{tab}!"
    assert [grid.tab for grid in copied.copy.files[0].grids][:2] == [tab, f"{tab} (2)"]
    assert [file.name for file in beside.copy.files] == ["Файл (1).xlsx", "Файл.xlsx"]


@pytest.mark.parametrize(
    ("key", "column", "index", "do", "parameters"),
    [
        ("EDU", TITLE, 0, "rewrite", {"find": "Лицей", "to": "Школа"}),
        ("EDU", TITLE, 0, "repeat", {}),
        ("EDU", "Код", 0, "sort_column", {}),
        ("EDU", "Код", 2, "shift_down", {"rows": 5}),
        ("EDU", "Муниципалитет", 3, "merge", {"rows": 3}),
        ("EDU", "ИНН", 0, "move_column", {}),
        ("EDU", "ИНН", 0, "two_row_heading", {"word": "2026"}),
        ("EDU", TITLE, 0, "spell", {"how": "without_yo"}),
        ("EDU", TITLE, 0, "digit", {"": ""}),
        ("EDU", TITLE, 1, "number", {}),
        ("MENT", "E-mail", 0, "twin", {"after": "#"}),
        ("TEAM", "Наставники", 0, "refer", {"to": "ENT"}),
        ("TEAM", "Наставники", 0, "refer", {"to": "MENT", "that": {"Статус": "Выбыл"}}),
        ("EDU", None, 0, "insert_row", {}),
    ],
)
def test_a_place_that_does_not_suit_is_passed_by(
    key: str, column: str | None, index: int, do: str, parameters: dict[str, object]
) -> None:
    if do == "digit":
        at, parameters = place(key, "Муниципалитет"), {}
    else:
        at = place(key, column, index)
    assert made(at, do, **parameters) is None


def test_every_word_is_used_by_our_own_kinds() -> None:
    used = {type(trial.injector) for trial in own_kinds()}
    assert not [word for word, one in INJECTORS.items() if one not in used]


def test_no_injector_knows_a_rule() -> None:
    """They are written from the list of mistakes alone: whoever knew the rule would only try what it looks at."""
    folder = Path(str(injectors.__file__)).parent
    for path in folder.glob("*.py"):
        named = [
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
        ]
        assert not [name for name in named if name.startswith(("validators.rules", "validators.duplicates"))], path
