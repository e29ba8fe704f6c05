"""The table of a raw tab is found without knowing what it holds; what is not data is told apart and named."""

from dataclasses import replace

import pytest

from tests.text_tables import grid
from validators.framing.frame import Frame, find
from validators.framing.no_table import NoTable
from validators.grid import Area, Grid

PLAN = "№ п/п | Мероприятие | Срок | Сумма, руб."
DONE = (
    "#1 | Слёт команд | 01.09.2025 | #1200\n#2 | Защита проектов | 15.10.2025 | #800\n#3 | Поездка | 20.11.2025 | #4500"
)


def framed(text: str, *merges: Area) -> Frame:
    found = find(replace(grid(text), merges=merges))
    assert isinstance(found, Frame), found
    return found


def left_out(text: str, *merges: Area) -> list[tuple[int, str]]:
    return [one for one in framed(text, *merges).left_out if one[1] != "blank"]


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("", 1),
        ("План мероприятий\n", 2),
        ("УТВЕРЖДАЮ\nРуководитель РПО ____________\n\nПлан мероприятий на 2025 год\n", 5),
        (" | | | Приложение 1\n | | | к приказу от 01.09.2025\nПЛАН\n\n", 5),
        ("Отчёт составлен | | 01.09.2025 |\n", 2),
    ],
)
def test_title_rows_above_are_not_the_heading(above: str, row: int) -> None:
    found = framed(f"{above}{PLAN}\n{DONE}")
    assert found.heading_rows == (row,)
    assert len(found.rows) == 3


@pytest.mark.parametrize(
    ("text", "merges", "rows", "headings"),
    [
        (
            "Район | 2025 год | | 2026 год |\n | План | Факт | План | Факт\nБийск | #10 | #9 | #12 | #0\nЗаря | #4 | #4 | #5 | #0",
            (Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 1, 5)),
            (1, 2),
            ("Район", "2025 год / План", "2025 год / Факт", "2026 год / План", "2026 год / Факт"),
        ),
        (
            "Район | 2025 год | | 2026 год |\n | План | Факт | План | Факт\nБийск | #10 | #9 | #12 | #0\nЗаря | #4 | #4 | #5 | #0",
            (),
            (1, 2),
            ("Район", "2025 год / План", "2025 год / Факт", "2026 год / План", "2026 год / Факт"),
        ),
        (
            "№ | Участник | Сроки | |\n | | План | | Факт\n | | начало | конец |\n#1 | Анна | 01.09.2025 | 05.09.2025 | #3\n#2 | Олег | 02.09.2025 | 06.09.2025 | #4",
            (Area(1, 1, 3, 1), Area(1, 2, 3, 2), Area(1, 3, 1, 5), Area(2, 3, 2, 4), Area(2, 5, 3, 5)),
            (1, 2, 3),
            ("№", "Участник", "Сроки / План / начало", "Сроки / План / конец", "Сроки / Факт"),
        ),
        (
            "Школа | Мест\nЛицей | #30\nГимназия | #25",
            (),
            (1,),
            ("Школа", "Мест"),
        ),
    ],
)
def test_a_heading_of_several_rows_is_made_flat(
    text: str, merges: tuple[Area, ...], rows: tuple[int, ...], headings: tuple[str, ...]
) -> None:
    found = framed(text, *merges)
    assert found.heading_rows == rows
    assert found.headings == headings


def test_a_heading_may_be_five_rows_high() -> None:
    text = "Район | Участие | |\n | школьники | |\n | 8–9 классы | |\n | очно | | онлайн\n | Зачислено | Выбыло | Зачислено\nБийск | #5 | #1 | #7\nЗаря | #6 | #0 | #2"
    merges = (
        Area(1, 1, 5, 1), Area(1, 2, 1, 4), Area(2, 2, 2, 4), Area(3, 2, 3, 4), Area(4, 2, 4, 3), Area(4, 4, 4, 4),
    )  # fmt: skip
    assert framed(text, *merges).heading_rows == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    "numbers", ["#1 | #2 | #3 | #4", "1 | 2 | 3 | 4", "А | Б | #1 | #2", "(1) | (2) | (3) | (4)=(3)*2"]
)
def test_a_row_of_column_numbers_is_never_data(numbers: str) -> None:
    found = framed(f"{PLAN}\n{numbers}\n{DONE}")
    assert found.number_row == 2
    assert found.rows == (3, 4, 5)
    assert (2, "number_row") in found.left_out


