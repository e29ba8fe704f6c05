"""Every way in which the head of a ведомость is laid out gives the same facts at the right cells."""

import pytest

from config.settings import Keeping
from tests.text_tables import BY_KEY, grid
from tests.validators.marksheet.sheets import facts, places, read, sheet
from validators.grid import Area
from validators.marksheet.facts import is_marksheet

EXPECTED = [
    ("ШК-0001", "Отбор (эссе/тест)", "Отбор", "МР-0001", "Пройдено"),
    ("ШК-0002", "Отбор (эссе/тест)", "Отбор", "МР-0001", "Не явился"),
    ("ШК-0001", "Модуль цифровой платформы", "Модуль 1", "МР-0002", "Пройдено"),
    ("ШК-0002", "Модуль цифровой платформы", "Модуль 1", "МР-0002", "В процессе"),
]
LAYOUTS = {
    "codes, then labels and titles": """
Ведомость осени
                 |         | МР-0001 | МР-0002
Код     | Участник         | Отбор   | Модуль 1
ШК-0001 | Чайкина Ольга    | +       | 100%
ШК-0002 | Воробьёв Иван    | н       | 40%
""",
    "codes and labels in one row, titles under": """
Код     | ФИО           | МР-0001 | МР-0002
        |               | Отбор   | Модуль 1
ШК-0001 | Чайкина Ольга | +       | 100%
ШК-0002 | Воробьёв Иван | н       | 40%
""",
    "titles above the codes": """
        |               | Отбор   | Модуль 1
Код     | ФИО           | МР-0001 | МР-0002
ШК-0001 | Чайкина Ольга | +       | 100%
ШК-0002 | Воробьёв Иван | н       | 40%
""",
    "named rows, labels at the bottom": """
Код мероприятия |               | МР-0001           | МР-0002
Название        |               | Отбор             | Модуль 1
Вид             |               | Отбор (эссе/тест) | ЦОП
Дата            |               | 24.10.2025        | 01.12.2025
Код             | ФИО           |                   |
ШК-0001         | Чайкина Ольга | +                 | 100%
ШК-0002         | Воробьёв Иван | н                 | 40%
""",
    "named rows under the titles": """
Мероприятие | |      | МР-0001           | МР-0002
Код     | ФИО | Команда  | Отбор         | Модуль 1
Вид     |     |          | отбор         | модуль ЦОП
Дата    |     |          | 24.10.2025    | 01.12.2025
ШК-0001 | Чайкина Ольга | Вектор | +    | 100%
ШК-0002 | Воробьёв Иван | Вектор | н    | 40%
""",
    "code and title in one cell": """
Код     | МР-0001 · Отбор | МР-0002 — Модуль 1
ШК-0001 | +               | 100%
ШК-0002 | н               | 40%
""",
    "column numbers, a number of the row, a blank row, a total": """
№ | Код     | ФИО           | МР-0001 | МР-0002
  |         |               | Отбор   | Модуль 1
#1 | #2     | #3            | #4      | #5
#1 | ШК-0001 | Чайкина Ольга | +      | 100%

#2 | ШК-0002 | Воробьёв Иван | н      | 40%
  | Итого    |               | #1      | #1
Составил: специалист РПО
""",
    "no label over the codes of people": """
        |         | МР-0001 | МР-0002
        |         | Отбор   | Модуль 1
#1      | ШК-0001 | +       | 100%
#2      | ШК-0002 | н       | 40%
""",
    "unlabelled rows of kinds and dates": """
Код     | ФИО           | МР-0001    | МР-0002
        |               | Отбор      | Модуль 1
        |               | отбор      | модуль
        |               | 24.10.2025 | 01.12.2025
ШК-0001 | Чайкина Ольга | +          | 100%
ШК-0002 | Воробьёв Иван | н          | 40%
""",
    "participants on the right, columns of other things between": """
        | МР-0001 |            | МР-0002  |
Команда | Отбор   | Примечание | Модуль 1 | Код
Вектор  | +       | хорошо     | 100%     | ШК-0001
Вектор  | н       |            | 40%      | ШК-0002
""",
    "codes typed in haste": """
код     | mp-1      | МР 0002
        | Отбор     | Модуль 1
шк-0001 | +         | 100 %
ШК–0002 | H         | 40 %
""",
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read(name: str) -> None:
    parsed = read(LAYOUTS[name])
    assert facts(parsed, "participant", "kind", "title", "event", "result") == EXPECTED
    assert [one.code for one in parsed.remarks if one.code not in {"C06", "C08"}] == []


@pytest.mark.parametrize("name", [*LAYOUTS][:-1])
def test_every_fact_knows_its_own_cell(name: str) -> None:
    grid_of = sheet(LAYOUTS[name])
    parsed = read(grid_of)
    assert parsed.table is not None
    for index in range(len(parsed.table)):
        place = parsed.table.place(index, "result")
        assert place.cell is not None
        letters, row = place.cell[0], int(place.cell[1:])
        assert grid_of.rows[row - 1]["ABCDEFGH".index(letters)] == parsed.table.raw["result"][index]
        assert place.row == row


def test_titles_and_kinds_may_be_merged_across() -> None:
    text = """
Код | МР-0002 | МР-0003
    | Обучение |
Вид | модуль   |
ШК-0001 | 50% | 60%
"""
    merges = (Area(2, 2, 2, 3), Area(3, 2, 3, 3))
    parsed = read(sheet(text, merges=merges))
    assert facts(parsed, "title", "kind", "progress") == [
        ("Обучение", "Модуль цифровой платформы", 50.0),
        ("Обучение", "Модуль цифровой платформы", 60.0),
    ]


def test_a_sheet_title_merged_over_everything_is_no_title_of_an_activity() -> None:
    text = "Ведомость посещаемости |  |\nКод | МР-0001 | МР-0003\nШК-0001 | + | +"
    parsed = read(sheet(text, merges=(Area(1, 1, 1, 3),)))
    assert facts(parsed, "title") == [("Отбор участников",), ("Проектная сессия 1",)]


def test_a_head_repeated_further_down_and_a_legend_are_no_people() -> None:
    text = """
Код     | МР-0001 | МР-0003
        | Отбор   | Сессия
ШК-0001 | +       | +
Код     | МР-0001 | МР-0003
        | Отбор   | Сессия
ШК-0002 | н       | −
        |         | н — не явился
Всего   | #1      | #1
"""
    parsed = read(text)
    assert parsed.table is not None
    assert [(row, why) for _, row, why in parsed.table.left_out] == [
        (4, "repeated_heading"),
        (5, "repeated_heading"),
        (7, "note"),
        (8, "total"),
    ]
    assert len(facts(parsed, "result")) == 4


def test_people_may_stand_by_surname_name_and_patronymic() -> None:
    parsed = read("Фамилия | Имя | Отчество | МР-0001\nЧайкина | Ольга | Ильична | +\nВоробьёв | Иван | | н")
    assert facts(parsed, "participant") == [("Чайкина Ольга Ильична",), ("Воробьёв Иван",)]


def test_a_name_serves_where_the_code_is_blank() -> None:
    parsed = read("Код | ФИО | МР-0001\n | Чайкина Ольга Ильична | +\nШК-0002 | Воробьёв Иван | +")
    assert facts(parsed, "participant") == [("Чайкина Ольга Ильична",), ("ШК-0002",)]
    assert parsed.table is not None
    assert [parsed.table.place(index, "participant").cell for index in (0, 1)] == ["B2", "A3"]


def test_an_activity_outside_of_the_plan_is_marked_so() -> None:
    parsed = read(
        "Код | ФИО | |\n | | МР-0001 | вне плана\n | | Отбор | Консультация Орлова\nДата | | | 05.02.2026\nШК-0001 | | + | +"
    )
    assert facts(parsed, "title", "kind", "event") == [
        ("Отбор", "Отбор (эссе/тест)", "МР-0001"),
        ("Консультация Орлова", "Консультация наставника", None),
    ]


def test_a_column_without_a_code_is_not_lost_silently() -> None:
    parsed = read("Код | МР-0001 | | Итого | \n | Отбор | Слёт | | \nШК-0001 | + | + | #2 | да")
    assert places(parsed.remarks) == [("S3", "C1"), ("S3", "E1")]
    assert len(facts(parsed, "result")) == 1


def test_the_offices_own_words_are_known_from_settings() -> None:
    keeping = Keeping(headings={"Шифр": "Код", "Тип": "Вид"}, constants={"Формат": "Очно"})
    parsed = read("Шифр | МР-0005\nТип | Защита\nШК-0001 | +", keeping)
    assert facts(parsed, "participant", "kind", "format") == [("ШК-0001", "Защита", "Очно")]


def test_the_long_form_is_not_a_marksheet_though_it_is_titled_so() -> None:
    long = "Код | Участник | Вид | Название | Результат | Мероприятие\nПЭ-0001 | ШК-0001 | Защита | Защита | Пройдено | МР-0001"
    assert not is_marksheet(grid(long, tab="Ведомость"), BY_KEY["PROG"], Keeping())
    assert not is_marksheet(grid(long, tab="Прохождение этапов"), BY_KEY["PROG"], Keeping())


def test_a_table_whose_codes_go_down_is_not_a_marksheet() -> None:
    rows = "\n".join(f"ШК-000{number} | МР-0001 | Пройдено" for number in range(1, 6))
    assert not is_marksheet(grid(f"ФИО | Мероприятие | Отметка\n{rows}", tab="Прохождение"), BY_KEY["PROG"], Keeping())


def test_a_tab_of_any_title_is_a_marksheet_by_its_head() -> None:
    assert is_marksheet(grid("Код | МР-0001\nШК-0001 | +", tab="Явка"), BY_KEY["PROG"], Keeping())
    assert not is_marksheet(grid("Код | МР-0001\nШК-0001 | +", tab="Ведомость"), BY_KEY["TEAM"], Keeping())
