"""What the plan of the season consists of: one line a measure, and those that repeat by month, stage and place."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from config.calendar import add_working_days
from config.registers.stages import STAGE_TITLES, WHOLE_SEASON
from sync.demo.region import PLACES
from sync.demo.season import (
    AGENDA_MEETING,
    FIRST_REPORT,
    LAST_MEETING,
    LISTS,
    MORE_LISTS,
    NEXT_MEETING,
    OPENING,
    SECOND_REPORT,
    STAGES,
)
from sync.demo.staff import ANALYST, COLLEGES, ECONOMIST, HEAD, MEDIA, PUPILS, STUDENTS

MONTHS = (
    "сентябрь", "октябрь", "ноябрь", "декабрь", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август",
)  # fmt: skip
SCHOOL = "Губернаторская школа, поток"
FIRST_DAY = "Губернаторская школа, вводный день"
SESSION = "Проектная сессия"
TESTS = "Профессиональные пробы, поток"


class Work(NamedTuple):
    """A measure: what, of which kind and stage, who answers, when, for which function, how much money, which figure."""

    title: str
    kind: str
    stage: str
    who: int
    start: date
    end: date
    function: str
    money: int = 0
    indicator: str | None = None


def works() -> Iterator[Work]:
    """All measures of the season."""
    yield from _of_stages()
    yield from _single()
    yield from _meetings()
    yield from _reports()
    yield from _travels()


def month_of_report(number: int) -> tuple[str, date]:
    """The name of a month of the season, «март 2026 года», and the first day after it."""
    year = 2025 + (number > 3)
    following = date(year + (number == 3), (number + 9) % 12 + 1, 1)
    return f"{MONTHS[number]} {year} года", following


def _of_stages() -> Iterator[Work]:
    for span in STAGES:
        title = STAGE_TITLES[span.code].lower()
        last = span.closed or span.end + timedelta(days=10)
        yield Work(
            f"Этап {span.code} завершён: {title}", "Контрольная точка", span.code, HEAD, span.start, span.end, "H2"
        )
        yield Work(f"Отчёт по этапу {span.code}", "Отчёт", span.code, ANALYST, span.end, _working(last), "H3")


def _meetings() -> Iterator[Work]:
    for day, stage in (
        (OPENING, "Э1"),
        (LISTS, "Э2"),
        (FIRST_REPORT, "Э3"),
        (SECOND_REPORT, "Э3"),
        (MORE_LISTS, "Э4"),
        (AGENDA_MEETING, "Э5"),
        (NEXT_MEETING, "Э5"),
        (date(2026, 6, 9), "Э6"),
        (LAST_MEETING, "Э7"),
    ):
        yield Work(f"Заседание Совета {day:%d.%m.%Y}", "Заседание", stage, HEAD, day, day, "T2")


def _reports() -> Iterator[Work]:
    for number in range(12):
        words, following = month_of_report(number)
        due = add_working_days(following - timedelta(days=1), 5)
        yield Work(f"Отчёт в ФПО за {words}", "Отчёт", WHOLE_SEASON, ANALYST, following, due, "T4")
        yield Work(f"Доклад заместителю Губернатора за {words}", "Отчёт", WHOLE_SEASON, HEAD, following, due, "H5")
    quarters = {"IV квартал 2025 года": (2026, 1), "I квартал 2026 года": (2026, 4), "II квартал 2026 года": (2026, 7)}
    for title, (year, month) in quarters.items():
        first = date(year, month, 1)
        due = add_working_days(first - timedelta(days=1), 5)
        yield Work(f"Отчёт квартальный за {title}", "Отчёт", WHOLE_SEASON, ANALYST, first, due, "T4")


_KINDS = {"М": "Мероприятие", "КТ": "Контрольная точка"}
_KEEPERS = {
    "head": HEAD,
    "analyst": ANALYST,
    "economist": ECONOMIST,
    "students": STUDENTS,
    "pupils": PUPILS,
    "colleges": COLLEGES,
    "media": MEDIA,
}
_TABLE = """
Информационная кампания о наборе | М | Э1 | media | 2025-09-01 | 2025-10-10 | R4.2 | 180000 | K01
Бюджет сезона | КТ | Сквозное | economist | 2025-09-01 | 2025-09-30 | R1.2 | 0 |
Приём заявок школьников и студентов СПО | М | Э1 | pupils | 2025-09-01 | 2025-10-17 | R3.1 | 0 | K01
Приём заявок студентов вузов | М | Э1 | students | 2025-09-01 | 2025-10-17 | R2.1 | 0 | K01
Согласование работы с национальными проектами | М | Сквозное | economist | 2025-09-15 | 2025-12-12 | R1.4 | 0 | K16
Отбор участников | М | Э1 | pupils | 2025-10-20 | 2025-10-31 | R3.1 | 95000 | K02
Формирование команд | М | Э2 | pupils | 2025-11-10 | 2025-11-21 | R3.4 | 0 | K09
Губернаторская школа, поток 1 | М | Э2 | students | 2025-11-11 | 2025-11-12 | R2.2 | 420000 | K06
Закрепление наставников за командами | КТ | Э2 | students | 2025-11-17 | 2025-11-28 | R2.4 | 0 | K13
Губернаторская школа, поток 2 | М | Э2 | students | 2025-11-18 | 2025-11-19 | R2.2 | 420000 | K06
Губернаторская школа, поток 3 | М | Э2 | students | 2025-11-25 | 2025-11-26 | R2.2 | 420000 | K06
Модуль 1 цифровой платформы | М | Э3 | pupils | 2025-12-01 | 2025-12-26 | R3.3 | 0 | K07
Модуль 2 цифровой платформы | М | Э3 | pupils | 2026-01-12 | 2026-02-06 | R3.3 | 0 | K07
Проектная сессия 1 | М | Э4 | students | 2026-01-19 | 2026-01-30 | R2.4 | 310000 | K11
Губернаторская школа, вводный день | М | Э4 | students | 2026-01-20 | 2026-01-31 | R2.2 | 0 | K06
Соглашения с площадками | КТ | Э5 | pupils | 2026-01-27 | 2026-02-27 | R3.4 | 0 | K15
Проверка паспортов проектов | КТ | Э4 | students | 2026-02-02 | 2026-02-20 | R2.4 | 0 |
Обучение наставников | М | Э4 | students | 2026-02-09 | 2026-03-06 | R2.2 | 120000 | K13
Проектная сессия 2 | М | Э4 | students | 2026-02-17 | 2026-02-27 | R2.4 | 310000 | K11
Профессиональные пробы, поток 1 | М | Э5 | pupils | 2026-02-17 | 2026-03-05 | R3.4 | 240000 | K16
Модуль 3 цифровой платформы | М | Э3 | pupils | 2026-03-02 | 2026-03-27 | R3.3 | 0 | K07
Стажировки студентов вузов | М | Э5 | students | 2026-03-02 | 2026-04-30 | R2.4 | 150000 | K16
Уточнение бюджета сезона | КТ | Сквозное | economist | 2026-03-02 | 2026-03-27 | R1.2 | 0 | K24
Профессиональные пробы, поток 2 | М | Э5 | pupils | 2026-03-10 | 2026-03-26 | R3.4 | 240000 | K16
Сверка активности на цифровой платформе | КТ | Э3 | colleges | 2026-03-16 | 2026-03-27 | R3.3 | 0 | K07
Проектная сессия 3 | М | Э4 | students | 2026-03-17 | 2026-04-10 | R2.4 | 310000 | K11
Карточки команд для страницы Программы | М | Э4 | media | 2026-04-06 | 2026-04-16 | R4.1 | 0 | K27
Профессиональные пробы, поток 3 | М | Э5 | pupils | 2026-04-06 | 2026-04-22 | R3.4 | 240000 | K16
Медиаплан на май | КТ | Сквозное | media | 2026-04-13 | 2026-04-20 | R4.2 | 0 | K28
Предзащита проектов | М | Э4 | students | 2026-04-20 | 2026-04-24 | R2.4 | 90000 | K12
Допуск команд к защите | КТ | Э4 | head | 2026-05-12 | 2026-05-15 | H1 | 0 | K12
Защита проектов | М | Э6 | students | 2026-05-25 | 2026-05-29 | R2.4 | 650000 | K12
Опрос участников и наставников | М | Э6 | analyst | 2026-06-01 | 2026-06-11 | R1.3 | 0 | K18
Награждение команд | М | Э6 | pupils | 2026-06-10 | 2026-06-11 | R3.5 | 380000 | K18
Передача проектов муниципалитетам | М | Э7 | pupils | 2026-06-22 | 2026-07-03 | R3.4 | 0 | K12
План закрепления выпускников | КТ | Э7 | analyst | 2026-07-06 | 2026-07-31 | T1 | 0 |
План мероприятий на новый сезон | КТ | Э7 | head | 2026-08-03 | 2026-08-28 | T1 | 0 |
"""


def _single() -> Iterator[Work]:
    for line in _TABLE.strip().splitlines():
        title, kind, stage, who, start, end, function, money, indicator = (part.strip() for part in line.split("|"))
        days = date.fromisoformat(start), date.fromisoformat(end)
        yield Work(title, _KINDS[kind], stage, _KEEPERS[who], *days, function, int(money), indicator or None)


def _travels() -> Iterator[Work]:
    for number, place in enumerate(PLACES):
        start = _working(date(2026, 1, 20) + timedelta(days=number * 6))
        who = COLLEGES if number % 3 == 2 and start < date(2026, 4, 1) else PUPILS
        title = f"Выездная встреча: {place.short}"
        yield Work(title, "Мероприятие", "Э4", who, start, start, "R3.4", 25_000 if number % 4 == 0 else 0, "K04")


def _working(day: date) -> date:
    return add_working_days(add_working_days(day, 1), -1)
