"""«Отчёт. Работа РПО»: functions that nobody does come first; the plan by employee; papers in time; results (H5)."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.head.page import rounded
from reports.head.work import TAB, compose
from reports.report import Report
from tests.reports.head.pages import (
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

STAFF = """
Код     | ФИО                   | Должность         | Роль            | Работает с | Работает по | Закреплённые функции | Документы в компетенции подписи
РП-0001 | Орлова Вера Ильинична | Руководитель РПО  | R1 Руководитель | 01.09.2025 |             | T1; T3               | Отчёт месячный
РП-0002 | Гусев Пётр Олегович   | Куратор студентов | Иная            | 01.09.2025 |             | T1                   |
РП-0003 | Дятлов Лев Олегович   | Методист          | Иная            | 01.09.2025 | 01.03.2026  | R1.2                 |
"""
FUNCTIONS = """
Код функции | Название     | Не ведётся: акт
T1          | Планирование |
R1.2        | Финансы      |
T3          | ФПО          |
R4.1        | Блоги        | ДК-0009
"""
PLAN = """
Код     | Мероприятие | Вид               | Ответственный | Окончание (план) | Статус    | Окончание (факт)
МР-0001 | Семинар     | Мероприятие       | РП-0002       | 10.04.2026       | В работе  |
МР-0002 | Сборы       | Мероприятие       | РП-0002       | 02.03.2026       | Исполнено | 01.03.2026
МР-0003 | Слёт        | Мероприятие       | РП-0003       | 01.04.2026       | Исполнено | 31.03.2026
МР-0004 | Э2 завершён | Контрольная точка | РП-0001       | 01.04.2026       | Исполнено | 05.04.2026
МР-0005 | Совет       | Заседание         | РП-0001       | 20.04.2026       | В работе  |
"""
DECISIONS = """
Код     | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Поручение    | Ответственный | Срок       | Исполнение | Дата исполнения
РШ-0001 | Совет     | 07.11.2025     | Иное   | О списках          | Принято   | Дать списки  | РП-0001       | 08.04.2026 |            |
РШ-0002 | Совет     | 07.11.2025     | Иное   | О сайте            | Принято   | Сделать сайт | РП-0002       | 01.12.2025 | Исполнено  | 30.11.2025
"""
KINDS = "Вид документа | Срок, рабочих дней\nОтчёт месячный | 5\nЗапрос | 5\nПисьмо | \nДоклад |\nПриказ |"
STAGES = "Код этапа | Название | Начало | Окончание\nЭ1 | Набор | 01.01.2026 | 31.05.2026"
DOCUMENTS = """
Код     | Направление | Вид            | Заголовок    | Статус    | Исполнитель | Рег. № | Дата       | Корреспондент          | Отчётный период/этап | Срок ответа | Ответ   | Подписал
ДК-0001 | Исходящий   | Отчёт месячный | За январь    | Подписан  | РП-0002     | 1      | 05.02.2026 | ФПО                    | 2026-01              |             |         | РП-0001
ДК-0002 | Исходящий   | Отчёт месячный | За февраль   | Подписан  | РП-0002     | 2      | 20.03.2026 | ФПО                    | 2026-02              |             |         | РП-0001
ДК-0003 | Исходящий   | Отчёт месячный | За март      | Проект    | РП-0002     |        |            | ФПО                    | 2026-03              |             |         |
ДК-0004 | Входящий    | Запрос         | О наборе     | Получен   | РП-0002     | 3      | 01.03.2026 | ФПО                    |                      | 10.03.2026  | ДК-0007 |
ДК-0005 | Входящий    | Запрос         | О командах   | Получен   | РП-0002     | 4      | 01.04.2026 | ФПО                    |                      | 09.04.2026  |         |
ДК-0006 | Входящий    | Запрос         | О защите     | Получен   | РП-0001     | 5      | 01.04.2026 | ФПО                    |                      | 30.04.2026  |         |
ДК-0007 | Исходящий   | Письмо         | Ответ        | Отправлен | РП-0002     | 6      | 12.03.2026 | ФПО                    |                      |             |         | РП-0001
ДК-0008 | Исходящий   | Доклад         | О ходе       | Отправлен | РП-0001     | 7      | 01.04.2026 | Заместитель Губернатора | 2026-03             |             |         | Министр
ДК-0009 | Внутренний  | Приказ         | Об обязанностях | Проект | РП-0001     |        |            |                        |                      |             |         |
"""  # fmt: skip
OFFICE = {
    "STAFF": STAFF,
    "FUNCTION": FUNCTIONS,
    "PLAN": PLAN,
    "DEC": DECISIONS,
    "DOCKIND": KINDS,
    "STAGE": STAGES,
    "DOC": DOCUMENTS,
}


def page_of(facts: Facts) -> Report:
    (page,) = compose(facts)
    return page


@pytest.fixture
def page(make_facts: MakeFacts) -> Report:
    return page_of(make_facts(OFFICE))


def test_functions_that_nobody_does_come_first_those_not_kept_last_with_their_act(page: Report) -> None:
    assert listing(page, "Кто за что отвечает").rows == (
        ("R1.2 Финансы", "не закреплена", None, None, None),
        ("T1 Планирование", "закреплена", None, "ведёт", "ведёт"),
        ("T3 ФПО", "закреплена", None, "ведёт", None),
        ("R4.1 Блоги", "не ведётся", "ДК-0009 Об обязанностях", None, None),
    )
    assert [one.heading for one in listing(page, "Кто за что отвечает").fields][3:] == ["Орлова", "Гусев"]


def test_the_main_thing_is_what_nobody_does_and_what_is_in_time(page: Report) -> None:
    assert headline(page) == (
        "Ни за кем не закреплены функции: R1.2 Финансы. В срок исполнено: план — 50\u00a0%, поручения — 50\u00a0%, "
        "отчёты — 33,3\u00a0%, запросы ФПО — 0\u00a0%."
    )


def test_each_employee_has_his_line_and_those_who_left_share_one(page: Report) -> None:
    assert [row[:-1] for row in listing(page, "Как исполняют").rows] == [
        ("Всего", None, 3, 4, 2, 1, 50, 1, 2),
        ("Гусев", "Куратор студентов", 1, 2, 1, 1, 50, 0, 2),
        ("Орлова", "Руководитель РПО", 2, 1, 0, 0, 0, 1, 0),
        ("Остальные и те, кто больше не работает", None, 1, 1, 1, 0, 100, 0, 0),
    ]


def test_reports_are_told_in_time_late_and_absent(page: Report) -> None:
    assert listing(page, "Отчёты в срок").rows == (
        ("Все отчёты", 3, 1, 1, 1, 33.3, 0),
        ("Отчёт месячный", 3, 1, 1, 1, 33.3, 0),
    )
    assert listing(page, "Отчёты по периодам").rows == (
        ("Отчёт месячный", "март 2026", "не сдан, есть проект", date(2026, 4, 7), None, "ДК-0003", 6),
        ("Отчёт месячный", "февраль 2026", "сдан позже срока", date(2026, 3, 6), date(2026, 3, 20), "ДК-0002", 9),
        ("Отчёт месячный", "январь 2026", "сдан в срок", date(2026, 2, 6), date(2026, 2, 5), "ДК-0001", None),
    )


def test_requests_of_the_federal_office_are_told_the_unanswered_first(page: Report) -> None:
    assert listing(page, "Запросы ФПО").rows == (
        ("О командах", "ДК-0005", "без ответа, срок прошёл", date(2026, 4, 9), None, "Гусев", 4),
        ("О наборе", "ДК-0004", "ответ позже срока", date(2026, 3, 10), date(2026, 3, 12), "Гусев", 2),
        ("О защите", "ДК-0006", "ждёт ответа", date(2026, 4, 30), None, "Орлова", None),
    )


def test_documents_wait_for_a_signature_and_signed_by_another_are_told_first(page: Report) -> None:
    assert listing(page, "Документы на подписи").rows == (
        ("Ответ", "ДК-0007", "Письмо", "подписан вне компетенции", None, "Гусев", "Орлова"),
        ("За март", "ДК-0003", "Отчёт месячный", "ждёт подписи", None, "Гусев", None),
        ("Об обязанностях", "ДК-0009", "Приказ", "ждёт подписи", None, "Орлова", None),
    )


def test_results_of_the_office_are_told_by_kind_of_work(page: Report) -> None:
    assert listing(page, "Результаты деятельности РПО").rows == (
        ("Мероприятий проведено", 2, 1, 66.7, 1),
        ("Контрольных точек пройдено", 1, 1, 0, 0),
        ("Заседаний проведено", 0, 0, "—", 0),
        ("Поручений исполнено", 1, 0, 50, 1),
        ("Отчётов сдано", 2, 1, 33.3, 1),
        ("Запросов ФПО исполнено", 1, 0, 0, 1),
        ("Докладов заместителю Губернатора представлено", 1, 1, "—", None),
    )


def test_many_employees_are_told_in_words(make_facts: MakeFacts) -> None:
    staff = [STAFF.splitlines()[1], *STAFF.splitlines()[2:4]]
    staff += [
        f"РП-{at:04d} | Галкин{at} Лев Ильич | Методист {at} | Иная | 01.09.2025 | | T3 |" for at in range(10, 21)
    ]
    page = page_of(make_facts(OFFICE | {"STAFF": "\n".join(staff)}))
    assert [one.heading for one in listing(page, "Кто за что отвечает").fields][3:] == ["Кто ведёт"]
    assert rows(page, "Кто за что отвечает")["T1 Планирование"] == ("закреплена", None, "Орлова, Гусев")
    assert too_narrow(page) == []


def test_employees_are_called_by_post_where_the_page_may_leave(make_facts: MakeFacts) -> None:
    settings = '[registers]\nkept = ["STAFF"]\n[personal_data]\nmode = "codes"\n'
    page = page_of(make_facts(OFFICE, settings=settings))
    for name in ("Орлова", "Гусев", "Дятлов"):
        assert name not in words(page)
    assert column(page, "Как исполняют", "Сотрудник")[1] == "Куратор студентов"
    assert too_narrow(page) == []


def test_an_employee_without_functions_is_told_by_code(make_facts: MakeFacts) -> None:
    page = page_of(make_facts(OFFICE | {"STAFF": STAFF.replace("T1; T3 ", "")}))
    assert "Функции не указаны у сотрудников: РП-0001." in words(page)


@pytest.mark.parametrize(
    ("gone", "said", "absent"),
    [
        ("STAFF", "«Состав и обязанности РПО» — не ведётся: здесь без этих сведений.", {"Кто за что отвечает", "Как исполняют"}),
        ("FUNCTION", "«Функции» — не ведётся: здесь без этих сведений.", {"Кто за что отвечает"}),
        ("DOC", "«Документы и переписка с ФПО» — не ведётся: здесь без этих сведений.", {"Отчёты в срок", "Запросы ФПО", "Документы на пути к подписи", "Документы на подписи", "Отчёты по периодам"}),
        ("PLAN", "«План мероприятий» — не ведётся: здесь без этих сведений.", set()),
    ],
)  # fmt: skip
def test_what_is_not_kept_is_said_and_not_counted(
    make_facts: MakeFacts, gone: str, said: str, absent: set[str]
) -> None:
    whole, page = (
        titles(page_of(make_facts(OFFICE))),
        page_of(make_facts({k: v for k, v in OFFICE.items() if k != gone})),
    )
    assert said in words(page)
    assert set(whole) - set(titles(page)) == absent


def test_without_a_plan_nobody_has_zeros(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({"STAFF": STAFF, "FUNCTION": FUNCTIONS}))
    assert [row[3:9] for row in listing(page, "Как исполняют").rows[:1]] == [("—",) * 6]
    assert listing(page, "Результаты деятельности РПО").rows == ()
    assert headline(page) == "Ни за кем не закреплены функции: R1.2 Финансы."


def test_documents_without_their_kinds_tell_why_reports_are_unknown(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({key: text for key, text in OFFICE.items() if key != "DOCKIND"}))
    assert (listing(page, "Отчёты в срок").rows, listing(page, "Отчёты в срок").empty) == ((), "не ведётся")


def test_an_office_that_keeps_nothing_of_it_reads_one_sentence(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({}))
    assert headline(page).startswith("О работе РПО сказать нечего")
    assert titles(page) == []


def test_empty_registers_have_no_rows(make_facts: MakeFacts) -> None:
    page = page_of(make_facts({key: text.strip().splitlines()[0] for key, text in OFFICE.items()}))
    assert headline(page) == "Сроков пока не было."
    assert titles(page) == [
        "Показатели",
        "Отчёты в срок",
        "Запросы ФПО",
        "Документы на пути к подписи",
        "Документы на подписи",
        "Результаты деятельности РПО",
        "Отчёты по периодам",
    ]


def test_the_made_up_office_tells_the_same_as_its_figures() -> None:
    page, known = page_of(demo()), figures_of_demo()
    whole = listing(page, "Как исполняют").rows[0]
    k22, k29, k30 = (known[key].count for key in ("K22", "K29", "K30"))
    assert (whole[3], whole[4], whole[6]) == (len(k22.of), len(k22.rows), rounded(k22.value))
    assert whole[8] == len(k30.of) - len(k30.rows)
    reports = listing(page, "Отчёты в срок").rows[0]
    assert (reports[1], reports[2], reports[5]) == (sum(k29.of_weights.values()), len(k29.rows), rounded(k29.value))
    told = column(page, "Запросы ФПО", "Что с ним")
    assert (told.count("ответ в срок"), len(told) - told.count("ждёт ответа")) == (len(k30.rows), len(k30.of))


def test_every_function_is_told_and_no_cell_is_too_narrow() -> None:
    page = page_of(demo())
    assert (page.tab, len(TAB) <= 31) == (TAB, True)
    assert len(listing(page, "Кто за что отвечает").rows) == len(demo().scene.office.tables["FUNCTION"].counted)
    assert rows(page, "Кто за что отвечает")["H6 Подписание документов в пределах компетенции"][0] == "не закреплена"
    assert too_narrow(page) == []
