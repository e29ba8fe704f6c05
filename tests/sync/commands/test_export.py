"""`rpo export --all`: says where everything went and that it holds personal data; overwrites nothing."""

import json
from pathlib import Path

import pytest

from sync.cli import main
from sync.run import update
from tests.sync.offices import build, bytes_of, desk_of

CREDENTIALS = '\n[google]\ncredentials = "private/ключ.json"\n'


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An updated office whose settings name a key; nobody may change it but its exports."""
    folder = tmp_path_factory.mktemp("export") / "office"
    build(folder)
    with (folder / "office.toml").open("a", encoding="utf-8") as file:
        file.write(CREDENTIALS)
    update(desk_of(folder))
    return folder


def test_it_says_where_everything_is_and_what_to_beware_of(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--all", "--office", str(office), "--out", str(tmp_path / "out"), "--zip"]) == 0
    told = capsys.readouterr().out
    assert f"Выгружено в {tmp_path / 'out'}: 3 реестра, " in told.replace("\u00a0", " ")
    assert "по состоянию на обновление № 1." in told.replace("\u00a0", " ")
    assert f"То же одним файлом: {tmp_path / 'out.zip'}." in told
    assert "В папке есть персональные данные, в том числе детей: храните и передавайте её по 152-ФЗ." in told
    assert "Из office.toml не выгружено: google.credentials." in told
    text = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert "Из office.toml не выгружено: google.credentials." in text
    assert "ключ.json" not in "".join(path.read_text("utf-8", "replace") for path in (tmp_path / "out").rglob("*.toml"))


def test_json_names_the_folder_and_its_digest(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--all", "--office", str(office), "--out", str(tmp_path / "out"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    digest = bytes_of(tmp_path / "out")["datapackage.json"]
    assert (told["folder"], told["archive"], told["sha256"]) == (str(tmp_path / "out"), None, digest)
    assert (told["registers"], told["run"], told["left_out"]) == (["TEAM", "MENT", "STAFF"], 1, ["google.credentials"])


def test_what_lies_there_is_not_overwritten(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["export", "--all", "--office", str(office), "--out", str(tmp_path)]) == 2
    assert "не пуста" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_word_what_to_export_nothing_is(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--office", str(office)]) == 2
    assert "Не сказано, что выгрузить" in capsys.readouterr().err


def test_an_office_is_made_of_it_and_says_what_to_type_in(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--all", "--office", str(office), "--out", str(tmp_path / "out"), "-q"]) == 0
    capsys.readouterr()
    assert main(["init", str(tmp_path / "new"), "--from-export", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert f"Офис создан из выгрузки: {tmp_path / 'new'}" in told
    assert "Впишите заново в office.toml: google.credentials." in told
    assert bytes_of(tmp_path / "out")["datapackage.json"] in told
    assert main(["status", "--office", str(tmp_path / "new")]) == 0


def test_other_keys_of_init_do_not_go_with_an_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new"), "--from-export", "x", "--google"]) == 2
    assert "не сочетается" in capsys.readouterr().err
