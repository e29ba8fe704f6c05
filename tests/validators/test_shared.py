"""Names of people in tabs that leave the office."""

import pytest

from validators.grid import grid_of
from validators.remark import Severity
from validators.shared import names_beside_codes


@pytest.mark.parametrize(
    "cell",
    ["ШК-0012 · Иванова Анна", "  СТ-0001 — Зотов", "НС-0007 (Громов Пётр)", "ШК 0012, Белов"],
)
def test_a_name_beside_a_code_in_a_tab_that_leaves_the_office_is_told_without_the_name(cell: str) -> None:
    remark = names_beside_codes(grid_of("Команды", "Списки", [["Участник"], [cell]]))
    assert remark is not None
    assert (remark.code, remark.place.cell, remark.severity) == ("X43", "A2", Severity.CRITICAL)
    assert not any(name in remark.text for name in ("Иванова", "Зотов", "Громов", "Белов"))


@pytest.mark.parametrize(
    "cell",
    ["ШК-0012", "ШК-0012; ШК-0013", "КМ-0001 · Вектор", "ОО-0002 · Лицей № 2", "РП-0001 · Руководитель", 12, None],
)
def test_codes_alone_and_names_of_things_pass(cell: object) -> None:
    assert names_beside_codes(grid_of("Команды", "Списки", [["Участник"], [cell]])) is None
