"""Codes of rows and references to records."""

import pytest

from config.cells.marks import read_key, read_own_code, read_reference, read_references
from config.columns import Column, Kind, Reading

KIND = Kind("ref", "Ссылка", read_reference, is_reference=True)
TEAM = Column("Команда", KIND, refers=("TEAM",))
PEOPLE = Column("Участник", KIND, refers=("UNI", "SCH"))
STAGE = Column("Этап", KIND, refers=("STAGE",))
FUNCTION = Column("Функция", KIND, refers=("FUNCTION",))
WORDS = Column("Место работы", KIND, refers=("ENT",), words_allowed=True)
ANY = Column("Код", KIND)


@pytest.mark.parametrize("column", [TEAM, ANY])
@pytest.mark.parametrize("typed", ["КМ-12", "KM-0012", "км–0012", "КМ 0012", "км0012", "Км—12"])
def test_a_code_is_folded_with_an_info(typed: str, column: Column) -> None:
    reading = read_own_code(typed, column)
    assert (reading.value, reading.code, reading.severity) == ("КМ-0012", "C06", None)


@pytest.mark.parametrize("code", ["КМ-0012", "КМ-10012"])
def test_a_well_formed_code_passes(code: str) -> None:
    assert read_own_code(code, TEAM) == Reading(code)
    assert read_reference(code, TEAM) == Reading(code)
    assert read_references(code, TEAM) == Reading((code,))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ШК-0012", "C12"),
        ("UK-0012", "C12"),
        ("команда", "C12"),
        ("0012", "C12"),
        (12, "C12"),
        ("КМ-0012, КМ-0013", "C11"),
    ],
)
def test_a_bad_own_code_is_not_used(typed: str | int, code: str) -> None:
    assert read_own_code(typed, TEAM)[:2] == (None, code)


def test_a_code_that_lost_its_letters_is_proposed() -> None:
    assert "КМ-0012" in read_own_code(12, TEAM).advice
    assert "КМ-0012" in read_reference(12, TEAM).advice


@pytest.mark.parametrize("typed", ["КМ-0012 · Вектор", "КМ-0012 Вектор", "КМ-0012 — Вектор", "КМ-0012: Вектор"])
def test_a_code_with_a_name_is_the_code(typed: str) -> None:
    assert read_reference(typed, TEAM) == Reading("КМ-0012")


@pytest.mark.parametrize(
    ("typed", "column", "value", "code"),
    [
        ("Вектор", TEAM, "Вектор", None),
        ("СШ 12", TEAM, "СШ 12", None),
        ("ШК-0001", PEOPLE, "ШК-0001", None),
        ("СТ-0001", PEOPLE, "СТ-0001", None),
        ("KM-12", TEAM, "КМ-0012", "C06"),
        ("Bектор", TEAM, "Вектор", "C07"),
        ("ШК-0001", TEAM, None, "C12"),
        ("ЪЪ-0001", TEAM, None, "C12"),
        ("ШК-0001", WORDS, "ШК-0001", None),
        ("12", WORDS, "12", None),
        ("АО «Заря»; филиал", WORDS, "АО «Заря»; филиал", None),
        ("КМ-0012, КМ-0013", TEAM, None, "C11"),
        ("КМ-0012 КМ-0013", TEAM, None, "C11"),
        ("КМ-0012/КМ-0013", TEAM, None, "C11"),
        ("Вектор; Сигма", TEAM, None, "C11"),
        ("Э4 · Проектная деятельность", STAGE, "Э4", None),
        ("э4", STAGE, "Э4", None),
        ("Тюмень", STAGE, "Тюмень", None),
        ("С6.2 · Экспертный пул", FUNCTION, "C6.2", None),
        ("Т1", FUNCTION, "T1", None),
        ("C6.3а", FUNCTION, "C6.3а", None),
    ],
)
def test_a_reference_is_a_code_or_a_name(typed: str, column: Column, value: str | None, code: str | None) -> None:
    assert read_reference(typed, column)[:2] == (value, code)


@pytest.mark.parametrize(
    "typed",
    [
        "КМ-0012; КМ-0013",
        "КМ-0012;КМ-0013;",
        "КМ-0012\nКМ-0013",
        "КМ-0012, КМ-0013",
        "КМ-0012 КМ-0013",
        "КМ-0012 и КМ-0013",
        "КМ-0012; КМ-0013; КМ-0012",
        "КМ-0012 · Вектор; КМ-0013 · Сигма",
        "КМ-0012 · Вектор, КМ-0013 · Сигма",
    ],
)
def test_a_list_of_codes_is_parted(typed: str) -> None:
    assert read_references(typed, TEAM) == Reading(("КМ-0012", "КМ-0013"))


@pytest.mark.parametrize(
    ("typed", "value", "code"),
    [
        ("Вектор; Сигма", ("Вектор", "Сигма"), None),
        ("Вектор, или Сигма", ("Вектор, или Сигма",), None),
        ("КМ-0012, KM-13", ("КМ-0012", "КМ-0013"), "C06"),
        ("КМ-0012; ШК-0001", ("КМ-0012",), "C12"),
        ("KM-12; ШК-0001", ("КМ-0012",), "C12"),
        ("ШК-0001", None, "C12"),
        (";", None, "C02"),
    ],
)
def test_the_good_ones_of_a_list_stay(typed: str, value: object, code: str | None) -> None:
    assert read_references(typed, TEAM)[:2] == (value, code)


def test_an_approved_list_with_exceptions_is_one_text() -> None:
    column = Column("Объекты", KIND, refers=("MENT", "ENT"), words_allowed=True)
    text = "Список № 3, кроме НС-0012"
    assert read_references(text, column) == Reading((text,))
    assert read_references("НС-0012, ПП-0001", column) == Reading(("НС-0012", "ПП-0001"))


def test_a_key_of_a_list_is_a_text() -> None:
    assert read_key("Проезд", ANY) == Reading("Проезд")
    assert read_key(2025, ANY) == Reading("2025")
    assert read_key("Прoезд", ANY)[:2] == ("Проезд", "C07")
