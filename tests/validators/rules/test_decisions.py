"""X34, X35: a decision and the rows that it approves say the same."""

from collections.abc import Mapping

import pytest

from tests.text_tables import of_rule, scene
from validators.rule import check
from validators.rules import RULES

DECISIONS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Утверждено, ед. | Отменено с"
MENTORS = "Код | Фамилия | Имя | Отчество | Статус | Решение | Дата утверждения"
SITES = "Код | Полное наименование | Статус | Решение | Дата утверждения"
SCHOOLS = "Код | Полное наименование | Тип | Решение | Дата утверждения | Ведёт подготовку по приоритетным направлениям"
PRIORITIES = "Код | Название | Решение | Действует с"
ACCEPTED = "РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | {} | {} | {}"


def rows(head: str, *lines: str) -> str:
    return "\n".join([head, *lines])


def listed(objects: str, count: object = "", *mentors: str, revoked: str = "") -> Mapping[str, str]:
    people = [f"НС-{at:04d} | Горин | Марк | нет | {cells}" for at, cells in enumerate(mentors, 1)]
    return {"DEC": rows(DECISIONS, ACCEPTED.format(objects, count, revoked)), "MENT": rows(MENTORS, *people)}


def texts(code: str, tables: Mapping[str, str]) -> list[str]:
    return [one.text for one in check(scene(tables), RULES) if one.code == code]


YES = "Утверждён | РШ-0001 |"
FOLLOWS = " | |"
OTHER = "Предложен | |"


@pytest.mark.parametrize(
    ("objects", "count", "mentors"),
    [
        pytest.param("НС-0001; НС-0002", 2, (YES, YES), id="both cite it"),
        pytest.param("НС-0001; НС-0002", 2, (FOLLOWS, YES), id="one follows"),
        pytest.param("Список № 3", 2, (YES, YES), id="told in words"),
        pytest.param("НС-0001; НС-0002, кроме НС-0002", 1, (YES, OTHER), id="one excepted"),
        pytest.param("Список № 3, кроме НС-0002; НС-0003", 1, (YES, YES, YES), id="all after «кроме» are excepted"),
        pytest.param("НС-0001", "", (YES,), id="no number"),
        pytest.param("", "", (), id="nothing at all"),
    ],
)
def test_a_decision_agrees_with_the_rows_that_cite_it(objects: str, count: object, mentors: tuple[str, ...]) -> None:
    assert of_rule("X34", listed(objects, count, *mentors)) == []


@pytest.mark.parametrize(
    ("objects", "count", "mentors", "column", "text"),
    [
        pytest.param(
            "НС-0001; НС-0002", 3, (YES, YES), "Утверждено, ед.", "Утверждено 3, а записей с этим решением 2.", id="too many"
        ),
        pytest.param(
            "Список № 3, кроме НС-0002",
            2,
            (YES, YES),
            "Утверждено, ед.",
            "Утверждено 2, а записей с этим решением 1.",
            id="the excepted one was counted",
        ),
        pytest.param(
            "НС-0001",
            1,
            (YES, YES),
            "Утверждено, ед.",
            "Утверждено 1, а записей с этим решением 2. Нет в «Объектах»: НС-0002.",
            id="one more cites it",
        ),
        pytest.param(
            "НС-0001", "", (YES, YES), "Объекты", "Решение указано у записей, которых в нём нет: НС-0002.", id="no number"
        ),
        pytest.param(
            "ПП-0001",
            1,
            (),
            "Объекты",
            "По вопросу «C3 Наставники» названы записи другого реестра: ПП-0001.",
            id="another register",
        ),
    ],
)  # fmt: skip
def test_a_decision_that_disagrees_is_remarked_once(
    objects: str, count: object, mentors: tuple[str, ...], column: str, text: str
) -> None:
    tables = listed(objects, count, *mentors)
    assert of_rule("X34", tables) == [("РШ-0001", column)]
    assert texts("X34", tables) == [text]


def test_a_mentor_approved_again_is_in_both_lists() -> None:
    second = "РШ-0002 | Совет | 10.03.2026 | C3 | Утвердить | Принято | НС-0001 | 1 |"
    tables = dict(listed("НС-0001", 1, YES))
    tables["DEC"] += f"\n{second}"
    assert of_rule("X34", tables) == []


def test_what_was_not_accepted_is_not_compared() -> None:
    planned = "РШ-0001 | Совет | 23.04.2026 | C3 | Рассмотреть | Запланировано | НС-0001 | 7 |"
    assert of_rule("X34", {"DEC": rows(DECISIONS, planned), "MENT": MENTORS}) == []


def test_a_list_of_a_register_that_is_not_kept_is_not_compared() -> None:
    assert of_rule("X34", {"DEC": rows(DECISIONS, ACCEPTED.format("НС-0001", 7, ""))}) == []


@pytest.mark.parametrize(
    "mentor",
    [
        "Утверждён | РШ-0001 | 07.11.2025",
        "Утверждён | |",
        " | |",
        " | РШ-0001 |",
        "Выбыл | РШ-0001 | 07.11.2025",
        "Приостановлен | |",
        "Ошибочная запись | | 01.02.2026",
    ],
)
def test_a_row_that_agrees_with_its_decision_is_let_pass(mentor: str) -> None:
    assert of_rule("X35", listed("НС-0001", "", mentor)) == []


