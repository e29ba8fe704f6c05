"""Where the table is in an orderly tab."""

from dataclasses import replace

from config.settings import Keeping
from tests.text_tables import BY_KEY, codes, grid, read
from validators.grid import Area
from validators.parse import parse

TEAMS = (
    "Код | Название команды | Приоритетное направление | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия"
)
ROW = "КМ-0001 | Вектор | ПН-0001 | СТ-0001 | НС-0001 | #45931 | Идея"


def test_a_heading_under_title_rows_is_found() -> None:
    parsed = read("TEAM", f"Команды региона\n\n{TEAMS}\n{ROW}")
    assert parsed.table is not None
    assert parsed.table.ids == ("КМ-0001",)
    assert parsed.table.rows == (4,)


def test_a_tab_without_a_heading_is_refused() -> None:
    parsed = read("TEAM", f"{ROW}\n{ROW}")
    assert parsed.table is None
    assert codes(parsed.remarks) == ["S2"]


def test_a_row_that_holds_only_its_code_is_empty() -> None:
    parsed = read("TEAM", f"{TEAMS}\n{ROW}\nКМ-0002 | | | | | |\nКМ-0003 | | | | | |")
    assert parsed.table is not None
    assert parsed.table.ids == ("КМ-0001",)
    assert not parsed.remarks


def test_columns_are_bound_by_heading_and_not_by_place() -> None:
    parsed = read(
        "TEAM",
        "Стадия | Команда | Код | Своё | Дата формирования | Наставник | Лидер | Направление\nИдея | Вектор | КМ-0001 | х | #45931 | НС-0001 | СТ-0001 | ПН-0001",
    )
    assert parsed.table is not None
    assert list(parsed.table.values["name"]) == ["Вектор"]
    assert not parsed.remarks


def test_a_heading_bound_by_likeness_is_said() -> None:
    parsed = read("TEAM", f"{TEAMS.replace('Название команды', 'Названия команды')}\n{ROW}")
    assert codes(parsed.remarks) == ["F09"]
    assert parsed.remarks[0].place.cell == "B1"


def test_a_missing_column_is_one_warning_and_its_rows_count() -> None:
    parsed = read("TEAM", f"{TEAMS.replace(' | Стадия', '')}\n{ROW.replace(' | Идея', '')}")
    assert codes(parsed.remarks) == ["S3"]
    assert parsed.remarks[0].severity == "warning"
    assert parsed.table is not None
    assert len(parsed.table.counted) == 1


def test_a_tab_whose_rows_can_not_be_told_apart_is_stopped() -> None:
    parsed = read("TEAM", "Наставники | Стадия | Дата формирования\nНС-0001 | Идея | #45931")
    assert parsed.table is None
    assert "critical" in {remark.severity for remark in parsed.remarks if remark.code == "S3"}


def test_a_column_that_the_office_does_not_have_is_not_asked_for() -> None:
    keeping = Keeping(absent=("Стадия",))
    parsed = read("TEAM", f"{TEAMS.replace(' | Стадия', '')}\n{ROW.replace(' | Идея', '')}", keeping)
    assert not parsed.remarks


def test_two_columns_of_one_heading_stop_the_register() -> None:
    parsed = read("TEAM", f"{TEAMS} | Стадия\n{ROW} | Идея")
    assert parsed.table is None
    assert [(one.code, one.place.cell) for one in parsed.remarks] == [("S4", "H1")]


def test_merged_cells_among_data_stop_the_register_unless_it_is_told_to_fill_them() -> None:
    spread = replace(
        grid(f"{TEAMS}\n{ROW}\n{ROW.replace('КМ-0001 | Вектор', 'КМ-0002 | Поиск').replace('ПН-0001', '')}"),
        merges=(Area(2, 3, 3, 3),),
    )
    stopped = parse(spread, BY_KEY["TEAM"])
    assert codes(stopped.remarks) == ["S5"]
    assert stopped.table is None
    filled = parse(spread, BY_KEY["TEAM"], Keeping(fill_merged=True))
    assert filled.table is not None
    assert list(filled.table.values["priority"]) == ["ПН-0001", "ПН-0001"]


def test_a_heading_of_two_rows_is_read_and_said() -> None:
    rows = "Код | Фамилия | Имя | Отчество | Согласие |\n | | | | дата | №\nШК-0001 | Орлова | Анна | Ильинична | #45931 | 7"
    parsed = parse(replace(grid(rows), merges=(Area(1, 5, 1, 6),)), BY_KEY["SCH"])
    assert parsed.table is not None
    assert "S6" in codes(parsed.remarks)
    assert list(parsed.table.values["consent_number"]) == ["7"]


def test_blank_rows_among_data_are_said_once() -> None:
    parsed = read("TEAM", f"{TEAMS}\n{ROW}\n\n\n{ROW.replace('КМ-0001 | Вектор', 'КМ-0002 | Поиск')}\n\n")
    assert [(one.code, one.place.row) for one in parsed.remarks] == [("S7", 3)]
    assert parsed.table is not None
    assert len(parsed.table) == 2


def test_a_row_of_totals_is_not_data() -> None:
    parsed = read("TEAM", f"{TEAMS}\n{ROW}\nИтого | #1 | | | | |")
    assert [(one.code, one.place.row) for one in parsed.remarks] == [("S8", 3)]
    assert parsed.table is not None
    assert len(parsed.table) == 1


def test_a_second_table_below_is_not_read() -> None:
    parsed = read("TEAM", f"{TEAMS}\n{ROW}\n\nРайон | Команд\nПриозёрный | #4\nЛесной | #2")
    assert [(one.code, one.place.row) for one in parsed.remarks] == [("S9", 4)]
    assert parsed.table is not None
    assert len(parsed.table) == 1
