"""«Отчёт. Участники»: people once each, by steps and groups; who left and why; nobody by code."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.page import rounded
from reports.head.participants import TAB, compose
from reports.report import ChartKind, Report
from tests.reports.head.pages import (
    charts,
    column,
    demo,
    figures_of_demo,
    headline,
    listing,
    rows,
    titles,
    too_narrow,
    words,
)

MakeFacts = Callable[..., Facts]

SCHOOLS = """
Код     | Полное наименование | Тип     | Муниципалитет
ОО-0001 | Школа № 5           | школа   | Приозёрный район
ОО-0002 | Колледж связи       | колледж | Город Синий
ОО-0003 | Университет         | вуз     | Город Синий
"""
PUPILS = """
Код     | Фамилия  | Имя  | Отчество | Дата рождения | Образовательная организация | Категория   | Статус участника | Дата заявки | Дата зачисления | Дата выбытия | Причина выбытия | Команда
ШК-0001 | Галкин   | Пётр | Ильич    | 01.02.2010    | ОО-0001                     | Школьник    | Участник         | 01.09.2025  | 01.10.2025      |              |                 | КМ-0001
ШК-0002 | Стрижов  | Лев  | Ильич    | 02.02.2010    | ОО-0001                     | Школьник    | Выбыл            | 01.09.2025  | 01.10.2025      | 01.04.2026   | Учёба           | КМ-0001
ШК-0003 | Чижов    | Олег | Ильич    | 03.02.2010    | ОО-0002                     | Студент СПО | Выбыл            | 01.09.2025  | 01.10.2025      | 01.12.2025   |                 |
ШК-0004 | Уткин    | Яков | Ильич    | 04.02.2010    |                             | Школьник    | Участник         | 01.09.2025  | 01.10.2025      |              |                 |
ШК-0005 | Соколов  | Глеб | Ильич    | 05.02.2010    | ОО-0001                     | Школьник    | Кандидат         | 01.09.2025  |                 |              |                 |
ШК-0006 | Дятлов   | Иван | Ильич    | 06.02.2010    | ОО-0001                     | Школьник    | Выбыл            | 01.09.2025  | 01.10.2025      | 01.12.2025   | Учёба           |
"""
STUDENTS = """
Код     | Фамилия | Имя   | Отчество | Дата рождения | Вуз     | Статус участника | Дата зачисления | Команды
СТ-0001 | Чайкина | Ольга | Петровна | 01.02.2006    | ОО-0003 | Участник         | 01.10.2025      | КМ-0001
"""
TEAMS = "Код | Название команды | Дата формирования | Стадия\nКМ-0001 | Маяк | 10.11.2025 | Идея"
TRIPS = """
Код     | Участник | Вид                         | Название | Начало     | Результат  | Поощрение (мера мотивации)
ПЭ-0001 | ШК-0001  | Очное установочное обучение | Сбор     | 10.11.2025 | Пройдено   |
ПЭ-0002 | ШК-0002  | Очное установочное обучение | Сбор     | 10.11.2025 | Пройдено   |
ПЭ-0003 | СТ-0001  | Стажировка                  | Завод    | 10.03.2026 | Пройдено   |
ПЭ-0004 | ШК-0001  | Модуль цифровой платформы   | Модуль   | 10.04.2026 | В процессе |
ПЭ-0005 | ШК-0001  | Поощрение (мера мотивации)  | Слёт     | 09.04.2026 | Пройдено   | Диплом
ПЭ-0006 | ШК-0001  | Поощрение (мера мотивации)  | Смотр    | 10.04.2026 | Пройдено   | Диплом
ПЭ-0007 | СТ-0001  | Поощрение (мера мотивации)  | Смотр    | 08.04.2026 | Пройдено   | Стипендия
ПЭ-0008 | ШК-0002  | Поощрение (мера мотивации)  | Смотр    | 08.03.2026 | Пройдено   | Грант
"""
OFFICE = {"EDU": SCHOOLS, "SCH": PUPILS, "UNI": STUDENTS, "TEAM": TEAMS, "PROG": TRIPS}


def page_of(facts: Facts) -> Report:
    (page,) = compose(facts)
    return page


@pytest.fixture
def page(make_facts: MakeFacts) -> Report:
    return page_of(make_facts(OFFICE))


def test_each_step_tells_how_many_people_and_whom_it_counts(page: Report) -> None:
    assert [row[:3] for row in listing(page, "Путь участника").rows] == [
        ("Подали заявку", 7, "—"),
        ("Зачислены", 6, 100),
        ("Обучены", 2, 33.3),
        ("Активны на цифровой платформе", 1, 16.7),
        ("В команде", 2, 33.3),
        ("Прошли стажировку", 1, 16.7),
        ("Защитили проект", 0, 0),
    ]
    assert all(str(row[3]).endswith(".") for row in listing(page, "Путь участника").rows)


def test_the_way_is_a_picture_of_its_listing(page: Report) -> None:
    chart = charts(page)["Путь участника"]
    assert (chart.kind, chart.unit) == (ChartKind.BAR, "чел.")
    assert chart.series[0].values == (7, 6, 2, 1, 2, 1, 0)
    assert list(chart.categories) == column(page, "Путь участника", "Шаг")


def test_the_main_thing_is_how_many_there_are_and_left(page: Report) -> None:
    assert headline(page) == ("Подали заявку 7. Зачислено 6, участвуют сейчас 3, выбыли 3 (50\u00a0% зачисленных).")


def test_those_who_left_are_told_by_reason_the_most_frequent_first(page: Report) -> None:
    assert listing(page, "Кто выбыл и почему").rows == (
        ("Всего", 3, 50, 1, 2, 1, 0),
        ("Учёба", 2, 33.3, 1, 2, 0, 0),
        ("причина не указана", 1, 16.7, 0, 0, 1, 0),
    )


def test_rewards_are_of_those_who_take_part_each_person_once_a_kind(page: Report) -> None:
    assert listing(page, "Меры мотивации").rows == (
        ("Все виды", 2, 66.7, 3, date(2026, 4, 10)),
        ("Диплом", 1, 33.3, 2, date(2026, 4, 10)),
        ("Стипендия", 1, 33.3, 1, date(2026, 4, 8)),
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "По категориям",
            [
                ("Всего", 7, 6, 2, 1, 2, 1, 0, 3, 2),
                ("Школьник", 5, 4, 2, 1, 1, 0, 0, 2, 1),
                ("Студент СПО", 1, 1, 0, 0, 0, 0, 0, 1, 0),
                ("Студент вуза", 1, 1, 0, 0, 1, 1, 0, 0, 1),
            ],
        ),
        (
            "По типам",
            [
                ("Всего", 7, 6, 2, 1, 2, 1, 0, 3, 2),
                ("Общеобразовательная", 4, 3, 2, 1, 1, 0, 0, 2, 1),
                ("Вуз", 1, 1, 0, 0, 1, 1, 0, 0, 1),
                ("Колледж (СПО)", 1, 1, 0, 0, 0, 0, 0, 1, 0),
                ("не указано", 1, 1, 0, 0, 0, 0, 0, 0, 0),
            ],
        ),
        (
            "По муниципалитетам",
            [
                ("Всего", 7, 6, 2, 1, 2, 1, 0, 3, 2),
                ("Приозёрный район", 4, 3, 2, 1, 1, 0, 0, 2, 1),
                ("Город Синий", 2, 2, 0, 0, 1, 1, 0, 1, 1),
                ("не указано", 1, 1, 0, 0, 0, 0, 0, 0, 0),
            ],
        ),
    ],
)
def test_each_group_has_all_the_steps(page: Report, title: str, expected: list[tuple[object, ...]]) -> None:
    assert sorted(map(str, listing(page, title).rows[1:])) == sorted(map(str, expected[1:]))
    assert listing(page, title).rows[0] == expected[0]
    assert listing(page, title).rows[-1] == expected[-1]


def test_the_groups_together_are_filtered_and_add_up(page: Report) -> None:
    found = listing(page, "Категория, муниципалитет")
    assert found.filtered
    assert found.rows[0] == ("Студент СПО", "Город Синий", "Колледж (СПО)", 1, 1, 0, 0, 0, 0, 0, 1, 0)
    assert sum(int(str(row[4])) for row in found.rows) == 6


def test_without_trips_their_steps_have_no_number(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({key: text for key, text in OFFICE.items() if key != "PROG"}))
    told = {row[0]: row[1] for row in listing(page, "Путь участника").rows}
    assert (told["Обучены"], told["Прошли стажировку"], told["В команде"]) == ("не ведётся", "не ведётся", 2)
    assert "Обучены" not in charts(page)["Путь участника"].categories
    assert column(page, "По категориям", "Обучены") == ["—", "—", "—", "—"]
    assert (listing(page, "Меры мотивации").rows, listing(page, "Меры мотивации").empty) == (
        (),
        "«Прохождение этапов» — не ведётся",
    )


def test_one_register_of_people_is_told_to_be_alone(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"SCH": PUPILS}))
    assert "«Студенты вузов» — не ведётся: здесь без них." in words(page)
    assert listing(page, "Путь участника").rows[1][1] == 5


def test_without_registers_of_people_nothing_is_counted(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"EDU": SCHOOLS}))
    assert headline(page) == (
        "Участников посчитать нельзя: «Школьники и СПО» — не ведётся; «Студенты вузов» — не ведётся."
    )
    assert (titles(page), charts(page)) == ([], {})


def test_an_empty_register_has_no_zeros(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"SCH": PUPILS.splitlines()[1]}))
    assert headline(page) == "Участников в реестрах пока нет."
    assert titles(page) == []


def test_nobody_left_and_nobody_is_rewarded(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"UNI": STUDENTS, "PROG": TRIPS.splitlines()[1]}))
    assert headline(page) == "Подали заявку 1. Зачислено 1, участвуют сейчас 1, никто не выбыл."
    assert listing(page, "Кто выбыл и почему").rows == ()
    assert listing(page, "Меры мотивации").empty == "никто из участников пока не поощрён"


def test_the_made_up_office_tells_the_same_as_its_figures() -> None:
    page, known = page_of(demo()), figures_of_demo()
    told = {row[0]: row[1] for row in listing(page, "Путь участника").rows}
    assert (told["Подали заявку"], told["Зачислены"]) == (known["K01"].value, known["K02"].value)
    assert told["Активны на цифровой платформе"] == len(known["K07"].count.rows)
    assert told["Прошли стажировку"] == known["K16 state=стажировки"].value
    rewarded = listing(page, "Меры мотивации").rows[0]
    assert rewarded[1:3] == (len(known["K19"].count.rows), rounded(known["K19"].value))
    left = listing(page, "Кто выбыл и почему").rows[0]
    assert left[1] == len(known["K18"].count.of) - len(known["K18"].count.rows)
    for name, row in rows(page, "По категориям").items():
        if name != "Всего":
            cut = f"category={name}"
            assert row[:2] == (known[f"K01 {cut}"].value, known[f"K02 {cut}"].value)
    for name, row in rows(page, "По муниципалитетам").items():
        if name not in ("Всего", "не указано"):
            assert row[0] == known[f"K01 municipality={name}"].value
    facts = {row[0]: row[1] for row in listing(page, "Показатели").rows}
    assert facts["Сохранность контингента, %"] == rounded(known["K18"].value)


def test_groups_of_the_made_up_office_add_up_to_the_whole() -> None:
    page = page_of(demo())
    for title in ("По категориям", "По типам", "По муниципалитетам"):
        whole, *parts = listing(page, title).rows
        assert [sum(int(str(row[at])) for row in parts) for at in range(1, len(whole))] == list(whole[1:])
    together = listing(page, "Категория, муниципалитет").rows
    assert sum(int(str(row[4])) for row in together) == listing(page, "По категориям").rows[0][2]


def test_nobody_is_named_even_by_code() -> None:
    page = page_of(demo())
    assert not page.local
    assert re.findall(r"(?:ШК|СТ|НС)-\d+", words(page)) == []


def test_the_tab_has_its_title_and_no_cell_is_too_narrow() -> None:
    page = page_of(demo())
    assert (page.tab, len(TAB) <= 31) == (TAB, True)
    assert too_narrow(page) == []
