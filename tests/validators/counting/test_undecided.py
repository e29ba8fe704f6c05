"""What works without a decision, and what waits for one: each by its edges."""

from datetime import date

import pytest

from tests.text_tables import TODAY, scene
from validators.counting.approvals import INSTITUTIONS, MENTORS, PRIORITIES, SITES, Lack, Subject
from validators.counting.pending import instructions_undated, pending, stages_unheard
from validators.counting.undecided import mentors_undecided, sites_undecided
from validators.counting.visits import visits
from validators.office import Office

DECISION = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Отменено с | Этап | Поручение | Срок | Исполнение"
TEAMS = (
    "Код | Название команды | Наставники | Дата формирования | Стадия\nКМ-0001 | Маяк | НС-0001 | 10.11.2025 | {stage}"
)
MENTOR = "Код | Фамилия | Имя | Отчество | Категория | Статус | Срок полномочий до\nНС-0001 | Уткин | Олег | Ильич | Предприятие | {status} | {until}"
SITE = (
    "Код | Полное наименование | Вид площадки | Статус | Срок соглашения до\nПП-0001 | Завод | Обе | {status} | {until}"
)
SCHOOL = "Код | Полное наименование | Тип | Ведёт подготовку по приоритетным направлениям | Статус записи\nОО-0001 | Колледж | колледж | {trains} | {state}"
PRIORITY = "Код | Название | Статус записи\nПН-0001 | Туризм | {state}"
TRIP = "Код | Участник | Вид | Название | Начало | Результат | Организация\nПЭ-0001 | ШК-0001 | {kind} | День | {start} | {result} | ПП-0001"
PUPIL = "Код | Фамилия | Имя | Отчество | Дата рождения | Класс или курс | Статус участника\nШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | 9А | Участник"


def decided(question: str, objects: str, result: str = "Принято", day: str = "07.11.2025", revoked: str = "") -> str:
    return f"{DECISION}\nРШ-0001 | Совет | {day} | {question} | Утвердить | {result} | {objects} | {revoked} | | | |"


def office(**tables: str) -> Office:
    return scene(tables).office


@pytest.mark.parametrize(
    ("status", "until", "stage", "decision", "lack"),
    [
        ("Утверждён", "", "Идея", decided("C3", "НС-0001"), None),
        ("Утверждён", "14.04.2026", "Идея", decided("C3", "НС-0001"), Lack.RAN_OUT),
        ("Утверждён", "15.04.2026", "Идея", decided("C3", "НС-0001"), None),
        ("Утверждён", "", "Идея", decided("C3", "НС-0001", revoked="15.04.2026"), Lack.REVOKED),
        ("Утверждён", "", "Идея", decided("C3", "НС-0001", revoked="16.04.2026"), None),
        ("Утверждён", "", "Идея", decided("C2", "НС-0001"), Lack.NO_DECISION),
        ("Приостановлен", "", "Идея", decided("C3", "НС-0001"), Lack.STATUS),
        ("Предложен", "", "Закрыт", decided("C3", "НС-0002"), None),
    ],
)
def test_a_mentor_of_a_team_at_work_needs_a_decision_that_holds(
    status: str, until: str, stage: str, decision: str, lack: Lack | None
) -> None:
    mentor = MENTOR.format(status=status, until=until)
    found = mentors_undecided(office(MENT=mentor, TEAM=TEAMS.format(stage=stage), DEC=decision), TODAY)
    assert [(one.code, one.lacks.lack, one.busy) for one in found] == (
        [("НС-0001", lack, ("КМ-0001",))] if lack else []
    )


@pytest.mark.parametrize(
    ("kind", "start", "result", "until", "lack"),
    [
        ("Стажировка", "07.11.2025", "Пройдено", "", None),
        ("Стажировка", "06.11.2025", "Пройдено", "", Lack.NOT_YET),
        ("Стажировка", "06.11.2025", "Не требуется", "", None),
        ("Защита", "06.11.2025", "Пройдено", "", None),
        ("Стажировка", "08.11.2025", "Пройдено", "07.11.2025", Lack.RAN_OUT),
    ],
)
def test_a_site_needs_a_decision_on_the_day_of_its_use(
    kind: str, start: str, result: str, until: str, lack: Lack | None
) -> None:
    tables = {
        "SCH": PUPIL,
        "ENT": SITE.format(status="Утверждена", until=until),
        "PROG": TRIP.format(kind=kind, start=start, result=result),
        "DEC": decided("C2", "ПП-0001"),
    }
    assert [(one.code, one.lacks.lack) for one in sites_undecided(office(**tables))] == (
        [("ПП-0001", lack)] if lack else []
    )


