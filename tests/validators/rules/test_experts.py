"""X41: experts are graduates, and those who lead a team are approved mentors."""

from collections.abc import Mapping

import pytest

from tests.text_tables import of_rule

AGENDA = "Код | Участник | Форма | Уровень | Организация | Начало | Статус | Команда подопечных | Окончание"
STUDENTS = "Код | Фамилия | Имя | Отчество | Статус участника | Дата зачисления"
MENTORS = "Код | Фамилия | Имя | Статус | Из числа выпускников Программы"
STAGES = "Код этапа | Название | Начало | Окончание | Обязателен для студентов вузов"
DECISION = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты\nРШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | НС-0001"
FORM = "C6.2 Экспертный пул: наставник младших участников"


def office(
    student: str = "Завершил", state: str = "Включён", wards: str = "", end: str = "", form: str = FORM, **more: str
) -> Mapping[str, str]:
    item = f"АГ-0001 | СТ-0001 | {form} | Региональный | Пул | 23.03.2026 | {state} | {wards} | {end}"
    return {
        "AGENDA": f"{AGENDA}\n{item}",
        "UNI": f"{STUDENTS}\nСТ-0001 | Горин | Марк | нет | {student} | 27.10.2025",
        **more,
    }


def mentor(status: str, alumnus: str = "СТ-0001") -> str:
    return f"{MENTORS}\nНС-0001 | Горин | Марк | {status} | {alumnus}"


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        pytest.param(office(), None, id="a graduate"),
        pytest.param(office("Участник"), "Участник", id="not a graduate"),
        pytest.param(office("Выбыл"), "Участник", id="left"),
        pytest.param(office("Участник", "Предложено"), None, id="only proposed"),
        pytest.param(office("Участник", form="C6.1 Профессиональное сообщество"), None, id="another form"),
        pytest.param(
            office("Участник", STAGE=f"{STAGES}\nЭ1 | Набор | 01.09.2025 | 31.10.2025 | Да\nЭ6 | Защита | 01.04.2026 | | Да"),
            None,
            id="in the last stage",
        ),
        pytest.param(
            office("Участник", STAGE=f"{STAGES}\nЭ1 | Набор | 01.09.2025 | 31.10.2025 | Да\nЭ6 | Защита | 18.05.2026 | | Да"),
            "Участник",
            id="the last stage is ahead",
        ),
        pytest.param(
            office("Участник", PROG="Код | Участник | Вид | Название | Результат\nПЭ-0001 | СТ-0001 | Защита | Итог | Пройдено"),
            None,
            id="has defended",
        ),
        pytest.param(office(wards="КМ-0001"), None, id="mentors are not kept"),
        pytest.param(office(wards="КМ-0001", MENT=mentor("Утверждён", "")), "Команда подопечных", id="no mentor"),
        pytest.param(office(wards="КМ-0001", MENT=mentor("Утверждён"), DEC=DECISION), None, id="an approved mentor"),
        pytest.param(office(wards="КМ-0001", MENT=mentor("Предложен")), "Команда подопечных", id="a proposed mentor"),
        pytest.param(office(wards="КМ-0001", MENT=mentor("Выбыл"), end="01.04.2026"), None, id="a mentor of the past"),
        pytest.param(office(MENT=mentor("Выбыл")), None, id="leads no team"),
        pytest.param({key: text for key, text in office("Участник").items() if key == "AGENDA"}, None, id="nobody known"),
    ],
)  # fmt: skip
def test_experts_are_graduates_and_approved_mentors(tables: Mapping[str, str], column: str | None) -> None:
    assert of_rule("X41", tables) == ([("АГ-0001", column)] if column else [])
