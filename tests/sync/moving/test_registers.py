"""Registers of spreadsheets in the browser leave as workbooks with the same cells, and nobody asks for them again."""

from dataclasses import replace
from pathlib import Path

from config.google import SpreadsheetSection
from config.settings import StorageSection
from sync.backends.folder import FolderBackend
from sync.backends.readers.file import read_file
from sync.desk import Desk
from sync.moving.exporting import export_everything
from sync.moving.importing import import_office
from tests.sync.moving.lived import desk_at

NAME = "Команды.xlsx"


def in_the_browser(desk: Desk) -> Desk:
    """The same history, as if teams had been read from a spreadsheet of that name."""
    teams = SpreadsheetSection(id="a" * 44, name=NAME, registers=("TEAM",))
    google = desk.settings.google.model_copy(update={"spreadsheets": (teams,)})
    settings = desk.settings.model_copy(update={"storage": StorageSection(kind="mixed"), "google": google})
    return replace(desk, settings=settings)


def test_a_spreadsheet_leaves_as_a_workbook_with_the_same_cells(lived: Path, tmp_path: Path) -> None:
    made = export_everything(in_the_browser(desk_at(lived)), tmp_path / "package")
    built = made.folder / "registers" / "xlsx" / f"{NAME}.xlsx"
    (read,) = read_file(built.name, built.read_bytes()).grids
    desk = desk_at(lived)
    (typed,) = next(file.grids for file in FolderBackend(desk.registers, desk.settings).read() if file.name == NAME)
    assert (read.tab, read.rows) == (typed.tab, typed.rows)
    again = import_office(tmp_path / "again", made.folder).folder
    assert [path.name for path in (again / "registers-google").iterdir()] == [built.name]
    assert "Таблица Google «Команды.xlsx», как она прочитана" in (made.folder / "datapackage.json").read_text("utf-8")
