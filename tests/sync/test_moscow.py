"""Open data of Moscow become registers by settings alone: schools, enterprises, the roadmap of a programme."""

import shutil
from argparse import Namespace
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sync.desk import Desk, open_desk
from sync.look import look_once
from sync.run import update
from tests.sync.offices import bytes_of

ROOT = Path(__file__).parents[2]
LISTS = ROOT.parent / "shared" / "corpus" / "ru_registers"
FILES = (
    "csv_mos_schools.csv",
    "csv_mos_colleges.csv",
    "csv_mos_universities.csv",
    "csv_mos_subsidies.csv",
    "prog_infogorod_roadmap.xls",
)
pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the corpus of real tables is not beside the checkout")

EXPECTED = {
    ("EDU", "C14", "Телефон"): 420,
    ("EDU", "C11", "Телефон"): 198,
    ("EDU", "C14", "Официальный сайт"): 21,
    ("EDU", "C11", "Официальный сайт"): 1,
    ("EDU", "C07", "Полное наименование"): 1,
    ("EDU", "S10", None): 1,
    ("ENT", "C05", "Наименование организации"): 1,
    ("ENT", "S10", None): 1,
    ("PLAN", "S6", None): 1,
    ("PLAN", "S8", None): 5,
    ("PLAN", "S10", None): 1,
}
"""Telephones without the city's code, several in a cell; an e-mail or two addresses for a site; a Latin letter; an
enterprise that got two subsidies; the five sub-programmes of the roadmap, whose heading is three rows high; no codes."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The example office with the real lists in it."""
    shutil.copy(ROOT / "docs" / "examples" / "moscow" / "office.toml", tmp_path)
    (tmp_path / "registers").mkdir()
    for name in FILES:
        shutil.copy(LISTS / name, tmp_path / "registers")
    return open_desk(Namespace(office=str(tmp_path), today=None))


def test_every_row_is_counted_and_every_remark_is_expected(desk: Desk) -> None:
    survey = look_once(desk, quiet=True)
    table = survey.facts.scene.office.tables["EDU"]
    assert len(table.counted) == len(table) == 786 + 107 + 10
    assert Counter((one.place.register, one.code, one.place.column) for one in survey.remarks) == EXPECTED


def test_an_event_that_spans_merged_rows_is_one_record(desk: Desk) -> None:
    table = look_once(desk, quiet=True).facts.scene.office.tables["PLAN"]
    assert len(table.counted) == len(table) == 23
    first = table.record(0)
    assert (first.start, first.end) == (date(2012, 1, 1), date(2016, 12, 31))
    assert first.title.startswith("Мероприятие 12А0100.")


def test_an_enterprise_that_stands_twice_is_counted_once(desk: Desk) -> None:
    table = look_once(desk, quiet=True).facts.scene.office.tables["ENT"]
    assert (len(table), len(table.counted)) == (52, 51)


def test_the_kinds_of_institution_are_understood(desk: Desk) -> None:
    table = look_once(desk, quiet=True).facts.scene.office.tables["EDU"]
    assert Counter(table.values["type"]) == {"Общеобразовательная": 786, "Колледж (СПО)": 107, "Вуз": 10}


def test_the_update_goes_end_to_end_and_the_next_one_is_quiet(desk: Desk) -> None:
    done = update(desk).registers
    assert done["EDU"] == {"state": "accepted", "rows": 903, "counted": 903, "reason": None}
    assert {key: (one["state"], one["counted"]) for key, one in done.items()} == {
        "PLAN": ("accepted", 23),
        "ENT": ("accepted", 51),
        "EDU": ("accepted", 903),
    }
    before = bytes_of(desk.reports)
    assert update(desk).written == ()
    assert bytes_of(desk.reports) == before


def test_the_workbook_opens_with_the_causes(desk: Desk) -> None:
    update(desk)
    sheet = openpyxl.load_workbook(desk.reports / "Замечания.xlsx")["Замечания"]
    kinds = [row[0].value for row in sheet.iter_rows(min_row=5, max_row=12)]
    assert kinds.count("Причина, старая") == 3
    assert sheet.max_row > sum(EXPECTED.values())


def test_ids_stay_when_a_row_is_inserted(desk: Desk) -> None:
    update(desk)
    first = look_once(desk, quiet=True).facts.scene.office.tables["EDU"]
    path = desk.registers / "csv_mos_universities.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(1, lines[1].replace("Государственное", "Новое государственное"))
    path.write_text("".join(lines), encoding="utf-8")
    second = look_once(desk, quiet=True).facts.scene.office.tables["EDU"]
    names = dict(zip(first.values["title"], first.ids, strict=True))
    again = dict(zip(second.values["title"], second.ids, strict=True))
    assert {name: again[name] for name in names} == names
    assert len(second) == len(first) + 1
