"""X12, X15, X33, X48: nobody leans on what has not been decided, is decided no longer, or has run out."""

from collections.abc import Mapping

import pytest

from config.settings import Settings, parse
from tests.text_tables import of_rule, scene
from validators.counts import COUNTS
from validators.rule import check
from validators.rules import RULES

DECISIONS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Отменено с"
MENTORS = "Код | Фамилия | Имя | Отчество | Статус | Решение | Срок полномочий до"
TEAMS = "Код | Название команды | Наставники | Дата формирования | Стадия | Дата закрепления наставника"
SITES = "Код | Полное наименование | Вид площадки | Статус | Срок соглашения до"
ACTIVITIES = "Код | Участник | Вид | Название | Начало | Окончание | Результат | Организация | Наставник"
PRIORITIES = "Код | Название | Действует с | Действует по | Статус записи"
SCHOOLS = "Код | Полное наименование | Тип | Ведёт подготовку по приоритетным направлениям"
MADE_UP = "Горин | Марк | нет"
LISTED = "РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | {} | {}"


def rows(head: str, *lines: str) -> str:
    return "\n".join([head, *lines])


def mentored(mentor: str, *decided: str, team: str = "НС-0001 | 10.11.2025 | Идея |") -> Mapping[str, str]:
    return {
        "MENT": rows(MENTORS, f"НС-0001 | {MADE_UP} | {mentor}"),
        "TEAM": rows(TEAMS, f"КМ-0001 | Вектор | {team}"),
        "DEC": rows(DECISIONS, *decided),
    }


def texts(code: str, tables: Mapping[str, str]) -> list[str]:
    return [one.text for one in check(scene(tables), RULES) if one.code == code]


@pytest.mark.parametrize(
    ("mentor", "decided"),
    [
        pytest.param("Утверждён | | ", LISTED.format("НС-0001", ""), id="named by a decision"),
        pytest.param("Утверждён | РШ-0001 | ", LISTED.format("Список № 1", ""), id="cites a list told in words"),
        pytest.param(" | | ", LISTED.format("НС-0001", ""), id="a blank status follows"),
        pytest.param("Утверждён | | ", LISTED.format("НС-0001", "16.04.2026"), id="revoked from tomorrow"),
        pytest.param("Утверждён | | 15.04.2026", LISTED.format("НС-0001", ""), id="the last day of the term"),
    ],
)
def test_an_approved_mentor_may_lead_a_team(mentor: str, decided: str) -> None:
    assert of_rule("X12", mentored(mentor, decided)) == []


@pytest.mark.parametrize(
    ("mentor", "decided", "why"),
    [
        pytest.param("Утверждён | | ", "", "нет принятого решения по вопросу C3", id="no decision"),
        pytest.param(" | | ", "", "статус «Предложен»", id="a blank status without a decision"),
        pytest.param(
            "Утверждён | | ",
            LISTED.format("НС-0001", "10.03.2026"),
            "решение РШ-0001 отменено с 10.03.2026",
            id="revoked",
        ),
        pytest.param(
            "Утверждён | РШ-0001 | ",
            LISTED.format("Список № 3, кроме НС-0001", ""),
            "в решении РШ-0001 он назван после слова «кроме»",
            id="excepted",
        ),
        pytest.param(
            "Утверждён | | 14.04.2026",
            LISTED.format("НС-0001", ""),
            "срок полномочий закончился 14.04.2026",
            id="the term is over",
        ),
        pytest.param(
            "Приостановлен | | ", LISTED.format("НС-0001", ""), "статус «Приостановлен»", id="suspended by status"
        ),
        pytest.param(
            "Утверждён | | ",
            "РШ-0001 | Руководитель РПО | 07.11.2025 | C3 | Утвердить | Принято | НС-0001 |",
            "нет принятого решения по вопросу C3",
            id="decided by the head of the office",
        ),
        pytest.param(
            "Утверждён | | ",
            "РШ-0001 | Совет | 07.11.2025 | C2 | Утвердить | Принято | НС-0001 |",
            "нет принятого решения по вопросу C3",
            id="decided on another question",
        ),
        pytest.param(
            "Утверждён | | ",
            "РШ-0001 | Совет | 23.04.2026 | C3 | Утвердить | Принято | НС-0001 |",
            "решение РШ-0001 действует только с 23.04.2026",
            id="decided in the future",
        ),
    ],
)
def test_a_mentor_who_is_not_approved_is_remarked_at_his_team(mentor: str, decided: str, why: str) -> None:
    tables = mentored(mentor, decided)
    assert of_rule("X12", tables) == [("КМ-0001", "Наставники")]
    assert texts("X12", tables) == [f"Наставник НС-0001 не утверждён: {why}."]


