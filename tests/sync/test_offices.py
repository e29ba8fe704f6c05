"""Many offices of one operator as commands see them: which folders are offices, a line each, what is wrong where."""

import json
from pathlib import Path

import pytest

from config.errors import SettingsError
from sync.cli import main
from sync.offices import folders_in, offices_in, one_history_each
from sync.run import update
from tests.sync import offices


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office that was updated, one in which a register vanished, one that can't be read, and a folder beside them."""
    update(offices.build(tmp_path / "altai"))
    update(offices.build(tmp_path / "bryansk"))
    offices.write_book(tmp_path / "bryansk", ["TEAM"], {"TEAM": [offices.team(1)]})
    update(offices.desk_of(tmp_path / "bryansk", "2026-04-16"))
    (tmp_path / "chita").mkdir()
    (tmp_path / "chita" / "office.toml").write_text("[nonsense]\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "list.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_an_office_is_a_folder_with_settings(folder: Path) -> None:
    assert folders_in(folder) == ["altai", "bryansk", "chita", "notes"]
    assert [one.name for one in offices_in(folder)] == ["altai", "bryansk", "chita"]
    with pytest.raises(SettingsError, match="нет ни одного офиса"):
        offices_in(folder / "notes")


def test_status_of_many_is_a_line_an_office(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--offices", str(folder)]) == 7, "something waits for a person"
    first, altai, bryansk, chita = capsys.readouterr().out.splitlines()
    assert first == "Служба офисов этой папки на этой машине не запущена. Запустить: rpo serve --offices ПАПКА."
    assert altai.startswith("altai: обновление № 1, ")
    assert "приостановлено" not in altai
    assert bryansk.startswith("bryansk: обновление № 2, ")
    assert "; приостановлено: 1;" in bryansk
    assert chita.startswith("chita: ")
    assert "nonsense" in chita


def test_status_of_many_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["status", "--offices", str(folder), "--json"])
    told = {one["office"]: one for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert told["altai"]["last"]["run"] == 1
    assert [one["register"] for one in told["bryansk"]["held"]] == ["TEAM"]
    assert told["chita"] == {"office": "chita", "trouble": "SettingsError"}


def test_doctor_of_many_tells_only_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--offices", str(folder)]) == 1
    assert any(line.startswith("chita: Настройки: ") for line in capsys.readouterr().out.splitlines())


def test_two_offices_do_not_share_a_history(folder: Path) -> None:
    one_history_each(folder)
    (folder / "copy").symlink_to(folder / "altai")
    with pytest.raises(SettingsError, match="«altai» и «copy» одна и та же история"):
        one_history_each(folder)
