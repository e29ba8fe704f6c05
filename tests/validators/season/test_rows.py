"""Who goes on into the new season and as what: one row of each kind."""

from datetime import date

import pytest

from config.settings import Settings
from tests.text_tables import scene
from validators.season.going import NOT_APPROVED
from validators.season.rows import Carried, Season, carried

SEASON = Season("2026/2027", date(2026, 9, 1))
PUPILS = "Код | Фамилия | Имя | Класс или курс | Статус участника | Образовательная организация | Команда | Учебный год | Куратор от РПО"


def office(**tables: str) -> dict[str, str]:
    return dict(tables)


def gone_on(tables: dict[str, str], *, everyone: bool = False) -> dict[str, Carried]:
    return carried(scene(tables, Settings()).office, SEASON, ["Э1", "Э2"], everyone=everyone)


def pupil(cells: str) -> Carried:
    return gone_on({"SCH": f"{PUPILS}\n{cells}"})["SCH"]


@pytest.mark.parametrize(
    ("grade", "next_grade"),
    [
        ("9А", "10А"),
        ("10 класс", "11 класс"),
        ("1 курс", "2 курс"),
        ("9", "10 класс"),
        ("5 курс", "6 курс"),
        ("десятый", "десятый"),
    ],
)
def test_a_participant_is_a_year_older(grade: str, next_grade: str) -> None:
    (row,) = pupil(f"ШК-0001 | Горин | Олег | {grade} | Участник | | | |").rows
    assert row["Класс или курс"] == next_grade


@pytest.mark.parametrize(
    ("grade", "status"),
    [
        ("11А", "Участник"),
        ("6 курс", "Участник"),
        ("9А", "Завершил"),
        ("9А", "Выбыл"),
        ("9А", "Не прошёл отбор"),
        ("9А", "Ошибочная запись"),
    ],
)
def test_who_has_finished_stays(grade: str, status: str) -> None:
    found = pupil(f"ШК-0001 | Горин | Олег | {grade} | {status} | | | |\nШК-0002 | Белов | Лев | 9А | Кандидат | | | |")
    assert [row["Код"] for row in found.rows] == ["ШК-0002"]
    assert sum(found.stayed.values()) == 1


def test_a_typed_school_year_is_the_new_one_and_a_blank_stays_blank() -> None:
    found = pupil(
        "ШК-0001 | Горин | Олег | 9А | Участник | | | 2025/2026 |\nШК-0002 | Белов | Лев | 9А | Участник | | | |"
    )
    assert [row.get("Учебный год") for row in found.rows] == ["2026/2027", None]


@pytest.mark.parametrize(("course", "doubtful"), [("3 курс", 0), ("4 курс", 1), ("5 курс", 1)])
def test_a_late_course_asks_to_be_looked_at(course: str, doubtful: int) -> None:
    found = pupil(f"ШК-0001 | Горин | Олег | {course} | Участник | | | |")
    assert found.doubtful == doubtful
    assert ("возможно, это выпускник" in str(found.rows[0].get("Примечание"))) == bool(doubtful)


def test_a_row_without_a_code_goes_on_without_one() -> None:
    (row,) = pupil(" | Горин | Олег | 9А | Участник | | | |").rows
    assert "Код" not in row


TEAMS = "Код | Название команды\nКМ-0001 | Нива"
STAFF = """
Код | ФИО | Должность | Роль | Работает с | Работает по | Замещает | Отсутствует
РП-0001 | Снегова Вера Львовна | Руководитель | R1 Руководитель | #45000 | | РП-0002 | 01.07.2026–14.07.2026
РП-0002 | Белов Глеб Ильич | Специалист | R2 Студенты вузов | #45000 | #46200 | |
"""


def test_references_to_those_who_stayed_are_cleared_and_counted() -> None:
    found = gone_on({
        "TEAM": TEAMS, "STAFF": STAFF,
        "SCH": f"{PUPILS}\nШК-0001 | Горин | Олег | 9А | Участник | | КМ-0001 | | РП-0001\nШК-0002 | Белов | Лев | 8Б | Участник | | Нива | | РП-0002",
    })  # fmt: skip
    assert [(row.get("Команда"), row.get("Куратор от РПО")) for row in found["SCH"].rows] == [
        (None, "РП-0001"),
        (None, None),
    ]
    assert found["SCH"].cleared == {"Команда": 2, "Куратор от РПО": 1}
    assert [row["Код"] for row in found["STAFF"].rows] == ["РП-0001"]
    assert "Замещает" not in found["STAFF"].rows[0]
    assert "Отсутствует" not in found["STAFF"].rows[0]
    assert "TEAM" not in found