@pytest.mark.parametrize(
    ("team", "column"),
    [
        ("НС-0001 | 01.11.2025 | Идея |", "Наставники"),
        ("НС-0001 | 01.10.2025 | Идея | 01.11.2025", "Дата закрепления наставника"),
        ("НС-0001 | 01.10.2025 | Идея | 10.11.2025", None),
        ("НС-0001 | | Идея |", None),
        ("НС-0001 | 01.11.2025 | Закрыт |", None),
        ("НС-0099 | 01.11.2025 | Идея |", None),
        (" | 01.11.2025 | Идея |", None),
    ],
)
def test_a_mentor_joins_a_team_after_his_approval(team: str, column: str | None) -> None:
    tables = mentored("Утверждён | | ", LISTED.format("НС-0001", ""), team=team)
    assert of_rule("X12", tables) == ([("КМ-0001", column)] if column else [])


def test_two_mentors_of_a_team_make_one_remark() -> None:
    tables = dict(mentored("Предложен | | ", team="НС-0001; НС-0002 | 10.11.2025 | Идея |"))
    tables["MENT"] += f"\nНС-0002 | {MADE_UP} | Выбыл | |"
    assert texts("X12", tables) == [
        "Наставник НС-0001 не утверждён: статус «Предложен». Наставник НС-0002 не утверждён: статус «Выбыл»."
    ]


@pytest.mark.parametrize(("status", "told"), [("Утверждён", []), ("", []), ("Предложен", [("КМ-0001", "Наставники")])])
def test_without_decisions_the_status_of_a_mentor_is_believed(
    status: str, told: list[tuple[str | None, str | None]]
) -> None:
    tables = {key: text for key, text in mentored(f"{status} | | ").items() if key != "DEC"}
    assert of_rule("X12", tables) == told


def on_site(activity: str, site: str = "Обе | Утверждена |", revoked: str = "") -> Mapping[str, str]:
    decision = f"РШ-0001 | Совет | 07.11.2025 | C2 | Утвердить | Принято | ПП-0001; ОО-0001 | {revoked}"
    return {
        "ENT": rows(SITES, f"ПП-0001 | Завод | {site}", "ПП-0002 | Цех | Обе | Предложена |"),
        "EDU": rows(SCHOOLS, "ОО-0001 | Колледж | колледж |", "ОО-0002 | Техникум | колледж |"),
        "PROG": rows(ACTIVITIES, f"ПЭ-0001 | ШК-0001 | {activity}"),
        "DEC": rows(DECISIONS, decision),
    }


TEST = "Профессиональная проба | Проба | {} | | Пройдено | {} |"
INTERNSHIP = "Стажировка | Стажировка | 02.03.2026 | {} | Пройдено | ПП-0001 |"


@pytest.mark.parametrize(
    ("activity", "site", "revoked", "told"),
    [
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Обе | Утверждена |", "", False, id="approved"),
        pytest.param(TEST.format("06.11.2025", "ПП-0001"), "Обе | Утверждена |", "", True, id="before the decision"),
        pytest.param(TEST.format("02.03.2026", "ПП-0002"), "Обе | Утверждена |", "", True, id="no decision"),
        pytest.param(TEST.format("02.03.2026", "ОО-0001"), "Обе | Утверждена |", "", False, id="a college as a site"),
        pytest.param(TEST.format("02.03.2026", "ОО-0002"), "Обе | Утверждена |", "", True, id="a college not decided"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Обе | Утверждена |", "01.03.2026", True, id="revoked"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Обе | Утверждена |", "03.03.2026", False, id="revoked later"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Обе | Утверждена | 01.03.2026", "", True, id="agreement over"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Обе | Исключена |", "", False, id="struck off later"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), "Стажировка | Утверждена |", "", True, id="of another kind"),
        pytest.param(TEST.format("02.03.2026", "ПП-0001"), " | Утверждена |", "", False, id="of an unknown kind"),
        pytest.param(INTERNSHIP.format("01.04.2026"), "Обе | Утверждена | 31.03.2026", "", True, id="outlives the agreement"),
        pytest.param(INTERNSHIP.format(""), "Профессиональные пробы | Утверждена |", "", True, id="tests only"),
        pytest.param(TEST.format("", "ПП-0002"), "Обе | Утверждена |", "", False, id="no day"),
        pytest.param(TEST.format("02.03.2026", ""), "Обе | Утверждена |", "", False, id="no organisation"),
        pytest.param(
            "Проектная сессия | Сессия | 02.03.2026 | | Пройдено | ПП-0002 |", "Обе | Утверждена |", "", False, id="a session"
        ),
        pytest.param(
            "Стажировка | Стажировка | 02.03.2026 | | Ошибочная запись | ПП-0002 |", "Обе | Утверждена |", "", False,
            id="a mistake",
        ),
    ],
)  # fmt: skip
def test_tests_and_internships_are_at_approved_sites(activity: str, site: str, revoked: str, *, told: bool) -> None:
    found = of_rule("X15", on_site(activity, site, revoked))
    assert found == ([("ПЭ-0001", "Организация")] if told else [])


def test_without_decisions_a_proposed_site_is_still_not_approved() -> None:
    tables = dict(on_site(TEST.format("02.03.2026", "ПП-0002")))
    del tables["DEC"]
    assert of_rule("X15", tables) == [("ПЭ-0001", "Организация")]


