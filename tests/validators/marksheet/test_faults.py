"""One fault of a ведомость, one remark, at the cell where a person will mend it."""

import pytest

from config.columns import CellError
from config.settings import Keeping
from tests.text_tables import table
from tests.validators.marksheet.sheets import facts, places, read, sheet, told
from validators.grid import Area, Grid
from validators.marksheet.facts import parse_marksheet
from validators.remark import Remark, Severity

ROWS = "ШК-0001 | Чайкина Ольга Ильична | {0}\nШК-0002 | Воробьёв Иван | {0}\nШК-0003 | Галкин Пётр Ильич | {0}"


def marks(head: str, cells: str = "+") -> str:
    """Three pupils with the same marks under a head."""
    return head.strip("\n") + "\n" + ROWS.format(cells)


ONE = "Код | ФИО | МР-0005\n | | {}"


def only(text: str, **others: str) -> Remark:
    """The one remark that a whole look makes."""
    _, remarks = told(read(text), **others)
    (remark,) = remarks
    return remark


def test_a_right_sheet_has_no_remarks() -> None:
    head = "Код | ФИО | МР-0001 | МР-0002 | МР-0003\n | | Отбор | Модуль 1 | Проектная сессия 1"
    office, remarks = told(read(marks(head, "+ | 40% | н")))
    assert remarks == ()
    assert len(office.tables["PROG"].counted) == 9


def test_a_mark_that_is_not_understood_is_said_at_its_cell_and_its_row_stands() -> None:
    parsed = read("Код | МР-0001 | МР-0003\nШК-0001 | + | опоздал\nШК-0002 | н | +")
    _, remarks = told(parsed)
    (remark,) = remarks
    assert (remark.code, remark.place.cell, remark.place.row, remark.severity) == ("C03", "C2", 2, Severity.ERROR)
    assert "опоздал" not in remark.text
    assert "«не треб.»" in remark.advice
    assert len(facts(parsed, "result")) == 4


def test_a_broken_formula_is_said_at_its_cell() -> None:
    grid = Grid("В.xlsx", "Ведомость", (("Код", "МР-0001"), ("ШК-0001", CellError("#REF!"))))
    assert places(read(grid).remarks) == [("C10", "B2")]


@pytest.mark.parametrize("cells", ["+", "н", "−"])
def test_a_kind_that_can_not_be_told_is_asked_once_at_the_head(cells: str) -> None:
    remark = only(marks(ONE.format("Слёт команд"), cells))
    assert (remark.code, remark.place.cell, remark.severity) == ("C01", "C1", Severity.CRITICAL)
    assert "Слёт команд" in remark.text
    assert "«Вид»" in remark.advice


def test_a_kind_that_is_typed_settles_it() -> None:
    _, remarks = told(read(marks(ONE.format("Слёт команд") + "\nВид | | Защита")))
    assert remarks == ()


def test_a_kind_that_is_not_in_the_list_is_said_once_at_its_cell() -> None:
    remark = only(marks(ONE.format("Слёт команд") + "\nВид | | Поход"))
    assert (remark.code, remark.place.cell, remark.severity) == ("C03", "C3", Severity.CRITICAL)


def test_an_unknown_code_of_the_plan_is_said_once_at_the_head() -> None:
    remark = only(marks("Код | ФИО | МР-0099\n | | Проектная сессия 5\nДата | | #46084"))
    assert (remark.code, remark.place.cell) == ("X01", "C1")


def test_an_unknown_code_without_a_date_is_one_remark_still() -> None:
    remark = only(marks("Код | ФИО | МР-0099\n | | Проектная сессия 5"))
    assert (remark.code, remark.place.cell, remark.severity) == ("X01", "C1", Severity.ERROR)


def test_an_unknown_code_without_a_kind_is_one_remark_still() -> None:
    parsed = read(marks("Код | ФИО | МР-0099\n | | Слёт"))
    _, remarks = told(parsed)
    assert [(one.code, one.place.cell, one.severity) for one in remarks] == [("X01", "C1", Severity.CRITICAL)]
    assert parsed.table is not None
    assert len(parsed.table.ids) == 3
    assert facts(parsed, "result") == []


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Код | ФИО | МР-0008\n | | Проектная сессия", "C1"),
        ("Код | ФИО | МР-0008\n | | Проектная сессия\nДата | |", "C3"),
    ],
)
def test_a_day_that_nobody_says_is_asked_once(head: str, cell: str) -> None:
    remark = only(marks(head))
    assert (remark.code, remark.place.cell, remark.place.column) == ("C01", cell, "Начало")


