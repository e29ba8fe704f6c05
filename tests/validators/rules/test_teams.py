"""X09–X11, X13, X14, X53: composition of teams, both sides alike, load and clearance of mentors, work that goes on."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import found, of_rule, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

PUPILS = "Код | Фамилия | Имя | Дата рождения | Статус участника | Дата зачисления | Команда | Категория"
STUDENTS = "Код | Фамилия | Имя | Статус участника | Дата зачисления | Роль | Команды"
MENTORS = "Код | Фамилия | Имя | Статус | Максимум команд | Допуск к работе с несовершеннолетними"
TEAM = "Код | Название команды | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия | Капитан | Заявленная численность"


def pupil(number: int, team: str = "КМ-0001", status: str = "Участник", born: str = "03.02.2010") -> str:
    return f"ШК-{number:04d} | Галкин | Пётр{number} | {born} | {status} | 01.11.2025 | {team} | Школьник"


def student(number: int, teams: str = "КМ-0001", status: str = "Участник", role: str = "Студент-лидер") -> str:
    return f"СТ-{number:04d} | Чайкин | Пётр{number} | {status} | 01.11.2025 | {role} | {teams}"


def team(
    number: int = 1, leaders: str = "СТ-0001", stage: str = "Идея", captain: str = "", size: str = "", formed: str = ""
) -> str:
    day = formed or "01.12.2025"
    return f"КМ-{number:04d} | Росток{number} | {leaders} | НС-0001 | {day} | {stage} | {captain} | {size}"


def mentor(number: int = 1, most: str = "", clearance: str = "Подтверждён", status: str = "Утверждён") -> str:
    return f"НС-{number:04d} | Орлова | Вера{number} | {status} | {most} | {clearance}"


def office(
    *, pupils: list[str] | None = None, students: list[str] | None = None, teams: list[str] | None = None
) -> dict[str, str]:
    rows = {
        "SCH": [PUPILS, *([pupil(1), pupil(2), pupil(3)] if pupils is None else pupils)],
        "UNI": [STUDENTS, *([student(1)] if students is None else students)],
        "TEAM": [TEAM, *([team()] if teams is None else teams)],
    }
    return {key: "\n".join(lines) for key, lines in rows.items()}


def with_(section: ThresholdsSection) -> Settings:
    return Settings(thresholds=section)


def test_a_whole_team_is_not_remarked() -> None:
    tables = {**office(teams=[team(size="#4")]), "MENT": f"{MENTORS}\n{mentor()}"}
    assert [code for code, row_id, _ in found(tables) if row_id == "КМ-0001"] == []


@pytest.mark.parametrize(
    "pupils",
    [
        [],
        [pupil(1), pupil(2)],
        [pupil(1), pupil(2), pupil(3, team="КМ-0002")],
        [pupil(1), pupil(2), pupil(3, status="Кандидат")],
        [pupil(1), pupil(2), pupil(3, status="Выбыл")],
        [pupil(1), pupil(2), pupil(3, team="")],
        [pupil(number) for number in range(1, 14)],
    ],
)
def test_too_few_or_too_many_pupils_are_remarked_at_the_team(pupils: list[str]) -> None:
    tables = office(pupils=pupils, teams=[team(size="#9"), team(2, stage="Закрыт")])
    assert of_rule("X09", tables) == [("КМ-0001", None)]


@pytest.mark.parametrize(
    "pupils",
    [
        [pupil(number) for number in range(1, 13)],
        [pupil(1), pupil(2), pupil(3, team="КМ-0999")],
        [pupil(1), pupil(2), pupil(3, status="неясно")],
        [pupil(1), pupil(2), pupil(3, team="росток1")],
    ],
)
def test_a_pupil_whose_row_cannot_be_read_is_not_held_against_the_team(pupils: list[str]) -> None:
    assert of_rule("X09", office(pupils=pupils)) == []


@pytest.mark.parametrize("stage", ["Формирование", "Закрыт", "Защищён", "Внедряется", "Ошибочная запись"])
def test_people_are_asked_of_teams_at_work(stage: str) -> None:
    assert of_rule("X09", office(pupils=[], teams=[team(stage=stage)])) == []


def test_a_team_that_is_not_formed_yet_is_not_asked() -> None:
    assert of_rule("X09", office(pupils=[], teams=[team(formed="01.12.2026")])) == []


def test_the_settings_say_how_many_pupils_a_team_has() -> None:
    assert of_rule("X09", office(), settings=with_(ThresholdsSection(team_min=4))) == [("КМ-0001", None)]
    assert of_rule("X09", office(), settings=with_(ThresholdsSection(team_max=2))) == [("КМ-0001", None)]
    assert of_rule("X09", office(pupils=[pupil(1)]), settings=with_(ThresholdsSection(team_min=1))) == []


@pytest.mark.parametrize(("size", "wrong"), [("#4", False), ("", False), ("семь", False), ("#3", True), ("#5", True)])
def test_the_declared_size_is_what_the_participants_say(size: str, *, wrong: bool) -> None:
    told = of_rule("X09", office(teams=[team(size=size)]))
    assert told == ([("КМ-0001", "Заявленная численность")] if wrong else [])


@pytest.mark.parametrize("status", ["Выбыл", "Кандидат", "неясно"])
@pytest.mark.parametrize("size", ["#4", "#5"])
def test_one_who_may_not_be_counted_leaves_the_size_alone(status: str, size: str) -> None:
    tables = office(pupils=[pupil(1), pupil(2), pupil(3), pupil(4, status=status)], teams=[team(size=size)])
    assert of_rule("X09", tables) == []


def test_without_students_or_their_teams_the_size_is_not_judged() -> None:
    tables = office(teams=[team(size="#9")])
    assert of_rule("X09", {key: text for key, text in tables.items() if key != "UNI"}) == []
    bare = "Код | Фамилия | Имя | Статус участника\nСТ-0001 | Чайкин | Пётр | Участник"
    assert of_rule("X09", {**tables, "UNI": bare}) == []


def test_without_the_column_of_teams_composition_is_not_judged() -> None:
    bare = "Код | Фамилия | Имя | Статус участника | Категория\nШК-0001 | Галкин | Пётр | Участник | Школьник"
    assert of_rule("X09", {**office(), "SCH": bare}) == []


@pytest.mark.parametrize(
    ("leaders", "status", "wrong"),
    [
        ("СТ-0001", "Кандидат", True),
        ("СТ-0001", "Завершил", True),
        ("СТ-0001", "Участник", False),
        ("СТ-0001; СТ-0002", "Кандидат", False),
        ("СТ-0001", "Выбыл", False),
        ("", "Кандидат", False),
        ("СТ-0001; СТ-0999", "Кандидат", False),
    ],
)
def test_somebody_who_takes_part_leads_the_team(leaders: str, status: str, *, wrong: bool) -> None:
    students = [student(1, status=status), student(2)]
    told = of_rule("X09", office(students=students, teams=[team(leaders=leaders)]))
    assert told == ([("КМ-0001", "Студент-лидер/тьютор")] if wrong else [])


@pytest.mark.parametrize(
    ("teams", "wrong"),
    [
        ("КМ-0001; КМ-0002; КМ-0003", True),
        ("КМ-0001; КМ-0002; КМ-0004", False),
        ("КМ-0001; КМ-0002", False),
        ("КМ-0001; КМ-0002; КМ-0999", False),
        ("", False),
    ],
)
def test_a_student_is_in_at_most_two_active_teams(teams: str, *, wrong: bool) -> None:
    rows = [team(1), team(2), team(3), team(4, stage="Закрыт")]
    tables = office(students=[student(1, teams=teams)], teams=rows)
    assert of_rule("X10", tables) == ([("СТ-0001", "Команды")] if wrong else [])
    assert of_rule("X10", tables, settings=with_(ThresholdsSection(most_student_teams=3))) == []


def test_a_student_who_left_has_no_teams_too_many() -> None:
    teams = "КМ-0001; КМ-0002; КМ-0003"
    tables = office(students=[student(1, teams=teams, status="Выбыл")], teams=[team(1), team(2), team(3)])
    assert of_rule("X10", tables) == []


@pytest.mark.parametrize(
    ("captain", "wrong"),
    [("ШК-0001", False), ("ШК-0004", True), ("ШК-0005", True), ("ШК-0006", False), ("ШК-0007", False), ("", False)],
)
def test_the_captain_is_in_his_team(captain: str, *, wrong: bool) -> None:
    """Of one who left, or whose team leads nowhere, other rules speak."""
    pupils = [
        *(pupil(1), pupil(2), pupil(3), pupil(4, team="КМ-0002"), pupil(5, team="")),
        *(pupil(6, team="", status="Выбыл"), pupil(7, team="КМ-0999")),
    ]
    told = of_rule("X11", office(pupils=pupils, teams=[team(captain=captain), team(2, leaders="")]))
    assert told == ([("КМ-0001", "Капитан")] if wrong else [])


@pytest.mark.parametrize(
    ("teams", "wrong"), [("КМ-0001", False), ("КМ-0002; КМ-0001", False), ("КМ-0002", True), ("", True)]
)
def test_the_leader_names_the_team_that_names_him(teams: str, *, wrong: bool) -> None:
    told = of_rule("X11", office(students=[student(1, teams=teams)], teams=[team(), team(2, leaders="")]))
    assert told == ([("КМ-0001", "Студент-лидер/тьютор")] if wrong else [])


def test_two_leaders_from_elsewhere_are_one_remark() -> None:
    students = [student(1, teams=""), student(2, teams="")]
    assert len(of_rule("X11", office(students=students, teams=[team(leaders="СТ-0001; СТ-0002")]))) == 1


@pytest.mark.parametrize(
    ("role", "leaders", "wrong"),
    [
        ("Тьютор", "СТ-0001", True),
        ("Студент-лидер", "СТ-0001", True),
        ("Участник", "СТ-0001", False),
        ("", "СТ-0001", False),
        ("Тьютор", "СТ-0001; СТ-0002", False),
        ("Тьютор", "", False),
        ("Тьютор", "СТ-0001; СТ-0999", False),
    ],
)
def test_a_student_who_leads_is_named_by_his_team(role: str, leaders: str, *, wrong: bool) -> None:
    students = [student(1), student(2, role=role)]
    told = of_rule("X11", office(students=students, teams=[team(leaders=leaders)]))
    assert told == ([("СТ-0002", "Роль")] if wrong else [])


def test_a_leader_who_was_replaced_by_mistake_is_not_a_second_remark() -> None:
    students = [student(1), student(2, teams="")]
    told = of_rule("X11", office(students=students, teams=[team(leaders="СТ-0002")]))
    assert told == [("КМ-0001", "Студент-лидер/тьютор")]


def test_a_register_without_the_column_of_teams_contradicts_nobody() -> None:
    bare = "Код | Фамилия | Имя | Статус участника\nСТ-0001 | Чайкин | Пётр | Участник"
    assert of_rule("X11", {**office(), "UNI": bare}) == []


@pytest.mark.parametrize(
    ("teams", "most", "wrong"), [(3, "", False), (4, "", True), (4, "#4", False), (2, "#1", True), (1, "#1", False)]
)
def test_a_mentor_has_as_many_teams_as_he_takes(teams: int, most: str, *, wrong: bool) -> None:
    rows = [team(number) for number in range(1, teams + 1)]
    tables = {**office(teams=[*rows, team(9, stage="Закрыт")]), "MENT": f"{MENTORS}\n{mentor(1, most)}"}
    assert of_rule("X13", tables) == ([("НС-0001", "Максимум команд")] if wrong else [])


def test_the_settings_say_how_many_teams_a_mentor_takes() -> None:
    tables = {**office(teams=[team(1), team(2)]), "MENT": f"{MENTORS}\n{mentor()}"}
    assert of_rule("X13", tables, settings=with_(ThresholdsSection(mentor_teams=1))) == [("НС-0001", "Максимум команд")]


@pytest.mark.parametrize(
    ("clearance", "status", "wrong"),
    [
        ("Не подтверждён", "Утверждён", True),
        ("", "Утверждён", True),
        ("-", "Утверждён", True),
        ("Подтверждён", "Утверждён", False),
        ("Не требуется", "Утверждён", False),
        ("возможно", "Утверждён", False),
        ("Не подтверждён", "Предложен", False),
    ],
)
def test_a_mentor_of_minors_is_cleared(clearance: str, status: str, *, wrong: bool) -> None:
    """Of a mentor who is not approved another rule speaks."""
    row = mentor(clearance=clearance, status=status)
    told = of_rule("X14", {**office(), "MENT": f"{MENTORS}\n{row}"})
    assert told == ([("НС-0001", "Допуск к работе с несовершеннолетними")] if wrong else [])


def test_a_mentor_of_grown_ups_or_of_nobody_needs_no_clearance() -> None:
    mentors = {"MENT": f"{MENTORS}\n{mentor(clearance='')}"}
    grown = [pupil(number, born="15.04.2008") for number in (1, 2, 3)]
    assert of_rule("X14", {**office(pupils=grown), **mentors}) == []
    assert of_rule("X14", {**office(teams=[team(stage="Закрыт")]), **mentors}) == []


def test_where_the_region_asks_for_no_clearance_nobody_is_asked() -> None:
    mentors = {"MENT": f"{MENTORS}\n{mentor(clearance='')}"}
    assert of_rule("X14", {**office(), **mentors}, settings=with_(ThresholdsSection(mentor_clearance=False))) == []
    bare = "Код | Фамилия | Имя | Статус\nНС-0001 | Орлова | Вера | Утверждён"
    assert of_rule("X14", {**office(), "MENT": bare}) == []


PROG = "Код | Участник | Вид | Название | Начало | Окончание | Результат\n{}"
STAGES = "Код этапа | Название | Начало | Окончание | Перерыв\nЭ3 | Обучение | 01.12.2025 | 31.05.2026 | {}"


def trip(kind: str, start: str, result: str = "Пройдено", who: str = "ШК-0001", end: str = "") -> dict[str, str]:
    return {"PROG": PROG.format(f"ПЭ-0001 | {who} | {kind} | Занятие | {start} | {end} | {result}")}


@pytest.mark.parametrize(
    ("activity", "wrong"),
    [
        (trip("Проектная сессия", "01.03.2026"), False),
        (trip("Консультация наставника", "01.03.2026", who="СТ-0001"), False),
        (trip("Проектная сессия", "28.02.2026"), True),
        (trip("Проектная сессия", "20.02.2026", end="02.03.2026"), False),
        (trip("Проектная сессия", "01.04.2026", result="Не явился"), True),
        (trip("Профессиональная проба", "01.04.2026"), True),
        (trip("Проектная сессия", "01.04.2026", who="ШК-0004"), True),
        (trip("Проектная сессия", "", result="В процессе"), False),
    ],
)
def test_a_team_without_sessions_for_long_is_asked_about_its_stage(activity: dict[str, str], *, wrong: bool) -> None:
    pupils = [pupil(1), pupil(2), pupil(3), pupil(4, team="")]
    assert of_rule("X53", {**office(pupils=pupils), **activity}) == ([("КМ-0001", "Стадия")] if wrong else [])


@pytest.mark.parametrize("stage", ["Защищён", "Внедряется", "Закрыт", ""])
def test_a_team_whose_project_is_done_is_not_asked(stage: str) -> None:
    assert of_rule("X53", {**office(teams=[team(stage=stage)]), **trip("Проектная сессия", "12.01.2026")}) == []


def test_a_new_team_has_time() -> None:
    tables = {**office(teams=[team(formed="05.03.2026")]), **trip("Отбор (эссе/тест)", "12.01.2026")}
    assert of_rule("X53", tables) == []
    assert of_rule("X53", tables, settings=with_(ThresholdsSection(team_stuck_days=40))) == [("КМ-0001", "Стадия")]


def test_days_of_a_break_are_no_idleness() -> None:
    tables = {**office(), **trip("Проектная сессия", "25.02.2026")}
    assert of_rule("X53", tables) == [("КМ-0001", "Стадия")]
    assert of_rule("X53", {**tables, "STAGE": STAGES.format("23.03.2026–29.03.2026")}) == []
    assert of_rule("X53", tables, today=date(2026, 4, 11)) == []


def test_remarks_name_codes_and_figures() -> None:
    remarks = {one.code: one for one in check(scene(office(pupils=[pupil(1)])), RULES)}
    assert remarks["X09"].text == "Команда КМ-0001: школьников и студентов СПО 1, а нужно не меньше 3."
    assert remarks["X09"].severity is Severity.ERROR
    stuck = check(scene({**office(), **trip("Проектная сессия", "12.02.2026")}), RULES)
    text = next(one.text for one in stuck if one.code == "X53")
    assert text == "Команда КМ-0001: стадия «Идея», а сессий и консультаций нет с 12.02.2026, дней: 62."
