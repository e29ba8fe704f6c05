"""K06, K07, K08, K16, K19: what participants have done by a day."""

from datetime import date

import pytest

from tests.validators.counting.asked import PUPIL_HEAD, PUPILS, STUDENTS, ask

HEAD = "Код | Участник | Вид | Название | Начало | Окончание | Результат | Прогресс, %"
SCHOOL = "Очное установочное обучение | Школа"
MODULE = "Модуль цифровой платформы"
STAGES = "Код этапа | Название | Начало | Окончание | Перерыв\nЭ3 | Платформа | 01.12.2025 | 31.03.2026 | 01.04.2026–05.04.2026"


def office(*rows: str, **more: str) -> dict[str, str]:
    lines = (f"ПЭ-{number:04d} | {row}" for number, row in enumerate(rows, 1))
    return {"SCH": PUPILS, "UNI": STUDENTS, "PROG": "\n".join((HEAD, *lines)), **more}


@pytest.mark.parametrize(
    ("rows", "passed", "asked"),
    [
        pytest.param([], [], ["ШК-0001", "ШК-0002", "СТ-0001"], id="nobody was there"),
        pytest.param(
            [f"ШК-0001 | {SCHOOL} | 11.11.2025 | 12.11.2025 | Пройдено |"],
            ["ШК-0001"],
            ["ШК-0001", "ШК-0002", "СТ-0001"],
            id="one passed",
        ),
        pytest.param(
            [f"ШК-0001 | {SCHOOL} | | | Не требуется |"], [], ["ШК-0002", "СТ-0001"], id="a pupil may not need it"
        ),
        pytest.param(
            [f"СТ-0001 | {SCHOOL} | | | Не требуется |"], [], ["ШК-0001", "ШК-0002", "СТ-0001"], id="a student must"
        ),
        pytest.param(
            [f"ШК-0001 | {SCHOOL} | | | Не требуется |", f"ШК-0001 | {SCHOOL} 2 | 11.11.2025 | | Пройдено |"],
            ["ШК-0001"],
            ["ШК-0001", "ШК-0002", "СТ-0001"],
            id="he was there though he need not",
        ),
        pytest.param([f"ШК-0001 | {SCHOOL} | | | Пройдено |"], ["ШК-0001"], None, id="a blank date does not unmake"),
        pytest.param([f"ШК-0001 | {SCHOOL} | 11.11.2025 | | |"], [], None, id="a blank result is not passed"),
        pytest.param([f"ШК-0001 | {SCHOOL} | 11.11.2025 | | Не явился |"], [], None, id="did not come"),
        pytest.param([f"ШК-0001 | {SCHOOL} | 11.11.2025 | | Ошибочная запись |"], [], None, id="a mistake"),
        pytest.param([f"ШК-0003 | {SCHOOL} | 11.11.2025 | | Пройдено |"], [], None, id="left since"),
        pytest.param([f"ШК-0001 | {SCHOOL} | 14.04.2026 | 15.04.2026 | Пройдено |"], ["ШК-0001"], None, id="today"),
        pytest.param([f"ШК-0001 | {SCHOOL} | 14.04.2026 | 16.04.2026 | Пройдено |"], [], None, id="ends tomorrow"),
        pytest.param(
            [f"ШК-0006 | {SCHOOL} | 11.11.2025 | | Пройдено |", f"ШК-0001 | {SCHOOL} | 18.11.2025 | | Пройдено |"],
            ["ШК-0001"],
            None,
            id="typed under both codes of one person (X02)",
        ),
    ],
)
def test_training_is_asked_of_the_active_who_need_it(
    rows: list[str], passed: list[str], asked: list[str] | None
) -> None:
    count = ask(office(*rows), "K06")
    assert list(count.rows) == passed
    assert asked is None or list(count.of) == asked
    assert count.value == pytest.approx(100 * len(passed) / len(count.of))


def test_training_is_told_of_pupils_and_of_students() -> None:
    tables = office(f"СТ-0001 | {SCHOOL} | 11.11.2025 | | Пройдено |")
    assert ask(tables, "K06", "школьники и студенты СПО").value == 0
    assert ask(tables, "K06", "студенты вузов").value == 100
    alone = {"SCH": PUPILS, "PROG": HEAD}
    assert ask(alone, "K06", "студенты вузов").why == "не ведётся"
    assert ask(alone, "K06").value == 0


@pytest.mark.parametrize(
    ("start", "end", "result", "active"),
    [
        pytest.param("15.04.2026", "", "В процессе", True, id="today"),
        pytest.param("11.03.2026", "", "В процессе", True, id="thirty days ago, the five of a break not counted"),
        pytest.param("10.03.2026", "", "В процессе", False, id="thirty-one days ago"),
        pytest.param("01.02.2026", "11.03.2026", "Пройдено", True, id="by the last day of the module"),
        pytest.param("16.04.2026", "", "В процессе", False, id="begins tomorrow"),
        pytest.param("", "", "В процессе", True, id="an unknown day is not held against him"),
        pytest.param("15.04.2026", "", "Не явился", False, id="did not come"),
    ],
)
def test_who_has_a_module_of_the_last_thirty_days_is_active_on_the_platform(
    start: str, end: str, result: str, *, active: bool
) -> None:
    count = ask(office(f"ШК-0001 | {MODULE} | Модуль 1 | {start} | {end} | {result} | 50", STAGE=STAGES), "K07")
    assert list(count.rows) == (["ШК-0001"] if active else [])
    assert len(count.of) == 3


def test_other_activities_are_not_the_platform() -> None:
    assert ask(office("ШК-0001 | Проектная сессия | Сессия 1 | 14.04.2026 | | Пройдено |"), "K07").value == 0


