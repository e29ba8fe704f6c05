"""What the texts of remarks show of a cell."""

import pytest

from tests.text_tables import BY_KEY
from validators.words import quoted, unquoted


@pytest.mark.parametrize(
    ("key", "heading", "cell", "shown"),
    [
        ("TEAM", "Название команды", "Вeктор", True),
        ("TEAM", "Наставники", "НС-12", True),
        ("TEAM", "Наставники", "Горин Марк", False),
        ("PLAN", "Ответственный", "Белов Г. И.", False),
        ("MENT", "Фамилия", "Горин2", False),
        ("SCH", "Телефон", "8 912 345", False),
    ],
)
def test_names_and_telephones_are_not_quoted(key: str, heading: str, cell: str, shown: bool) -> None:  # noqa: FBT001
    assert bool(quoted(cell, BY_KEY[key].by_heading[heading])) is shown


def test_a_text_without_its_quote_is_a_whole_sentence() -> None:
    column = BY_KEY["TEAM"].by_heading["Название команды"]
    assert unquoted("Латинская буква." + quoted("Вeктор", column)) == "Латинская буква."
    assert unquoted("Не заполнено.") == "Не заполнено."
