"""The stamp of a tab turns red by itself, counted in working days; what is not kept up to date never does."""

import io
import re
import zipfile
from datetime import date, datetime

import pytest

from reports.formats.google import requests_for
from reports.formats.page import Page
from reports.formats.xlsx import render
from reports.freshness import WARNING, fresh_until, kept_fresh, stale_formula
from reports.report import Report, Stamp, Words

REPORT = Report("Отчёты", "Отчёт. Пример", (Words("Пример", "title"), Words("По состоянию на 15.04.2026", "subtitle")))


def stamp(day: str) -> Stamp:
    return Stamp(17, datetime.fromisoformat(f"{day}T02:00"))


@pytest.mark.parametrize(
    ("written", "last_good_day"),
    [
        ("2026-04-15", "2026-04-16"), ("2026-04-17", "2026-04-20"), ("2026-04-18", "2026-04-20"), ("2026-04-30", "2026-05-04"),
        ("2025-12-30", "2026-01-12"),
    ],
)  # fmt: skip
def test_a_stamp_is_fresh_until_the_next_working_day_is_over(written: str, last_good_day: str) -> None:
    assert fresh_until(date.fromisoformat(written)) == date.fromisoformat(last_good_day)


def test_the_formula_compares_two_numbers() -> None:
    sheet = kept_fresh(REPORT, stamp("2026-04-15"))
    assert sheet.fresh is not None
    assert sheet.fresh.row == 1
    assert stale_formula(sheet.fresh) == "=TODAY()>46128"


def xml_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read("xl/worksheets/sheet1.xml").decode() + book.read("xl/styles.xml").decode()


def test_excel_turns_it_red_and_says_why() -> None:
    xml = xml_of(render([kept_fresh(REPORT, stamp("2026-04-15"))]))
    assert re.search(r'<conditionalFormatting sqref="A2(?::[A-Z]+2)?">.*<formula>TODAY\(\)&gt;46128</formula>', xml)
    assert WARNING in xml


def test_a_file_made_on_demand_or_for_the_archive_stays_as_it_is() -> None:
    assert "conditionalFormatting" not in xml_of(render([Page(REPORT, stamp("2026-04-15")).sheet]))


def test_google_gets_one_rule_however_often_it_is_written() -> None:
    sheet = kept_fresh(REPORT, stamp("2026-04-15"))
    first, second = requests_for(sheet, 5), requests_for(sheet, 5, (), 1)
    assert sum("addConditionalFormatRule" in one for one in first) == 1
    assert sum("deleteConditionalFormatRule" in one for one in first) == 0
    assert sum("deleteConditionalFormatRule" in one for one in second) == 1
