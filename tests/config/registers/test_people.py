"""Registers of people: how much a clerk types for one person, and which columns are personal data."""

import pytest

from config.columns import Column, Need, Privacy
from config.registers import REGISTERS

BY_KEY = {register.key: register for register in REGISTERS}
PEOPLE = ("UNI", "SCH", "MENT", "STAFF")


@pytest.mark.parametrize("key", ["UNI", "SCH"])
def test_a_clerk_fills_at_most_eleven_cells_for_a_person_who_joins(key: str) -> None:
    register = BY_KEY[key]
    typed = [column for column in register.columns if column.field != "id" and _asked_of(column, status="Участник")]
    assert len(typed) + len(register.either) <= 11


def test_a_pupil_who_joins_needs_exactly_the_cells_of_the_decision() -> None:
    asked = {column.heading for column in BY_KEY["SCH"].columns if _asked_of(column, status="Участник")}
    assert asked == {
        "Код",
        "Фамилия",
        "Имя",
        "Отчество",
        "Дата рождения",
        "Образовательная организация",
        "Класс или курс",
        "Статус участника",
        "Дата зачисления",
        "Согласие: дата",
        "Согласие дал",
    }
    assert BY_KEY["SCH"].either == (("phone", "email"),)


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("Кандидат", set()),
        ("Участник", {"enrolled"}),
        ("Завершил", {"enrolled"}),
        ("Выбыл", {"enrolled", "left", "left_why"}),
        ("Не прошёл отбор", set()),
        ("Ошибочная запись", set()),
    ],
)
def test_a_status_asks_for_its_dates(status: str, asked: set[str]) -> None:
    for key in ("UNI", "SCH"):
        conditional = [column for column in BY_KEY[key].columns if column.when]
        assert {column.field for column in conditional if _asked_of(column, status=status)} == asked


@pytest.mark.parametrize("key", PEOPLE)
def test_a_person_is_named_where_people_are_kept(key: str) -> None:
    register = BY_KEY[key]
    assert register.person
    assert register.names
    assert register.id_column.privacy is Privacy.P1


@pytest.mark.parametrize(
    ("key", "privacy", "fields"),
    [
        ("UNI", Privacy.P3, "surname name patronymic born phone email"),
        ("SCH", Privacy.P3, "surname name patronymic born phone email"),
        ("MENT", Privacy.P3, "surname name patronymic post phone email"),
        ("ENT", Privacy.P3, "contact phone email"),
        ("EDU", Privacy.P3, "contact contact_phone"),
        ("NP", Privacy.P3, "counterpart"),
        ("STAFF", Privacy.P3, "full_name"),
        ("MUN", Privacy.P3, "curator"),
        ("SCH", Privacy.P4, "guardian guardian_phone"),
        ("UNI", Privacy.P2, "birth_year organisation grade municipality field_of_study"),
        ("SCH", Privacy.P2, "birth_year organisation grade municipality extra_organisation"),
        ("PAGE", Privacy.P2, "url"),
        ("UNI", Privacy.P1, "id consent_on consent_by consent_number consent_transfer consent_publication curator"),
        ("EDU", Privacy.P0, "title phone address site email"),
    ],
)
def test_personal_data_have_their_class(key: str, privacy: Privacy, fields: str) -> None:
    assert {field: BY_KEY[key].by_field[field].privacy for field in fields.split()} == dict.fromkeys(
        fields.split(), privacy
    )


def test_nothing_else_holds_direct_personal_data() -> None:
    direct = {register.key for register in REGISTERS for column in register.columns if column.privacy >= Privacy.P3}
    assert direct == {"UNI", "SCH", "MENT", "ENT", "EDU", "NP", "STAFF", "MUN"}


def test_students_and_pupils_tell_the_same_facts_by_the_same_fields() -> None:
    only_students = set(BY_KEY["UNI"].by_field) - set(BY_KEY["SCH"].by_field)
    assert only_students == {"role", "teams", "field_of_study", "priority"}


def _asked_of(column: Column, *, status: str) -> bool:
    """Whether an empty cell of the column is a remark for a person of this status."""
    conditional = any(condition.field == "status" and status in condition.values for condition in column.when)
    return column.need is Need.REQUIRED or conditional
