"""Forty mentors of all categories, proposed, approved and otherwise."""

from datetime import date, timedelta

from sync.demo.draft import Draft, Row, code, titled
from sync.demo.names import Name, new_name
from sync.demo.official import new_email, new_phone
from sync.demo.region import PLACES, PRIORITIES
from sync.demo.season import LISTS, MORE_LISTS

_PLACES_OF_WORK = (
    ("Орган исполнительной власти", "Министерство экономики Светлоборской области", "Начальник отдела"),
    ("Орган исполнительной власти", "Министерство сельского хозяйства Светлоборской области", "Консультант"),
    ("Орган законодательной власти", "Светлоборская областная Дума", "Помощник депутата"),
    ("Организация", "Светлоборский государственный университет", "Доцент"),
    ("Организация", "Центр развития кадров Светлоборской области", "Методист"),
)
_POSTS = (
    "Инженер",
    "Технолог",
    "Начальник цеха",
    "Руководитель проектов",
    "Главный специалист",
    "Директор по развитию",
)
_SKILLS = ("Управление проектами", "Проектирование", "Анализ данных", "Технологии производства", "Экономика проектов")
FIRST_LIST, SECOND_LIST = 28, 34
"""Mentors before these places were approved by the first and the second list."""

_ALUMNI = {22: 0, 23: 1, 25: 2, 27: 3}
"""Place of a mentor → which of the graduates he is."""

_OTHERS = ("На утверждении", "На утверждении", "Предложен", "Предложен", "Отклонён", "Приостановлен")


def make_mentors(draft: Draft) -> None:
    """28 mentors of the first list, 6 of the second, and 6 that must not work with teams."""
    for number in range(40):
        status = "Утверждён" if number < SECOND_LIST else _OTHERS[number - SECOND_LIST]
        agreed = LISTS if number < FIRST_LIST else MORE_LISTS
        _add(draft, number, status, draft.working_day(agreed - timedelta(days=40), agreed - timedelta(days=10)))


def _add(draft: Draft, number: int, status: str, consent: date) -> None:
    graduate = _graduate(draft, number)
    name = _name_of(graduate) if graduate else new_name(draft)
    category, work, post = _work(draft, number, graduate)
    cleared = status == "Утверждён"
    draft.add(
        "MENT",
        surname=name.surname,
        name=name.name,
        patronymic=name.patronymic,
        organisation=work,
        post=post,
        category=category,
        consent_on=consent,
        phone=new_phone(draft),
        email=new_email(draft, name) if draft.chance(0.8) else None,
        status=status,
        term_until=date(2026, 8, 31) if cleared else None,
        municipality=PLACES[number * 7 % len(PLACES)].key,
        priorities=f"ПН-{number % len(PRIORITIES) + 1:04d}",
        sector="Образование" if category == "Организация" else None,
        competences=draft.dice.choice(_SKILLS),
        most_teams=3 if draft.chance(0.5) else None,
        clearance="Подтверждён" if cleared else "Не подтверждён",
        cleared=consent if cleared else None,
        consent_number=f"Н-{number + 1}",
        consent_transfer="Да",
        consent_publication="Да" if draft.chance(0.8) else "Нет",
        alumnus=code(graduate) if graduate else None,
    )


def _graduate(draft: Draft, number: int) -> Row | None:
    if number not in _ALUMNI:
        return None
    return [row for row in draft.rows["UNI"] if row["status"] == "Завершил"][_ALUMNI[number]]


def _name_of(person: Row) -> Name:
    return Name(
        str(person["surname"]), str(person["name"]), str(person["patronymic"]), str(person["patronymic"]).endswith("а")
    )


def _work(draft: Draft, number: int, graduate: Row | None) -> tuple[str, str, str]:
    if graduate is not None:
        return "Выпускник Программы (экспертный пул)", str(graduate["organisation"])[10:], "Студент"
    if number % 2 == 0:
        return _PLACES_OF_WORK[number // 2 % len(_PLACES_OF_WORK)]
    sites: list[Row] = [
        row for row in draft.rows["ENT"] if row["type"] == "Предприятие" and row["status"] == "Утверждена"
    ]
    return "Предприятие", titled(draft.dice.choice(sites), "title"), draft.dice.choice(_POSTS)
