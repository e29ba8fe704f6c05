"""«Отчёт. Команды и проекты»: how far the projects are, whom the teams lack, what is defended and in use."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.page import rounded
from reports.head.teams import TAB, compose
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

PRIORITIES = "Код | Название | Решение\nПН-0001 | Туризм | \nПН-0002 | Экология |"
PUPILS = "\n".join(
    [
        "Код | Фамилия | Имя | Отчество | Дата рождения | Категория | Статус участника | Дата зачисления | Команда",
        *(
            f"ШК-{at:04d} | Галкин | Лев | Ильич | {at:02d}.01.2010 | Школьник | Участник | 01.10.2025 | {team}"
            for at, team in enumerate(["КМ-0001"] * 3 + ["КМ-0002"] * 2 + ["КМ-0003"] * 4 + ["КМ-0004"], 1)
        ),
    ]
)
STUDENTS = """
Код     | Фамилия | Имя   | Отчество | Дата рождения | Статус участника | Дата зачисления | Роль   | Команды
СТ-0001 | Чайкина | Ольга | Петровна | 01.02.2006    | Участник         | 01.10.2025      | Тьютор | КМ-0001; КМ-0002
СТ-0002 | Уткина  | Ольга | Петровна | 02.02.2006    | Выбыл            | 01.10.2025      | Тьютор | КМ-0002
"""
MENTORS = """
Код     | Фамилия  | Имя  | Отчество | Статус
НС-0001 | Орешкин  | Олег | Ильич    | Утверждён
НС-0002 | Сорокин  | Лев  | Ильич    | Предложен
"""
TEAMS = """
Код     | Название команды | Название проекта | Приоритетное направление | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия     | Заявленная численность | Дата защиты | Балл | Итог       | Внедрение
КМ-0001 | Маяк             | Тропа            | ПН-0001                  | СТ-0001              | НС-0001    | 10.11.2025        | Разработка | 4                      |             |      |            |
КМ-0002 | Мост             |                  | ПН-0001                  | СТ-0002              | НС-0002    | 10.11.2025        | Идея       |                        |             |      |            |
КМ-0003 | Роща             | Лес              | ПН-0002                  |                      |            | 10.11.2025        | Внедряется |                        | 10.04.2026  | 90   | Победитель | передан главе
КМ-0004 | Река             | Вода             |                          | СТ-0001              | НС-0001    | 10.11.2025        | Защищён    |                        | 11.04.2026  | 71   | Лауреат    |
КМ-0005 | Луч              | Свет             | ПН-0001                  | СТ-0001              | НС-0001    | 10.11.2025        | Закрыт     |                        |             |      |            |
КМ-0006 | Дом              | Кров             | ПН-0001                  | СТ-0001              | НС-0001    | 10.11.2025        | Разработка | 9                      |             |      |            |
"""
TRIPS = """
Код     | Участник | Вид              | Название | Начало     | Результат
ПЭ-0001 | ШК-0001  | Проектная сессия | Сессия   | 10.04.2026 | Пройдено
ПЭ-0002 | ШК-0004  | Проектная сессия | Сессия   | 10.01.2026 | Пройдено
ПЭ-0003 | ШК-0004  | Стажировка       | Завод    | 10.04.2026 | Пройдено
ПЭ-0004 | ШК-0006  | Проектная сессия | Сессия   | 10.11.2025 | Пройдено
"""
OFFICE = {"PRIORITY": PRIORITIES, "SCH": PUPILS, "UNI": STUDENTS, "MENT": MENTORS, "TEAM": TEAMS, "PROG": TRIPS}


def page_of(facts: Facts) -> Report:
    (page,) = compose(facts)
    return page


@pytest.fixture
def page(make_facts: MakeFacts) -> Report:
    return page_of(make_facts(OFFICE))


def test_every_team_at_work_is_told_those_that_lack_somebody_first(page: Report) -> None:
    assert listing(page, "Все действующие команды").rows == (
        (
            "КМ-0002", "Мост", None, "Туризм", "Идея", 2, 1, "СТ-0002", "нет", date(2026, 1, 10),
            "мало школьников и студентов СПО; нет участвующего студента-лидера или тьютора; нет утверждённого наставника",
        ),
        (
            "КМ-0006", "Дом", "Кров", "Туризм", "Разработка", 0, 0, "СТ-0001", "да", "не было",
            "мало школьников и студентов СПО; численность не та, что заявлена",
        ),
        ("КМ-0001", "Маяк", "Тропа", "Туризм", "Разработка", 3, 1, "СТ-0001", "да", date(2026, 4, 10), None),
        ("КМ-0003", "Роща", "Лес", "Экология", "Внедряется", 4, 0, None, "не указан", date(2025, 11, 10), None),
        ("КМ-0004", "Река", "Вода", "не указано", "Защищён", 1, 0, "СТ-0001", "да", "не было", None),
    )  # fmt: skip


def test_the_main_thing_is_how_many_teams_there_are_and_what_they_lack(page: Report) -> None:
    assert headline(page) == (
        "Действует команд 5, неполного состава 2. Проектов защищено 2, внедряется 1."
        " Дольше всех без работы КМ-0006 — 156\u00a0дней."
    )


def test_stages_stand_in_their_order_with_the_whole_first(page: Report) -> None:
    assert listing(page, "По стадиям проекта").rows == (
        ("Действует команд", 5, 100, 2, 10, 2),
        ("Формирование", 0, 0, 0, 0, 0),
        ("Идея", 1, 20, 1, 2, 1),
        ("Паспорт проекта", 0, 0, 0, 0, 0),
        ("Разработка", 2, 40, 1, 3, 1),
        ("Апробация", 0, 0, 0, 0, 0),
        ("Готов к защите", 0, 0, 0, 0, 0),
        ("Защищён", 1, 20, 0, 1, 0),
        ("Внедряется", 1, 20, 0, 4, 0),
    )
    chart = charts(page)["Команды по стадиям проекта"]
    assert (chart.kind, chart.series[0].values) == (ChartKind.COLUMN, (0, 1, 0, 2, 0, 0, 1, 1))


def test_what_teams_lack_is_counted_the_most_frequent_first(page: Report) -> None:
    assert listing(page, "Неполный состав").rows == (
        ("мало школьников и студентов СПО", 2, "КМ-0002, КМ-0006"),
        ("нет участвующего студента-лидера или тьютора", 1, "КМ-0002"),
        ("нет утверждённого наставника", 1, "КМ-0002"),
        ("численность не та, что заявлена", 1, "КМ-0006"),
    )


def test_priorities_are_told_by_title_and_stage(page: Report) -> None:
    assert titles(page)[3] == "По приоритетным направлениям, по утверждённым 4 из 5"
    assert listing(page, "По приоритетным направлениям").rows == (
        ("Все направления", 5, 0, 1, 0, 2, 0, 0, 1, 1),
        ("Туризм", 3, 0, 1, 0, 2, 0, 0, 0, 0),
        ("Экология", 1, 0, 0, 0, 0, 0, 0, 0, 1),
        ("не указано", 1, 0, 0, 0, 0, 0, 0, 1, 0),
    )


def test_defended_projects_are_told_with_results_and_use(page: Report) -> None:
    assert listing(page, "Итоги защиты").rows == (
        ("Защищено проектов", 2, 80.5, 1),
        ("Победитель", 1, 90, 1),
        ("Лауреат", 1, 71, 0),
    )
    assert [(row[0], row[5], row[6], row[7], row[8]) for row in listing(page, "Защищённые проекты").rows] == [
        ("КМ-0003", date(2026, 4, 10), 90, "Победитель", "передан главе"),
        ("КМ-0004", date(2026, 4, 11), 71, "Лауреат", None),
    ]


def test_without_registers_of_people_the_composition_is_not_told(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"TEAM": TEAMS, "PRIORITY": PRIORITIES}))
    assert headline(page) == "Действует команд 5. Проектов защищено 2, внедряется 1."
    assert "Полон ли состав команд, сказать нельзя: реестр участников или наставников — не ведётся." in words(page)
    assert column(page, "Все действующие", "Школьники и СПО") == ["—"] * 5
    assert column(page, "Все действующие", "Наставник утверждён") == ["—"] * 5
    assert column(page, "Все действующие", "Последняя работа") == ["—"] * 5
    assert rows(page, "По стадиям")["Действует команд"] == (5, 100, "—", "—", "—")
    assert (listing(page, "Неполный состав").rows, listing(page, "Неполный состав").empty) == ((), "не ведётся")


def test_a_name_in_the_place_of_a_leader_is_not_repeated(make_facts: MakeFacts) -> None:
    teams = "Код | Название команды | Студент-лидер/тьютор | Дата формирования | Стадия\nКМ-0001 | Маяк | Чайкина Ольга | 10.11.2025 | Идея"
    assert "Чайкина" not in words(page_of(make_facts({"TEAM": teams})))


def test_a_register_that_is_not_kept_or_is_empty_is_one_sentence(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"SCH": PUPILS}))
    assert (headline(page), titles(page)) == ("Команды посчитать нельзя: «Команды и проекты» — не ведётся.", [])
    page = page_of(make_facts({"SCH": PUPILS, "TEAM": TEAMS.splitlines()[1]}))
    assert (headline(page), titles(page)) == ("Команд в реестре пока нет.", [])


def test_only_closed_teams_leave_an_empty_list(make_facts: MakeFacts) -> None:
    teams = "Код | Название команды | Дата формирования | Стадия\nКМ-0001 | Маяк | 10.11.2025 | Закрыт"
    page = page_of(make_facts({"TEAM": teams, "SCH": PUPILS, "UNI": STUDENTS}))
    assert headline(page) == "Действует команд 0. Проектов защищено 0, внедряется 0."
    assert (listing(page, "Все действующие").rows, charts(page)) == ((), {})


def test_the_made_up_office_tells_the_same_as_its_figures() -> None:
    page, known = page_of(demo()), figures_of_demo()
    whole = rows(page, "По стадиям")["Действует команд"]
    k10 = known["K10"].count
    assert (whole[0], whole[2]) == (known["K09"].value, len(k10.of) - len(k10.rows))
    for stage, row in rows(page, "По стадиям").items():
        one = known.get(f"K09 stage={stage}")
        assert stage == "Действует команд" or row[0] == (one.value if one else 0)
    assert len(listing(page, "Все действующие").rows) == known["K09"].value
    told = {row[0]: row[1] for row in listing(page, "Показатели").rows}
    assert told["Команд полного состава, %"] == rounded(known["K10"].value)
    assert told["Проектов защищено, ед."] == known["K12"].value
    assert sum(bool(row[-1]) for row in listing(page, "Все действующие").rows) == whole[2]


def test_people_are_called_by_code_only_and_no_cell_is_too_narrow() -> None:
    page = page_of(demo())
    assert (page.tab, len(TAB) <= 31, page.local) == (TAB, True, False)
    assert re.findall(r"ШК-\d+|НС-\d+", words(page)) == []
    assert too_narrow(page) == []
