"""How much of a spreadsheet is filled, and when that is less than it was."""

import pytest

from config.register import REMARKS_HEADING
from sync.google.filled import fewer, filled
from sync.google.spreadsheet import Spreadsheet, Tab

BOOK = Spreadsheet("x", "Команды", "ru_RU", "Europe/Moscow", (Tab(1, "Команды"), Tab(2, "Наша", name="remarks")))


def test_filled_cells_are_counted_by_column_in_the_tabs_of_staff_only() -> None:
    values = {1: (("Код", "Название"), ("КМ-0001", ""), ("", None, 0, False)), 2: (("Замечания",),)}
    assert filled(BOOK, values) == {1: (2, 1, 1, 1)}


def test_our_own_remarks_beside_the_rows_are_not_counted() -> None:
    with_remarks = {1: ((REMARKS_HEADING, "Код"), ("Заполните ячейку.", "КМ-0001"))}
    without = {1: ((REMARKS_HEADING, "Код"), ("", "КМ-0001"))}
    assert filled(BOOK, with_remarks) == filled(BOOK, without)


@pytest.mark.parametrize(
    ("now", "less"),
    [
        ({1: (3, 2)}, False),
        ({1: (3, 2, 1)}, False),
        ({1: (4, 5)}, False),
        ({1: (9, 1)}, True),
        ({1: (3,)}, True),
        ({1: ()}, True),
        ({2: (1,)}, False),
        ({}, False),
    ],
)
def test_fewer_cells_in_any_column_are_fewer_whatever_was_added_beside(
    now: dict[int, tuple[int, ...]],
    less: bool,  # noqa: FBT001  a case of the table
) -> None:
    assert fewer(now, {1: (3, 2)}) is less
