"""X05–X08, X47: age, class and year, institution, home; municipalities without participants."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import TODAY, of_rule, scene
from validators.remark import Remark
from validators.rule import check
from validators.rules import RULES

HEAD = "Код | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Согласие дал | Учебный год | Категория | Муниципалитет | Дата заявки"
STUDENTS = HEAD.replace("Образовательная организация", "Вуз").replace(" | Учебный год | Категория", "")
SCHOOLS = """
Код     | Полное наименование | Тип      | Муниципалитет
ОО-0001 | Школа № 5           | школа    | Бийск
ОО-0002 | Колледж связи       | колледж  | Бийск
ОО-0003 | Университет         | вуз      | Барнаул
ОО-0004 | Дом творчества      | ОДО      | Бийск
ОО-0005 | Школа № 7           |          |
"""
TOWNS = """
Наименование | ОКТМО    | Действует по
Бийск        | 01705000 |
Барнаул      | 01701000 |
Рубцовск     | 01716000 | 31.12.2024
"""
MEMBER = "03.02.2010 | ОО-0001 | 9А | Участник | 30.10.2025 | Представитель"


def pupils(*rows: str) -> dict[str, str]:
    lines = (f"ШК-000{number} | {row}" for number, row in enumerate(rows, 1))
    return {"SCH": "\n".join((HEAD, *lines)), "EDU": SCHOOLS, "MUN": TOWNS}


def student(row: str) -> dict[str, str]:
    return {"UNI": f"{STUDENTS}\nСТ-0001 | {row}", "EDU": SCHOOLS}


def told(code: str, tables: dict[str, str], today: date = TODAY, settings: Settings | None = None) -> list[Remark]:
    return [one for one in check(scene(tables, settings, today), RULES) if one.code == code]


@pytest.mark.parametrize(
    ("born", "status", "severity"),
    [
        ("31.10.2013", "Участник", "error"),
        ("30.10.2012", "Участник", "warning"),
        ("30.10.2011", "Участник", None),
        ("31.10.2007", "Участник", None),
        ("30.10.2007", "Участник", "warning"),
        ("31.10.2004", "Выбыл", "warning"),
        ("30.10.2004", "Завершил", "error"),
        ("03.02.2019", "Участник", "error"),
        ("03.02.2019", "Кандидат", "error"),
        ("03.02.2019", "Не прошёл отбор", None),
        ("", "Участник", None),
        ("03.02.2030", "Участник", None),
    ],
)
def test_the_age_of_a_pupil_on_the_day_of_enrolment(born: str, status: str, severity: str | None) -> None:
    found = told("X05", pupils(f"{born} | ОО-0001 | 9А | {status} | 30.10.2025 | Оба"))
    assert [(one.severity.value, one.place.column) for one in found] == (
        [(severity, "Дата рождения")] if severity else []
    )


@pytest.mark.parametrize(
    ("born", "severity"),
    [
        ("31.10.2008", "error"),
        ("30.10.2008", "warning"),
        ("30.10.2007", None),
        ("31.10.2003", None),
        ("30.10.2003", "warning"),
        ("30.10.1999", "error"),
    ],
)
def test_the_age_of_a_student(born: str, severity: str | None) -> None:
    found = told("X05", student(f"{born} | ОО-0003 | 2 курс | Участник | 30.10.2025 | Сам"))
    assert [one.severity.value for one in found] == ([severity] if severity else [])


def test_an_enrolment_without_a_day_is_not_judged() -> None:
    assert told("X05", pupils("03.02.2019 | ОО-0001 | 9А | Участник | | Оба")) == []


def test_ages_are_those_of_the_settings_and_the_remark_tells_them() -> None:
    settings = Settings(thresholds=ThresholdsSection(pupil_age_from=16))
    (remark,) = told("X05", pupils(MEMBER), settings=settings)
    assert remark.text == "На день зачисления участнику 15 лет, обычно 16–17."


@pytest.mark.parametrize(
    ("born", "status", "given", "severity"),
    [
        ("15.04.2008", "Участник", "Представитель", "error"),
        ("16.04.2008", "Участник", "Представитель", "warning"),
        ("15.05.2008", "Кандидат", "Представитель", "warning"),
        ("16.05.2008", "Участник", "Представитель", None),
        ("15.04.2008", "Участник", "Оба", None),
        ("15.04.2008", "Участник", "Сам", None),
        ("15.04.2008", "Участник", "", None),
        ("15.04.2008", "Завершил", "Представитель", None),
    ],
)
def test_one_who_comes_of_age_agrees_himself(born: str, status: str, given: str, severity: str | None) -> None:
    found = told("X05", pupils(f"{born} | ОО-0001 | 11А | {status} | 30.10.2025 | {given}"))
    assert [(one.severity.value, one.place.column) for one in found] == (
        [(severity, "Согласие дал")] if severity else []
    )
    assert all("2008" not in one.text for one in found)


@pytest.mark.parametrize(
    ("grade", "right"),
    [("6А", False), ("7А", True), ("8А", True), ("10А", True), ("11А", False), ("2 курс", True), ("", True)],
)
def test_a_class_goes_with_the_age(grade: str, right: bool) -> None:  # noqa: FBT001  what the case expects
    tables = pupils(f"03.02.2010 | ОО-0001 | {grade} | Участник | 30.10.2025 | Представитель")
    assert of_rule("X06", tables) == ([] if right else [("ШК-0001", "Класс или курс")])


def test_an_impossible_age_is_told_once() -> None:
    tables = pupils("03.02.2019 | ОО-0001 | 9А | Участник | 30.10.2025 | Представитель")
    assert (of_rule("X06", tables), len(of_rule("X05", tables))) == ([], 1)


def test_a_class_of_another_year_is_told_and_its_age_is_not() -> None:
    rows = [MEMBER, MEMBER, MEMBER.replace("9А", "6А") + " | 2024/2025"]
    assert of_rule("X06", pupils(*rows)) == [("ШК-0003", "Учебный год")]


def test_when_the_year_has_changed_the_whole_column_is_one_remark() -> None:
    found = told("X06", pupils(*[MEMBER] * 5), today=date(2026, 9, 1))
    assert [(one.place.id, one.place.column) for one in found] == [("ШК-0001", "Учебный год")]
    assert found[0].text == "Учебный год сменился, идёт 2026/2027: у 5 участников класс или курс указан за прошлый."
    assert told("X06", pupils(*[MEMBER] * 5), today=date(2026, 8, 31)) == []


def test_who_has_finished_is_not_moved_up() -> None:
    rows = [MEMBER.replace("Участник", "Завершил")] * 5
    assert told("X06", pupils(*rows), today=date(2026, 9, 1)) == []


@pytest.mark.parametrize(
    ("place", "grade", "category", "column"),
    [
        ("ОО-0001", "9А", "Школьник", None),
        ("ОО-0002", "2 курс", "Студент СПО", None),
        ("ОО-0003", "2 курс", "Студент СПО", None),
        ("ОО-0002", "9А", "Школьник", "Категория"),
        ("ОО-0002", "9А", "", "Образовательная организация"),
        ("ОО-0001", "2 курс", "Студент СПО", "Категория"),
        ("ОО-0004", "9А", "", "Образовательная организация"),
        ("ОО-0001", "2 курс", "Школьник", "Класс или курс"),
        ("ОО-0005", "9А", "Школьник", None),
        ("ОО-0999", "9А", "Школьник", None),
        ("", "9А", "Школьник", None),
        ("ОО-0002", "", "", None),
    ],
)
def test_a_category_goes_with_the_institution(place: str, grade: str, category: str, column: str | None) -> None:
    row = f"03.02.2010 | {place} | {grade} | Участник | 30.10.2025 | Представитель | 2025/2026 | {category}"
    assert of_rule("X07", pupils(row)) == ([("ШК-0001", column)] if column else [])


@pytest.mark.parametrize(
    ("place", "grade", "column"),
    [("ОО-0003", "2 курс", None), ("ОО-0002", "2 курс", "Вуз"), ("ОО-0003", "9А", "Курс")],
)
def test_a_student_studies_at_a_university(place: str, grade: str, column: str | None) -> None:
    tables = student(f"03.02.2006 | {place} | {grade} | Участник | 30.10.2025 | Сам")
    assert of_rule("X07", tables) == ([("СТ-0001", column)] if column else [])


@pytest.mark.parametrize(
    ("place", "grade", "home", "right"),
    [
        ("ОО-0001", "9А", "Бийск", True),
        ("ОО-0001", "9А", "", True),
        ("ОО-0001", "9А", "Барнаул", False),
        ("ОО-0005", "9А", "Барнаул", True),
        ("ОО-0002", "2 курс", "Барнаул", True),
    ],
)
def test_a_pupil_studies_where_he_lives(place: str, grade: str, home: str, right: bool) -> None:  # noqa: FBT001
    row = f"03.02.2010 | {place} | {grade} | Участник | 30.10.2025 | Представитель | 2025/2026 | | {home}"
    assert of_rule("X08", pupils(row)) == ([] if right else [("ШК-0001", "Муниципалитет")])


def test_a_municipality_without_participants_is_for_information() -> None:
    found = told("X47", pupils(MEMBER))
    assert [(one.severity.value, one.place.id) for one in found] == [("info", "Барнаул")]


def test_nothing_is_said_of_municipalities_while_nobody_takes_part() -> None:
    assert of_rule("X47", pupils(MEMBER.replace("Участник", "Кандидат"))) == []
    assert of_rule("X47", {"MUN": TOWNS}) == []


@pytest.mark.parametrize("code", ["X05", "X06", "X07", "X08", "X46"])
def test_a_mistaken_row_is_not_looked_at(code: str) -> None:
    row = "03.02.2019 | ОО-0002 | 9А | Ошибочная запись | 30.10.2025 | Представитель | 2024/2025 | Школьник | Барнаул"
    assert of_rule(code, pupils(row)) == []