def test_column_numbers_are_known_again_on_the_next_page() -> None:
    assert (6, "number_row") in left_out(
        f"{PLAN}\n#1 | #2 | #3 | #4\n{DONE}\n#1 | #2 | #3 | #4\n#4 | Смотр | 01.12.2025 | #90"
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (" | Итого | | #6500", "total"),
        ("Всего: | | | #6500", "total"),
        (" | ИТОГО по разделу 1 | | #6500", "subtotal"),
        (" | в том числе | | #1000", "subtotal"),
        (" | Итого по Бийску | | #6500", "subtotal"),
        ("И т о г о | | | #6500", "total"),
    ],
)
def test_totals_are_never_data_first_last_or_between(row: str, why: str) -> None:
    assert left_out(f"{PLAN}\n{DONE}\n{row}") == [(5, why)]
    assert left_out(f"{PLAN}\n{row}\n{DONE}") == [(2, why)]
    assert left_out(f"{PLAN}\n{DONE}\n{row}\n{DONE}") == [(5, why)]


def test_a_whole_cell_that_says_total_makes_the_row_a_total() -> None:
    text = "Программа | Источник | 2025 год\nРазвитие | всего | #30\n | область | #20\n | район | #10"
    assert left_out(text) == [(2, "total")]


def test_a_word_that_only_begins_like_a_total_is_data() -> None:
    assert left_out(f"{PLAN}\n{DONE}\n#4 | Всеобщий смотр | 01.12.2025 | #90") == []


@pytest.mark.parametrize(
    ("row", "merges"),
    [
        ("Раздел 1. Подготовка | | |", (Area(5, 1, 5, 4),)),
        ("Бийский район | | |", ()),
        ("Подпрограмма 2 «Кадры» | | |", ()),
    ],
)
def test_the_name_of_a_section_is_not_data(row: str, merges: tuple[Area, ...]) -> None:
    assert left_out(f"{PLAN}\n{DONE}\n{row}\n#4 | Смотр | 01.12.2025 | #90", *merges) == [(5, "section")]


def test_a_name_alone_in_a_list_of_names_is_a_record_and_not_a_section() -> None:
    text = "Школа | Район | Класс\nЛицей | Бийск | 9А\nГимназия | | \nШкола № 3 | Заря | 8Б"
    assert framed(text).rows == (2, 3, 4)


@pytest.mark.parametrize("again", [PLAN, PLAN.upper(), "№ п/п | Мероприятие | Срок | Сумма"])
def test_a_heading_that_stands_again_further_down_is_not_data(again: str) -> None:
    assert left_out(f"{PLAN}\n{DONE}\n{again}\n#4 | Смотр | 01.12.2025 | #90") == [(5, "repeated_heading")]


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ("\nРайон | Команд\nБийск | #4\nЗаря | #2", [6, 7, 8]),
        ("\n\nОтветственный | Телефон\nСнегова | 8 385 412-00-00\nБелов | 8 385 412-00-01", [7, 8, 9]),
        ("\n | | Расходы | Лимит\n | | Билеты | #100\n | | Питание | #200", [6, 7, 8]),
    ],
)
def test_a_second_table_below_is_told_apart(below: str, rows: list[int]) -> None:
    assert left_out(f"{PLAN}\n{DONE}\n{below}") == [(row, "second_table") for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        (f"{PLAN} | | Район | Команд", " | | Бийск | #4"),
        (f"{PLAN} | |  | ", " | | черновик | #4"),
        (f"{PLAN} | |  | ", " | | #5 | #4"),
    ],
)
def test_what_stands_on_the_right_is_no_part_of_the_table(rows: tuple[str, str]) -> None:
    body = "\n".join(line + rows[1] for line in DONE.splitlines())
    found = framed(f"{rows[0]}\n{body}")
    assert found.headings[:4] == ("№ п/п", "Мероприятие", "Срок", "Сумма, руб.")
    assert found.rows == (2, 3, 4)


@pytest.mark.parametrize(
    "note",
    [
        "* с учётом переноса",
        "Примечание: суммы указаны с НДС",
        "Исполнитель: Белов Г.И., тел. 12-34",
        "Руководитель РПО ______________ Снегова В.Л.",
        "1) по данным на первое число месяца",
    ],
)
def test_notes_and_signatures_at_the_end_are_not_data(note: str) -> None:
    assert left_out(f"{PLAN}\n{DONE}\n\n{note} | | |") == [(6, "note")]
    assert left_out(f"{PLAN}\n{DONE}\n | {note} | |")[-1][1] == "note"


