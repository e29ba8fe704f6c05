"""A fact told in the long form and in a ведомость, or in two of them, counts once."""

from tests.text_tables import table
from tests.validators.marksheet.sheets import facts, read, sheet
from validators.join import join
from validators.marksheet.once import count_once
from validators.office import Office
from validators.remark import Remark, Severity

LONG = "Код | Участник | Вид | Название | Начало | Результат | Мероприятие | Балл\n"
SHEET = "Код | МР-0003\n | Проектная сессия 1\n"


def joined(long: str, *sheets: str) -> tuple[list[tuple[object, ...]], tuple[Remark, ...]]:
    """The facts that count, and what is said of those told twice."""
    parts = [table("PROG", LONG + long)] if long else []
    for number, text in enumerate(sheets, 1):
        part = read(sheet(text, file=f"{number}.xlsx")).table
        assert part is not None
        parts.append(part)
    whole, remarks = join(parts)
    assert remarks == ()
    office, told = count_once(Office({"PROG": whole}))
    return facts(office.tables["PROG"], "participant", "result"), told


def test_the_same_fact_in_both_counts_once_and_an_info_says_so() -> None:
    long = "ПЭ-0001 | ШК-0001 | Проектная сессия | Проектная сессия 1 | #46056 | Пройдено"
    counted, told = joined(long, SHEET + "ШК-0001 | +\nШК-0002 | +")
    assert counted == [("ШК-0001", "Пройдено"), ("ШК-0002", "Пройдено")]
    (remark,) = told
    assert (remark.code, remark.severity, remark.place.cell) == ("C05", Severity.INFO, "B1")
    assert ": 1." in remark.text


def test_results_that_contradict_are_a_warning_at_the_mark_and_the_long_row_wins() -> None:
    long = "ПЭ-0001 | ШК-0001 | Проектная сессия | Проектная сессия 1 | #46056 | Не явился"
    counted, told = joined(long, SHEET + "ШК-0001 | +")
    assert counted == [("ШК-0001", "Не явился")]
    (remark,) = told
    assert (remark.code, remark.severity, remark.place.cell) == ("C05", Severity.WARNING, "B3")
    assert "строка 2" in remark.text


def test_scores_that_differ_contradict_and_a_score_that_only_one_has_does_not() -> None:
    row = "ПЭ-0001 | ШК-0001 | Проектная сессия | Проектная сессия 1 | #46056 | Пройдено |"
    assert [one.severity for one in joined(f"{row} | #70", SHEET + "ШК-0001 | 80")[1]] == [Severity.WARNING]
    assert [one.severity for one in joined(f"{row} | ", SHEET + "ШК-0001 | 80")[1]] == [Severity.INFO]


def test_one_measure_of_the_plan_is_one_fact_under_any_title() -> None:
    long = "ПЭ-0001 | ШК-0001 | Проектная сессия | Паспорт проекта | #46056 | Пройдено | МР-0003"
    assert joined(long, SHEET + "ШК-0001 | +")[0] == [("ШК-0001", "Пройдено")]


def test_a_sheet_that_names_no_day_does_not_tell_another_fact_than_a_row_with_its_own_day() -> None:
    long = "ПЭ-0001 | ШК-0001 | Проектная сессия | Паспорт проекта | #46058 | Пройдено | МР-0003"
    assert len(joined(long, SHEET + "ШК-0001 | +")[0]) == 1
    assert len(joined(long, SHEET + "Дата | 05.02.2026\nШК-0001 | +")[0]) == 1
    assert len(joined(long, SHEET + "Дата | 10.02.2026\nШК-0001 | +")[0]) == 2


def test_other_people_kinds_and_days_are_other_facts() -> None:
    long = "ПЭ-0001 | ШК-0002 | Проектная сессия | Проектная сессия 1 | #46056 | Пройдено\nПЭ-0002 | ШК-0001 | Защита | Проектная сессия 1 | #46056 | Пройдено"
    counted, told = joined(long, SHEET + "ШК-0001 | +")
    assert len(counted) == 3
    assert told == ()


def test_two_sheets_may_overlap_and_the_earlier_wins() -> None:
    counted, told = joined("", SHEET + "ШК-0001 | +\nШК-0002 | +\nШК-0003 | +", SHEET + "ШК-0003 | н")
    assert counted == [("ШК-0001", "Пройдено"), ("ШК-0002", "Пройдено"), ("ШК-0003", "Пройдено")]
    (remark,) = told
    assert (remark.severity, remark.place.source) == (Severity.WARNING, "2.xlsx#Ведомость")
    assert "1.xlsx#Ведомость" in remark.text


def test_one_person_typed_twice_in_a_sheet_is_told() -> None:
    counted, told = joined("", SHEET + "ШК-0001 | +\nШК-0001 | н")
    assert counted == [("ШК-0001", "Пройдено")]
    assert [(one.severity, one.place.cell) for one in told] == [(Severity.WARNING, "B4")]


def test_two_columns_of_one_code_are_two_groups_of_people() -> None:
    text = "Код | МР-0004 | МР-0004\n | Профпроба | Профпроба\nОрганизация | ПП-0001 | ПП-0002\nШК-0001 | + |\nШК-0002 | | +"
    counted, told = joined("", text)
    assert len(counted) == 2
    assert told == ()


def test_an_office_without_sheets_is_left_alone() -> None:
    long = "ПЭ-0001 | ШК-0001 | Защита | Защита | #46056 | Пройдено\nПЭ-0002 | ШК-0001 | Защита | Защита | #46056 | Пройдено"
    counted, told = joined(long)
    assert len(counted) == 2
    assert told == ()
