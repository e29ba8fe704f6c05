"""An office with a form, a platform and an older list, for tests of intake."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl

from sync.desk import Desk
from tests.sync.offices import STAFF, Rows, desk_of, write_book

SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = ["STAFF", "EDU", "SCH", "PROG"]

[[import]]
name = "Форма заявки"
gives = "candidates"
register = "SCH"
source = "Форма*"
match = "E-mail"
headings = {"Школа" = "Образовательная организация", "Класс" = "Класс или курс"}

[[import]]
name = "Платформа"
gives = "progress"
source = "платформа/*.csv"
match = ["Логин"]

[[import]]
name = "Прошлый сезон"
gives = "people"
register = "SCH"
source = "Список*.xlsx"
"""
CURATOR = {
    "Код": "РП-0003", "ФИО": "Чайкина Ольга Петровна", "Должность": "Куратор школьников", "Роль": "R3 Школьники и СПО",
    "E-mail (служебный)": "pupils@example.ru", "Работает с": date(2025, 9, 1), "Закреплённые функции": "R3.1",
    "Доступ к ПДн": "Да",
}  # fmt: skip
SCHOOL = {
    "Код": "ОО-0001", "Полное наименование": "МБОУ «Школа № 5»", "Сокращённое наименование": "Школа № 5",
    "Тип": "Общеобразовательная", "Муниципалитет": "Приозёрный район",
}  # fmt: skip
FORM = """Отметка времени;Фамилия;Имя;Отчество;Дата рождения;Школа;Класс;E-mail;Статус
12.03.2026 10:00:01;Лунёв;Яков;Ильич;03.02.2010;Школа № 5;9А;lunev@example.ru;Новая
13.03.2026 10:00:01;Зимина;Анна;Львовна;04.02.2010;Школа № 5;9Б;mama@example.ru;Новая
14.03.2026 10:00:01;Зимин;Пётр;Львович;04.02.2011;Школа № 5;8Б;mama@example.ru;Новая
15.03.2026 10:00:01;Лунев;Яков;Ильич;03.02.2010;Школа № 5;9В;LUNEV@example.ru;Новая
16.03.2026 10:00:01;Орлова;Вера;Олеговна;05.02.2010;Школа № 5;9А;pupil1@example.ru;Новая
17.03.2026 10:00:01;Ершов;Глеб;Львович;06.02.2010;Школа № 5;9А;ершов;Новая
"""
PLATFORM = """Логин;ФИО;Название модуля;Прогресс;Статус;Дата завершения
pupil1;Орлова Вера;Основы проекта;100;завершён;10.03.2026
pupil1;Орлова Вера;Команда;45;в процессе;
PUPIL2;Гусев Лев;Основы проекта;100;завершён;11.03.2026
stranger;Пеночкин Фёдор;Основы проекта;100;завершён;11.03.2026
stranger;Пеночкин Фёдор;Команда;10;в процессе;
other;Гусев Лев;Основы проекта;30;в процессе;
pupil2;Гусев Лев;Команда;0;не начат;
"""
OLD_NAME, OWN = "Куратор школьников", "Замечания — Куратор школьников.xlsx"
STUDENTS_OWN = "Замечания — Специалист по работе со студентами.xlsx"


def pupil(number: int, surname: str, name: str, patronymic: str, **changed: object) -> Mapping[str, object]:
    """A right row of «Школьники и СПО», with some cells changed."""
    return {
        "Код": f"ШК-{number:04d}", "Фамилия": surname, "Имя": name, "Отчество": patronymic,
        "Дата рождения": date(2010, 2, 4 + number), "Образовательная организация": "ОО-0001", "Класс или курс": "9А",
        "Статус участника": "Участник", "Дата зачисления": date(2025, 10, 1), "Согласие: дата": date(2025, 9, 10),
        "Согласие дал": "Представитель", "E-mail": f"pupil{number}@example.ru",
        "Логин на цифровой платформе": f"pupil{number}", **changed,
    }  # fmt: skip


PUPILS: Rows = (pupil(1, "Орлова", "Вера", "Олеговна"), pupil(2, "Гусев", "Лев", "Ильич"))


def put(office: Path, name: str, text: str) -> Path:
    """Puts a text file into the folder of exports."""
    path = office / "imports" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_old_list(office: Path) -> None:
    """Last season's list, as it was kept."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Код", "ФИО", "Дата рождения", "Статус"),
        ("ШК-0007", "Орлова Вера Олеговна", "05.02.2010", "Завершил"),
        ("ШК-0001", "Рябинин Олег Ильич", "05.07.2009", "Завершил"),
    ):
        sheet.append(row)
    (office / "imports").mkdir(exist_ok=True)
    book.save(office / "imports" / "Список 2024.xlsx")


def build(folder: Path, *, settings: str = SETTINGS, pupils: Rows = PUPILS, facts: Rows = ()) -> Desk:
    """The office with its registers; the exports are put by each test."""
    folder.mkdir(exist_ok=True)
    (folder / "office.toml").write_text(settings, encoding="utf-8")
    write_book(folder, ["STAFF"], {"STAFF": [*STAFF, CURATOR]})
    write_book(folder, ["EDU"], {"EDU": [SCHOOL]})
    write_book(folder, ["SCH"], {"SCH": pupils})
    write_book(folder, ["PROG"], {"PROG": facts})
    return desk_of(folder)


def rows_of(path: Path, tab: str) -> list[tuple[object, ...]]:
    """The rows of a tab with anything in them."""
    sheet = openpyxl.load_workbook(path)[tab]
    return [row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]
