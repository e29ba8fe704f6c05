"""X65: percents as numbers and as fractions in one column."""

import pytest

from tests.text_tables import scene
from validators.rule import check
from validators.rules import RULES

TRIPS = "Код | Участник | Вид | Название | Прогресс на цифровой платформе, %\n{}"


def told(*cells: str) -> list[tuple[str | None, str]]:
    rows = [f"ПЭ-{at:04} | ШК-0001 | Модуль ЦОП | Модуль | {cell}" for at, cell in enumerate(cells, start=1)]
    remarks = check(scene({"PROG": TRIPS.format("\n".join(rows))}), RULES)
    return [(one.place.id, one.text) for one in remarks if one.code == "X65"]


def test_the_fewer_are_named_at_the_first_of_them() -> None:
    assert told("#0.2", "#0.5", "#15", "#0.7", "#40") == [
        ("ПЭ-0003", "Проценты записаны по-разному: числом (E4, E6), а у остальных долей (ячеек: 3)."),
    ]
    assert told("#20", "#50", "#0.15") == [
        ("ПЭ-0003", "Проценты записаны по-разному: долей (E4), а у остальных числом (ячеек: 2)."),
    ]


@pytest.mark.parametrize(
    "cells", [("#0.2", "#1", "#0", "#0.7"), ("#20", "#1", "#0", "#100"), ("#20", "15%", "0,15"), ("#20", "#150", "")]
)
def test_a_column_in_one_way_zero_one_and_texts_is_silent(cells: tuple[str, ...]) -> None:
    assert told(*cells) == []
