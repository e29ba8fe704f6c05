"""What the service fills in where a cell is blank; what is typed always stands."""

from tests.text_tables import scene

MENTORS = "Код | Фамилия | Имя | Отчество | Место работы | Должность | Категория | Согласие: дата | Телефон | Статус"
DECISIONS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты"
MARK = "Горин | Марк | нет | Завод | Инженер | Предприятие | #45931 | +79123456789"


def mentors(*statuses: str) -> str:
    rows = [f"НС-{at:04d} | {MARK} | {status}" for at, status in enumerate(statuses, 1)]
    return "\n".join([MENTORS, *rows])


def test_a_decision_approves_the_mentors_that_it_names() -> None:
    decisions = f"{DECISIONS}\nРШ-0001 | Совет | #45931 | C3 | Утвердить | Принято | НС-0001; НС-0003"
    table = scene({"MENT": mentors("", "", "Приостановлен"), "DEC": decisions}).office.tables["MENT"]
    assert list(table.values["status"]) == ["Утверждён", "Предложен", "Приостановлен"]
    assert list(table.values["decision"]) == ["РШ-0001", None, "РШ-0001"]


def test_a_decision_that_was_not_taken_approves_nobody() -> None:
    decisions = f"{DECISIONS}\nРШ-0001 | Совет | #45931 | C3 | Утвердить | Отклонено | НС-0001"
    table = scene({"MENT": mentors(""), "DEC": decisions}).office.tables["MENT"]
    assert list(table.values["status"]) == ["Предложен"]


def test_a_decision_on_another_question_approves_nobody() -> None:
    decisions = f"{DECISIONS}\nРШ-0001 | Совет | #45931 | C2 | Утвердить | Принято | НС-0001"
    table = scene({"MENT": mentors(""), "DEC": decisions}).office.tables["MENT"]
    assert list(table.values["decision"]) == [None]


def test_the_stage_of_an_activity_follows_from_its_day() -> None:
    stages = "Код этапа | Название | Начало | Окончание\nЭ1 | Набор | #45900 | #45930\nЭ2 | Обучение | #45931 | #45960"
    activities = "Код | Участник | Вид | Название | Начало | Результат | Этап\nПЭ-0001 | ШК-0001 | Защита | Итог | #45940 | Пройдено | \nПЭ-0002 | ШК-0001 | Защита | Итог 2 | #45940 | Пройдено | Э1"
    table = scene({"STAGE": stages, "PROG": activities}).office.tables["PROG"]
    assert list(table.values["stage"]) == ["Э2", "Э1"]


def test_the_stage_of_what_was_not_needed_is_that_of_its_measure() -> None:
    stages = "Код этапа | Название | Начало | Окончание\nЭ2 | Обучение | #45962 | #45991\nСквозное | Всё | |"
    plan = "Код | Мероприятие | Этап\nМР-0001 | Школа | Э2\nМР-0002 | Прочее | Сквозное"
    rows = "Код | Участник | Вид | Название | Результат | Мероприятие\nПЭ-0001 | ШК-0001 | Защита | Школа | Не требуется | МР-0001\nПЭ-0002 | ШК-0001 | Защита | Иное | Не требуется | МР-0002"
    office = scene({"STAGE": stages, "PLAN": plan, "PROG": rows}).office
    assert list(office.tables["PROG"].values["stage"]) == ["Э2", None]
