"""A report in Google: the tab becomes exactly what it should be, whatever stood there, and text stays text."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.formats.google import filled, requests_for, values_of, weight
from reports.formats.google_looks import Request
from reports.layout import lay_out
from reports.report import Field, Form, Light, Link, Listing, Report, Stamp, Value, Words
from reports.sheet import Box, Sheet, Tone
from tests.sheets_server.asking import Office, grid

Json = dict[str, Any]  # Any: what the Sheets API answers
READ = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
ADDRESS = "https://docs.google.com/spreadsheets/d/1aB2cD3eF4gH5iJ6kL7mN8oP9/edit#gid=7&range=I14"


def of(*rows: tuple[Value, ...], form: Form = Form.TEXT, frozen: bool = True, filtered: bool = True) -> Sheet:
    fields = tuple(Field(f"П{number}", 20, form) for number in range(len(rows[0])))
    table = Listing("", fields, rows, frozen=frozen, filtered=filtered)
    report = Report("Отчёты", "Лист", (Words("Отчёт", "title"), table))
    return lay_out(report, Stamp(1, datetime(2026, 4, 15, 2, 0, tzinfo=UTC)))


def office(locale: str = "ru_RU") -> Office:
    one = Office(locale=locale)
    one.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "title": "Лист"}, "fields": "title"}})
    return one


def shown(sheet: Sheet, locale: str = "ru_RU") -> list[list[Json]]:
    """The cells of the tab after it was written: rows of CellData."""
    one = office(locale)
    one.batch(*requests_for(sheet, 0))
    return [row.get("values", []) for row in tab_of(one)["data"][0]["rowData"]]


def tab_of(one: Office) -> Json:
    (sheet,) = one.get(includeGridData="true")["sheets"]
    return dict(sheet)


def read(one: Office) -> list[list[object]]:
    return list(one.values("Лист", **READ))


def plain(sheet: Sheet) -> list[list[object]]:
    return [["" if cell is None else cell for cell in row] for row in values_of(sheet)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+79123456789", "-", "@имя", "https://example.ru", "007", "1e5", "'а", "ИСТИНА"]
)
def test_text_stays_text(text: str) -> None:
    cell = shown(of((text,)))[4][0]
    assert cell["userEnteredValue"] == {"stringValue": text}
    assert cell["effectiveValue"] == {"stringValue": text}


def test_dates_numbers_and_lights_have_their_own_look() -> None:
    day, number, light = shown(of((date(2026, 4, 5), 1234.5, Light.RED), form=Form.TEXT))[4]
    assert (day["effectiveValue"], day["formattedValue"]) == ({"numberValue": 46117}, "05.04.2026")
    assert number["effectiveValue"] == {"numberValue": 1234.5}
    assert light["formattedValue"] == "красный"
    colour = light["userEnteredFormat"]["backgroundColorStyle"]["rgbColor"]
    assert colour["red"] > colour["green"]


@pytest.mark.parametrize(
    ("form", "value", "words"),
    [
        (Form.NUMBER, 1234.5, "1\u00a0234,5"),
        (Form.NUMBER, 7, "7"),
        (Form.PERCENT, 95.3, "95,3\u00a0%"),
        (Form.WHOLE, 12000, "12\u00a0000"),
        (Form.CHANGE, -2.5, "\u22122,5"),
        (Form.CHANGE, 3, "+3"),
    ],
)
def test_numbers_are_shown_as_the_locale_of_the_spreadsheet_writes_them(form: Form, value: float, words: str) -> None:
    assert shown(of((value,), form=form))[4][0]["formattedValue"] == words


def test_a_link_leads_to_the_cell_and_is_plain_words_without_an_address() -> None:
    cells = shown(of((Link("I14", "Команды", "Команды", "I14", ADDRESS), Link("A2", "Школьники.xlsx", "Л", "A2"))))[4]
    assert cells[0]["formattedValue"] == "I14"
    assert cells[0]["textFormatRuns"] == [{"format": {"link": {"uri": ADDRESS}}}]
    assert cells[1]["formattedValue"] == "A2"
    assert "textFormatRuns" not in cells[1]


def test_control_characters_are_dropped_and_a_cut_text_says_so() -> None:
    cells = shown(of(("а\x00б\x0bв\nг", "ж" * 60_000)))[4]
    assert cells[0]["formattedValue"] == "абв\nг"
    assert cells[1]["formattedValue"].endswith("… [показано начало: текст длиннее, чем вмещает ячейка]")


def test_the_heading_stays_in_sight_and_is_filtered() -> None:
    one = office()
    one.batch(*requests_for(of(("а", "б"), ("в", "г")), 0))
    tab = tab_of(one)
    properties = tab["properties"]["gridProperties"]
    assert properties == {"rowCount": 7, "columnCount": 2, "frozenRowCount": 4, "hideGridlines": True}
    assert tab["basicFilter"]["range"] == {
        "startRowIndex": 3,
        "endRowIndex": 6,
        "startColumnIndex": 0,
        "endColumnIndex": 2,
    }


def test_widths_are_those_of_the_workbook_in_pixels() -> None:
    one = office()
    sheet = of(("а", "б"))
    one.batch(*requests_for(sheet, 0))
    pixels = [column["pixelSize"] for column in tab_of(one)["data"][0]["columnMetadata"]]
    assert pixels == [round(width * 7) + 5 for width in sheet.widths]


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.dates(date(1890, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1890, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  a cell knows no time zones
    st.sampled_from(Light),
    st.builds(Link, st.text(max_size=6), st.just("Ф"), st.just("Л"), st.just("A1"), st.sampled_from(["", ADDRESS])),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Any tab of a report: merged and single cells anywhere, frozen or not, filtered or not."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    boxes = []
    for row in range(rows):
        at = draw(st.integers(0, columns))
        while at < columns:
            right = draw(st.integers(at, columns - 1))
            tone, form = draw(st.sampled_from(Tone)), draw(st.sampled_from(Form))
            boxes.append(Box(row, at, right, draw(CELLS), tone, form))
            at = right + 1 + draw(st.integers(0, 1))
    filtered = draw(st.none() | st.just((0, rows - 1)))
    sizes = st.floats(4, 60, allow_nan=False)
    return Sheet(
        "Отчёты",
        "Лист",
        tuple(draw(st.lists(sizes, min_size=columns, max_size=columns))),
        tuple(draw(st.lists(sizes, min_size=rows, max_size=rows))),
        tuple(boxes),
        freeze=draw(st.integers(0, rows)),
        filtered=filtered,
        filter_width=columns,
    )


MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(sheets(), st.sampled_from(["ru_RU", "en_US"]))
def test_what_is_read_back_is_what_was_meant(sheet: Sheet, locale: str) -> None:
    one = office(locale)
    one.batch(*requests_for(sheet, 0))
    assert read(one) == plain(sheet)


STAFF_WERE_HERE: tuple[Request, ...] = (
    {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 5}},
    {"appendDimension": {"sheetId": 0, "dimension": "COLUMNS", "length": 3}},
    {"unmergeCells": {"range": {"sheetId": 0}}},
    {"mergeCells": {"mergeType": "MERGE_ALL", "range": grid(0, 0, 3, 2)}},
    {"repeatCell": {"range": grid(0, 0, 5, 4), "cell": {"note": "заметка"}, "fields": "note"}},
    {
        "setDataValidation": {
            "range": grid(0, 0, 5, 4),
            "rule": {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]}, "strict": True},
        }
    },
    {
        "updateCells": {
            "range": grid(4, 2, 5, 3),
            "rows": [{"values": [{"userEnteredValue": {"formulaValue": "=1+1"}}]}],
            "fields": "userEnteredValue",
        }
    },
    {
        "updateDimensionProperties": {
            "range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 1},
            "properties": {"hiddenByUser": True},
            "fields": "hiddenByUser",
        }
    },
    {
        "updateSheetProperties": {
            "properties": {"sheetId": 0, "gridProperties": {"frozenColumnCount": 1}},
            "fields": "gridProperties.frozenColumnCount",
        }
    },
)


@MANY
@given(sheets(), sheets())
def test_the_tab_is_the_same_whatever_stood_there_and_however_often_it_is_written(first: Sheet, second: Sheet) -> None:
    fresh, used = office(), office()
    fresh.batch(*requests_for(second, 0))
    used.batch(*requests_for(first, 0))
    used.batch({"clearBasicFilter": {"sheetId": 0}}, *STAFF_WERE_HERE)
    for _ in range(2):
        used.batch(*requests_for(second, 0))
        assert tab_of(used) == tab_of(fresh)


@given(sheets(), st.integers(200, 3_000))
@MANY
def test_a_heavy_tab_is_laid_down_in_parts_and_nothing_is_lost(sheet: Sheet, limit: int) -> None:
    whole, parts = filled(sheet, 0), filled(sheet, 0, limit)
    rows = [row for part in parts for row in part["updateCells"]["rows"]]
    assert rows == whole[0]["updateCells"]["rows"]
    starts = [part["updateCells"]["range"]["startRowIndex"] for part in parts]
    ends = [part["updateCells"]["range"]["endRowIndex"] for part in parts]
    assert starts == [0, *ends[:-1]]
    heaviest = max(weight([row]) for row in rows)
    assert all(weight(part["updateCells"]["rows"]) <= max(limit, heaviest) + 2 * len(rows) for part in parts)
