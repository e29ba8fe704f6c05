"""X45: a fact of a closed period that is not as reported any more is told where it stands."""

from dataclasses import replace
from datetime import date

import pytest

from tests.text_tables import scene
from validators.drift.noticed import VANISHED, Noticed
from validators.moved import Cell, Fate, Moved, Shift
from validators.remark import Remark, Severity
from validators.rule import check
from validators.rules import RULES

TEAMS = {
    "TEAM": "Код | Название команды | Студент-лидер/тьютор | Дата формирования | Стадия\nКМ-0001 | Ромашка | СТ-0001 | 05.05.2026 | Идея"
}
APRIL = Shift("2026-04", 0, date(2026, 4, 30), "K09", 6.0, 5.0)
QUARTER = Shift("2026-К2", 1, date(2026, 6, 30), "K22", 66.66666, 50.0)
FORMED = Cell("formed", "Дата формирования", "01.04.2026", "05.05.2026")


def said(*moved: Moved, noticed: tuple[Noticed, ...] = ()) -> list[Remark]:
    looked = replace(scene(TEAMS, today=date(2026, 7, 15)), moved=moved, noticed=noticed)
    return [one for one in check(looked, RULES) if one.code == "X45"]


def test_the_cell_is_named_with_what_was_and_what_is() -> None:
    (remark,) = said(Moved("TEAM", "КМ-0001", Fate.CHANGED, (FORMED,), (APRIL, QUARTER)))
    assert remark.severity is Severity.WARNING
    assert (remark.place.id, remark.place.column, remark.place.cell) == ("КМ-0001", "Дата формирования", "D2")
    assert remark.text == (
        "Изменено после отчётной даты 30.04.2026: «Дата формирования» было 01.04.2026, стало 05.05.2026. Изменились "
        "показатели: K09 за апрель 2026 г. было 6, стало 5; K22 за II квартал 2026 г. было 66,7, стало 50."
    )
    assert remark.advice.endswith(
        "Команда: rpo close 2026-04 --correct «причина»; rpo close 2026-К2 --correct «причина»."
    )


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell("note", "Примечание", "", "зал"), "«Примечание» было пусто, стало зал"),
        (Cell("note", "Примечание", "зал", ""), "«Примечание» было зал, стало пусто"),
        (Cell("leaders", "Студент-лидер/тьютор", None, None), ": «Студент-лидер/тьютор». Изменились"),
    ],
)
def test_an_empty_cell_is_called_empty_and_a_secret_one_is_only_named(cell: Cell, words: str) -> None:
    (remark,) = said(Moved("TEAM", "КМ-0001", Fate.CHANGED, (cell,), (APRIL,)))
    assert words in remark.text


def test_a_row_that_was_added_is_told_at_the_row() -> None:
    (remark,) = said(Moved("TEAM", "КМ-0001", Fate.ADDED, (), (APRIL,)))
    assert (remark.place.id, remark.place.row, remark.place.column) == ("КМ-0001", 2, None)
    assert remark.text.startswith("Строка добавлена после отчётной даты 30.04.2026. Изменились показатели: K09")


def test_a_row_that_is_gone_is_told_by_its_code() -> None:
    gone = Moved("TEAM", "КМ-0002", Fate.GONE, (), (APRIL,), "Команды.xlsx#Команды и проекты")
    (remark,) = said(gone)
    assert (remark.place.id, remark.place.row, remark.place.source) == ("КМ-0002", None, gone.source)
    assert remark.text.startswith("Строка удалена после отчётной даты")


def test_of_a_row_whose_loss_is_told_already_nothing_more_is_said() -> None:
    lost = Noticed(VANISHED, "TEAM", "КМ-0002", "", date(2026, 5, 10), source="Команды.xlsx#Команды и проекты")
    assert said(Moved("TEAM", "КМ-0002", Fate.GONE, (), (APRIL,)), noticed=(lost,)) == []


def test_many_figures_are_counted_up() -> None:
    shifts = tuple(replace_period(APRIL, f"2025-{month:02d}") for month in range(1, 10))
    (remark,) = said(Moved("TEAM", "КМ-0001", Fate.ADDED, (), shifts))
    assert remark.text.endswith("и ещё 3.")


def replace_period(shift: Shift, period: str) -> Shift:
    return shift._replace(period=period)
