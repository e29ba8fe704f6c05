"""X43: personal data in notes and in columns of lower class; silence where they are meant."""

import pytest

from tests.text_tables import found, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

PUPIL = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Согласие: дата | Согласие дал | Телефон | {}\nШК-0001 | Галкин | Пётр | Ильич | 03.02.2010 | ОО-0001 | 9А | Кандидат | 01.09.2025 | Сам | +7 912 345-67-81 | {}"
SCHOOL = "Код | Полное наименование | Тип | Муниципалитет | {}\nОО-0001 | Школа № 5 | школа | Бийск | {}"
STAFF = "Код | ФИО | Должность | Роль | E-mail (служебный) | Работает с | Закреплённые функции | {}\nРП-0001 | Орлова Вера Ильинична | Руководитель | R1 Руководитель | head@rpo.example.ru | 01.09.2025 | H1 | {}"
NOTES = "Код | Период | Показатель или раздел | Причина | {}\nПЯ-0001 | 2026-04 | Обучение | {} | "


def told(key: str, text: str) -> list[str | None]:
    return [column for code, _, column in found({key: text}) if code == "X43"]


@pytest.mark.parametrize(
    "note",
    [
        "мама 8 912 345-67-89",
        "писать на petrov@mail.ru",
        "СНИЛС 112-233-445 95",
        "паспорт 01 02 345678",
        "д.р. 03.02.2010",
        "Галкин Пётр Ильич, 03.02.2010",
        "Галкин Пётр Ильич",
        "отец Галкин Илья Львович",
    ],
)
def test_a_note_about_a_pupil_holds_no_personal_data(note: str) -> None:
    assert told("SCH", PUPIL.format("Примечание", note)) == ["Примечание"]


@pytest.mark.parametrize("note", ["справка будет 15.04.2026", "решение № 12 от 01.09.2025", "перевод из школы № 5", ""])
def test_other_notes_are_let_pass(note: str) -> None:
    assert told("SCH", PUPIL.format("Примечание", note)) == []


def test_a_whole_birthday_in_place_of_the_year() -> None:
    assert told("SCH", PUPIL.format("Год рождения", "#40212")) == ["Год рождения"]
    assert told("SCH", PUPIL.format("Год рождения", "#2010")) == []


def test_columns_where_they_are_meant_are_let_pass() -> None:
    assert told("STAFF", STAFF.format("Примечание", "писать на head@rpo.example.ru")) == []
    contacts = SCHOOL.format("Куратор от организации | Телефон куратора", "Чайкина Ольга Петровна | +7 912 345-67-89")
    assert told("EDU", contacts) == []
    page = "Код | Чья страница | Вид | Площадка | Ссылка\nСР-0001 | РПО | Страница | ВКонтакте | https://vk.com/id89123456789"
    assert told("PAGE", page) == []
    assert told("SCH", PUPIL.format("Логин на цифровой платформе", "petrov@mail.ru")) == []


def test_the_town_telephone_of_a_school_is_nobodys_own_but_a_mobile_is() -> None:
    assert told("EDU", SCHOOL.format("Примечание", "8 (3852) 12-34-56")) == []
    passport = "Сведение | Значение\nТелефон РПО | {}"
    assert told("PASSPORT", passport.format("8 (3852) 12-34-56")) == []
    assert told("PASSPORT", passport.format("8 983 777-11-22")) != []
    assert told("EDU", SCHOOL.format("Примечание", "директор 8 912 345-67-89")) == ["Примечание"]


def test_explanations_are_looked_through() -> None:
    assert told("NOTE", NOTES.format("Меры", "ждём ответа, 8 912 345-67-89")) == ["Причина"]
    assert told("NOTE", NOTES.format("Меры", "ждём ответа до 14.05.2026")) == []


def test_the_remark_names_no_value_and_stands_at_the_cell() -> None:
    remarks = check(scene({"SCH": PUPIL.format("Примечание", "мама 8 912 345-67-89")}), RULES)
    mine = next(one for one in remarks if one.code == "X43")
    assert mine.severity is Severity.CRITICAL
    assert not mine.keeps_out
    assert (mine.place.id, mine.place.cell) == ("ШК-0001", "L2")
    assert mine.text == "В столбце «Примечание» стоят личные данные: номер телефона."
    assert "912" not in mine.text + mine.advice