@pytest.mark.parametrize("tail", ["\n\n\n", "\n | | | \n | | | ", "\n\n" * 40])
def test_an_empty_tail_is_nothing(tail: str) -> None:
    assert framed(f"{PLAN}\n{DONE}{tail}\n").left_out == ()


def test_blank_rows_between_are_named() -> None:
    found = framed(f"{PLAN}\n{DONE}\n\n\n#4 | Смотр | 01.12.2025 | #90")
    assert found.left_out == ((5, "blank"), (6, "blank"))


@pytest.mark.parametrize(
    "units",
    ["(шт.) | (дата) | (руб.)", "чел. | % | руб.", "(чел.) | (день) | (тыс. руб.)"],
)
def test_a_row_of_units_belongs_to_the_heading(units: str) -> None:
    found = framed(f"Мест | Срок | Сумма\n{units}\n#5 | 01.09.2025 | #100\n#6 | 02.09.2025 | #200")
    assert found.heading_rows == (1, 2)
    assert found.headings[0] == f"Мест / {units.split(' | ', maxsplit=1)[0]}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("#1 | #2 | #3\n#4 | #5 | #6\n#7 | #8 | #9", "no_heading"),
        ("Фамилия | Имя | Класс", "heading_only"),
        ("Список участников\n\nФамилия | Имя | Класс", "heading_only"),
        ("Наименование | ООО «Лад»\nИНН | #7707083893\nАдрес | г. Бийск\nДата регистрации | 01.02.2001", "form"),
        ("Фамилия: | Орлова\nИмя: | Анна\nКласс: | #9\nТелефон: | 8 385 412-00-00", "form"),
        (
            "1. Как Вас зовут? |\n2. Где Вы учитесь? | в лицее\n3. Чем увлекаетесь? |\n4. Откуда узнали о нас? |",
            "questionnaire",
        ),
    ],
)
def test_a_tab_that_holds_no_table_says_what_it_is(text: str, why: str) -> None:
    found = find(grid(text))
    assert isinstance(found, NoTable)
    assert found.why == why
    assert found.text.endswith(".")


def test_a_table_beside_a_wide_gap_is_found_by_itself() -> None:
    text = "ДОХОДЫ | | | ИТОГ | |\nСтатья | Сумма | | #2336 | | #62\nГрант | #2500 | | | |\nВзносы | #1000 | | | |\nИное | #250 | | СВОДКА | |"
    assert framed(text).heading_rows == (2,)


def test_cells_spread_over_merged_rows_do_not_hide_the_heading() -> None:
    text = f"{PLAN} | Показатель\n#1 | Слёт | 01.09.2025 | #10 | Доля школ\n | | | | Доля команд\n#2 | Смотр | 02.09.2025 | #20 | Число заявок"
    spread = tuple(Area(2, at, 3, at) for at in (1, 2, 3, 4))
    found = framed(text, *spread)
    assert found.heading_rows == (1,)
    assert found.rows == (2, 3, 4)


def test_years_and_numbers_may_be_headings() -> None:
    found = framed("Район | 2023 | 2024 | 2025\nБийск | #1 | #2 | #3\nЗаря | #4 | #5 | #6")
    assert found.heading_rows == (1,)


def test_nothing_is_found_in_a_grid_of_empty_rows() -> None:
    assert isinstance(find(Grid("Файл.xlsx", "Лист", ((), (None,), ()))), NoTable)


@pytest.mark.parametrize(
    "heading",
    [
        "Фамилия | #1 | #2 | #3 | #4 | #5 | Итого",
        "Показатель | #45658 | #45689 | #45717 | #45748 | #45778 | Всего",
        "Показатель | #2021 | #2022 | #2023 | #2024 | #2025 | Всего",
    ],
)
def test_days_months_and_years_in_a_row_are_names_of_columns(heading: str) -> None:
    text = f"{heading}\nОрлова | #8 | #8 | #6 | #8 | #8 | #38\nБелов | #8 | #7 | #8 | #8 | #8 | #39"
    assert framed(text).heading_rows == (1,)


def test_numbers_that_the_next_row_goes_on_to_count_are_data() -> None:
    assert isinstance(find(grid("#1 | #2 | #3 | #4\n#5 | #6 | #7 | #8\n#9 | #10 | #11 | #12")), NoTable)
