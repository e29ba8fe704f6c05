"""The forms of a mark's value."""

from datetime import date

import pytest

from reports.grammar.case import Case
from reports.grammar.names import name_of
from reports.papers.row import plain
from reports.papers.value import FORM_WORDS, Value, day_value, name_value


def plain_text(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_name_has_cases_initials_and_a_greeting() -> None:
    name = name_value(name_of("Ковальчук Ольга Петровна"))
    assert name["дательный"] == "Ковальчук Ольге Петровне"
    assert plain_text(name["инициалы"]) == "О.П. Ковальчук"
    assert plain_text(name["фамилия_и_инициалы"]) == "Ковальчук О.П."
    assert name["обращение"] == "Уважаемая Ольга Петровна"
    assert name["имя_и_отчество"] == "Ольга Петровна"


def test_initials_have_cases_too() -> None:
    short = name_value(name_of("Голубев Никита Ильич"))["инициалы"]
    assert isinstance(short, Value)
    assert plain_text(short["дательный"]) == "Н.И. Голубеву"


def test_a_name_that_tells_no_gender_greets_either() -> None:
    assert name_value(name_of("Шмидт Саша"))["обращение"] == "Уважаемый(ая) Саша"


def test_a_day_is_written_with_digits_and_in_words() -> None:
    day = day_value(date(2026, 4, 5))
    assert day == "05.04.2026"
    assert plain_text(day["словами"]) == "5 апреля 2026 г."
    assert plain_text(day["полностью"]) == "5 апреля 2026 года"
    assert plain_text(day["с_кавычками"]) == "«05» апреля 2026 г."
    assert day["год"] == "2026"


@pytest.mark.parametrize("word", FORM_WORDS)
def test_nothing_has_every_form_and_each_is_nothing(word: str) -> None:
    assert Value()[word] == ""


def test_a_word_that_is_no_form_is_an_error() -> None:
    with pytest.raises(KeyError):
        Value("Иванов")["дательны"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (True, "да"),
        (False, "нет"),
        (2009, "2009"),
        (12500, "12 500"),
        (87.5, "87,5"),
        (("а", "б"), "а; б"),
        (date(2026, 1, 2), "02.01.2026"),
    ],
)
def test_a_cell_is_written_as_papers_do(cell: object, text: str) -> None:
    assert plain_text(plain(cell)) == text


def test_a_title_has_cases() -> None:
    assert plain("Средняя школа № 5")[Case.GENITIVE.value] == "Средней школы № 5"
