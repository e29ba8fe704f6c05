"""A text that names somebody or holds a contact is seen, in any case of the name; harmless words are let pass."""

import pytest

from reports.disclosure.personal import Known, found_in, known_people
from tests.reports.conftest import MakeFacts

PEOPLE = """
Код     | Фамилия    | Имя   | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Телефон          | E-mail
ШК-0001 | Канарейкин | Лев   | нет      | 01.02.2010    | ОО-0001                     | 9А             | Участник         | 10.04.2026      | +7 983 777-11-22 | own@example.org
ШК-0002 | Зимина     | Ольга | нет      | 01.02.2010    | ОО-0001                     | 9А             | Участник         | 10.04.2026      | +7 983 777-11-23 |
"""


@pytest.fixture
def known(make_facts: MakeFacts) -> Known:
    return known_people(make_facts({"SCH": PEOPLE}).scene.office)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Канарейкину не выдали справку", "имя человека"),
        ("Справку получил Лев Канарейкин.", "имя человека"),
        ("нет согласия Зиминой", "имя человека"),
        ("болеет Иванов И.И.", "имя человека"),
        ("ждём А. Б. Петрову", "имя человека"),
        ("Мария Петровна в отпуске", "имя человека"),
        ("просим Марию Петровну ответить", "имя человека"),
        ("звоните +7 983 777-11-22", "номер телефона"),
        ("звоните 8(983)7771122", "номер телефона"),
        ("на 9837771122 не отвечают", "номер телефона"),
        ("почта own@example.org", "адрес электронной почты"),
        ("почта whoever@example.org", "адрес электронной почты"),
        ("СНИЛС 112-233-445 95", "СНИЛС"),
        ("паспорт 01 02 123456", "номер документа человека"),
        ("нет ответа от ШК-0012", "код человека"),
    ],
)
def test_what_must_not_leave_is_found(known: Known, words: str, what: str) -> None:
    assert what in found_in(words, known)


@pytest.mark.parametrize(
    "words",
    [
        "Зимний туристский календарь",
        "Двое наставников ждут утверждения на заседании 23 апреля",
        "Договор № 12-34/2026 от 15.04.2026, КБК 01234567890123456789",
        "Команда КМ-0012, площадка ПП-0003",
        "Выделено 1 250 000 рублей",
        "Проект «Канареечный остров»",
    ],
)
def test_harmless_words_are_let_pass(known: Known, words: str) -> None:
    assert found_in(words, known) == ()


def test_the_title_of_an_organisation_may_be_like_a_surname(known: Known) -> None:
    assert found_in("ООО «Зимин и партнёры», info@zimin.example.ru", known, free=False) == ()
    assert found_in("ИП Канарейкин Лев", known, free=False) == ("имя человека",)


def test_nobody_can_be_read_out_of_what_is_known(known: Known) -> None:
    assert "анарей" not in repr(known)
