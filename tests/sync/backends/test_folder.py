"""A folder of workbooks: what is read, what is passed over, what is refused."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.google import GoogleSection
from config.settings import LimitsSection, Settings
from sync.backends import BACKENDS
from sync.backends.base import Backend, FileRead, UnreachableError
from sync.backends.folder import FolderBackend
from sync.google.office import GoogleOffice
from tests.sync.backends.contract import BackendContract, Tables
from tests.sync.backends.workbooks import ods_bytes, save_workbook, workbook_bytes, xls_bytes

TEAMS = {"Команды и проекты": [["Код"], ["КМ-0001"]]}
NOBODY = 65534


class TestFolderBackend(BackendContract):
    def backend(self, tables: Tables, folder: Path) -> Backend:
        for name, tabs in tables.items():
            save_workbook(folder / name, tabs)
        return FolderBackend(folder, Settings())


def folder_read(folder: Path, settings: Settings | None = None) -> dict[str, FileRead]:
    return {file.name: file for file in FolderBackend(folder, settings or Settings()).read()}


def tree_of(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_folder_is_a_line_in_the_list_of_backends(tmp_path: Path) -> None:
    assert isinstance(
        BACKENDS["folder"](tmp_path, Settings(), GoogleOffice(GoogleSection(), tmp_path, tmp_path / "google.json")),
        FolderBackend,
    )


@pytest.mark.parametrize(
    "name",
    [".скрытый.xlsx", "~$Команды.xlsx", "~WRL0001.xlsx", "Письмо.docx", "фото.png", ".git/Команды.xlsx", "Без конца"],
)
def test_what_is_not_a_table_is_passed_over(name: str, tmp_path: Path) -> None:
    save_workbook(tmp_path / name, TEAMS)
    assert folder_read(tmp_path) == {}
    assert FolderBackend(tmp_path, Settings()).fingerprints() == {}


def test_every_kind_of_table_in_the_folder_is_read(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Новый.xlsx", TEAMS)
    save_workbook(tmp_path / "С макросами.XLSM", TEAMS)
    (tmp_path / "Старый.xls").write_bytes(xls_bytes(TEAMS))
    (tmp_path / "Свободный.ods").write_bytes(ods_bytes(TEAMS))
    (tmp_path / "Текст.csv").write_text("Код\nКМ-0001\n")
    (tmp_path / "Текст.tsv").write_text("Код\nКМ-0001\n")
    read = folder_read(tmp_path)
    assert {name: file.grids[0].rows for name, file in read.items()} == dict.fromkeys(read, (("Код",), ("КМ-0001",)))
    assert len(read) == 6
    assert all(not file.notes for file in read.values())


def test_other_content_than_the_name_says_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "Команды.xlsx").write_bytes(xls_bytes(TEAMS))
    file = folder_read(tmp_path)["Команды.xlsx"]
    assert (file.code, [code for code, _ in file.notes]) == (None, ["F03"])


@pytest.mark.parametrize("name", ["Книга.XLSB", "Книга.xml", "Книга.fods", "Книга.numbers", "Старый.xls"])
def test_a_table_of_a_kind_that_is_not_read_is_told_and_not_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"anything")
    file = folder_read(tmp_path)[name]
    assert (file.code, file.refused) == ("F03", "not_a_workbook")
    assert ".xlsx" in file.advice


def test_a_workbook_open_in_excel_is_read_as_saved_with_a_note_that_names_nobody(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Команды.xlsx", TEAMS)
    quiet = FolderBackend(tmp_path, Settings()).fingerprints()
    (tmp_path / "~$Команды.xlsx").write_bytes(b"\x05Petrova")
    file = folder_read(tmp_path)["Команды.xlsx"]
    assert file.grids[0].rows[1] == ("КМ-0001",)
    assert file.notes == (("F05", "Файл открыт в Excel; прочитано сохранённое."),)
    assert FolderBackend(tmp_path, Settings()).fingerprints() == quiet


def test_excel_cuts_two_letters_off_the_name_of_its_lock(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Команды и проекты.xlsx", TEAMS)
    (tmp_path / "~$манды и проекты.xlsx").touch()
    assert folder_read(tmp_path)["Команды и проекты.xlsx"].notes


@pytest.mark.parametrize("data", [b"", b"\0" * 4096])
def test_an_empty_file_is_not_read_now(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "Команды.xlsx").write_bytes(data)
    file = folder_read(tmp_path)["Команды.xlsx"]
    assert file.code == "F05"
    assert FolderBackend(tmp_path, Settings()).fingerprints()["Команды.xlsx"].startswith("!F05")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Команды.xlsx", TEAMS)
    small = Settings(limits=LimitsSection(file_megabytes=0.001))
    assert folder_read(tmp_path, small)["Команды.xlsx"].code == "F04"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "Команды.xlsx").symlink_to(tmp_path / "нет.xlsx")
    assert folder_read(tmp_path)["Команды.xlsx"].code == "F05"


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = save_workbook(tmp_path / "чужое" / "Тайна.xlsx", TEAMS)
    folder = tmp_path / "registers"
    folder.mkdir()
    (folder / "Команды.xlsx").symlink_to(secret)
    (folder / "Папка").symlink_to(secret.parent, target_is_directory=True)
    read = folder_read(folder)
    assert {name: file.code for name, file in read.items()} == {"Команды.xlsx": "F05", "Папка": "F05"}
    assert all("ссылка" in file.text and not file.grids for file in read.values())


def test_a_link_inside_the_folder_is_read_once_under_its_true_name(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Команды.xlsx", TEAMS)
    (tmp_path / "Ещё.xlsx").symlink_to(tmp_path / "Команды.xlsx")
    assert list(folder_read(tmp_path)) == ["Команды.xlsx"]


def test_a_pipe_under_a_workbooks_name_does_not_hang_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Команды.xlsx")
    assert folder_read(tmp_path)["Команды.xlsx"].code == "F05"


def test_a_folder_that_vanished_is_not_an_empty_office(tmp_path: Path) -> None:
    backend = FolderBackend(tmp_path / "registers", Settings())
    with pytest.raises(UnreachableError, match="нет на месте"):
        backend.read()
    with pytest.raises(UnreachableError):
        backend.fingerprints()


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "Битый.xlsx").write_bytes(workbook_bytes(TEAMS)[:-40])
    (tmp_path / "Закрытый.xlsx").write_bytes(b"")
    save_workbook(tmp_path / "Целый.xlsx", TEAMS)
    assert {name: file.code for name, file in folder_read(tmp_path).items()} == {
        "Битый.xlsx": "F02",
        "Закрытый.xlsx": "F05",
        "Целый.xlsx": None,
    }


def test_nothing_in_the_folder_is_touched(tmp_path: Path) -> None:
    save_workbook(tmp_path / "Команды.xlsx", TEAMS)
    (tmp_path / "Битый.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "Список.csv").write_bytes("Код;Имя\nА;Б\n".encode("cp1251"))
    before = tree_of(tmp_path)
    backend = FolderBackend(tmp_path, Settings())
    backend.fingerprints()
    backend.read()
    assert tree_of(tmp_path) == before


_AS_NOBODY = """
import encodings.utf_8_sig, os, sys
from pathlib import Path
from config.settings import Settings
from sync.backends.folder import FolderBackend
os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
for file in FolderBackend(Path(sys.argv[1]), Settings()).read():
    print(file.name, file.code, len(file.grids))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become another user")
