"""Real Russian tables explored: after `--write` they read as registers; other people's tables resemble none."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.cli import main

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
TABLES = CORPUS / "ru_registers"
pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="the corpus of real tables is not beside the checkout")

SETTINGS = '[office]\nregion = "Москва"\ntoday = 2026-04-15\n\n[registers]\nkept = ["STAFF"]\n'
Explore = Callable[..., list[dict[str, Any]]]  # Any: what JSON gives


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that keeps nothing of these tables yet."""
    (tmp_path / "registers").mkdir()
    (tmp_path / "office.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def explore(office: Path, capsys: pytest.CaptureFixture[str]) -> Explore:
    """Copies tables into the office and explores them there; the JSON objects."""

    def run(*names: str, options: tuple[str, ...] = ()) -> list[dict[str, Any]]:  # Any: what JSON gives
        for name in names:
            shutil.copy(TABLES / name, office / "registers")
        capsys.readouterr()
        files = [str(office / "registers" / name) for name in names]
        assert main(["explore", *files, "--json", "--office", str(office), *options]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def states(office: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:  # Any: what JSON gives
    main(["sync", "--office", str(office), "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["registers"]
    return found


def test_lists_of_schools_and_colleges_become_a_register(
    office: Path, explore: Explore, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--write", "--constant", "Муниципалитет=город Москва")
    found = explore("csv_mos_schools.csv", "csv_mos_colleges.csv", options=options)
    assert [one["register"] for one in found] == ["EDU", "EDU"]
    assert states(office, capsys)["EDU"] == {"state": "accepted", "rows": 893, "counted": 893, "reason": None}


def test_the_subsidies_become_enterprises_when_a_person_says_so(
    office: Path, explore: Explore, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = explore("csv_mos_subsidies.csv", options=("--write", "--register", "ENT"))
    assert found["register"] == "ENT"
    read = states(office, capsys)["ENT"]
    assert (read["state"], read["rows"]) == ("accepted", 52)
    assert read["counted"] == 51, "one enterprise stands twice"


def test_the_roadmap_becomes_a_plan(office: Path, explore: Explore, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = explore("prog_infogorod_roadmap.xls", options=("--write",))
    assert found["register"] == "PLAN"
    fields = {one["field"] for one in found["columns"]}
    assert {"Мероприятие", "Ответственный", "Начало (план)", "Окончание (план)"} <= fields
    read = states(office, capsys)["PLAN"]
    assert read["state"] == "accepted"
    assert read["counted"] > 15


@pytest.mark.parametrize(
    "name",
    [
        "csv_mos_fairs.csv",
        "csv_mos_debtors.csv",
        "csv_mos_clinics_new.csv",
        "csv_mos_judges.csv",
        "csv_mos_sanatoria_padded.csv",
        "csv_mos_sme_infra.csv",
        "csv_mos_gp01_actions.tsv",
        "csv_mos_gp01_csr.tsv",
        "org_fsin_raw.xlsx",
        "prog_infogorod_budget.xls",
        "prog_infogorod_programs.xls",
        "prog_infogorod_services.xls",
        "prog_infogorod_sources.xls",
    ],
)
def test_tables_of_other_work_resemble_none(explore: Explore, name: str) -> None:
    (found,) = explore(name)
    assert found["register"] is None
    assert found["confidence"] < 0.5


@pytest.mark.parametrize(
    "name", ["csv_mos_universities.csv", "csv_mos_music_schools.csv", "csv_mos_scitech_circles.csv"]
)
def test_other_lists_of_institutions_are_known(explore: Explore, name: str) -> None:
    (found,) = explore(name)
    assert found["register"] == "EDU"
    assert found["confidence"] > 0.6
