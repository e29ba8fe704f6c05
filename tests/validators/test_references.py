"""References by code and by name, and the question asked once for a spelling."""

import pytest

from config.registers import REGISTERS
from tests.text_tables import found, scene, table
from validators.office import Office
from validators.references import link

TEAM_HEAD = (
    "Код | Название команды | Приоритетное направление | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия"
)
PRIORITIES = "Код | Название\nПН-0001 | Экология\nПН-0002 | Энергетика"


def teams(*priorities: str) -> str:
    rows = [
        f"КМ-{at:04d} | Команда {at} | {one} | СТ-0001 | НС-0001 | #45931 | Идея"
        for at, one in enumerate(priorities, 1)
    ]
    return "\n".join([TEAM_HEAD, *rows])


def test_a_code_a_code_with_title_and_a_name_mean_the_same_record() -> None:
    office = scene({"PRIORITY": PRIORITIES, "TEAM": teams("ПН-0002", "ПН-0002 · Энергетика", "энергетика")}).office
    assert list(office.tables["TEAM"].values["priority"]) == ["ПН-0002", "ПН-0002", "ПН-0002"]
    assert not office.broken


def test_an_unknown_code_is_said_at_its_cell() -> None:
    assert found({"PRIORITY": PRIORITIES, "TEAM": teams("ПН-0001", "ПН-0009")}) == [
        ("X01", "КМ-0002", "Приоритетное направление")
    ]


def test_a_spelling_that_means_nobody_is_said_once() -> None:
    assert found({"PRIORITY": PRIORITIES, "TEAM": teams("Медицина", "медицина ", "ПН-0001")}) == [
        ("X01", "КМ-0001", "Приоритетное направление")
    ]


def test_the_answer_of_staff_settles_a_spelling() -> None:
    tables = {"PRIORITY": table("PRIORITY", PRIORITIES), "TEAM": table("TEAM", teams("Медицина", "ПН-0001"))}
    linked = link(Office(tables), {("PRIORITY", "медицина"): "ПН-0002"})
    assert list(linked.office.tables["TEAM"].values["priority"]) == ["ПН-0002", "ПН-0001"]
    assert not linked.questions


def test_an_answer_that_names_no_record_is_asked_again() -> None:
    tables = {"PRIORITY": table("PRIORITY", PRIORITIES), "TEAM": table("TEAM", teams("Медицина"))}
    linked = link(Office(tables), {("PRIORITY", "медицина"): "ПН-0077"})
    assert [question.spelling for question in linked.questions] == ["Медицина"]


def test_references_to_a_register_that_is_not_kept_are_not_asked() -> None:
    assert found({"TEAM": teams("Медицина", "ПН-0009")}) == []


def test_a_row_that_fell_keeps_its_code_known() -> None:
    decisions = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат\nРШ-0001 | Совет | #45931 | непонятно | Утвердить | Принято"
    mentors = "Код | Фамилия | Имя | Отчество | Место работы | Должность | Категория | Согласие: дата | Телефон | Решение\nНС-0001 | Орлов | Пётр | нет | Завод | Инженер | Предприятие | #45931 | +79123456789 | РШ-0001"
    assert found({"DEC": decisions, "MENT": mentors}) == []


def test_every_reference_names_a_register() -> None:
    keys = {register.key for register in REGISTERS}
    assert all(set(column.refers) <= keys for register in REGISTERS for column in register.columns)


PLACES = "Наименование | ОКТМО\nБийск | 01705000\nБийский район | 01604000\nЛесной муниципальный округ | 01533000"
SCHOOLS = "Код | Полное наименование | Тип | Муниципалитет"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Бийск", "Бийск"),
        ("г. Бийск", "Бийск"),
        ("Бийск г", "Бийск"),
        ("ГО г.Бийск", "Бийск"),
        ("Бийск МО", "Бийск"),
        ("город Бийск", "Бийск"),
        ("Бийский р-н", "Бийский район"),
        ("Бийский муниципальный район", "Бийский район"),
        ("МР Бийский", "Бийский район"),
        ("Лесной МО", "Лесной муниципальный округ"),
        ("Лесной", "Лесной муниципальный округ"),
    ],
)
def test_a_municipality_is_known_whatever_kind_is_said_with_its_name(typed: str, meant: str) -> None:
    office = scene({"MUN": PLACES, "EDU": f"{SCHOOLS}\nОО-0001 | Школа № 5 | школа | {typed}"}).office
    assert list(office.tables["EDU"].values["municipality"]) == [meant]


@pytest.mark.parametrize("typed", ["Бийска", "район", "г.", "Барнаул"])
def test_another_name_is_no_municipality(typed: str) -> None:
    assert [code for code, *_ in found({"MUN": PLACES, "EDU": f"{SCHOOLS}\nОО-0001 | Школа | школа | {typed}"})] == [
        "X01"
    ]