def test_a_user_with_read_only_rights_reads_what_he_may_and_is_told_of_the_rest(tmp_path: Path) -> None:
    for parent in (tmp_path, *tmp_path.parents):
        if parent.name.startswith(("pytest-", "popen-", "test_")):
            parent.chmod(0o755)
    folder = tmp_path / "registers"
    (folder / "Папка").mkdir(parents=True)
    for name in ("Команды.csv", "Чужие.csv", "Папка/Внутри.csv"):
        (folder / name).write_text("Код;Название\nКМ-0001;Вектор\n")
    (folder / "Чужие.csv").chmod(0o000)
    (folder / "Папка").chmod(0o000)
    folder.chmod(0o555)
    command = [sys.executable, "-c", _AS_NOBODY.format(nobody=NOBODY), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.splitlines() == ["Команды.csv None 1", "Папка F05 0", "Чужие.csv F05 0"], done.stderr


_CLOSED = """
import os, sys
from pathlib import Path
from config.settings import Settings
from sync.backends.base import UnreachableError
from sync.backends.folder import FolderBackend
os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
try:
    FolderBackend(Path(sys.argv[1]), Settings()).read()
except UnreachableError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may become another user")
def test_a_folder_under_a_closed_one_is_told_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "Закрыто" / "registers"
    folder.mkdir(parents=True)
    (tmp_path / "Закрыто").chmod(0o000)
    command = [sys.executable, "-c", _CLOSED.format(nobody=NOBODY), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "закрыта для этого пользователя" in done.stdout, done.stderr
