"""What every backend must do: inherit the class and say how the office's tables get into the backend."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sync.backends.base import Backend
from validators.grid import grid_of

Tables = Mapping[str, Mapping[str, Sequence[Sequence[object]]]]
"""File → tab → rows."""

OFFICE: Tables = {
    "Команды.xlsx": {
        "Команды и проекты": [
            ["Код", "Название команды", "Размер", "Доля"],
            ["КМ-0001", "Вектор", 5, 0.25],
            ["КМ-0002", None, 12, None],
            [None, None, None, None],
            ["КМ-0003", "  Орбита  ", True, -3.5],
        ],
        "Пустой": [],
    },
    "Муниципалитеты/Заречный.xlsx": {"Школьники и СПО": [["Код"], ["ШК-0001"]]},
}


class BackendContract:
    """The tests that a backend inherits."""

    def backend(self, tables: Tables, folder: Path) -> Backend:
        """The backend with the tables in it."""
        raise NotImplementedError

    def test_the_same_content_gives_the_same_grids(self, tmp_path: Path) -> None:
        read = self.backend(OFFICE, tmp_path).read()
        found = {(grid.file, grid.tab): grid for file in read for grid in file.grids}
        expected = [grid_of(file, tab, rows) for file, tabs in OFFICE.items() for tab, rows in tabs.items()]
        for grid in expected:
            assert found[grid.file, grid.tab].columns() == grid.columns()
        assert len(found) == len(expected)

    def test_files_come_in_the_order_of_names_and_each_is_announced(self, tmp_path: Path) -> None:
        announced: list[str] = []
        read = self.backend(OFFICE, tmp_path).read(announced.append)
        assert announced == [file.name for file in read] == sorted(OFFICE)

    def test_fingerprints_name_the_same_files_as_the_reading(self, tmp_path: Path) -> None:
        backend = self.backend(OFFICE, tmp_path)
        assert sorted(backend.fingerprints()) == [file.name for file in backend.read()]

    def test_reading_twice_gives_the_same(self, tmp_path: Path) -> None:
        backend = self.backend(OFFICE, tmp_path)
        assert backend.read() == backend.read()
        assert backend.fingerprints() == backend.fingerprints()

    def test_one_changed_cell_changes_the_fingerprint_of_its_file_only(self, tmp_path: Path) -> None:
        before = dict(self.backend(OFFICE, tmp_path / "before").fingerprints())
        rows = [["Код"], ["ШК-0002"]]
        changed = {**OFFICE, "Муниципалитеты/Заречный.xlsx": {"Школьники и СПО": rows}}
        after = dict(self.backend(changed, tmp_path / "after").fingerprints())
        assert after["Муниципалитеты/Заречный.xlsx"] != before["Муниципалитеты/Заречный.xlsx"]

    @pytest.mark.parametrize("value", [0, 1, 12, 46127, "0", "ИСТИНА", "=A1", "'", "😀"])
    def test_a_value_comes_back_as_it_is(self, value: object, tmp_path: Path) -> None:
        read = self.backend({"Один.xlsx": {"Лист": [[value]]}}, tmp_path).read()
        cell = read[0].grids[0].rows[0][0]
        assert cell == value
        assert type(cell) is type(value)
