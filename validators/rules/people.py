"""Participants: age, class and school year, where they study and live."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.ages import ADULT, age_on, birthday, school_year
from config.cells.grades import Grade
from config.cells.text import fold
from config.registers.institutions import COLLEGE, SCHOOL, UNIVERSITY
from config.registers.participants import ENROLLED
from config.thresholds import ThresholdsSection
from validators.counting.consent import Giver, wrong_giver
from validators.counting.people import active_people, existing_municipalities, municipality_of, people_obstacle
from validators.duplicates.rolls import PARTICIPANTS
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

GOING_ON = ("Кандидат", "Участник")
"""Statuses of those who take part, or want to."""

_PUPIL, _COLLEGE_STUDENT = "Школьник", "Студент СПО"
_PLACES = {_PUPIL: (SCHOOL,), _COLLEGE_STUDENT: (COLLEGE, UNIVERSITY), "UNI": (UNIVERSITY,)}
_CLASS = "класс"
_YOUNGEST_IN_CLASS, _OLDEST_IN_CLASS = 5, 8
"""Class 1 is begun at six and a half to eight years (273-ФЗ, ст. 67), some repeat a year."""


def participants(office: Office) -> Iterator[Table[Any]]:
    """The registers of participants that there are."""
    return (office.tables[key] for key in PARTICIPANTS if office.has(key))


@rule("X05", Severity.ERROR, "Возраст подходит для Программы, взрослый согласился сам")
def age_is_right(scene: Scene) -> Iterator[Complaint]:
    """Проверьте дату рождения и дату зачисления. С 18 лет согласие даёт сам участник: получите его и выберите в столбце
    «Согласие дал» «Сам» или «Оба»."""
    for table in participants(scene.office):
        for index in table.counted:
            odd = _odd_age(scene, table, index)
            if odd is not None:
                severity, text = odd
                yield Complaint(RowOf(table, index), "born", text, _CHECK_DATES, severity)
            grown = _grown_up(scene, table, index)
            if grown is not None:
                severity, text = grown
                yield Complaint(RowOf(table, index), "consent_by", text, _NEW_CONSENT, severity)


_CHECK_DATES = "Проверьте дату рождения и дату зачисления."
_NEW_CONSENT = "Получите согласие самого участника и выберите в столбце «Согласие дал» «Сам» или «Оба»."


def _odd_age(scene: Scene, table: Table[Any], index: int) -> tuple[Severity, str] | None:
    """How far the age on the day of enrolment (of an application, while there is none) is from the usual one."""
    born, day = table.values["born"][index], _first_day(scene, table, index)
    if not isinstance(born, date) or day is None or born > scene.today:
        return None
    age = max(age_on(born, day), 0)
    least, usual_from, usual_to, most = _ages(scene.settings.thresholds, table.register.key)
    if usual_from <= age <= usual_to:
        return None
    severity = Severity.WARNING if least <= age <= most else Severity.ERROR
    when = "На день зачисления" if table.values["status"][index] in ENROLLED else "На день заявки"
    return severity, f"{when} участнику {_years(age)}, обычно {usual_from}–{usual_to}."


def _first_day(scene: Scene, table: Table[Any], index: int) -> date | None:
    status = table.values["status"][index]
    if status in ENROLLED:
        enrolled = table.values["enrolled"][index]
        return enrolled if isinstance(enrolled, date) else None
    applied = table.values["applied"][index]
    return None if status not in GOING_ON else applied if isinstance(applied, date) else scene.today


def _ages(limits: ThresholdsSection, key: str) -> tuple[int, int, int, int]:
    if key == "UNI":
        return limits.student_age_least, limits.student_age_from, limits.student_age_to, limits.student_age_most
    return limits.pupil_age_least, limits.pupil_age_from, limits.pupil_age_to, limits.pupil_age_most


def _grown_up(scene: Scene, table: Table[Any], index: int) -> tuple[Severity, str] | None:
    """He is 18, or is about to be, and only his representative has agreed. The day itself is nobody's business."""
    born, status = table.values["born"][index], table.values["status"][index]
    if table.values["consent_by"][index] != "Представитель" or not isinstance(born, date) or status not in GOING_ON:
        return None
    left = (birthday(born, ADULT) - scene.today).days
    if wrong_giver(scene.office, table, index, scene.today) is Giver.ONLY_GUARDIAN:
        return Severity.ERROR, "Участнику исполнилось 18 лет, а согласие дал только представитель."
    soon = scene.settings.thresholds.adult_reminder_days
    if left > soon:
        return None
    return (
        Severity.WARNING,
        f"В ближайшие {soon} дней участнику исполнится 18 лет, а согласие дал только представитель.",
    )


def _years(age: int) -> str:
    if age % 10 == 1 and age % 100 != 11:
        return f"{age} год"
    return f"{age} года" if age % 10 in {2, 3, 4} and age % 100 not in {12, 13, 14} else f"{age} лет"


