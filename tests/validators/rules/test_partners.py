"""X16, X17, X57: room on the sites, the age of their guests, the kind of partners."""

import pytest

from tests.text_tables import of_rule, scene
from validators.rule import check
from validators.rules import RULES

SITES = "Код | Полное наименование | Мест: профпробы | Мест: стажировка | Минимальный возраст | Тип\n{}"
SITE = "ПП-0001 | ООО «Бор» | {} | {} | {} | Предприятие"
TRIP = "Код | Участник | Вид | Название | Организация | Начало | Окончание | Результат\n"
PUPILS = "Код | Фамилия | Имя | {} | Статус участника | Категория\nШК-0001 | Галкин | Пётр | {} | Участник | Школьник"
TEAMS = "Код | Название команды | Стадия | Партнёры\nКМ-0001 | Росток | {} | {}"
TEST, WORK = "Профессиональная проба", "Стажировка"


def visit(number: int, who: int, start: str, end: str = "", result: str = "Пройдено", kind: str = TEST) -> str:
    return f"ПЭ-{number:04d} | ШК-{who:04d} | {kind} | День | ПП-0001 | {start} | {end} | {result}"


def tables(visits: list[str], tests: str = "#2", work: str = "#1", youngest: str = "") -> dict[str, str]:
    return {"ENT": SITES.format(SITE.format(tests, work, youngest)), "PROG": TRIP + "\n".join(visits)}


@pytest.mark.parametrize(
    ("visits", "field"),
    [
        ([visit(number, number, "01.04.2026") for number in (1, 2, 3)], "Мест: профпробы"),
        ([visit(1, 1, "01.04.2026", "03.04.2026"), visit(2, 2, "03.04.2026"), visit(3, 3, "03.04.2026")],
         "Мест: профпробы"),
        ([visit(number, number, "01.04.2026") for number in (1, 2)], None),
        ([visit(number, 1, "01.04.2026") for number in (1, 2, 3)], None),
        ([visit(1, 1, "01.04.2026"), visit(2, 2, "02.04.2026"), visit(3, 3, "03.04.2026")], None),
        ([visit(1, 1, "01.04.2026", "02.04.2026"), visit(2, 2, "02.04.2026"), visit(3, 3, "03.04.2026")], None),
        ([visit(1, 1, "01.04.2026"), visit(2, 2, "01.04.2026"), visit(3, 3, "01.04.2026", result="Не явился")], None),
        ([visit(1, 1, "01.04.2026"), visit(2, 2, "01.04.2026"), visit(3, 3, "01.04.2026", kind=WORK)], None),
        ([visit(1, 1, "02.03.2026", result="В процессе", kind=WORK), visit(2, 2, "10.04.2026", kind=WORK)],
         "Мест: стажировка"),
        ([visit(1, 1, "02.03.2026", kind=WORK), visit(2, 2, "10.04.2026", kind=WORK)], None),
        ([visit(1, 1, ""), visit(2, 2, "01.04.2026"), visit(3, 3, "01.04.2026")], None),
        ([visit(1, 1, "03.04.2026", "01.04.2026"), visit(2, 2, "01.04.2026"), visit(3, 3, "01.04.2026")], None),
    ],
)  # fmt: skip
def test_no_more_people_at_a_time_than_places(visits: list[str], field: str | None) -> None:
    assert of_rule("X16", tables(visits)) == ([("ПП-0001", field)] if field else [])


def test_a_site_that_names_no_places_is_not_judged() -> None:
    assert of_rule("X16", tables([visit(1, 1, "01.04.2026")], tests="")) == []
    assert of_rule("X16", tables([visit(1, 1, "01.04.2026")], tests="много")) == []
    assert of_rule("X16", tables([visit(1, 1, "01.04.2026")], tests="#0")) == [("ПП-0001", "Мест: профпробы")]


def test_the_remark_tells_the_day_and_the_number() -> None:
    remarks = check(scene(tables([visit(number, number, "01.04.2026") for number in (1, 2, 3)])), RULES)
    text = next(one.text for one in remarks if one.code == "X16")
    assert text == "Площадка ПП-0001: 01.04.2026 на профпробе человек: 3, а мест 2."


@pytest.mark.parametrize(
    ("heading", "born", "youngest", "wrong"),
    [
        ("Дата рождения", "02.04.2010", "#16", True),
        ("Дата рождения", "01.04.2010", "#16", False),
        ("Дата рождения", "02.04.2010", "", False),
        ("Дата рождения", "31.02.2010", "#16", False),
        ("Дата рождения", "", "#16", False),
        ("Дата рождения", "02.04.2014", "#16", False),
        ("Дата рождения", "02.04.2027", "#16", False),
        ("Год рождения", "#2010", "#16", False),
        ("Год рождения", "#2011", "#16", True),
    ],
)
def test_a_guest_is_as_old_as_the_site_asks(heading: str, born: str, youngest: str, *, wrong: bool) -> None:
    """Of those younger than fourteen the rule about ages speaks."""
    office = {**tables([visit(1, 1, "01.04.2026")], youngest=youngest), "SCH": PUPILS.format(heading, born)}
    assert of_rule("X17", office) == ([("ПЭ-0001", "Организация")] if wrong else [])


def test_the_age_of_one_who_did_not_come_or_is_not_known_is_not_asked() -> None:
    away = tables([visit(1, 1, "01.04.2026", result="Не явился")], youngest="#16")
    assert of_rule("X17", {**away, "SCH": PUPILS.format("Дата рождения", "02.04.2010")}) == []
    assert of_rule("X17", tables([visit(1, 1, "01.04.2026")], youngest="#16")) == []


def test_the_remark_gives_away_no_birthday() -> None:
    office = {
        **tables([visit(1, 1, "01.04.2026")], youngest="#16"),
        "SCH": PUPILS.format("Дата рождения", "02.04.2010"),
    }
    text = next(one.text for one in check(scene(office), RULES) if one.code == "X17")
    assert text == "Площадка ПП-0001 принимает с 16 лет, а участнику ШК-0001 в этот день меньше."


@pytest.mark.parametrize(
    ("kind", "stage", "partners", "wrong"),
    [
        ("", "Идея", "ПП-0001", True),
        ("-", "Идея", "ПП-0001", True),
        ("Предприятие", "Идея", "ПП-0001", False),
        ("Кооператив", "Идея", "ПП-0001", False),
        ("", "Закрыт", "ПП-0001", False),
        ("", "Идея", "", False),
        ("", "Идея", "ПП-0999", False),
    ],
)
def test_a_partner_says_who_he_is(kind: str, stage: str, partners: str, *, wrong: bool) -> None:
    office = {"TEAM": TEAMS.format(stage, partners), "ENT": f"Код | Полное наименование | Тип\nПП-0001 | Бор | {kind}"}
    assert of_rule("X57", office) == ([("ПП-0001", "Тип")] if wrong else [])


def test_without_the_column_nobody_is_asked_and_two_teams_ask_once() -> None:
    teams = "Код | Название команды | Партнёры\nКМ-0001 | Росток | ПП-0001\nКМ-0002 | Тропа | ПП-0001"
    assert of_rule("X57", {"TEAM": teams, "ENT": "Код | Полное наименование\nПП-0001 | Бор"}) == []
    assert len(of_rule("X57", {"TEAM": teams, "ENT": "Код | Полное наименование | Тип\nПП-0001 | Бор |"})) == 1
