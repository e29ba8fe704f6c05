"""Whose a remark is: the row's own curator, the curator of its municipality, the holder of the role, nobody."""

import pytest

from tests.text_tables import TODAY, scene
from validators.owners import with_owners
from validators.remark import Place, Remark, Severity
from validators.whereabouts import municipalities_of

STAFF = """
Код     | ФИО                     | Должность        | Роль               | Работает с | Работает по
РП-0001 | Орлова Вера Ильинична   | Руководитель РПО | R1 Руководитель    | 01.09.2025 |
РП-0003 | Чайкина Ольга Петровна  | Куратор школ     | R3 Школьники и СПО | 01.09.2025 |
РП-0004 | Сорокин Иван Львович    | Куратор севера   | Иная               | 01.09.2025 |
РП-0005 | Дроздов Егор Павлович   | Куратор юга      | Иная               | 01.09.2025 | 01.03.2026
"""
MUN = """
Наименование | ОКТМО    | Куратор от муниципалитета
Бийск        | 01705000 | {north}
Барнаул      | 01701000 | Гусев Пётр Олегович
Рубцовск     | 01716000 |
"""
EDU = """
Код     | Полное наименование | Тип   | Муниципалитет
ОО-0001 | Школа № 1           | школа | Бийск
ОО-0002 | Школа № 2           | школа | Барнаул
ОО-0003 | Школа № 3           | школа |
"""
SCH = """
Код     | Фамилия | Имя  | Образовательная организация | Муниципалитет | Куратор от РПО
ШК-0001 | Чижова  | Анна | ОО-0001                     |               |
ШК-0002 | Стрижов | Лев  | ОО-0001                     |               | РП-0003
ШК-0003 | Галкин  | Пётр | ОО-0002                     |               |
ШК-0004 | Сойкина | Вера | ОО-0003                     |               |
ШК-0005 | Дятлов  | Олег | ОО-0002                     | Бийск         |
ШК-0006 | Зуев    | Илья | ОО-0001                     |               | РП-0005
"""
TEAM = """
Код     | Название команды | Муниципалитеты
КМ-0001 | Лес              | Бийск
КМ-0002 | Река             | Бийск; Барнаул
"""
PROG = """
Код     | Участник | Вид
ПЭ-0001 | ШК-0001  | Модуль
"""
NORTH = "Сорокин Иван Львович"


def owner(register: str, row: str, north: str = NORTH) -> str | None:
    tables = {"STAFF": STAFF, "MUN": MUN.format(north=north), "EDU": EDU, "SCH": SCH, "TEAM": TEAM}
    remark = Remark("C02", Severity.ERROR, Place(register, row, 2, None, None, "Ф#Л", row), "Не так.", "Исправьте.")
    return with_owners([remark], scene(tables).office, TODAY)[0].owner


@pytest.mark.parametrize("north", [NORTH, "РП-0004", "РП-0004 · Сорокин", "Куратор севера"])
def test_a_row_without_a_curator_is_of_the_curator_of_its_municipality_when_he_works_in_the_office(north: str) -> None:
    assert owner("SCH", "ШК-0001", north) == "РП-0004"
    assert owner("EDU", "ОО-0001", north) == "РП-0004"
    assert owner("MUN", "Бийск", north) == "РП-0004"


@pytest.mark.parametrize("north", ["", "Гусев Пётр Олегович", "РП-0099", "Дроздов Егор Павлович", "РП-0005"])
def test_a_curator_who_is_no_employee_of_today_owns_nothing(north: str) -> None:
    assert owner("SCH", "ШК-0001", north) == "РП-0003"


def test_the_rows_own_curator_comes_first() -> None:
    assert owner("SCH", "ШК-0002") == "РП-0003"


@pytest.mark.parametrize("row", ["ШК-0003", "ШК-0004", "ШК-0006", "ШК-0099"])
def test_else_the_holder_of_the_role_is_the_owner(row: str) -> None:
    assert owner("SCH", row) == "РП-0003"


def test_a_typed_municipality_comes_before_that_of_the_school() -> None:
    assert owner("SCH", "ШК-0005") == "РП-0004"


def test_a_row_of_several_municipalities_is_of_no_curator_of_theirs() -> None:
    assert owner("TEAM", "КМ-0001") == "РП-0004"
    assert owner("TEAM", "КМ-0002") is None


@pytest.mark.parametrize(
    ("register", "row", "expected"),
    [
        ("SCH", "ШК-0001", ("Бийск",)),
        ("SCH", "ШК-0004", ()),
        ("EDU", "ОО-0002", ("Барнаул",)),
        ("TEAM", "КМ-0002", ("Бийск", "Барнаул")),
        ("MUN", "Рубцовск", ("Рубцовск",)),
        ("PROG", "ПЭ-0001", ("Бийск",)),
        ("STAFF", "РП-0001", ()),
        ("SCH", "ШК-0099", ()),
        ("UNI", "СТ-0001", ()),
        (None, "", ()),
    ],
)
def test_the_municipality_of_a_row_is_its_own_or_that_of_its_person(
    register: str | None, row: str, expected: tuple[str, ...]
) -> None:
    tables = {"STAFF": STAFF, "MUN": MUN.format(north=""), "EDU": EDU, "SCH": SCH, "TEAM": TEAM, "PROG": PROG}
    assert municipalities_of(scene(tables).office, register, row) == expected


AWAY = """
Код     | ФИО                     | Должность        | Роль               | Работает с | Отсутствует           | Замещает
РП-0001 | Орлова Вера Ильинична   | Руководитель РПО | R1 Руководитель    | 01.09.2025 |                       |
РП-0003 | Чайкина Ольга Петровна  | Куратор школ     | R3 Школьники и СПО | 01.09.2025 | 13.04.2026–17.04.2026 |
РП-0004 | Сорокин Иван Львович    | Куратор севера   | Иная               | 01.09.2025 | {second}              | РП-0003
РП-0005 | Дроздов Егор Павлович   | Куратор юга      | Иная               | 01.09.2025 |                       | {third}
"""


@pytest.mark.parametrize(
    ("second", "third", "told"),
    [
        ("", "", ("РП-0004", "РП-0003")),
        ("15.04.2026", "РП-0004", ("РП-0005", "РП-0003")),
        ("15.04.2026", "РП-0003", ("РП-0005", "РП-0003")),
        ("15.04.2026", "", ("РП-0003", None)),
        ("16.04.2026", "", ("РП-0004", "РП-0003")),
    ],
    ids=["the substitute", "his substitute", "another one", "nobody", "he is away tomorrow only"],
)
def test_while_the_owner_is_away_his_remarks_are_those_of_his_substitute(
    second: str, third: str, told: tuple[str, str | None]
) -> None:
    office = scene({"STAFF": AWAY.format(second=second, third=third), "SCH": SCH}).office
    place = Place("SCH", "ШК-0002", local_key="ШК-0002")
    (found,) = with_owners([Remark("C02", Severity.ERROR, place, "", "")], office, TODAY)
    assert (found.owner, found.instead_of) == told
