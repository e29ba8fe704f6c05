"""An office in Google leaves without asking Google for anything: its spreadsheets are built of what was read."""

from pathlib import Path

from sync.backends.readers.file import read_file
from sync.moving.exporting import export_everything
from sync.moving.importing import import_office
from sync.run import update
from tests.sync.google.offices import GoogleOfficeOnTest


def test_spreadsheets_leave_as_workbooks_with_the_same_cells(office: GoogleOfficeOnTest, tmp_path: Path) -> None:
    desk = office.desk()
    read = {(grid.file, grid.tab): grid.rows for file in desk.backend().read() for grid in file.grids}
    update(office.desk())
    desk = office.desk()
    made = export_everything(desk, tmp_path / "package")
    assert desk.calls == {"metadata": 0, "read": 0, "write": 0}
    built = {}
    for path in sorted((made.folder / "registers" / "xlsx").iterdir()):
        for grid in read_file(path.name, path.read_bytes()).grids:
            built[path.stem, grid.tab] = grid.rows
    assert {key: [trimmed(row) for row in rows] for key, rows in built.items()} == {
        key: [trimmed(row) for row in rows] for key, rows in read.items()
    }
    assert not any("google-key" in path for path in made.contents.paths)
    again = import_office(tmp_path / "again", made.folder)
    assert len(list((again.folder / "registers-google").iterdir())) == 2
    assert [*(again.folder / "registers").iterdir(), *(again.folder / "private").iterdir()] == []


def trimmed(row: tuple[object, ...]) -> tuple[object, ...]:
    """The row without the empty cells at its end."""
    cells = list(row)
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)
