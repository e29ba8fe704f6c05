"""Nothing personal stands in a report that may leave the office: canaries in every P3 and P4 cell, none of them out."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import count

import pytest

from config.apart import personal_columns
from config.columns import Column
from config.registers import REGISTERS
from config.settings import parse
from reports.composed import compose_all
from reports.layout import IN_SHEET
from reports.report import Report
from sync.backends.base import FileRead
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.planting import TypedRow, plant
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.google.names import place_of
from sync.pipeline import survey
from sync.sheets import Look
from tests.sync.coded import CODES, parted

GOOGLE = f'[[google.spreadsheet]]\nid = "{"a" * 44}"\nregisters = ["PLAN", "TEAM"]\n'
MIXED = f'[personal_data]\nmode = "local"\n[storage]\nkind = "mixed"\n{GOOGLE}'
MIXED_CODES = f'{CODES}[storage]\nkind = "mixed"\n{GOOGLE}'
IN_GOOGLE = '[personal_data]\nmode = "in_sheet"\n'
MODES = {"codes": CODES, "mixed": MIXED, "mixed codes": MIXED_CODES}
FAULTY = 6
"""Every so many-th canary can't be read, so that it gets a remark."""


def _letters(number: int) -> str:
    return "".join(chr(ord("а") + int(digit)) for digit in str(number))


def _canary(column: Column, number: int) -> str | date:
    match column.kind.name:
        case "date":
            return date(1931, 1, 1) + timedelta(days=number)
        case "phone":
            return f"+7 983 777-{number // 100:02d}-{number % 100:02d}"
        case "email":
            return f"canary{number}@example.org"
        case "full_name":
            return f"Канарейкин{_letters(number)} Кенар{_letters(number)} Кенарович{_letters(number)}"
        case _:
            return f"Канарейкин{_letters(number)}"


def with_canaries() -> tuple[Mapping[str, list[TypedRow]], list[str]]:
    """The spoiled demo office with a canary in every personal cell, and the words by which each is known."""
    rows: dict[str, list[TypedRow]] = {key: list(one) for key, one in plant(office(3)).rows.items()}
    told: list[str] = []
    numbers = count(100)
    for register in REGISTERS:
        for at, row in enumerate(rows.get(register.key, ())):
            changed = {}
            for column in personal_columns(register):
                number = next(numbers)
                cell = _canary(column, number)
                spoil = number % FAULTY == 0 and isinstance(cell, str)
                changed[column.field] = f"{cell} (1?)" if spoil else cell
                told += _words_of(cell)
            rows[register.key][at] = {**row, **changed}
    return rows, told


def _words_of(cell: str | date) -> Iterator[str]:
    if isinstance(cell, date):
        yield from (repr(cell), f"{cell:%d.%m.%Y}")
    elif cell.startswith("+7"):
        yield from (cell, cell.replace(" ", "").replace("-", ""))
    else:
        yield cell.partition(" ")[0]


@lru_cache
def _office() -> tuple[tuple[FileRead, ...], tuple[str, ...]]:
    rows, canaries = with_canaries()
    return tuple(read_file(name, data) for name, data in workbooks(rows).items()), tuple(canaries)


def _reports(mode: str, text: str) -> tuple[Report, ...]:
    files, _ = _office()
    shared, private = parted(files) if mode == "codes" else (list(files), [])
    return compose_all(survey(shared, Look(parse(text, {}), TODAY), (), private).facts)


def _seen(report: Report) -> list[str]:
    said = repr(report)
    return [canary for canary in _office()[1] if canary in said]


@pytest.mark.parametrize(("mode", "text"), MODES.items(), ids=MODES)
def test_no_canary_flies_out_of_the_office(mode: str, text: str) -> None:
    leaving = [report for report in _reports(mode, text) if not report.local]
    assert {report.tab for report in leaving} >= {"Замечания", "Состояние", "Без ответственного"}
    assert {report.tab: _seen(report)[:3] for report in leaving if _seen(report)} == {}


def test_the_names_are_there_for_those_who_work_on_this_machine() -> None:
    reports = _reports("codes", CODES)
    named = [report for report in reports if _seen(report)]
    assert named
    assert all(report.local for report in named)
    assert any(report.workbook.startswith("Замечания — ") for report in named)
    lookup = {report.tab: len(_seen(report)) for report in reports if report.workbook == "Участники с именами"}
    assert lookup.keys() == {"Студенты вузов", "Школьники и СПО", "Наставники"}
    assert min(lookup.values()) > 50


@pytest.mark.parametrize("text", [MIXED, MIXED_CODES, f'{CODES}[storage]\nkind = "google"\n{GOOGLE}'])
def test_no_local_report_is_placed_in_google(text: str) -> None:
    settings = parse(f'{text}\n[google]\nreports_spreadsheet = "{"b" * 44}"\n', {})
    files, _ = _office()
    facts = survey(files, Look(settings, TODAY)).facts
    placed = [report for report in compose_all(facts) if place_of(report, settings) is not None]
    assert len(placed) > 3
    assert not [report.tab for report in placed if report.local or _seen(report)]


def test_workbooks_with_names_are_called_by_posts() -> None:
    for report in _reports("codes", CODES):
        assert not [canary for canary in _office()[1] if canary in f"{report.workbook} {report.tab}"]


def test_an_office_in_its_own_folder_has_no_book_of_names() -> None:
    reports = _reports("local", "")
    assert "Участники с именами" not in {report.workbook for report in reports}
    assert any(_seen(report) for report in reports if not report.local), "staff are called by name there"
    assert {report.notice for report in reports} == {""}


def test_names_in_google_are_told_on_every_report() -> None:
    assert {report.notice for report in _reports("in_sheet", IN_GOOGLE)} == {IN_SHEET}