@pytest.mark.parametrize(
    ("result", "start", "people"),
    [("Пройдено", "15.04.2026", 1), ("В процессе", "15.04.2026", 1), ("Не явился", "15.04.2026", 0), ("Пройдено", "16.04.2026", 0)],
)  # fmt: skip
def test_who_came_by_the_day_has_been_at_a_site(result: str, start: str, people: int) -> None:
    trip = TRIP.format(kind="Стажировка", start=start, result=result)
    found = visits(office(SCH=PUPIL, PROG=trip, ENT=SITE.format(status="", until="")), TODAY)
    assert [len(one.people) for one in found.values()] == [people] * bool(people)


OTHER = decided("C1", "ПН-0009")


@pytest.mark.parametrize(
    ("subject", "table", "decision", "waits"),
    [
        (MENTORS, MENTOR.format(status="Предложен", until=""), OTHER, True),
        (MENTORS, MENTOR.format(status="На утверждении", until=""), decided("C3", "НС-0001", "Запланировано"), True),
        (MENTORS, MENTOR.format(status="Утверждён", until=""), OTHER, True),
        (MENTORS, MENTOR.format(status="Утверждён", until=""), decided("C3", "НС-0001"), False),
        (MENTORS, MENTOR.format(status="Утверждён", until=""), decided("C3", "НС-0001", revoked="01.04.2026"), False),
        (MENTORS, MENTOR.format(status="Отклонён", until=""), OTHER, False),
        (MENTORS, MENTOR.format(status="", until=""), decided("C3", "НС-0001", "Отклонено"), False),
        (SITES, SITE.format(status="Предложена", until=""), OTHER, True),
        (SITES, SITE.format(status="Исключена", until=""), OTHER, False),
        (SITES, SITE.format(status="", until=""), decided("C2", "ПП-0001", "На доработку"), True),
        (INSTITUTIONS, SCHOOL.format(trains="ПН-0001", state=""), OTHER, True),
        (INSTITUTIONS, SCHOOL.format(trains="", state=""), OTHER, False),
        (INSTITUTIONS, SCHOOL.format(trains="ПН-0001", state="Завершена"), OTHER, False),
        (PRIORITIES, PRIORITY.format(state=""), OTHER, True),
        (PRIORITIES, PRIORITY.format(state="Завершена"), OTHER, False),
        (PRIORITIES, PRIORITY.format(state=""), decided("C1", "ПН-0001"), False),
    ],
)
def test_what_is_proposed_waits_until_the_body_has_spoken(
    subject: Subject,
    table: str,
    decision: str,
    waits: bool,  # noqa: FBT001  what the case expects
) -> None:
    tables = {"DEC": decision, "PRIORITY": PRIORITY.format(state="")} | {subject.key: table}
    assert len(pending(office(**tables), subject, TODAY)) == waits


@pytest.mark.parametrize(
    ("closed", "heard", "waits"),
    [("15.04.2026", "", 1), ("16.04.2026", "", 0), ("", "", 0), ("05.03.2026", "Принято", 0), ("05.03.2026", "Запланировано", 1)],
)  # fmt: skip
def test_a_closed_stage_waits_until_its_report_is_considered(closed: str, heard: str, waits: int) -> None:
    stage = f"Код этапа | Название | Начало | Окончание | Закрыт с\nЭ2 | Обучение | 01.12.2025 | 28.02.2026 | {closed}"
    decision = f"{DECISION}\nРШ-0001 | Совет | 01.04.2026 | C5 | Принять | {heard or 'Перенесено'} | | | Э2 | | |"
    assert len(stages_unheard(office(STAGE=stage, DEC=decision), TODAY)) == waits


@pytest.mark.parametrize(
    ("due", "state", "undated"), [("", "", 1), ("01.05.2026", "", 0), ("", "Исполнено", 0), ("", "Снято с контроля", 0)]
)
def test_an_instruction_without_a_term_is_known(due: str, state: str, undated: int) -> None:
    row = f"РШ-0001 | Совет | 01.04.2026 | Иное | Поручить | Принято | | | | Найти зал | {due} | {state}"
    assert len(instructions_undated(office(DEC=f"{DECISION}\n{row}"))) == undated


def test_nothing_waits_where_nothing_is_kept() -> None:
    empty = Office({})
    assert (mentors_undecided(empty, TODAY), sites_undecided(empty), visits(empty, date(2026, 4, 15))) == ([], [], {})
    assert (stages_unheard(empty, TODAY), instructions_undated(empty)) == ([], [])