@pytest.mark.parametrize(
    ("rows", "value", "people"),
    [
        pytest.param(["ШК-0001 | {} | М1 | 01.12.2025 | | В процессе | 40"], 40, ["ШК-0001"], id="one"),
        pytest.param(
            [
                "ШК-0001 | {} | М1 | 20.12.2025 | | В процессе | 60",
                "ШК-0001 | {} | М1 | 01.12.2025 | | В процессе | 40",
            ],
            60,
            ["ШК-0001"],
            id="the last of a module",
        ),
        pytest.param(
            ["ШК-0001 | {} | М1 | 01.12.2025 | | Пройдено | 100", "ШК-0001 | {} | М2 | 20.12.2025 | | В процессе | 50"],
            75,
            ["ШК-0001"],
            id="the mean of his modules",
        ),
        pytest.param(
            ["ШК-0001 | {} | М1 | 01.12.2025 | | В процессе | 40", "СТ-0001 | {} | М1 | 01.12.2025 | | Пройдено | 100"],
            70,
            ["ШК-0001", "СТ-0001"],
            id="the mean of people",
        ),
        pytest.param(["ШК-0003 | {} | М1 | 01.12.2025 | | В процессе | 40"], None, [], id="left since"),
        pytest.param(["ШК-0001 | {} | М1 | 16.04.2026 | | В процессе | 40"], None, [], id="not begun on the day"),
        pytest.param(["ШК-0001 | {} | М1 | 01.12.2025 | | В процессе | "], None, [], id="not told"),
    ],
)
def test_mean_progress_is_of_the_last_percent_of_each_module(
    rows: list[str], value: float | None, people: list[str]
) -> None:
    count = ask(office(*(row.format(MODULE) for row in rows)), "K08")
    assert (count.value, list(count.rows)) == (value, people)
    assert bool(count.why) == (value is None)


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param(
            ["ШК-0001 | Профессиональная проба | Проба | 01.03.2026 | | Пройдено |"], ["ШК-0001"], id="a test"
        ),
        pytest.param(["ШК-0003 | Стажировка | С | 01.02.2026 | | Пройдено |"], ["ШК-0003"], id="left since, but was"),
        pytest.param(["ШК-0007 | Стажировка | С | 01.02.2026 | | Пройдено |"], ["ШК-0007"], id="a graduate"),
        pytest.param(["ШК-0004 | Стажировка | С | 01.02.2026 | | Пройдено |"], [], id="not enrolled"),
        pytest.param(["ШК-0005 | Стажировка | С | 01.02.2026 | | Пройдено |"], [], id="a row by mistake"),
        pytest.param(["ШК-0001 | Стажировка | С | 01.02.2026 | | В процессе |"], [], id="goes on"),
        pytest.param(["ШК-0001 | Стажировка | С | 01.04.2026 | 20.04.2026 | Пройдено |"], [], id="ends later"),
        pytest.param(
            [
                "ШК-0001 | Профессиональная проба | П | 01.03.2026 | | Пройдено |",
                "ШК-0006 | Стажировка | С | 01.03.2026 | | Пройдено |",
            ],
            ["ШК-0001"],
            id="a person once, whatever he did and under whichever code",
        ),
    ],
)
def test_who_passed_a_test_or_an_internship_is_counted_once(rows: list[str], people: list[str]) -> None:
    assert list(ask(office(*rows), "K16").rows) == people


def test_tests_and_internships_are_told_apart() -> None:
    tables = office(
        "ШК-0001 | Профессиональная проба | П | 01.03.2026 | | Пройдено |",
        "ШК-0001 | Стажировка | С | 10.03.2026 | | Пройдено |",
    )
    assert ask(tables, "K16").value == 1
    assert [ask(tables, "K16", part).value for part in ("профессиональные пробы", "стажировки")] == [1, 1]
    assert ask(tables, "K16", "стажировки", date(2026, 3, 9)).value == 0


@pytest.mark.parametrize(
    ("whose", "day", "result", "value"),
    [
        ("ШК-0001", "01.03.2026", "Пройдено", 100 / 3),
        ("ШК-0001", "", "", 100 / 3),
        ("ШК-0001", "16.04.2026", "Пройдено", 0),
        ("ШК-0001", "01.03.2026", "В процессе", 0),
        ("ШК-0003", "01.03.2026", "Пройдено", 0),
    ],
)
def test_rewards_cover_active_participants(whose: str, day: str, result: str, value: float) -> None:
    row = f"{whose} | Поощрение (мера мотивации) | Диплом | {day} | | {result} |"
    assert ask(office(row, row.replace("Диплом", "Грант")), "K19").value == pytest.approx(value)


@pytest.mark.parametrize(
    ("key", "column"),
    [("K06", "Результат"), ("K07", "Начало"), ("K08", "Прогресс, %"), ("K16", "Результат"), ("K19", "Вид")],
)
def test_without_the_column_it_needs_there_is_no_value(key: str, column: str) -> None:
    head = " | ".join(one for one in HEAD.split(" | ") if one != column)
    count = ask({"SCH": PUPILS, "PROG": head}, key)
    assert (count.value, count.why) == (None, "нет нужного столбца")


@pytest.mark.parametrize("key", ["K06", "K07", "K19"])
def test_nobody_active_makes_no_zero(key: str) -> None:
    candidate = f"{PUPIL_HEAD}\nШК-0004 | Стрижов | Лев | нет | 04.02.2010 | ОО-0001 | 9А | Кандидат | | | | |"
    count = ask({"SCH": candidate, "PROG": HEAD}, key)
    assert (count.value, count.why) == (None, "нет участников")
