"""The trip of each participant through the stages: about two thousand rows, each where it may be."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from config.registers.participation import PLATFORM_MODULE, REWARD
from sync.demo.calendar_of_work import FIRST_DAY, SCHOOL, SESSION, TESTS
from sync.demo.draft import Cell, Draft, Row, code, day_of
from sync.demo.enterprises import approved_sites
from sync.demo.people import members
from sync.demo.plan import measure, measure_code
from sync.demo.season import LATE_ENROLMENT, TODAY
from sync.demo.teams import team_of

_MODULES = (
    ("Модуль 1. Мой регион", date(2025, 12, 1), date(2025, 12, 19)),
    ("Модуль 2. Проектное мышление", date(2026, 1, 19), date(2026, 2, 6)),
    ("Модуль 3. Профессии региона", date(2026, 3, 2), date(2026, 3, 20)),
)
_SESSIONS = (
    ("Паспорт проекта", date(2026, 1, 19), date(2026, 1, 30)),
    ("Разработка решения", date(2026, 2, 17), date(2026, 2, 27)),
    ("Апробация и доводка", date(2026, 3, 17), date(2026, 4, 10)),
)
_TEST_ROUNDS = (
    (date(2026, 2, 17), date(2026, 3, 4)),
    (date(2026, 3, 10), date(2026, 3, 26)),
    (date(2026, 4, 6), date(2026, 4, 14)),
)
_REWARDS = ("Диплом", "Благодарность", "Рекомендательное письмо", "Поездка/смена (Артек, Сириус)", "Стипендия")


class _Way(NamedTuple):
    """What the members of one team do together."""

    mentor: str
    sessions: tuple[date, ...]
    lagging: bool
    test_round: int
    test_day: date
    site: str


def make_trip(draft: Draft, order: str) -> None:
    """The rows of PROG, by date. `order` is the code of the order that sends students to internships."""
    ways = {code(team): _way(draft, team) for team in draft.rows["TEAM"]}
    for key in ("UNI", "SCH"):
        for person in draft.rows[key]:
            if person["status"] in {"Участник", "Выбыл", "Не прошёл отбор"}:
                _selection(draft, person)
        for person in members(draft, key):
            _follow(draft, person, ways[code(team_of(draft, person))], key)
        for person in draft.rows[key]:
            if person["status"] == "Выбыл":
                _until_left(draft, person, key)
    for student in members(draft, "UNI"):
        _internship(draft, student, ways[code(team_of(draft, student))], order)
    draft.put_in_order("PROG", lambda row: row["start"] if isinstance(row["start"], date) else date(2025, 11, 28))


def _way(draft: Draft, team: Row) -> _Way:
    sites = approved_sites(draft, "Профессиональные пробы", until=date(2026, 2, 1))
    same = [site for site in sites if str(site["priorities"]) == str(team["priority"])[:7]] or sites
    number = draft.dice.randrange(3)
    lagging = team["stage"] == "Идея"
    days = tuple(draft.working_day(first, last) for _, first, last in _SESSIONS[: 2 if lagging else 3])
    site = draft.dice.choice(same)
    while (day := draft.working_day(*_TEST_ROUNDS[number])) and f"{code(site)} {day}" in draft.taken:
        pass
    draft.taken.add(f"{code(site)} {day}")
    return _Way(str(team["mentors"])[:7], days, lagging, number, day, code(site))


def _add(draft: Draft, person: Row, kind: str, title: str, stage: str, start: date | None, **cells: Cell) -> Row:
    row: dict[str, Cell] = {
        "participant": code(person),
        "kind": kind,
        "title": title,
        "start": start,
        "result": "Пройдено",
    }
    return draft.add("PROG", **(row | {"stage": stage} | cells))


def _selection(draft: Draft, person: Row) -> None:
    applied = day_of(person, "applied")
    enrolled = person["enrolled"]
    last = enrolled - timedelta(days=2) if isinstance(enrolled, date) else date(2025, 10, 24)
    passed = person["status"] != "Не прошёл отбор"
    day = draft.day(max(applied + timedelta(days=1), date(2025, 10, 20)), max(last, applied + timedelta(days=2)))
    _add(
        draft,
        person,
        "Отбор (эссе/тест)",
        "Эссе «Мой регион через десять лет»",
        "Э1",
        day,
        score=draft.dice.randint(61, 98) if passed else draft.dice.randint(20, 55),
        format="Дистанционно",
        event=measure_code(draft, "Отбор участников") if applied < date(2025, 11, 1) else None,
        result="Пройдено" if passed else "Не пройдено",
    )


def _follow(draft: Draft, person: Row, way: _Way, key: str) -> None:
    enrolled = day_of(person, "enrolled")
    _introduction(draft, person, key, late=enrolled >= LATE_ENROLMENT[0])
    for number in range(3):
        if enrolled < _MODULES[number][1]:
            _module(draft, person, number, hurry=0.97 if number < 2 else 0.7)
    for number, day in enumerate(way.sessions):
        if enrolled < day:
            _session(draft, person, number, day, sure=number == 2)
    if way.lagging or draft.chance(0.5):
        _consultation(draft, person, way)
    if key == "SCH" and draft.chance(0.72):
        _test(draft, person, way)
    if draft.chance(0.12):
        _reward(draft, person)


def _until_left(draft: Draft, person: Row, key: str) -> None:
    left = day_of(person, "left")
    if left > date(2025, 12, 1):
        _introduction(draft, person, key, late=False)
    for number in range(2):
        if left > _MODULES[number][2] + timedelta(days=25):
            _module(draft, person, number, hurry=0.5)


def _introduction(draft: Draft, person: Row, key: str, *, late: bool) -> None:
    kind = "Очное установочное обучение"
    if late or (key == "SCH" and draft.chance(0.4)):
        if key == "SCH":
            _add(draft, person, kind, "Губернаторская школа", "Э2", None, result="Не требуется")
            return
        day = day_of(person, "enrolled") + timedelta(days=1)
        event = measure_code(draft, FIRST_DAY)
        _add(draft, person, kind, FIRST_DAY, "Э4", day, format="Очно", hours=6, event=event)
        return
    stream = measure(draft, f"{SCHOOL} {draft.dice.randint(1, 3)}")
    start = day_of(stream, "start")
    end = start + timedelta(days=1)
    cells: dict[str, Cell] = {"end": end, "hours": 16, "format": "Очно", "event": code(stream)}
    _add(draft, person, kind, "Губернаторская школа", "Э2", start, **cells)


def _module(draft: Draft, person: Row, number: int, *, hurry: float) -> None:
    title, first, last = _MODULES[number]
    start = draft.day(first, last)
    done = draft.chance(hurry)
    _add(
        draft,
        person,
        PLATFORM_MODULE,
        title,
        "Э3",
        start,
        end=start + timedelta(days=draft.dice.randint(3, 11)) if done else None,
        progress=1 if done else draft.dice.randint(20, 90) / 100,
        result="Пройдено" if done else "В процессе",
        format="Дистанционно",
        event=measure_code(draft, f"Модуль {number + 1} цифровой платформы"),
    )


def _session(draft: Draft, person: Row, number: int, day: date, *, sure: bool) -> None:
    came = sure or draft.chance(0.95)
    title = f"{SESSION} {number + 1}. {_SESSIONS[number][0]}"
    result = "Пройдено" if came else "Не явился"
    event = measure_code(draft, f"{SESSION} {number + 1}")
    _add(draft, person, SESSION, title, "Э4", day, hours=6, format="Очно", result=result, event=event)


def _consultation(draft: Draft, person: Row, way: _Way) -> None:
    day = draft.working_day(date(2026, 3, 18) if way.lagging else date(2026, 2, 2), date(2026, 4, 10))
    title = draft.dice.choice(("Разбор паспорта проекта", "Проверка расчётов", "Подготовка к апробации"))
    _add(
        draft, person, "Консультация наставника", title, "Э4", day, mentor=way.mentor, hours=1.5, format="Дистанционно"
    )


def _test(draft: Draft, person: Row, way: _Way) -> None:
    event = measure_code(draft, f"{TESTS} {way.test_round + 1}")
    kind = "Профессиональная проба"
    cells: dict[str, Cell] = {"organisation": way.site, "hours": 3, "format": "Очно", "event": event}
    _add(draft, person, kind, "Один день на предприятии", "Э5", way.test_day, **cells)


def _reward(draft: Draft, person: Row) -> None:
    day = draft.working_day(date(2026, 2, 9), TODAY - timedelta(days=1))
    reward = draft.dice.choice(_REWARDS)
    proof = f"Приказ о поощрении от {day:%d.%m.%Y}"
    _add(draft, person, REWARD, "Поощрение за активную работу в команде", "Э4", day, reward=reward, proof=proof)


def _internship(draft: Draft, student: Row, way: _Way, order: str) -> None:
    if not draft.chance(0.65):
        return
    site = next(_free_sites(draft))
    start = draft.working_day(date(2026, 3, 2), date(2026, 4, 3))
    end = start + timedelta(days=draft.dice.randint(5, 18))
    ended = end < TODAY
    _add(
        draft,
        student,
        "Стажировка",
        "Стажировка на площадке",
        "Э5",
        start,
        end=end if ended else None,
        organisation=code(site),
        mentor=way.mentor,
        result="Пройдено" if ended else "В процессе",
        proof=order,
        hours=36 if ended else None,
        format="Очно",
        event=measure_code(draft, "Стажировки студентов вузов"),
    )


def _free_sites(draft: Draft) -> Iterator[Row]:
    sites = approved_sites(draft, "Стажировка", until=date(2026, 2, 1))
    draft.dice.shuffle(sites)
    for site in sites:
        guests = sum(
            row.get("organisation") == site["id"] and row["kind"] == "Стажировка" for row in draft.rows["PROG"]
        )
        if guests < int(str(site["places_internship"])):
            yield site
