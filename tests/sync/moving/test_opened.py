"""A damaged package is refused by the name of what is wrong in it, and nothing is written."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from config.errors import OfficeError, StateError, UsageError
from sync.moving.importing import import_office
from sync.moving.opened import DamagedError

Shape = dict[str, Any]  # Any: whatever JSON holds


def refused(package: Path, kind: type[OfficeError] = DamagedError) -> OfficeError:
    """What the import says; it has written nothing."""
    before = sorted(path.name for path in package.parent.iterdir())
    with pytest.raises(kind) as error:
        import_office(package.parent / "office", package)
    assert sorted(path.name for path in package.parent.iterdir()) == before
    return error.value


def changed(package: Path, change: Callable[[Shape], object]) -> None:
    path = package / "datapackage.json"
    shape = json.loads(path.read_text(encoding="utf-8"))
    change(shape)
    path.write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")


def signed(package: Path, path: str) -> None:
    """The descriptor says of the file what it holds now."""
    data = (package / path).read_bytes()

    def sign(shape: Shape) -> None:
        one = next(one for one in shape["resources"] if one["path"] == path)
        one["bytes"], one["hash"] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"

    changed(package, sign)


@pytest.mark.parametrize(
    "path",
    [
        "registers/xlsx/Команды.xlsx",
        "registers/TEAM.csv",
        "history/remarks.csv",
        "history/contents.jsonl",
        "README.txt",
    ],
)
def test_one_changed_byte_is_found(path: str, package: Path) -> None:
    data = bytearray((package / path).read_bytes())
    data[len(data) // 2] ^= 1
    (package / path).write_bytes(bytes(data))
    error = refused(package)
    assert f"«{path}»" in error.sentence
    assert "Ничего не записано" in error.advice


@pytest.mark.parametrize("path", ["history/runs.csv", "registers/xlsx/Наставники.xlsx", "settings/office.toml"])
def test_a_file_that_is_gone_is_named(path: str, package: Path) -> None:
    (package / path).unlink()
    assert f"«{path}»" in refused(package).sentence


def test_a_longer_file_is_found(package: Path) -> None:
    path = "history/holds.csv"
    (package / path).write_bytes((package / path).read_bytes() + b"\r\n")
    assert f"«{path}»" in refused(package).sentence


def test_a_version_of_a_row_that_was_typed_over_breaks_the_chain(package: Path) -> None:
    path = "history/row_versions.csv"
    text = (package / path).read_bytes().decode()
    assert "Команда 2" in text
    (package / path).write_bytes(text.replace("Команда 2", "Команда 9", 1).encode())
    signed(package, path)
    assert "цепочка не сходится" in refused(package).sentence


def test_a_version_of_a_row_that_was_taken_out_breaks_the_chain(package: Path) -> None:
    path = "history/row_versions.csv"
    lines = (package / path).read_bytes().splitlines(keepends=True)
    (package / path).write_bytes(b"".join([*lines[:3], *lines[4:]]))
    signed(package, path)
    assert "цепочка не сходится" in refused(package).sentence


def test_a_content_that_is_not_what_its_name_says_is_found_and_nothing_stays(package: Path) -> None:
    path = next(one for one in (package / "history" / "contents").iterdir() if one.suffix == ".json")
    path.write_bytes(path.read_bytes().replace(b"2026", b"2025", 1))
    name = path.relative_to(package).as_posix()
    signed(package, name)
    assert f"«{name}»" in refused(package).sentence


@pytest.mark.parametrize("text", ["", "[]", "{", '{"resources": []}', '{"rpo": {"form": 1}, "resources": [{}]}'])
def test_a_descriptor_that_is_none_is_refused(text: str, package: Path) -> None:
    (package / "datapackage.json").write_text(text, encoding="utf-8")
    assert "datapackage.json" in refused(package).sentence


@pytest.mark.parametrize(
    "place", ["../evil.txt", "/etc/evil.txt", "registers/../../evil", "state/rpo.sqlite", "evil.txt", "c:\\evil"]
)
def test_no_file_is_laid_outside_the_folders_of_an_office(place: str, package: Path) -> None:
    def lead_away(shape: Shape) -> None:
        next(one for one in shape["resources"] if one.get("rpo:place", "").endswith("Команды.xlsx"))["rpo:place"] = (
            place
        )

    changed(package, lead_away)
    assert "ведёт за её пределы" in refused(package).sentence


def test_a_package_of_a_later_program_is_not_guessed_at(package: Path) -> None:
    changed(package, lambda shape: shape["rpo"].update(state_version=999))
    assert "более новой версией" in refused(package, StateError).sentence
    changed(package, lambda shape: shape["rpo"].update(form=2))
    assert "более новой версией" in refused(package).sentence


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    assert "не выгрузка офиса" in refused(tmp_path / "package", UsageError).sentence


def test_a_damaged_zip_is_refused(whole: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "package"), "zip", whole))
    data = bytearray(archive.read_bytes())
    for at in range(2000, len(data) - 30_000, 500):
        data[at] ^= 0xFF
    archive.write_bytes(bytes(data))
    refused(archive)


def test_a_zip_packed_with_its_folder_is_understood(package: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", package.parent, package.name))
    assert (import_office(tmp_path / "office", archive).folder / "office.toml").is_file()
