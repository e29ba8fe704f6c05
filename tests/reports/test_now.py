"""«Сделать сейчас» as a value: cells for wishes in a tab that is closed otherwise, with lists and hints."""

from reports.formats.google import requests_for, values_of
from reports.formats.xlsx import render
from reports.layout import lay_out
from reports.now import YES, Line, now_report
from reports.report import Slot
from sync.backends.readers.file import read_file

LINE = Line(
    "Закрыть период",
    "Закрыть месяц.",
    (Slot("2026-04", ("2026-03", "2026-04"), "Период"), Slot(hint="Причина")),
    "",
    "Готово.",
    "close.3",
)
SHEET = lay_out(now_report([LINE]), None)


def test_no_part_of_it_is_open_to_all() -> None:
    assert SHEET.rooms == ()
    assert SHEET.hidden == {7}


def test_a_cell_of_a_wish_offers_its_list_or_says_what_to_write_and_keeps_words_as_words() -> None:
    (filled,) = [one["updateCells"] for one in requests_for(SHEET, 5) if "updateCells" in one]
    title, _, period, reason, nothing, go, *_ = filled["rows"][-2]["values"]
    assert title == {"userEnteredValue": {"stringValue": "Закрыть период"}}
    assert period["userEnteredValue"] == {"stringValue": "2026-04"}
    rule = period["dataValidation"]
    assert [one["userEnteredValue"] for one in rule["condition"]["values"]] == ["2026-03", "2026-04"]
    assert (rule["inputMessage"], rule["strict"]) == ("Период", False)
    assert reason == {"note": "Причина"}
    assert nothing == {"userEnteredValue": {"stringValue": "—"}}
    assert go["dataValidation"]["condition"]["values"] == [{"userEnteredValue": YES}]
    formats = [one["repeatCell"]["cell"]["userEnteredFormat"] for one in requests_for(SHEET, 5) if "repeatCell" in one]
    assert {"type": "TEXT", "pattern": "@"} in [one.get("numberFormat") for one in formats]


def test_it_says_the_same_in_a_workbook() -> None:
    (grid,) = read_file("now.xlsx", render([SHEET])).grids
    told = [cell or None for cell in grid.rows[-1]]
    assert told == [cell or None for cell in values_of(SHEET)[-1]]
