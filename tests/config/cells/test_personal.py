"""Personal data are told from what only looks like them."""

import pytest

from config.cells.personal import Trace, is_whole_name, traces

FOUND = {
    "звонить на +7 912 345-67-89": Trace.PHONE,
    "89123456789": Trace.PHONE,
    "8(912)345-67-89 вечером": Trace.PHONE,
    "мама, 912 345-67-89": Trace.PHONE,
    "тел. 55-12-34": Trace.PHONE,
    "приёмная 8 (3852) 12-34-56": Trace.LANDLINE,
    "писать на chaika.olga@example.ru": Trace.EMAIL,
    "почта: petrov_77@mail.ru.": Trace.EMAIL,
    "112-233-445 95": Trace.SNILS,
    "СНИЛС 11223344595": Trace.SNILS,
    "паспорт 01 02 345678": Trace.DOCUMENT,
    "Паспорт серия 0102 № 345678": Trace.DOCUMENT,
    "01 02 345678": Trace.DOCUMENT,
    "свид. I-БТ № 123456": Trace.DOCUMENT,
    "д.р. 01.09.2009": Trace.BORN,
    "дата рождения: 1.9.2009": Trace.BORN,
    "01.09.2009 г.р.": Trace.BORN,
    "Чайкина Ольга Петровна, 01.09.2009": Trace.NAME,
    "мама Чайкина Ольга Петровна": Trace.NAME,
    "Законный представитель: Ольга Петровна": Trace.NAME,
}
PASSED = (
    "ИНН 7707083893",
    "ОГРН 1027700132195",
    "КБК 07507010110199000611",
    "Договор № 89123456789",
    "Приказ № 12-345/67-89 от 01.09.2025",
    "с 01.09.2025 по 14.09.2025",
    "01.09.2025–14.09.2025; 05.08.2026",
    "Совещание 12.05.2014 и др. 05.09.2015",
    "125 000,00 руб.",
    "ШК-0012; ШК-0013; СТ-0001",
    "Письмо от 12.03.2026 № 5-11-1234",
    "Иванов Иван Иванович",
    "Приказ от 01.09.2025 о назначении Чайкина Петра Сергеевича",
    "https://example.ru/id123456789012",
    "https://t.me/@kadry_region",
    "info@example.ru",
    "school5@example.ru, priem@example.ru",
    "8 (800) 100-20-30",
    "89935073556d4f06b53fa8060757355c",
    "кабинет 305, 14:00",
    "2025/2026 учебный год",
    "09.03.01 Информатика",
    "Дома детства, улица 8 Марта, 12",
)


@pytest.mark.parametrize(("text", "trace"), FOUND.items())
def test_what_belongs_to_a_person_is_seen(text: str, trace: Trace) -> None:
    assert trace in set(traces(text))


@pytest.mark.parametrize("text", PASSED)
def test_what_belongs_to_nobody_is_let_pass(text: str) -> None:
    assert list(traces(text)) == []


def test_a_service_address_of_the_staff_is_nobodys_own() -> None:
    text = "Спросить chaika@rpo.example.ru"
    assert list(traces(text)) == [Trace.EMAIL]
    assert list(traces(text, known=frozenset({"chaika@rpo.example.ru"}))) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Чайкина Ольга Петровна", True),
        ("Ольга Петровна Чайкина", True),
        ("Чайкина Ольга", False),
        ("Средняя школа № 5", False),
        ("Министр Чайкина Ольга Петровна", False),
        ("Социальная Новая Весна", False),
    ],
)
def test_a_cell_that_is_a_name_and_nothing_else(text: str, whole: bool) -> None:  # noqa: FBT001  a table of cases
    assert is_whole_name(text) is whole
