"""From a grid to a table: values, faults of single cells, vital cells, composites, constants."""

from datetime import date

import pytest

from config.settings import Keeping
from tests.text_tables import BY_KEY, codes, found, grid, read, scene
from validators.memo import Memo
from validators.parse import parse

PUPILS = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Согласие: дата | Согласие дал | Телефон"
ANNA = "ШК-0001 | Орлова | Анна | Ильинична | #40057 | ОО-0001 | 9А | Участник | #45931 | #45930 | Представитель | +79123456789"


def pupils(*rows: str) -> str:
    return "\n".join([PUPILS, *rows])


def test_a_right_row_is_read_without_a_word() -> None:
    parsed = read("SCH", pupils(ANNA))
    assert not parsed.remarks
    assert parsed.table is not None
    (pupil,) = parsed.table
    assert (pupil.surname, pupil.born, str(pupil.grade)) == ("Орлова", date(2009, 9, 1), "9А")


@pytest.mark.parametrize(
    ("typed", "instead", "code", "cell"),
    [
        ("#40057", "31.02.2009", "C02", "E2"),
        ("#40057", "#REF!", "C10", "E2"),
        ("Участник", "почти", "C03", "H2"),
        ("Орлова", "Opлова", "C07", "B2"),
        ("#45931", "01.10.2025", "C08", "I2"),
        ("Анна", "А.", "C13", "C2"),
        ("+79123456789", "8(912)34", "C14", "L2"),
        ("ОО-0001", "КМ-0001", "C12", "F2"),
        ("9А", "12", "C04", "G2"),
    ],
)
def test_a_fault_of_one_cell_is_one_remark_at_that_cell(typed: str, instead: str, code: str, cell: str) -> None:
    parsed = read("SCH", pupils(ANNA.replace(typed, instead)))
    assert [(one.code, one.place.cell, one.place.id) for one in parsed.remarks] == [(code, cell, "ШК-0001")]
    assert all(one.text.endswith(".") and one.advice.endswith(".") for one in parsed.remarks)


def test_a_row_with_a_bad_cell_still_counts() -> None:
    parsed = read("SCH", pupils(ANNA.replace("#40057", "31.02.2009")))
    assert parsed.table is not None
    assert len(parsed.table.counted) == 1


def test_a_row_whose_vital_cell_can_not_be_read_does_not_stand_but_its_code_is_known() -> None:
    parsed = read("SCH", pupils(ANNA.replace("Участник", "почти")))
    assert parsed.remarks[0].severity == "critical"
    assert parsed.table is not None
    assert not parsed.table.counted
    assert "ШК-0001" in parsed.table.index_of


def test_a_blank_vital_cell_is_one_critical_remark() -> None:
    assert read("SCH", pupils(ANNA.replace("Участник", ""))).remarks == ()
    office = scene({"SCH": pupils(ANNA.replace("Участник", ""))}).office
    assert not office.tables["SCH"].counted


def test_personal_values_are_never_quoted_and_others_are() -> None:
    (born,) = read("SCH", pupils(ANNA.replace("#40057", "31.02.2009"))).remarks
    assert "2009" not in born.text
    (status,) = read("SCH", pupils(ANNA.replace("Участник", "почти"))).remarks
    assert "почти" in status.text


def test_a_category_is_derived_from_the_class_and_a_municipality_from_the_school() -> None:
    schools = "Код | Полное наименование | Тип | Муниципалитет | ИНН\nОО-0001 | Школа № 5 | Общеобразовательная | Лесной округ | 7707083893"
    office = scene({"SCH": pupils(ANNA), "EDU": schools}).office
    assert list(office.tables["SCH"].values["category"]) == ["Школьник"]
    assert list(office.tables["SCH"].values["municipality"]) == ["Лесной округ"]


@pytest.mark.parametrize(
    ("typed", "instead", "remark"),
    [
        ("Орлова", "", ("C01", "ШК-0001", "Фамилия")),
        ("#45930", "", ("C01", "ШК-0001", "Согласие: дата")),
        ("#45931", "", ("C01", "ШК-0001", "Дата зачисления")),
        ("#45931", "#46200", ("C04", "ШК-0001", "Дата зачисления")),
        ("+79123456789", "нет", ("C01", "ШК-0001", "Телефон")),
    ],
)
def test_what_is_declared_is_checked(typed: str, instead: str, remark: tuple[str, str, str]) -> None:
    text = pupils(ANNA.replace(f"| {typed}", f"| {instead}", 1))
    assert found({"SCH": text}) == [remark]


