"""Tidying, comparison keys, empty-like values and look-alike letters."""

from time import perf_counter
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.cells.text import as_text, find_mixture, fold, fold_twins, is_empty_like, read_text, tidy
from config.columns import Column, Kind, Reading

KIND = Kind("text", "Текст", read_text)
COLUMN = Column("Название", KIND)
NBSP, THIN, ZERO_WIDTH, BOM, SOFT_HYPHEN = "\u00a0", "\u202f", "\u200b", "\ufeff", "\u00ad"


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("Уже чисто", "Уже чисто"),
        ("", ""),
        ("   ", ""),
        (f" Анна{NBSP}{NBSP}Иванова ", "Анна Иванова"),
        (f"1{THIN}200", "1 200"),
        (f"Ан{ZERO_WIDTH}на", "Анна"),
        (f"{BOM}Код", "Код"),
        (f"обра{SOFT_HYPHEN}зование", "образование"),
        ("Школа\tи\r\nколледж", "Школа и колледж"),
        ("Семе\u0308нов", "Семёнов"),
        ("Андреи\u0306", "Андрей"),
        ("и\u200b\u0306", "й"),
        ("\ud800лом", "лом"),
    ],
)
def test_tidying_folds_what_people_do_not_see(typed: str, tidied: str) -> None:
    assert tidy(typed) == tidied


@given(st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert is_normalized("NFC", once)
    assert once == once.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Утверждён", "УТВЕРЖДЕН"),
        ("«Лицей № 5»", '"Лицей №5"'),
        ("Салтыков–Щедрин", "Салтыков-Щедрин"),
        ("Утв.", "утв"),
        ("г.Тюмень", "г. Тюмень"),
        ("Bектор", "Вектор"),
        ("Д’Арк", "д'Арк"),
    ],
)
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_have_different_keys() -> None:
    assert len({fold(text) for text in ("Школа 5", "Школа 6", "Школа", "+", "—", "C1", "VK")}) == 7


@given(st.text())
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    key = fold(tidy(text))
    assert fold(key) == key


@pytest.mark.parametrize("text", ["", *"- — – ? x х . 0".split(" "), "нет", "Н/Д", "н.д.", "нет данных", "НЕТ"])  # noqa: SIM905
def test_a_word_for_nothing_is_empty_like(text: str) -> None:
    assert is_empty_like(text)


@pytest.mark.parametrize("text", ["не указано", "Отсутствует", "#N/A", "#Н/Д", "---", "??", "…"])
def test_a_longer_word_for_nothing_is_empty_like(text: str) -> None:
    assert is_empty_like(text)


@pytest.mark.parametrize("text", ["да", "00", "нет ответа", "х5", "нетто", "ООО", "+", "1"])
def test_a_value_is_not_empty_like(text: str) -> None:
    assert not is_empty_like(text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [("так", "так"), (12, "12"), (12.0, "12"), (2.5, "2,5"), (89123456789.0, "89123456789"), (-3, "-3"), (None, "")],
)
def test_a_number_becomes_the_text_that_a_person_sees(raw: str | float | None, text: str) -> None:
    assert as_text(raw) == text


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ивaнов", "Иванов"),
        ("ABCEHKMOPTXaceopxyя", "АВСЕНКМОРТХасеорхуя"),
        ("VK и МAX", "VK и МАХ"),
        ("MAX", "MAX"),
    ],
)
def test_eighteen_twins_fold_inside_a_mixed_word_only(typed: str, folded: str) -> None:
    assert fold_twins(typed) == folded


@pytest.mark.parametrize(
    "text", ["Вектор", "VK", "IT-куб", "Работа c детьми", "3D-моделирование", "ТехноLab", "РобоFest"]
)
def test_words_of_one_alphabet_and_deliberate_joints_are_fine(text: str) -> None:
    assert find_mixture(text) is None
    assert read_text(text, COLUMN) == Reading(text)


@pytest.mark.parametrize(
    ("typed", "value", "severity", "letter", "place"),
    [
        ("Рaбота", "Работа", "warning", "a", 2),
        ("Команда Bектор", "Команда Вектор", "warning", "B", 9),
        ("Vеktor", "Vektor", "warning", "е", 2),
        ("Rоботы", None, None, "R", 1),
        ("Иванoвs", None, None, "s", 7),
    ],
)
def test_a_letter_of_the_other_alphabet_is_c07(
    typed: str, value: str | None, severity: str | None, letter: str, place: int
) -> None:
    reading = read_text(typed, COLUMN)
    assert (reading.value, reading.code, reading.severity) == (value, "C07", severity)
    assert f"«{letter}», {place}-я" in reading.text
    assert reading.advice.endswith(".")


def test_a_text_longer_than_the_column_allows_is_kept_with_a_warning() -> None:
    reading = read_text("а" * 11, Column("Название", KIND, longest=10))
    assert (reading.value, reading.code, reading.severity) == ("а" * 11, "C04", "warning")


def test_a_zero_in_a_text_column_says_nothing() -> None:
    assert read_text(0, COLUMN) == Reading()
    assert read_text(7.0, COLUMN) == Reading("7")


@pytest.mark.parametrize("text", ["аa" * 25_000, " " * 50_000, "a." * 25_000, "\u200b" * 50_000])
def test_a_huge_cell_is_read_in_no_time(text: str) -> None:
    start = perf_counter()
    fold(tidy(text))
    read_text(text, COLUMN)
    assert perf_counter() - start < 1