@rule("X06", Severity.WARNING, "Класс подходит по возрасту, учебный год текущий", needs=("SCH",))
def class_goes_with_age_and_year(scene: Scene) -> Iterator[Complaint]:
    """Проверьте класс и дату рождения. После 1 сентября переведите участников в следующий класс и впишите новый учебный
    год."""
    table = scene.office.tables["SCH"]
    going = [index for index in table.counted if table.values["status"][index] in GOING_ON]
    current, years = school_year(scene.today), table.values["school_year"]
    old = {index for index in going if years[index] not in {None, current}}
    yield from _other_years(table, going, sorted(old), current)
    for index in going:
        born, grade = table.values["born"][index], table.values["grade"][index]
        if not (isinstance(born, date) and isinstance(grade, Grade)) or grade.kind != _CLASS or index in old:
            continue
        age = age_on(born, date(int(current[:4]), 9, 1))
        least, most = grade.number + _YOUNGEST_IN_CLASS, grade.number + _OLDEST_IN_CLASS
        if not least <= age <= most and _odd_age(scene, table, index) is None:
            text = f"Класс {grade.number}, а на 1 сентября участнику {_years(max(age, 0))}: обычно {least}–{most}."
            yield Complaint(RowOf(table, index), "grade", text, "Проверьте класс и дату рождения.")


def _other_years(table: Table[Any], going: list[int], other: list[int], current: str) -> Iterator[Complaint]:
    """Rows of another school year; one remark for all of them when the year has changed and nobody was moved up."""
    years = table.values["school_year"]
    past = [index for index in other if str(years[index]) < current]
    if len(past) > max(1, len(going) // 2):
        text = f"Учебный год сменился, идёт {current}: у {len(past)} участников класс или курс указан за прошлый."
        advice = "Впишите всем новый класс или курс и новый учебный год, в office.toml — новый сезон."
        yield Complaint(RowOf(table, past[0]), "school_year", text, advice)
        other = [index for index in other if index not in set(past)]
    for index in other:
        text = f"Учебный год {years[index]}, а идёт {current}."
        yield Complaint(RowOf(table, index), "school_year", text, "Впишите класс или курс и учебный год, который идёт.")


@rule("X07", Severity.ERROR, "Категория участника отвечает типу организации", needs=("EDU",))
def category_goes_with_institution(scene: Scene) -> Iterator[Complaint]:
    """Проверьте категорию, класс или курс и образовательную организацию: школьник учится в школе, студент СПО — в
    колледже или вузе, студент вуза — в вузе."""
    types = _of_institutions(scene.office, "type")
    for table in participants(scene.office):
        places, grades = table.values["organisation"], table.values["grade"]
        for index in table.counted:
            category = "UNI" if table.register.key == "UNI" else str(table.values["category"][index])
            kind, grade = types.get(str(places[index])), grades[index]
            if category not in _PLACES:
                continue
            if isinstance(grade, Grade) and (grade.kind == _CLASS) != (category == _PUPIL):
                yield Complaint(RowOf(table, index), "grade", f"«{grade}» не подходит: это {_called(category)}.")
            elif kind is not None and kind not in _PLACES[category]:
                field = "category" if _is_typed(table, index, "category") else "organisation"
                text = f"Это {_called(category)}, а тип организации — «{kind}»."
                yield Complaint(RowOf(table, index), field, text)


def _called(category: str) -> str:
    return "студент вуза" if category == "UNI" else category[:1].lower() + category[1:]


@rule("X08", Severity.WARNING, "Школьник учится в своём муниципалитете", needs=("EDU", "SCH"))
def people_study_where_they_live(scene: Scene) -> Iterator[Complaint]:
    """Проверьте муниципалитет и школу. Если участник живёт в одном муниципалитете, а учится в другом, оставьте как
    есть и укажите причину."""
    homes = _of_institutions(scene.office, "municipality")
    table = scene.office.tables["SCH"]
    own, places = table.values["municipality"], table.values["organisation"]
    for index in table.counted:
        home = homes.get(str(places[index]))
        if table.values["category"][index] != _PUPIL or home is None or own[index] is None:
            continue
        if fold(str(own[index])) != fold(str(home)):
            text = f"Муниципалитет участника — «{own[index]}», а школы — «{home}»."
            yield Complaint(RowOf(table, index), "municipality", text)


@rule("X47", Severity.INFO, "В муниципалитете есть участники", needs=("MUN",))
def municipalities_have_participants(scene: Scene) -> Iterator[Complaint]:
    """Ошибки нет: это для отчёта об охвате. Муниципалитету можно предложить участие в Программе."""
    if people_obstacle(scene.office):
        return
    active = active_people(scene.office, scene.today)
    covered = {municipality_of(scene.office, person) for person in active}
    if not covered - {None}:
        return
    table = scene.office.tables["MUN"]
    for index in existing_municipalities(scene.office, scene.today):
        if table.ids[index] not in covered:
            yield Complaint(RowOf(table, index), "id", "В муниципалитете пока нет участников.")


def _of_institutions(office: Office, name: str) -> dict[str, object]:
    table = office.tables["EDU"]
    return {table.ids[index]: table.values[name][index] for index in table.counted}


def _is_typed(table: Table[Any], index: int, name: str) -> bool:
    """Staff typed something there: it was not derived."""
    return name in table.raw and table.raw[name][index] is not None
