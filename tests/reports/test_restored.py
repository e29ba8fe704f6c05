"""A restored row read by our own reader gives the cells that it had."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from config.columns import CellError, Raw
from config.register import Register
from config.registers import REGISTERS
from config.settings import Settings
from reports.restored import Restored, render_restored
from sync.backends.folder import FolderBackend
from validators.versions.columns import Titled

TEAM: Register = next(one for one in REGISTERS if one.key == "TEAM")  # type: ignore[type-arg]
COLUMNS = (
    Titled("id", "id", "Код"),
    Titled("name", "name", "Название команды"),
    Titled("formed", "formed", "Дата формирования"),
    Titled("score", "score", "Балл"),
    Titled("~Дата съёмки", None, "Дата съёмки"),
    Titled("~Кружок", None, "Кружок"),
)


def read_back(data: bytes) -> tuple[tuple[Raw, ...], ...]:
    with TemporaryDirectory() as folder:
        Path(folder, "Команды.xlsx").write_bytes(data)
        (file,) = FolderBackend(Path(folder), Settings()).read(lambda _name: None)
        (grid,) = file.grids
        return grid.rows


def restored(*rows: dict[str, Raw]) -> bytes:
    return render_restored(Restored(TEAM, COLUMNS, rows))


def test_every_cell_comes_back_under_its_heading() -> None:
    row: dict[str, Raw] = {
        "id": "КМ-0003", "name": "=Нива", "formed": 45931, "score": 4.5, "~Дата съёмки": 46000, "~Кружок": CellError("#REF!"),
    }  # fmt: skip
    assert read_back(restored(row)) == (tuple(one.heading for one in COLUMNS), tuple(row.values()))


def test_dates_are_dates_and_text_is_text(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(restored({"id": "КМ-0003", "name": "Нива", "formed": 45931, "score": 4.5, "~Дата съёмки": 46000}))
    page = load_workbook(path)[TEAM.tab]
    assert [page.cell(2, at).number_format for at in range(1, 7)] == [
        "@", "@", "dd.mm.yyyy", "General", "dd.mm.yyyy", "General",
    ]  # fmt: skip
    assert page.cell(2, 3).value == datetime(2025, 10, 1)  # noqa: DTZ001  Excel knows no time zones


@pytest.mark.parametrize("heading", ["Дата", "Дата съёмки", "ДАТА ЗАЕЗДА"])
def test_a_number_is_a_day_only_where_the_heading_says_date(heading: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    for name, cell, shown in ((heading, 46000, "dd.mm.yyyy"), (heading, 7, "General"), ("Мест", 46000, "General")):
        path.write_bytes(render_restored(Restored(TEAM, (Titled("~", None, name),), ({"~": cell},))))
        assert load_workbook(path)[TEAM.tab].cell(2, 1).number_format == shown


def test_rows_stand_in_the_order_asked_for() -> None:
    rows = read_back(restored({"id": "КМ-0009"}, {"id": "КМ-0001"}))
    assert [row[0] for row in rows] == ["Код", "КМ-0009", "КМ-0001"]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\ufffe\uffff"), min_size=1, max_size=40)
CELL = st.one_of(TEXT, st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6).map(lambda one: round(one, 6)))


@settings(max_examples=40, deadline=None)
@given(st.lists(CELL, min_size=1, max_size=12))
def test_any_cell_comes_back(cells: list[str | int | float]) -> None:
    rows = read_back(render_restored(Restored(TEAM, COLUMNS[1:2], tuple({"name": cell} for cell in cells))))
    assert [row[0] for row in rows[1:]] == cells
