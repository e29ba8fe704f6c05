"""`rpo demo` as a folder: the same bytes for a seed, small offices with one fault each, and nobody else's folder touched."""

import json
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import time_machine

from config.errors import UsageError
from sync.demo.build import MARKER, PLANTED, build
from sync.demo.office import DemoOffice
from sync.demo.planted import Planted
from sync.demo.shown import kept_examples, shown
from sync.demo.small import small_offices
from sync.desk import open_desk
from sync.look import look_once
from validators.remark import Remark, Severity

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Told:
    """What is planted in an office and in the small ones beside it, as the build gives it and as the folder keeps it; what each is told."""

    planted: tuple[Planted, ...]
    kept: list[dict[str, object]]
    remarks: Mapping[str, tuple[Remark, ...]]


@cache
def told(seed: int) -> Told:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "demo"
        planted = build(root, seed)
        kept = json.loads((root / PLANTED).read_text(encoding="utf-8"))
        desks = {
            office: open_desk(Namespace(office=str(root / office), today=None))
            for office in sorted({one.office for one in planted})
        }
        return Told(planted, kept, {office: look_once(desk, quiet=True).remarks for office, desk in desks.items()})


def test_planted_json_tells_every_fault(seed: int) -> None:
    planted, lines = told(seed).planted, told(seed).kept
    assert [(line["code"], line["id"], line["office"]) for line in lines] == [
        (one.code, one.id, one.office) for one in planted
    ]
    assert {"office", "code", "register", "id", "column", "kind", "source", "cell", "right"} <= lines[0].keys()


def test_every_office_shows_the_faults_planted_in_it_and_no_others(seed: int) -> None:
    for office, found in told(seed).remarks.items():
        mine = [one for one in told(seed).planted if one.office == office]
        loud = Counter((one.code, one.place.register, one.place.id, one.place.column) for one in found)
        assert loud == Counter((one.code, one.register, one.id, one.column) for one in mine), office


def test_the_catalogue_shows_remarks_that_the_made_up_office_gets() -> None:
    remarks = told(1).remarks.values()
    assert kept_examples() == shown([one for found in remarks for one in found]), "make docs"


def test_a_small_office_has_one_fault_in_a_folder_of_its_code(clean: DemoOffice) -> None:
    folders = [one.folder for one in small_offices(clean)]
    assert folders[:2] == ["faults/S01", "faults/S02"]
    assert len(set(folders)) == len(folders)


def test_neither_the_bytes_nor_the_remarks_depend_on_the_clock(tmp_path: Path) -> None:
    with time_machine.travel("2025-02-03 04:05", tick=True):
        build(tmp_path / "one", 4)
    with time_machine.travel("2031-12-31 23:59", tick=True):
        planted = build(tmp_path / "two", 4)
        found = look_once(open_desk(Namespace(office=str(tmp_path / "two"), today=None)), quiet=True).remarks
    one, two = _bytes(tmp_path / "one"), _bytes(tmp_path / "two")
    assert one == two
    assert len(found) == sum(one.office == "." for one in planted)
    assert any(one.severity is Severity.ERROR for one in found)


def test_the_rows_do_not_depend_on_the_hashes_of_the_process() -> None:
    code = "import hashlib; from sync.demo.office import office; print(hashlib.sha256(repr(office(6).rows).encode()).hexdigest())"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": salt}, cwd=ROOT, capture_output=True, check=True
        ).stdout
        for salt in ("1", "2")
    }
    assert len(said) == 1


def test_its_own_folder_is_made_anew_and_what_others_put_beside_stays(tmp_path: Path) -> None:
    build(tmp_path, 1)
    stray = tmp_path / "registers" / "Лишний.xlsx"
    stray.write_bytes(b"")
    (tmp_path / "заметки.txt").write_text("моё", encoding="utf-8")
    build(tmp_path, 2)
    assert not stray.exists()
    assert (tmp_path / MARKER).is_file()
    assert (tmp_path / "заметки.txt").read_text(encoding="utf-8") == "моё"


@pytest.mark.parametrize("name", ["письмо.txt", "office.toml", "registers"])
def test_a_folder_of_somebody_else_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("чужое", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        build(tmp_path, 1)
    assert "demo" in refused.value.advice
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "чужое"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("чужое", encoding="utf-8")
    with pytest.raises(UsageError):
        build(tmp_path / "demo", 1)


def _bytes(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file() and not {"state", "reports"} & set(path.parts)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
