"""`rpo init`: what it makes, and that it never overwrites anything."""

import json
import re
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from config.columns import Raw
from config.errors import UsageError
from config.exports import check_headings
from config.google import SpreadsheetSection
from config.imports import Import
from config.registers import REGISTERS
from config.settings import Keeping, Settings, parse
from sync.backends.folder import FolderBackend
from sync.commands import init
from sync.founding import settings_text
from sync.pipeline import survey
from sync.sheets import Look
from validators.grid import Grid
from validators.rules import declared
from validators.tabs import assign

EXAMPLE = Path(__file__).parents[3] / "config" / "example.toml"
KEYS = tuple(register.key for register in REGISTERS)


def asked(folder: Path, **given: object) -> Namespace:
    usual = {
        "part": None,
        "first": None,
        "listed": False,
        "package": None,
        "google": False,
        "mode": None,
        "yes": False,
        "today": "2026-04-15",
        "json": False,
        "quiet": False,
    }
    return Namespace(folder=str(folder), **{**usual, **given})


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "Офис"
    assert init.run(asked(root)) == 0
    return root


def snapshot(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "folder", ["registers", "imports", "templates", "private", "reports", "exports", "state", "logs"]
)
def test_an_office_has_its_folders(office: Path, folder: str) -> None:
    assert (office / folder).is_dir()


def test_the_settings_are_read_without_a_mistake(office: Path) -> None:
    settings = parse((office / "office.toml").read_text(encoding="utf-8"), {}, KEYS)
    assert settings.kept == ("STAFF", "PLAN", "EDU", "SCH", "UNI", "TEAM", "MENT")
    assert settings.office.season == "2025/2026"
    assert settings.office.settling_until == date(2026, 6, 10)


def test_every_kept_register_and_list_has_its_tab(office: Path) -> None:
    grids = [
        Grid(
            path.name, sheet.title, tuple(tuple(map(_raw, row)) for row in sheet.iter_rows(max_row=2, values_only=True))
        )
        for path in sorted((office / "registers").iterdir())
        for sheet in load_workbook(path)
    ]
    assigned = assign(grids, REGISTERS, Settings())
    kept = {register.key for register in REGISTERS if register.kept_at_start}
    assert {key for key, tabs in assigned.tabs.items() if len(tabs) == 1} == kept
    assert assigned.remarks == ()


def _raw(value: object) -> Raw:
    return value if isinstance(value, str | int | float) else None


def test_a_new_office_is_read_without_a_remark_and_without_a_row_of_staff(office: Path) -> None:
    settings = parse((office / "office.toml").read_text(encoding="utf-8"), {}, KEYS)
    files = FolderBackend(office / "registers", settings).read()
    found = survey(files, Look(settings, date(2026, 4, 15), rules=(declared.required_cells_are_filled,)))
    rows = {key: len(reading.table) for key, reading in found.readings.items() if reading.table is not None}
    known = {"STAGE", "FUNCTION", "FEDPROJECT", "DOCKIND", "PASSPORT"}
    assert [remark.text for remark in found.remarks] == []
    assert {key for key, count in rows.items() if count} == known
    assert len(rows) == len(settings.kept or ()) + len([one for one in REGISTERS if one.list_of])


def test_the_kept_registers_are_those_of_the_catalogue() -> None:
    kept = parse(EXAMPLE.read_text(encoding="utf-8"), {}, KEYS).kept
    assert sorted(kept or ()) == sorted(one.key for one in REGISTERS if one.kept_at_start and one.list_of is None)


def test_the_other_registers_wait_in_templates(office: Path) -> None:
    waiting = {path.stem for path in (office / "templates").iterdir()}
    assert waiting == {register.tab for register in REGISTERS if not register.kept_at_start}


def test_a_second_time_is_refused_and_changes_nothing(office: Path) -> None:
    before = snapshot(office)
    with pytest.raises(UsageError, match=r"уже есть офис: office\.toml"):
        init.run(asked(office))
    assert snapshot(office) == before


@pytest.mark.parametrize(
    "name", ["office.toml", "registers/Мои школьники.xlsx", "registers/старое.XLS", "registers/а.csv"]
)
def test_a_folder_with_work_of_the_staff_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / name).write_bytes(b"work")
    with pytest.raises(UsageError, match=re.escape(Path(name).name)):
        init.run(asked(tmp_path))
    assert snapshot(tmp_path) == {name: b"work"}


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "Публикации.xlsx").write_bytes(b"work")
    with pytest.raises(UsageError, match="Публикации"):
        init.run(asked(tmp_path))
    assert snapshot(tmp_path) == {"templates/Публикации.xlsx": b"work"}


