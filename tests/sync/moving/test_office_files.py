"""Which files are taken along: those of the office, not links, not what is hidden, not earlier packages, never a key."""

from pathlib import Path

from config.settings import parse
from sync.moving.exporting import export_everything
from sync.moving.office_files import office_files
from tests.sync.moving.lived import desk_at, export
from tests.sync.offices import desk_of

MADE = {
    "registers/Команды.xlsx", "registers/Наставники.xlsx", "registers/РПО.xlsx", "registers/район/СПО..2026.csv",
    "registers/битый.xlsx", "imports/Форма.csv", "templates/Письмо.docx", "reports/archive/2026-04/Отчёты.xlsx",
    "exports/fpo/2026-04/data.csv", "private/Наставники (имена).xlsx",
}  # fmt: skip
LEFT = (
    "registers/.~lock.Команды.xlsx#", "registers/заметки.txt", "private/google-key.json", "logs/rpo.log",
    "reports/.Отчёты.xlsx.12.rpo-new", "exports/всё/2026-04-01/datapackage.json", "exports/.hidden/data.csv",
    "state/google.json", "templates/~$Письмо.docx",
)  # fmt: skip


def office(folder: Path) -> Path:
    for name in (*MADE, *LEFT):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(name.encode())
    (folder / "office.toml").write_text("[office]\n", encoding="utf-8")
    return folder


def test_the_files_of_the_office_are_taken_and_others_are_left(tmp_path: Path) -> None:
    desk = desk_of(office(tmp_path / "office"))
    assert {one.place for one in office_files(desk, names=True)} == MADE


def test_without_names_what_names_people_is_left(tmp_path: Path) -> None:
    desk = desk_of(office(tmp_path / "office"))
    left = {one for one in MADE if one.startswith(("imports/", "private/"))}
    assert {one.place for one in office_files(desk, names=False)} == MADE - left


def test_no_path_in_the_package_leads_upward(tmp_path: Path) -> None:
    desk = desk_of(office(tmp_path / "office"))
    paths = {one.place: one.path for one in office_files(desk, names=True)}
    assert paths["registers/район/СПО..2026.csv"] == "registers/xlsx/район/СПО.%2E2026.csv"
    assert not any(".." in path for path in paths.values())


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = office(tmp_path / "office")
    secret = tmp_path / "secret.xlsx"
    secret.write_bytes(b"secret")
    for name in ("registers/ссылка.xlsx", "templates/ссылка.docx"):
        (folder / name).symlink_to(secret)
    (folder / "exports" / "вверх").symlink_to(tmp_path)
    assert {one.place for one in office_files(desk_of(folder), names=True)} == MADE


def test_tables_on_a_share_come_into_the_folder_of_registers(tmp_path: Path) -> None:
    folder = office(tmp_path / "office")
    share = tmp_path / "share"
    (folder / "registers").rename(share)
    text = (folder / "office.toml").read_text(encoding="utf-8")
    (folder / "office.toml").write_text(f'{text}\n[storage]\nfolder = "{share}"\n', encoding="utf-8")
    assert {one.place for one in office_files(desk_of(folder), names=True)} == MADE
    made = export(folder, tmp_path / "package")
    settings = parse((made.folder / "settings" / "office.toml").read_text(encoding="utf-8"), {})
    assert settings.storage.folder == "registers"


def test_two_packages_of_a_day_stand_beside_each_other(tmp_path: Path) -> None:
    folder = office(tmp_path / "office")
    names = [export_everything(desk_at(folder)).folder.name for _ in range(2)]
    assert names == ["2026-05-12", "2026-05-12-2"]
    assert all((folder / "exports" / "всё" / name).stat().st_mode & 0o777 == 0o700 for name in names)