def test_a_right_office_has_no_remarks() -> None:
    assert found({"SCH": pupils(ANNA)}) == []


def test_a_candidate_needs_no_day_of_enrolment() -> None:
    assert found({"SCH": pupils(ANNA.replace("Участник | #45931", "Кандидат |"))}) == []


def test_the_later_of_two_disordered_dates_is_remarked_once() -> None:
    plan = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план)\nМР-0001 | Слёт | Мероприятие | Э2 | РП-0001 | #45931 | #45930"
    assert found({"PLAN": plan}) == [("C04", "МР-0001", "Окончание (план)")]


def test_a_repeated_key_is_remarked_at_the_later_row() -> None:
    head = "Код | Полное наименование | Тип | Муниципалитет | ИНН"
    schools = (
        f"{head}\nОО-0001 | Школа № 5 | школа | Лесной | 7707083893\nОО-0002 | Школа № 6 | школа | Лесной | 7707083893"
    )
    assert found({"EDU": schools}) == [("C05", "ОО-0002", "ИНН")]


def test_one_column_of_names_is_split() -> None:
    head = PUPILS.replace("Фамилия | Имя | Отчество", "ФИО")
    parsed = read(
        "SCH",
        f"{head}\n{ANNA.replace('Орлова | Анна | Ильинична', 'Орлова Анна Ильинична')}\n{ANNA.replace('ШК-0001', 'ШК-0002').replace('Орлова | Анна | Ильинична', 'Орлова А. И.')}",
    )
    assert parsed.table is not None
    assert parsed.table.values["name"][0] == "Анна"
    assert [(one.code, one.place.id) for one in parsed.remarks] == [("C13", "ШК-0002")]


def test_class_and_letter_in_columns_of_their_own_are_joined() -> None:
    head = PUPILS.replace("Класс или курс", "Класс | Литера")
    parsed = read("SCH", f"{head}\n{ANNA.replace('9А', '#9 | А')}")
    assert parsed.table is not None
    assert str(parsed.table.values["grade"][0]) == "9А"


def test_a_constant_stands_where_the_table_has_no_such_column_or_an_empty_cell() -> None:
    parsed = read(
        "SCH",
        pupils(ANNA.replace("Участник", "")),
        Keeping(constants={"Статус участника": "Участник", "Муниципалитет": "Лесной округ"}),
    )
    assert parsed.table is not None
    assert list(parsed.table.values["status"]) == ["Участник"]
    assert list(parsed.table.values["municipality"]) == ["Лесной округ"]


def test_names_of_columns_may_be_set() -> None:
    head = PUPILS.replace("Образовательная организация", "учится в")
    keeping = Keeping(headings={"учится в": "Образовательная организация"})
    assert not read("SCH", f"{head}\n{ANNA}", keeping).remarks


def test_a_table_of_untyped_text_is_not_blamed_for_its_format() -> None:
    from dataclasses import replace

    typed = grid(pupils(ANNA.replace("#45931", "01.10.2025")), tab="Школьники и СПО")
    assert codes(parse(typed, BY_KEY["SCH"]).remarks) == ["C08"]
    assert not parse(replace(typed, typed=False), BY_KEY["SCH"]).remarks


def test_a_warm_memo_gives_the_same_reading() -> None:
    memo = Memo()
    text = grid(pupils(ANNA, ANNA.replace("ШК-0001", "ШК-0002").replace("9А", "#REF!")), tab="Школьники и СПО")
    first, second = parse(text, BY_KEY["SCH"], memo=memo), parse(text, BY_KEY["SCH"], memo=memo)
    assert first.remarks == second.remarks == parse(text, BY_KEY["SCH"]).remarks


def test_the_order_of_rows_does_not_change_what_is_remarked() -> None:
    other = ANNA.replace("ШК-0001", "ШК-0002").replace("Участник", "почти")
    one, two = read("SCH", pupils(ANNA, other)), read("SCH", pupils(other, ANNA))
    assert {r.fingerprint for r in one.remarks} == {r.fingerprint for r in two.remarks}
