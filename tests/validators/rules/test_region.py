"""Municipalities are those of today, their codes those of the region."""

import pytest

from config.settings import parse
from tests.text_tables import of_rule

PLACES = (
    "Наименование | ОКТМО | Действует по | Преемник\n"
    "Бийск | 01705000 | | \n"
    "Старый район | | 31.12.2024 | Бийск\n"
    "Нынешний район | | 31.12.2026 | "
)
SCHOOL = "Код | Полное наименование | Тип | Муниципалитет\nОО-0001 | Школа № 5 | школа | {}"
PUPIL = (
    "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | "
    "Дата зачисления | Муниципалитет\nШК-0001 | Галкин | Пётр | Ильич | 03.02.2010 | ОО-0001 | 9А | {} | {} | Старый район"
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Старый район", True), ("Бийск", False), ("Нынешний район", False), ("", False), ("Томск", False)],
)
def test_an_abolished_municipality_is_said_where_it_is_named(typed: str, said: bool) -> None:  # noqa: FBT001  a column of the table
    found = of_rule("X61", {"MUN": PLACES, "EDU": SCHOOL.format(typed)})
    assert found == ([("ОО-0001", "Муниципалитет")] if said else [])


@pytest.mark.parametrize(
    ("status", "said"), [("Участник", True), ("Кандидат", True), ("Завершил", False), ("Не прошёл отбор", False)]
)
def test_what_stands_in_rows_of_the_past_stays(status: str, said: bool) -> None:  # noqa: FBT001  a column of the table
    pupil = PUPIL.format(status, "01.10.2025" if status in {"Участник", "Завершил"} else "")
    found = of_rule("X61", {"MUN": PLACES, "EDU": SCHOOL.format("Бийск"), "SCH": pupil})
    assert found == ([("ШК-0001", "Муниципалитет")] if said else [])


@pytest.mark.parametrize(("region", "said"), [("01", False), ("62", True), ("", False)])
def test_a_code_of_another_region_is_said(region: str, said: bool) -> None:  # noqa: FBT001  a column of the table
    settings = parse(f'[office]\noktmo = "{region}"\n' if region else "", {})
    found = of_rule("X62", {"MUN": PLACES}, settings=settings)
    assert found == ([("Бийск", "ОКТМО")] if said else [])