def in_priority(priority: str, decided: str, **more: str) -> Mapping[str, str]:
    team = "Код | Название команды | Приоритетное направление | Дата формирования | Стадия"
    return {
        "PRIORITY": rows(PRIORITIES, f"ПН-0001 | Машиностроение | {priority}"),
        "TEAM": rows(team, "КМ-0001 | Вектор | ПН-0001 | 10.11.2025 | Идея"),
        "DEC": rows(DECISIONS, decided),
        **more,
    }


C1 = "РШ-0001 | Совет | {} | C1 | Утвердить | Принято | ПН-0001 | {}"


@pytest.mark.parametrize(
    ("priority", "decided", "told"),
    [
        pytest.param(" | |", C1.format("26.09.2025", ""), False, id="approved"),
        pytest.param(" | |", "", True, id="no decision"),
        pytest.param(" | |", C1.format("26.09.2025", "10.04.2026"), True, id="revoked"),
        pytest.param(" | |", C1.format("20.11.2025", ""), True, id="decided after the team was formed"),
        pytest.param("01.12.2025 | |", C1.format("26.09.2025", ""), True, id="begins later"),
        pytest.param(" | 31.12.2025 |", C1.format("26.09.2025", ""), True, id="ran out"),
        pytest.param(" | | Завершена", C1.format("26.09.2025", ""), True, id="ended on an unknown day"),
        pytest.param(" | | Черновик", C1.format("26.09.2025", ""), True, id="a draft"),
    ],
)
def test_a_team_works_on_an_approved_priority(priority: str, decided: str, *, told: bool) -> None:
    found = of_rule("X33", in_priority(priority, decided))
    assert found == ([("КМ-0001", "Приоритетное направление")] if told else [])


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("UNI", "Код | Фамилия | Статус участника | Приоритетное направление\nСТ-0001 | Горин | Участник | ПН-0001", True),
        ("UNI", "Код | Фамилия | Статус участника | Приоритетное направление\nСТ-0001 | Горин | Выбыл | ПН-0001", False),
        ("ENT", "Код | Полное наименование | Статус | Приоритетное направление\nПП-0001 | Завод | Утверждена | ПН-0001", True),
        ("ENT", "Код | Полное наименование | Статус | Приоритетное направление\nПП-0001 | Завод | Предложена | ПН-0001", False),
        ("MENT", "Код | Фамилия | Имя | Статус | Приоритетное направление\nНС-0001 | Горин | Марк | Утверждён | ПН-0001", True),
        ("EDU", f"{SCHOOLS}\nОО-0001 | Колледж | колледж | ПН-0001", True),
        ("EDU", f"{SCHOOLS}\nОО-0001 | Колледж | колледж |", False),
    ],
)  # fmt: skip
def test_whoever_names_a_priority_leans_on_its_decision(key: str, text: str, *, told: bool) -> None:
    tables = dict(in_priority(" | |", "", **{key: text}))
    del tables["TEAM"]
    assert bool(of_rule("X33", tables)) is told
    assert of_rule("X33", {**tables, "DEC": rows(DECISIONS, C1.format("26.09.2025", ""))}) == []


UNUSED = LISTED.format("НС-0001", "").replace("07.11.2025", "{}")


@pytest.mark.parametrize(
    ("decided", "team", "told"),
    [
        ("01.10.2025", "НС-0002 | 10.11.2025 | Идея |", True),
        ("01.10.2025", "НС-0001 | 10.11.2025 | Идея |", False),
        ("01.03.2026", "НС-0002 | 10.11.2025 | Идея |", False),
    ],
)
def test_a_mentor_approved_long_ago_without_a_team_is_told(decided: str, team: str, *, told: bool) -> None:
    tables = mentored("Утверждён | | ", UNUSED.format(decided), team=team)
    assert of_rule("X48", tables) == ([("НС-0001", "Решение")] if told else [])


@pytest.mark.parametrize(("unused_days", "told"), [(40, True), (60, False)])
def test_how_long_is_long_the_office_says(unused_days: int, *, told: bool) -> None:
    settings: Settings = parse(f"[thresholds]\nunused_days = {unused_days}\n", {})
    tables = mentored("Утверждён | | ", UNUSED.format("01.03.2026"), team=" | 10.11.2025 | Идея |")
    assert bool(of_rule("X48", tables, settings=settings)) is told


def test_where_uses_are_not_kept_nothing_is_called_unused() -> None:
    tables = {
        key: text for key, text in mentored("Утверждён | | ", UNUSED.format("01.10.2025")).items() if key != "TEAM"
    }
    assert of_rule("X48", tables) == []


def test_what_is_remarked_is_not_counted() -> None:
    tables = mentored("Утверждён | | ", LISTED.format("НС-0001", "10.03.2026"))
    made = scene(tables)
    assert COUNTS["K13"](made.office, made.today).rows == ()