def test_a_day_of_what_was_not_needed_is_not_asked() -> None:
    _, remarks = told(read(marks("Код | ФИО | МР-0008\n | | Проектная сессия", "не треб.")))
    assert remarks == ()


def test_a_day_that_is_not_a_day_is_said_once() -> None:
    remark = only(marks("Код | ФИО | МР-0003\n | | Проектная сессия 1\nДата | | скоро"))
    assert (remark.code, remark.place.cell) == ("C02", "C3")


def test_a_day_still_to_come_is_said_once_at_the_head() -> None:
    remark = only(marks("Код | ФИО | МР-0007\n | | Проектная сессия 9"))
    assert (remark.code, remark.place.cell) == ("C04", "C1")
    typed = only(marks("Код | ФИО | МР-0003\n | | Проектная сессия 1\nДата | | #46162"))
    assert (typed.code, typed.place.cell) == ("C04", "C3")


def test_the_site_of_a_professional_test_is_asked_once() -> None:
    remark = only(marks("Код | ФИО | МР-0004\n | | Профессиональная проба"))
    assert (remark.code, remark.place.cell, remark.place.column) == ("C01", "C1", "Организация")
    assert "строку «Организация»" in remark.advice


def test_an_unknown_site_is_said_once_at_its_cell() -> None:
    sites = "Код | Полное наименование | Тип\nПП-0001 | Завод | Предприятие"
    schools = "Код | Полное наименование | Тип\nОО-0001 | Школа № 5 | школа"
    right = marks("Код | ФИО | МР-0004\n | | Профессиональная проба\nОрганизация | | ПП-0001")
    assert told(read(right), ENT=sites, EDU=schools)[1] == ()
    for wrong in ("ПП-0099", "Шахта"):
        remark = only(right.replace("ПП-0001", wrong), ENT=sites, EDU=schools)
        assert (remark.code, remark.place.cell) == ("X01", "C3")


def test_an_unknown_participant_is_said_once_at_his_cell() -> None:
    head = "Код | ФИО | МР-0001 | МР-0003\n | | Отбор | Проектная сессия 1\n"
    for who, cell in (("ШК-0099 | ", "A4"), (" | Неведомова Анна", "B4")):
        _, remarks = told(read(f"{head}ШК-0001 | | + | +\n{who} | + | н"))
        assert [(one.code, one.place.cell, one.place.row) for one in remarks] == [("X01", cell, 4)]
        assert "Строк" not in remarks[0].text


def test_a_row_without_a_participant_is_said_once() -> None:
    _, remarks = told(read("Код | ФИО | МР-0001 | МР-0003\nШК-0001 | | + | +\n | | + | н"))
    assert [(one.code, one.place.cell, one.severity) for one in remarks] == [("C01", "A3", Severity.CRITICAL)]


def test_a_code_of_another_register_is_said_once() -> None:
    _, remarks = told(read("Код | ФИО | МР-0001 | МР-0003\nКМ-0001 | | + | +"))
    assert [(one.code, one.place.cell, one.severity) for one in remarks] == [("C12", "A2", Severity.CRITICAL)]


def test_a_person_who_only_stands_in_the_sheet_is_not_asked_about() -> None:
    _, remarks = told(read("Код | ФИО | МР-0001\nШК-0001 | | +\nШК-0099 | Неведомова Анна |\nКоманда «Вектор» | |"))
    assert remarks == ()


def test_a_name_that_fits_one_pupil_is_taken() -> None:
    office, remarks = told(read("ФИО | МР-0001\nЧайкина Ольга Ильична | +\nВоробьёв Иван | н"))
    assert remarks == ()
    assert facts(office.tables["PROG"], "participant") == [("ШК-0001",), ("ШК-0002",)]


