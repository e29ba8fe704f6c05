"""Blocks of codes of the parts of a region."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text_tables import scene
from validators.parts import BLOCK, Part, block_from, free_blocks, part_of, with_municipalities

PARTS = (Part("Бийск", 1000, 1999), Part("Барнаул", 2000, 2999))
MUN = "Наименование | Синонимы\nгород Бийск | Бийск; г. Бийск\nБарнаул |"
SCH = "Код | Фамилия | Имя | Муниципалитет | Статус участника"


@pytest.mark.parametrize(
    ("code", "part"),
    [("ШК-1000", "Бийск"), ("СТ-1999", "Бийск"), ("ШК-2000", "Барнаул"), ("ШК-0999", None), ("?ab12", None)],
)
def test_a_code_tells_its_part(code: str, part: str | None) -> None:
    found = part_of(code, PARTS)
    assert (found.name if found else None) == part


def test_a_block_goes_to_the_end_of_its_thousand_or_holds_its_rows() -> None:
    assert block_from(2000, 300) == (2000, 2999)
    assert block_from(2900, 300) == (2900, 3199)


@given(st.sets(st.integers(1, 30_000)), st.lists(st.integers(1, 20), unique=True))
def test_a_free_block_has_no_known_code_and_was_never_given(taken: set[int], given_blocks: list[int]) -> None:
    parts = [Part(str(block), block * BLOCK, block * BLOCK + BLOCK - 1) for block in given_blocks]
    free = list(islice(free_blocks(parts, taken), 3))
    assert len(set(free)) == 3
    for first in free:
        assert first >= BLOCK
        assert not any(first <= number < first + BLOCK for number in taken)
        assert all(part.last < first for part in parts)


def municipalities(tables: dict[str, str], parts: tuple[Part, ...] = PARTS) -> list[object]:
    office = with_municipalities(scene(tables).office, parts)
    return list(office.tables["SCH"].values["municipality"])


def test_a_municipality_that_nobody_typed_is_that_of_the_part() -> None:
    rows = (
        "ШК-1000 | Белов | Глеб | | Участник\nШК-2001 | Зимин | Марк | | Участник\nШК-0001 | Исаев | Олег | | Участник"
    )
    assert municipalities({"SCH": f"{SCH}\n{rows}", "MUN": MUN}) == ["город Бийск", "Барнаул", None]


def test_what_was_typed_stays() -> None:
    assert municipalities({"SCH": f"{SCH}\nШК-1000 | Белов | Глеб | Барнаул | Участник", "MUN": MUN}) == ["Барнаул"]


def test_a_second_table_of_a_municipality_is_of_the_same() -> None:
    parts = (Part("Барнаул 2", 5000, 5999),)
    assert municipalities({"SCH": f"{SCH}\nШК-5001 | Белов | Глеб | | Участник", "MUN": MUN}, parts) == ["Барнаул"]


def test_a_part_that_the_list_does_not_know_gives_nothing() -> None:
    parts = (Part("Китеж", 5000, 5999),)
    assert municipalities({"SCH": f"{SCH}\nШК-5001 | Белов | Глеб | | Участник", "MUN": MUN}, parts) == [None]


def test_without_a_list_the_name_of_the_part_stands() -> None:
    assert municipalities({"SCH": f"{SCH}\nШК-1001 | Белов | Глеб | | Участник"}) == ["Бийск"]
