"""A first name in the place of a surname."""

import pytest

from tests.text_tables import of_rule

MENTOR = "Код | Фамилия | Имя | Отчество | Должность\nНС-0001 | {} | {} | Ильич | Инженер"


@pytest.mark.parametrize(
    ("surname", "name", "said"),
    [
        ("Пётр", "Галкин", True),
        ("ПЕТР", "Галкин", True),
        ("Софья", "Снегова", True),
        ("Галкин", "Пётр", False),
        ("Марк", "Лев", False),
        ("Иванов", "Необычный", False),
        ("", "Галкин", False),
        ("Пётр", "", False),
    ],
)
def test_a_surname_that_is_a_first_name_beside_a_name_that_is_none(surname: str, name: str, said: bool) -> None:  # noqa: FBT001  a column of the table
    found = of_rule("X63", {"MENT": MENTOR.format(surname, name)})
    assert found == ([("НС-0001", "Фамилия")] if said else [])


def test_a_table_without_the_columns_is_not_asked() -> None:
    assert of_rule("X63", {"MENT": "Код | Фамилия | Отчество\nНС-0001 | Пётр | Ильич"}) == []