def test_a_module_without_its_percent_is_asked_at_the_mark() -> None:
    _, remarks = told(read("Код | МР-0002\nШК-0001 | …\nШК-0002 | 40%\nШК-0003 | +"))
    assert [(one.code, one.place.cell) for one in remarks] == [("C01", "B2")]


def test_a_mark_merged_over_cells_is_said_once_and_filled_when_the_settings_say_so() -> None:
    text = "Код | МР-0001 | МР-0003\nШК-0001 | н | \nШК-0002 | + | +\nПояснения | |"
    grid = sheet(text, merges=(Area(2, 2, 2, 3), Area(4, 1, 4, 3)))
    _, remarks = told(read(grid))
    assert [(one.code, one.place.cell, one.severity) for one in remarks] == [("S5", "B2", Severity.ERROR)]
    filled = read(grid, Keeping(fill_merged=True))
    assert filled.remarks == ()
    assert len(facts(filled, "result")) == 4


def test_a_name_that_stands_by_anothers_code_is_a_warning() -> None:
    _, remarks = told(
        read("Код | ФИО | МР-0001\nШК-0001 | Чайкина О. И. | +\nШК-0002 | Галкин Пётр Ильич | н\nШК-0003 | Галкин | +")
    )
    assert [(one.code, one.place.cell, one.severity) for one in remarks] == [("C12", "A3", Severity.WARNING)]
    assert "Галкин" not in remarks[0].text


def test_a_column_sorted_without_the_others_stops_the_sheet_with_one_remark() -> None:
    names = ("Ёлкина", "Дроздов", "Галкин", "Воробьёв", "Беркутов")
    people = "\n".join(f"ШК-000{number} | {name} | Олег" for number, name in enumerate(names, 1))
    known = {"SCH": table("SCH", f"Код | Фамилия | Имя\n{people}")}
    shifted = "\n".join(f"ШК-000{number} | {name} Олег | +" for number, name in enumerate(sorted(names), 1))
    parsed = parse_marksheet(sheet(f"Код | ФИО | МР-0001\n{shifted}"), Keeping(), known)
    assert parsed.table is None
    assert [(one.code, one.place.cell, one.severity) for one in parsed.remarks] == [("C12", "A3", Severity.CRITICAL)]
    assert "строках: 4" in parsed.remarks[0].text


@pytest.mark.parametrize(
    ("text", "tab", "code", "severity"),
    [
        ("Код | ФИО | Отбор\nШК-0001 | Чайкина Ольга | +", "Ведомость", "S2", Severity.CRITICAL),
        ("Код | ФИО | Отбор\nШК-0001 | Чайкина Ольга | +", "Ведомость МР-0001", "S2", Severity.CRITICAL),
        ("ФИО | Сумма\nЧайкина Ольга | #100", "Ведомость выдачи призов", "S2", Severity.WARNING),
        ("Дата | Сумма\n01.02.2026 | #100", "Ведомость", "S2", Severity.WARNING),
        ("Школа | МР-0001\nШкола 5 | +", "Ведомость", "S3", Severity.CRITICAL),
    ],
)
def test_a_sheet_without_its_head_is_told_apart_from_a_sheet_of_something_else(
    text: str, tab: str, code: str, severity: Severity
) -> None:
    parsed = read(sheet(text, tab=tab))
    (remark,) = parsed.remarks
    assert (remark.code, remark.severity) == (code, severity)
    assert (parsed.table is None) is (severity is Severity.CRITICAL)


def test_an_empty_sheet_is_nothing() -> None:
    parsed = read(sheet(""))
    assert parsed.remarks == ()
    assert parsed.table is not None
    assert len(parsed.table) == 0


def test_no_remark_repeats_a_name() -> None:
    text = "Код | ФИО | МР-0001 | МР-0005\n | Неведомова Анна | ыыы | +\nКМ-0001 | Незнакомов Пётр | + | +\nШК-0001 | | + | +"
    _, remarks = told(read(text))
    assert {"X01", "C12", "C03"} <= {remark.code for remark in remarks}
    for remark in remarks:
        assert not {"Неведомова", "Незнакомов", "Анна", "Пётр"} & set(
            f"{remark.text} {remark.advice}".replace("«", " ").split()
        )
