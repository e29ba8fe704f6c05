"""The package keeps what the Frictionless specifications promise: shapes, hashes, types, keys, references."""

import csv
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sync.state.tables import METADATA
from tests.sync.moving.lived import HOSTILE
from tests.sync.moving.profiles import PACKAGE

Resource = dict[str, Any]  # Any: whatever JSON holds


@pytest.fixture(scope="module")
def descriptor(whole: Path) -> Resource:
    return dict(json.loads((whole / "datapackage.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def tables(whole: Path, descriptor: Resource) -> dict[str, tuple[Resource, list[dict[str, str]]]]:
    """Name of a resource → its schema and its rows."""
    found = {}
    for one in descriptor["resources"]:
        if one["profile"] == "tabular-data-resource":
            with (whole / one["path"]).open(encoding="utf-8-sig", newline="") as file:
                lines = csv.reader(file, delimiter=one["dialect"]["delimiter"], strict=True)
                heading = next(lines)
                assert heading == [field["name"] for field in one["schema"]["fields"]]
                found[one["name"]] = one["schema"], [dict(zip(heading, line, strict=True)) for line in lines]
    return found


def test_the_descriptor_fits_the_profiles(descriptor: Resource) -> None:
    jsonschema.validate(descriptor, PACKAGE)
    names = [one["name"] for one in descriptor["resources"]]
    assert len(names) == len(set(names))


def test_every_file_is_described_with_its_size_and_its_hash(whole: Path, descriptor: Resource) -> None:
    told = {one["path"]: (one["bytes"], one["hash"]) for one in descriptor["resources"]}
    there = {}
    for path in whole.rglob("*"):
        if path.is_file() and path.name != "datapackage.json":
            data = path.read_bytes()
            there[path.relative_to(whole).as_posix()] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert there == told


def test_the_folder_is_for_its_owner_alone(whole: Path) -> None:
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (whole, *whole.rglob("*"))}
    assert modes == {(True, 0o700), (False, 0o600)}
    text = (whole / "README.txt").read_text(encoding="utf-8")
    assert "персональные данные" in text


def test_every_table_of_the_history_is_in_the_package(descriptor: Resource) -> None:
    paths = {one["path"] for one in descriptor["resources"]}
    assert {f"history/{table}.csv" for table in METADATA.tables} <= paths


def test_cells_are_of_their_types(tables: dict[str, tuple[Resource, list[dict[str, str]]]]) -> None:
    for name, (schema, rows) in tables.items():
        for field in schema["fields"]:
            for row in rows:
                cell = row[field["name"]]
                if cell in schema["missingValues"]:
                    assert not field.get("constraints", {}).get("required"), (name, field["name"])
                else:
                    check(cell, field)


def check(cell: str, field: Resource) -> None:
    """Fails for what is not of the field's type or not among its values."""
    match field["type"]:
        case "integer":
            int(cell)
        case "number":
            float(cell.replace(field.get("decimalChar", "."), "."))
        case "date":
            date.fromisoformat(cell)
        case "boolean":
            assert cell in field["trueValues"] + field["falseValues"]
    assert cell in field.get("constraints", {}).get("enum", [cell])


def test_keys_are_unique_and_references_lead_somewhere(
    tables: dict[str, tuple[Resource, list[dict[str, str]]]],
) -> None:
    for name, (schema, rows) in tables.items():
        key = schema.get("primaryKey", [])
        names = [key] if isinstance(key, str) else key
        assert not names or len({tuple(row[one] for one in names) for row in rows}) == len(rows), name
        for one in schema.get("foreignKeys", []):
            there = one["reference"]["resource"] or name
            known = {row[one["reference"]["fields"]] for row in tables[there][1]} | set(schema["missingValues"])
            assert {row[one["fields"]] for row in rows} <= known, (name, one)
    assert [one["fields"] for one in tables["history-snapshots"][0]["foreignKeys"]] == ["run", "digest", "ids"]


def test_registers_tell_what_was_typed_and_what_was_understood(
    tables: dict[str, tuple[Resource, list[dict[str, str]]]],
) -> None:
    schema, rows = tables["registers-team"]
    assert [field["name"] for field in schema["fields"]][:5] == ["_файл", "_лист", "_строка", "Код", "Название команды"]
    first = rows[0]
    assert (first["_файл"], first["_строка"], first["Дата формирования"]) == ("Команды.xlsx", "2", "2025-10-01")
    _, values = tables["values-team"]
    assert (values[0]["Код"], values[0]["Дата формирования"], values[0]["_учтена"]) == ("КМ-0001", "2025-10-01", "Да")
    assert len(values) == len(rows) == 6


def test_no_cell_of_a_table_is_a_live_formula(tables: dict[str, tuple[Resource, list[dict[str, str]]]]) -> None:
    typed = tables["registers-team"][1][0]["Примечание"]
    assert typed == f"'{HOSTILE}"
    for _, rows in tables.values():
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_readings_and_frozen_files_are_open(
    whole: Path, tables: dict[str, tuple[Resource, list[dict[str, str]]]]
) -> None:
    _, contents = tables["history-contents"]
    forms = {row["digest"]: row["form"] for row in contents}
    assert {"json", "file"} <= set(forms.values()) <= {"json", "change", "file"}
    lines = [
        json.loads(line) for line in (whole / "history" / "contents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [one["digest"] for one in lines] == [row["digest"] for row in contents if row["form"] != "file"]
    files = [whole / row["file"] for row in contents if row["form"] == "file"]
    assert {path.suffix for path in files} == {".xlsx", ".json"}
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.stem for path in files)
    assert any(one.get("json", {}).get("grids") for one in lines if isinstance(one.get("json"), dict))