def test_other_files_of_a_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "заметки.txt").write_text("x", encoding="utf-8")
    assert init.run(asked(tmp_path)) == 0
    assert (tmp_path / "заметки.txt").read_text(encoding="utf-8") == "x"


def test_a_file_instead_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "офис").write_bytes(b"")
    with pytest.raises(UsageError, match="нужна папка"):
        init.run(asked(tmp_path / "офис"))


def test_a_part_gets_workbooks_with_codes_of_its_own(tmp_path: Path) -> None:
    init.run(asked(tmp_path, quiet=True))
    assert init.run(asked(tmp_path, part=["Бийск"], first=2000)) == 0
    for name, first in {"Школьники и СПО": "ШК-2000", "Студенты вузов": "СТ-2000"}.items():
        sheet = load_workbook(tmp_path / "templates" / f"{name} — Бийск.xlsx")[name]
        assert sheet["A2"].value == first
    with pytest.raises(UsageError, match="Бийск"):
        init.run(asked(tmp_path, part=["Бийск"], first=2000))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"part": ["Бийск"], "first": 200}, "больше 300"),
        ({"part": ["../Бийск"], "first": 2000}, "имени файла"),
        ({"part": [" "], "first": 2000}, "имени файла"),
        ({"first": 2000}, "--part"),
        ({"google": True, "part": ["Бийск"]}, "вместе не работают"),
        ({"mode": "codes"}, "только вместе с --google"),
        ({"today": "вчера", "part": None}, "не дата"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(office: Path, given: dict[str, object], words: str) -> None:
    before = snapshot(office)
    with pytest.raises(UsageError, match=words) as refusal:
        init.run(asked(office, **given))
    assert refusal.value.exit_code == 2
    assert refusal.value.advice
    assert snapshot(office) == before


def test_a_part_needs_an_office(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="нет офиса"):
        init.run(asked(tmp_path, part=["Бийск"], first=2000))


def test_the_next_steps_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init.run(asked(tmp_path))
    printed = capsys.readouterr().out
    assert "Что сделать дальше" in printed
    assert "Состав и обязанности РПО" in printed
    assert "Публикации.xlsx — PUB" in printed


def test_programs_get_the_list_of_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init.run(asked(tmp_path, json=True))
    made = json.loads(capsys.readouterr().out)
    assert set(made["written"]) == set(snapshot(tmp_path))


def switched_on() -> str:
    """The example with every commented key taken at its word."""
    keys = r"^# (\[registers\.SCH\]|\[\[import\]\]|\[\[google\.spreadsheet\]\]|[a-z_]+ = )"
    return re.sub(keys, r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_the_example_of_exports_works_when_it_is_switched_on() -> None:
    text = switched_on()
    settings = parse(text, {}, KEYS)
    check_headings(text, settings.imports)
    assert [one.gives for one in settings.imports] == ["candidates", "progress", "people"]
    assert all(f"{key} = " in text for key in Import.known_keys())


def test_the_example_tells_every_key_with_its_default() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    settings = parse(text, {}, KEYS)
    assert settings.model_copy(update={"kept": None}) == Settings()
    sections = {
        name: getattr(Settings(), name)
        for name in Settings.model_fields
        if name not in {"kept", "registers", "imports"}
    }
    for name, section in sections.items():
        body = text.partition(f"\n[{name}]\n")[2].partition("\n[")[0]
        for key in set(type(section).known_keys()) - {"spreadsheet"}:
            assert re.search(rf"^(# )?{key} = .*#", body, re.MULTILINE), f"[{name}] {key}"
    for key in SpreadsheetSection.known_keys():
        assert re.search(rf"^# {key} = ", text.partition("\n# [[google.spreadsheet]]\n")[2], re.MULTILINE), key
    for key in Keeping.model_fields:
        assert re.search(rf"^# {key} = ", text, re.MULTILINE), key


def test_every_key_that_is_switched_off_is_right_when_switched_on() -> None:
    text = switched_on()
    settings = parse(text, {}, KEYS)
    assert settings.keeping("SCH").constants == {"Муниципалитет": "Бийск"}
    assert settings.office.oktmo == "01"
    assert [one.registers for one in settings.google.spreadsheets] == [("TEAM",)]


def test_the_settings_of_a_new_office_tell_its_season() -> None:
    settings = parse(settings_text("2030/2031", date(2030, 11, 5)), {}, KEYS)
    assert (settings.office.season, settings.office.settling_until) == ("2030/2031", date(2030, 11, 5))
