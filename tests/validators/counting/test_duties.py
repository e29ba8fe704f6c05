"""Which functions of the office somebody does, which nobody does, which are not its own; who may sign what."""

import pytest

from tests.text_tables import TODAY, scene
from validators.counting.duties import duties, duties_obstacle, without_duties
from validators.counting.signing import beyond_competence, competences, to_sign
from validators.office import Office

STAFF = """
Код     | ФИО                   | Должность | Роль            | Работает с | Работает по | Закреплённые функции | Статус записи | Документы в компетенции подписи
РП-0001 | Орлова Вера Ильинична | Начальник | R1 Руководитель | 01.09.2025 |             | {first}              | {state}       | {signs}
РП-0002 | Гусев Пётр Олегович   | Методист  | Иная            | 01.09.2025 | {until}     | T1                   |               |
"""
FUNCTIONS = """
Код функции | Название     | Не ведётся: акт           | Статус записи
T1          | Планирование |                           |
T3          | ФПО          |                           |
R4.1        | Блоги        | Приказ от 01.09.2025 № 5  |
H4          | Бывшая       |                           | Завершена
"""


def office(**said: str) -> Office:
    cells = {"first": "T3", "state": "", "until": "", "signs": ""} | said
    return scene({"STAFF": STAFF.format(**cells), "FUNCTION": FUNCTIONS}).office


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ({}, {"T1": ("РП-0002",), "T3": ("РП-0001",)}),
        ({"first": "T1; T3"}, {"T1": ("РП-0001", "РП-0002"), "T3": ("РП-0001",)}),
        ({"until": "01.04.2026"}, {"T1": (), "T3": ("РП-0001",)}),
        ({"until": "15.04.2026"}, {"T1": ("РП-0002",), "T3": ("РП-0001",)}),
        ({"state": "Завершена"}, {"T1": ("РП-0002",), "T3": ()}),
    ],
)
def test_only_who_works_holds_a_function(said: dict[str, str], held: dict[str, tuple[str, ...]]) -> None:
    found = {one.code: one for one in duties(office(**said), TODAY)}
    assert {code: one.holders for code, one in found.items()} == held | {"R4.1": ()}
    assert [code for code, one in found.items() if one.is_uncovered] == [code for code, who in held.items() if not who]


def test_what_an_act_takes_from_the_office_is_not_uncovered() -> None:
    one = next(one for one in duties(office(), TODAY) if one.code == "R4.1")
    assert (one.is_kept, one.is_uncovered, one.act) == (False, False, "Приказ от 01.09.2025 № 5")


def test_who_has_no_functions_is_known() -> None:
    assert without_duties(office(first=""), TODAY) == ["РП-0001"]
    assert without_duties(office(), TODAY) == []


def test_without_the_list_or_the_column_nothing_is_told() -> None:
    assert (
        duties_obstacle(scene({"STAFF": STAFF.format(first="", state="", until="", signs="")}).office) == "не ведётся"
    )
    staff = "Код | ФИО | Должность\nРП-0001 | Орлова Вера Ильинична | Начальник"
    assert duties_obstacle(scene({"STAFF": staff, "FUNCTION": FUNCTIONS}).office) == "нет нужного столбца"
    assert duties_obstacle(office()) == ""


DOCUMENTS = """
Код     | Направление | Вид    | Заголовок | Статус   | Подписал
ДК-0001 | Исходящий   | Письмо | Раз       | Подписан | РП-0001
ДК-0002 | Исходящий   | Приказ | Два       | Подписан | РП-0001
ДК-0003 | Исходящий   | Приказ | Три       | Проект   | РП-0001
ДК-0004 | Входящий    | Приказ | Четыре    | Проект   |
ДК-0005 | Исходящий   | Приказ | Пять      | Подписан | Губернатор
"""


@pytest.mark.parametrize(("signs", "beyond"), [("Письмо", [1]), ("Письмо; Приказ", []), ("Приказ", [0]), ("", [])])
def test_a_signature_is_beyond_competence_only_where_competences_are_told(signs: str, beyond: list[int]) -> None:
    kinds = "Вид документа | Срок, рабочих дней\nПисьмо |\nПриказ |"
    said = STAFF.format(first="T3", state="", until="", signs=signs)
    known = scene({"STAFF": said, "DOC": DOCUMENTS, "DOCKIND": kinds}).office
    assert beyond_competence(known) == beyond
    assert to_sign(known) == [2]


def test_without_employees_nobody_has_competences() -> None:
    assert competences(scene({"DOC": DOCUMENTS}).office) == {}
