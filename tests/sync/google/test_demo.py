"""The made-up office in Google gives what it gives in a folder."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from benchmarks.google_demo import differences, plan_differences
from config.errors import UsageError
from config.registers import REGISTERS
from sync.cli import main as rpo
from sync.commands.demo import run
from sync.demo.build import build
from sync.demo.in_google import move_to_google
from sync.google.names import spreadsheets_of
from sync.google.new_office import stays_in_folder
from tests.sheets_server.running import running
from tests.sync.offices import desk_of

Line = Mapping[str, Any]  # Any: what JSON gives


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running(strict=True) as server:
        yield server.url


@dataclass(frozen=True)
class Told:
    """One office: its folder, what the first plan and the check say, the first update and a quiet one."""

    folder: Path
    plan: Line
    first: Line
    quiet: Line
    check: list[Line]


def said(*words: str) -> list[Line]:
    out = StringIO()
    with redirect_stdout(out):
        rpo([*words, "--json"])
    return [json.loads(line) for line in out.getvalue().splitlines()]


def told_by(folder: Path) -> Told:
    where = ("--office", str(folder))
    (plan,), (first,), (quiet,) = said("plan", *where), said("sync", *where), said("sync", *where)
    return Told(folder, plan, first, quiet, said("check", *where))


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory, url: str) -> tuple[Told, Told]:
    """The same office in a folder and in Google."""
    here = tmp_path_factory.mktemp("folder") / "office"
    build(here, 1)
    there = Path(copytree(here, here.with_name("google")))
    move_to_google(there, url)
    return told_by(here), told_by(there)


def test_the_remarks_are_the_same_but_for_their_source(offices: tuple[Told, Told]) -> None:
    here, there = (one.check for one in offices)
    assert len(here) == len(there) > 40
    assert differences(here, there) == []
    assert any(one["source"] != other["source"] for one, other in zip(here, there, strict=True))


def test_an_update_would_write_the_same_tabs_and_those_beside_the_registers(offices: tuple[Told, Told]) -> None:
    here, there = (one.plan["changes"] for one in offices)
    assert plan_differences(here, there) == []
    settings = desk_of(offices[1].folder).settings
    beside = {one["target"].removeprefix("Google: ") for one in there if one["target"].startswith("Google: ")}
    assert beside == spreadsheets_of(settings).keys()


def test_the_first_cycle_asks_each_spreadsheet_once_and_a_quiet_one_only_reads(offices: tuple[Told, Told]) -> None:
    there = offices[1]
    count = len(spreadsheets_of(desk_of(there.folder).settings))
    assert there.first["calls"]["write"] == count
    assert there.first["calls"]["read"] <= count
    assert there.first["calls"]["metadata"] <= count
    assert there.quiet["calls"] == {"metadata": 0, "read": count, "write": 0}
    assert there.quiet["written"] == []


def test_people_stay_in_the_folder(offices: tuple[Told, Told]) -> None:
    in_google = {key for one in desk_of(offices[1].folder).settings.google.spreadsheets for key in one.registers}
    assert not in_google & {one.key for one in REGISTERS if stays_in_folder(one, "local")}
    assert {path.stem for path in (offices[1].folder / "registers").iterdir()} == {
        "Студенты вузов", "Школьники и СПО", "Наставники", "Прохождение этапов",
    }  # fmt: skip


@pytest.mark.parametrize("address", ["https://sheets.googleapis.com", "http://example.ru:80", None])
def test_a_made_up_office_never_goes_to_the_real_google(address: str | None, tmp_path: Path) -> None:
    options = Namespace(
        google=True, endpoint=address, folder=str(tmp_path / "o"), seed=1, json=False, quiet=True, today=None
    )
    with pytest.raises(UsageError, match="учебном сервере"):
        run(options)
    assert not (tmp_path / "o").exists()