DEC = """
Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Утверждено, ед. | Отменено с | Протокол № | Поручение | Исполнение
РШ-0001 | Совет | #45990 | C3 | Утвердить | Принято | НС-0001; НС-0002 | #2 | | ДК-0001 | |
РШ-0002 | Совет | #45990 | C3 | Утвердить | Принято | НС-0003 | #1 | #46100 | ДК-0001 | |
РШ-0003 | Совет | #45990 | C5 | Отчёт | Принято | | | | | |
РШ-0004 | Совет | #45990 | C0 | Основные параметры | Принято | | | | | |
РШ-0005 | Совет | #45990 | Иное | Поручить | Принято | | | | | Найти площадки | На контроле
РШ-0006 | Совет | #45990 | Иное | Поручить | Принято | | | | | Найти площадки | Исполнено
"""
MENT = """
Код | Фамилия | Имя | Срок полномочий до | Статус
НС-0001 | Горин | Олег | #47000 |
НС-0002 | Белов | Лев | #46200 |
НС-0003 | Снегов | Глеб | #47000 |
НС-0004 | Чайкин | Юрий | #47000 | Выбыл
"""
DOC = "Код | Вид | Рег. № | Дата | Заголовок\nДК-0001 | Протокол | 4 | #45990 | Протокол заседания"


def test_mentors_go_on_while_their_approval_runs_and_decisions_with_them() -> None:
    found = gone_on({"DEC": DEC, "MENT": MENT, "DOC": DOC})
    assert [row["Код"] for row in found["MENT"].rows] == ["НС-0001"]
    assert found["MENT"].stayed == {NOT_APPROVED: 3}
    assert [row["Код"] for row in found["DEC"].rows] == ["РШ-0001", "РШ-0004", "РШ-0005"]
    first = found["DEC"].rows[0]
    assert (first["Объекты"], first.get("Утверждено, ед."), first["Протокол №"]) == (
        "НС-0001",
        None,
        "Протокол № 4 от 29.11.2025",
    )
    assert found["DEC"].cleared == {"Объекты": 1}


def test_all_go_on_with_a_mark_but_those_who_left() -> None:
    found = gone_on({"DEC": DEC, "MENT": MENT}, everyone=True)["MENT"]
    notes = {row["Код"]: row.get("Примечание") for row in found.rows}
    assert notes == {
        "НС-0001": None,
        "НС-0002": "Утверждение не действует: нужно новое решение.",
        "НС-0003": "Утверждение не действует: нужно новое решение.",
    }
    assert found.doubtful == 2


def test_an_institution_goes_on_for_those_who_study_there() -> None:
    tables = {
        "DEC": DEC,
        "EDU": "Код | Полное наименование | Тип\nОО-0001 | Школа 1 | Общеобразовательная\nОО-0002 | Школа 2 | Общеобразовательная",
        "SCH": f"{PUPILS}\nШК-0001 | Горин | Олег | 9А | Участник | ОО-0001 | | |\nШК-0002 | Белов | Лев | 11Б | Участник | ОО-0002 | | |",
    }
    assert [row["Код"] for row in gone_on(tables)["EDU"].rows] == ["ОО-0001"]


def test_a_page_goes_on_with_its_owner_and_without_old_measures() -> None:
    tables = {
        "TEAM": TEAMS,
        "SCH": f"{PUPILS}\nШК-0001 | Горин | Олег | 9А | Участник | | | |",
        "PAGE": "Код | Чья страница | Ссылка | Подписчиков | Дата замера\nСР-0001 | РПО | vk.com/rpo | #100 | #46000\n"
        "СР-0002 | КМ-0001 | vk.com/niva | | \nСР-0003 | ШК-0001 | vk.com/gorin | |",
    }
    found = gone_on(tables)["PAGE"]
    assert [row["Код"] for row in found.rows] == ["СР-0001", "СР-0003"]
    assert found.rows[0] == {"Код": "СР-0001", "Чья страница": "РПО", "Ссылка": "vk.com/rpo"}
