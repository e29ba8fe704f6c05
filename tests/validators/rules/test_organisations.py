"""X64: one organisation in two rows, a branch with the number of its head."""

import pytest

from tests.text_tables import scene
from validators.rule import check
from validators.rules import RULES

SITES = "Код | Полное наименование | ИНН | КПП | Статус\n{}"
HEAD = "ПП-0001 | ООО «Светлый бор» | 7707083893 | 770701001 | Утверждена"
OTHER = "5003052454"


def told(*rows: str) -> list[tuple[str | None, str | None, str]]:
    remarks = check(scene({"ENT": SITES.format("\n".join(rows))}), RULES)
    return [(one.place.id, one.place.column, one.text) for one in remarks if one.code == "X64"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("ПП-0002 | Филиал «Северный» | 7707083893 | 720302001 | Утверждена", "ИНН"),
        ("ПП-0002 | Филиал «Северный» | 7707083893 | | Утверждена", "ИНН"),
        ("ПП-0002 | Филиал «Северный» | 7707083893 | 770701001 | Утверждена", None),
        ("ПП-0002 | Филиал «Северный» | 7707083893 | 720302001 | Ошибочная запись", None),
        ("ПП-0002 | Филиал «Северный» | | 720302001 | Утверждена", None),
        (f"ПП-0002 | ООО «Светлый бор» | {OTHER} | 720302001 | Утверждена", "Полное наименование"),
        (f"ПП-0002 | «СВЕТЛЫЙ БОР», АО | {OTHER} | 720302001 | Утверждена", "Полное наименование"),
        (f"ПП-0002 | ООО «Светлый борр» | {OTHER} | 720302001 | Утверждена", "Полное наименование"),
        (f"ПП-0002 | ООО «Светлый бор № 2» | {OTHER} | 720302001 | Утверждена", None),
        (f"ПП-0002 | ООО «Светлый дом» | {OTHER} | 720302001 | Утверждена", None),
        (f"ПП-0002 | ООО | {OTHER} | 720302001 | Утверждена", None),
    ],
)
def test_a_number_or_a_name_that_two_organisations_share(row: str, column: str | None) -> None:
    assert [one[:2] for one in told(HEAD, row)] == ([("ПП-0002", column)] if column else [])


def test_the_later_row_names_the_first_once() -> None:
    again = "ПП-{:04} | ООО «Светлый бор» | {} | | Утверждена"
    said = told(HEAD, again.format(2, OTHER), again.format(3, "7736050003"))
    assert [(who, text) for who, _, text in said] == [
        ("ПП-0002", "Название почти как у ПП-0001, а ИНН другой."),
        ("ПП-0003", "Название почти как у ПП-0001, а ИНН другой."),
    ]
