"""Those who applied: two hundred pupils and college students, fifty students of universities, each with a story."""

from datetime import date, timedelta
from typing import NamedTuple

from config.registers.institutions import COLLEGE, SCHOOL, UNIVERSITY
from sync.demo.draft import Cell, Draft, Row, titled
from sync.demo.institutions import of_type
from sync.demo.names import Name, new_name, parent_of
from sync.demo.official import new_email, new_phone
from sync.demo.region import PLACES
from sync.demo.season import APPLICATIONS, ENROLMENT, LATE_ENROLMENT, SEASON, TODAY
from sync.demo.staff import COLLEGES, PUPILS, STUDENTS, shown

_REASONS = ("Переезд", "Личные обстоятельства", "Учёба", "Неактивность", "Учёба", "Иное")
_STUDIES = (
    "09.03.01 Информатика",
    "15.03.06 Мехатроника",
    "35.03.06 Агроинженерия",
    "43.03.02 Туризм",
    "05.03.06 Экология",
)
_SURE_OF_A_PLACE = 2
_ADULT_IF_BORN_BEFORE = date(2008, 9, 1)


class _Story(NamedTuple):
    status: str
    applied: date
    enrolled: date | None = None
    left: date | None = None


def make_pupils(draft: Draft) -> None:
    """165 members, 9 who left, 18 who were not admitted, 8 candidates: in the order of their applications."""
    for story in _stories(draft, members=165, left=9, refused=18, candidates=8, late=9):
        _add_pupil(draft, story)


def make_students(draft: Draft) -> None:
    """38 members, 3 who left, 2 not admitted, 2 candidates, and 5 graduates of the last season."""
    for number in range(5):
        applied = draft.working_day(date(2024, 9, 23), date(2024, 10, 11))
        _add_student(draft, _Story("Завершил", applied, date(2024, 10, 21 + number)), course=draft.dice.randint(3, 4))
    for story in _stories(draft, members=38, left=3, refused=2, candidates=2, late=2):
        _add_student(draft, story, course=draft.dice.randint(1, 3 if _is_late(story) else 4))


def _stories(draft: Draft, *, members: int, left: int, refused: int, candidates: int, late: int) -> list[_Story]:
    stories = [_member(draft, late=number < late) for number in range(members)]
    for _ in range(left):
        story = _member(draft, late=False)
        leaving = draft.working_day(date(2025, 12, 8), date(2026, 4, 10))
        stories.append(story._replace(status="Выбыл", left=leaving))
    stories += [_Story("Не прошёл отбор", draft.day(*APPLICATIONS)) for _ in range(refused)]
    stories += [_Story("Кандидат", draft.day(date(2026, 3, 23), TODAY - timedelta(days=1))) for _ in range(candidates)]
    return sorted(stories, key=lambda story: story.applied)


def _member(draft: Draft, *, late: bool) -> _Story:
    if late:
        return _Story("Участник", draft.day(date(2025, 12, 8), date(2025, 12, 26)), draft.working_day(*LATE_ENROLMENT))
    return _Story("Участник", draft.day(*APPLICATIONS), draft.working_day(*ENROLMENT))


def _add_pupil(draft: Draft, story: _Story) -> None:
    number = len(members(draft, "SCH"))
    first = story.status == "Участник" and number < _SURE_OF_A_PLACE * len(PLACES)
    college = draft.chance(0.22) and not first
    choice = [row for row in of_type(draft, COLLEGE if college else SCHOOL) if not first or _is_in(row, number)]
    organisation = draft.dice.choice(choice)
    late = _is_late(story)
    if college:
        year = draft.dice.randint(1, 1 if late else 2)
        age, grade = year + 14 + draft.dice.randint(0, 1), f"{year} курс"
    else:
        year = draft.dice.randint(8, 9 if late else 11)
        age, grade = min(year + 6 + draft.dice.randint(0, 1), 17), f"{year}{draft.dice.choice('АБВГ')}"
    name = new_name(draft)
    born = _born(draft, age)
    parent = parent_of(draft, name) if draft.chance(0.8) else None
    adult_soon = born < _ADULT_IF_BORN_BEFORE
    draft.add(
        "SCH",
        **_common(draft, name, born, organisation, story),
        grade=grade,
        consent_by="Оба" if adult_soon or draft.chance(0.15) else "Представитель",
        curator=shown(draft, COLLEGES if college else PUPILS),
        category="Студент СПО" if college else "Школьник",
        school_year=SEASON,
        guardian=parent.full if parent else None,
        guardian_phone=new_phone(draft) if parent else None,
    )


def _add_student(draft: Draft, story: _Story, course: int) -> None:
    organisation = draft.dice.choice(of_type(draft, UNIVERSITY))
    name = new_name(draft)
    draft.add(
        "UNI",
        **_common(draft, name, _born(draft, 17 + course), organisation, story),
        grade=f"{course} курс",
        consent_by="Сам",
        curator=shown(draft, STUDENTS),
        role="Участник",
        field_of_study=draft.dice.choice(_STUDIES),
    )


def _common(draft: Draft, name: Name, born: date, organisation: Row, story: _Story) -> dict[str, Cell]:
    number = len(draft.rows["SCH"]) + len(draft.rows["UNI"]) + 1
    consent_until = story.enrolled - timedelta(days=1) if story.enrolled else story.applied
    return {
        "surname": name.surname,
        "name": name.name,
        "patronymic": name.patronymic,
        "born": born,
        "organisation": titled(organisation, "short"),
        "status": story.status,
        "enrolled": story.enrolled,
        "consent_on": min(story.applied + timedelta(days=draft.dice.randint(0, 5)), consent_until),
        "phone": new_phone(draft),
        "email": new_email(draft, name) if draft.chance(0.85) else None,
        "left": story.left,
        "left_why": draft.dice.choice(_REASONS) if story.left else None,
        "applied": story.applied,
        "municipality": organisation["municipality"] if draft.chance(0.5) else None,
        "consent_number": f"С-{number}",
        "consent_transfer": "Да",
        "consent_publication": "Да" if draft.chance(0.8) else "Нет",
    }


def _is_late(story: _Story) -> bool:
    return story.applied > ENROLMENT[1]


def _is_in(organisation: Row, number: int) -> bool:
    """The organisation is in the municipality whose turn it is: each of them has members."""
    place = PLACES[number % len(PLACES)]
    return organisation["municipality"] in {place.key, place.short}


def _born(draft: Draft, age: int) -> date:
    """A day of birth of one who is so old on 1 September 2025 and till the middle of November."""
    return draft.day(date(2025 - age - 1, 11, 16), date(2025 - age, 8, 31))


def members(draft: Draft, key: str) -> list[Row]:
    """Those who take part today."""
    return [row for row in draft.rows[key] if row["status"] == "Участник"]