@pytest.mark.parametrize(
    ("mentor", "column", "text"),
    [
        ("Утверждён | | 08.11.2025", "Дата утверждения", "«Дата утверждения» — 08.11.2025, а решение РШ-0001 принято 07.11.2025."),
        ("Предложен | |", "Статус", "Статус «Предложен», а решение РШ-0001 запись утвердило."),
        ("Отклонён | |", "Статус", "Статус «Отклонён», а решение РШ-0001 запись утвердило."),
    ],
)  # fmt: skip
def test_a_typed_status_or_day_that_differs_is_remarked(mentor: str, column: str, text: str) -> None:
    tables = listed("НС-0001", "", mentor)
    assert of_rule("X35", tables) == [("НС-0001", column)]
    assert texts("X35", tables) == [text]


@pytest.mark.parametrize(
    ("mentor", "column"),
    [
        ("Утверждён | РШ-0001 | 07.11.2025", "Статус"),
        ("Утверждён | | 01.02.2026", "Статус"),
        (" | |", "Решение"),
        ("Выбыл | РШ-0001 |", None),
    ],
)
def test_a_revoked_decision_reopens_the_rows_that_cite_it(mentor: str, column: str | None) -> None:
    tables = listed("НС-0001", "", mentor, revoked="10.03.2026")
    assert of_rule("X35", tables) == ([("НС-0001", column)] if column else [])


def test_a_second_decision_holds_when_the_first_is_revoked() -> None:
    second = "РШ-0002 | Совет | 12.03.2026 | C3 | Утвердить | Принято | НС-0001 | |"
    tables = dict(listed("НС-0001", "", "Утверждён | | 12.03.2026", revoked="10.03.2026"))
    tables["DEC"] += f"\n{second}"
    assert of_rule("X35", tables) == []


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (
            "Совет | 07.11.2025 | C2 | Утвердить | Принято",
            "Решение РШ-0009 принято по вопросу «C2 Предприятия и площадки», а нужно по вопросу C3.",
        ),
        (
            "Совет | 07.11.2025 | C3 | Утвердить | На доработку",
            "Решение РШ-0009 не принято: его результат «На доработку».",
        ),
        (
            "Губернатор | 07.11.2025 | C3 | Утвердить | Принято",
            "Решение РШ-0009 принял не коллегиальный орган, а «Губернатор».",
        ),
    ],
)
def test_a_decision_that_can_not_approve_is_remarked_where_it_is_cited(decision: str, text: str) -> None:
    tables = dict(listed("", "", "Утверждён | РШ-0009 | 07.11.2025"))
    tables["DEC"] = rows(DECISIONS, f"РШ-0009 | {decision} | | |")
    assert of_rule("X35", tables) == [("НС-0001", "Решение")]
    assert texts("X35", tables) == [text]


def test_a_status_that_the_decision_has_overtaken_need_only_be_cleared() -> None:
    (remark,) = [one for one in check(scene(listed("НС-0001", "", "Предложен | |")), RULES) if one.code == "X35"]
    assert "Очистите ячейку" in remark.advice


def test_who_waits_for_a_meeting_may_cite_its_decision() -> None:
    tables = dict(listed("", "", "На утверждении | РШ-0009 |"))
    tables["DEC"] = rows(DECISIONS, "РШ-0009 | Совет | 23.04.2026 | C3 | Рассмотреть | Запланировано | НС-0001 | |")
    assert of_rule("X35", tables) == []


@pytest.mark.parametrize(
    ("school", "column"),
    [
        ("колледж | | |", None),
        ("колледж | РШ-0001 | 07.11.2025 | ПН-0001", None),
        ("колледж | | | ПН-0001", "Ведёт подготовку по приоритетным направлениям"),
        ("колледж | | 07.11.2025 |", "Дата утверждения"),
        ("школа | РШ-0001 | |", "Тип"),
        ("колледж | РШ-0001 | 08.11.2025 |", "Дата утверждения"),
        ("колледж | РШ-0003 | |", "Решение"),
        ("колледж | РШ-0002 | 07.11.2025 |", None),
    ],
)
def test_institutions_are_compared_with_question_c4(school: str, column: str | None) -> None:
    decided = "{} | Совет | 07.11.2025 | {} | Утвердить | Принято | Список | |"
    decisions = [decided.format(f"РШ-000{at}", question) for at, question in ((1, "C4"), (2, "C2"), (3, "C3"))]
    tables = {"EDU": rows(SCHOOLS, f"ОО-0001 | Колледж | {school}"), "DEC": rows(DECISIONS, *decisions)}
    assert of_rule("X35", tables) == ([("ОО-0001", column)] if column else [])


@pytest.mark.parametrize(
    ("since", "told"), [("", False), ("26.09.2025", False), ("01.01.2026", False), ("01.09.2025", True)]
)
def test_a_priority_is_not_in_force_before_its_decision(since: str, *, told: bool) -> None:
    decided = "РШ-0001 | Совет | 26.09.2025 | C1 | Утвердить | Принято | ПН-0001 | |"
    tables = {"PRIORITY": rows(PRIORITIES, f"ПН-0001 | Туризм | | {since}"), "DEC": rows(DECISIONS, decided)}
    assert of_rule("X35", tables) == ([("ПН-0001", "Действует с")] if told else [])


def test_a_site_says_that_it_is_approved_and_no_decision_does() -> None:
    tables = {"ENT": rows(SITES, "ПП-0001 | Завод | Утверждена | |"), "DEC": DECISIONS}
    assert texts("X35", tables) == ["Статус «Утверждена», но нет принятого решения по вопросу C2."]
