"""Initials of people as they stand under a document."""

import pytest

from reports.grammar.names import initials


@pytest.mark.parametrize(
    ("full_name", "short"),
    [
        ("Галкина Ольга Петровна", "О.П. Галкина"),
        ("Галкин Пётр", "П. Галкин"),
        ("Ли", "Ли"),
        ("", ""),
        ("Салтыков-Щедрин Михаил Евграфович", "М.Е. Салтыков-Щедрин"),
        ("Алиев Рустам Мамед оглы", "Р.М. Алиев"),
    ],
)
def test_initials_stand_before_the_surname(full_name: str, short: str) -> None:
    assert initials(full_name) == short
