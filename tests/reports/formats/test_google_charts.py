"""Charts and jumps of a tab in Google: drawn from cells out of sight, replaced with the tab, never doubled."""

from typing import Any

import pytest

from reports.formats.google import led, prepared, requests_for, values_of
from reports.formats.google_charts import chart_id_of
from reports.formats.page import Page
from reports.report import Chart, ChartKind, Jump, Report, Series
from reports.sheet import Box, Sheet
from tests.reports.formats.conftest import CHARTS, first, second
from tests.sheets_server.asking import Office

Json = dict[str, Any]  # Any: what the Sheets API answers


def tab_of(office: Office) -> Json:
    (sheet,) = office.get(includeGridData="true")["sheets"]
    return dict(sheet)


@pytest.fixture
def sheet() -> Sheet:
    return led(prepared(Page(first()).sheet), {"Второй": 77})


@pytest.fixture
def office(sheet: Sheet) -> Office:
    """A spreadsheet in which the tab was written once."""
    one = Office()
    one.batch(*requests_for(sheet, 0))
    return one


def cells(tab: Json, source: Json) -> list[object]:
    (place,) = source["sourceRange"]["sources"]
    rows = tab["data"][0]["rowData"]
    column = place["startColumnIndex"]
    found = [rows[row]["values"][column:] for row in range(place["startRowIndex"], place["endRowIndex"])]
    return [next(iter(cell[0].get("effectiveValue", {None: None}).values())) if cell else None for cell in found]


@pytest.mark.parametrize("number", range(len(CHARTS)), ids=[one.kind.value for one in CHARTS])
def test_a_chart_is_drawn_from_cells_that_hold_what_it_shows(office: Office, number: int) -> None:
    tab, meant = tab_of(office), CHARTS[number]
    spec = tab["charts"][number]["spec"]
    basic = spec["basicChart"]
    assert (spec["title"], spec["hiddenDimensionStrategy"]) == (meant.title, "SHOW_ALL")
    assert cells(tab, basic["domains"][0]["domain"]) == [meant.title, *meant.categories]
    found = [cells(tab, one["series"]) for one in basic["series"]]
    assert found == [[one.name, *one.values] for one in meant.series]
    assert basic["legendPosition"] == ("NO_LEGEND" if len(meant.series) == 1 else "TOP_LEGEND")
    assert meant.unit in [one.get("title") for one in basic["axis"]]


def test_the_cells_of_charts_are_out_of_sight(office: Office, sheet: Sheet) -> None:
    columns = tab_of(office)["data"][0]["columnMetadata"]
    own = len(Page(first()).sheet.widths)
    assert len(columns) == own + sum(1 + len(one.series) for one in CHARTS)
    assert [bool(one.get("hiddenByUser")) for one in columns] == [number >= own for number in range(len(columns))]
    assert office.values(tab_of(office)["properties"]["title"], valueRenderOption="UNFORMATTED_VALUE") == [
        ["" if cell is None else cell for cell in row] for row in values_of(sheet)
    ]


def test_charts_stand_over_the_lines_left_for_them(office: Office) -> None:
    places = [one["position"]["overlayPosition"] for one in tab_of(office)["charts"]]
    assert [one["anchorCell"].get("rowIndex", 0) for one in places] == [one.top for one in Page(first()).sheet.drawings]
    assert len({one["widthPixels"] for one in places}) == 1


def test_a_tab_written_again_has_each_chart_once_and_those_of_staff_still(office: Office, sheet: Sheet) -> None:
    position = {"overlayPosition": {"anchorCell": {"sheetId": 0, "rowIndex": 1}}}
    office.batch({"addChart": {"chart": {"chartId": 5, "spec": {"title": "Чужая"}, "position": position}}})
    standing = {one["chartId"] for one in tab_of(office)["charts"]}
    office.batch(*requests_for(sheet, 0, standing))
    titles = sorted(one["spec"]["title"] for one in tab_of(office)["charts"])
    assert titles == sorted(["Чужая", *(one.title for one in CHARTS)])


def test_a_tab_that_has_no_charts_any_more_loses_them(office: Office) -> None:
    standing = {one["chartId"] for one in tab_of(office)["charts"]}
    office.batch(*requests_for(prepared(Page(second()).sheet), 0, standing))
    assert "charts" not in tab_of(office)


def test_numbers_of_charts_are_the_same_every_time_and_differ() -> None:
    assert chart_id_of(7, 0) == chart_id_of(7, 0)
    assert len({chart_id_of(tab, number) for tab in range(20) for number in range(20)}) == 400
    assert 0 < chart_id_of(7, 0) < 2**31


def test_a_jump_leads_to_the_tab_and_without_one_it_is_words(office: Office) -> None:
    rows = tab_of(office)["data"][0]["rowData"]
    cell = {row["values"][0].get("formattedValue"): row["values"][0] for row in rows if row.get("values")}
    assert cell["К03"]["textFormatRuns"] == [{"format": {"link": {"uri": "#gid=77"}}}]
    assert "textFormatRuns" not in cell["К04"]
    assert "underline" not in cell["К04"]["userEnteredFormat"]["textFormat"]


def test_a_sheet_without_jumps_and_charts_is_left_as_it_is() -> None:
    plain = Sheet("Отчёты", "Лист", (10.0,), (15.0,), (Box(0, 0, 0, "а"),))
    assert led(plain, {}) is plain
    assert prepared(plain) is plain


def test_a_jump_of_an_unknown_tab_is_words() -> None:
    sheet = Sheet("Отчёты", "Лист", (10.0,), (15.0,), (Box(0, 0, 0, Jump("там", "Нет")),))
    assert led(sheet, {}).boxes[0].value == "там"


def test_a_chart_of_more_categories_than_the_tab_has_rows_makes_room_for_its_values() -> None:
    days = tuple(f"{number}" for number in range(60))
    chart = Chart("Дни", ChartKind.LINE, days, (Series("а", tuple(range(60))),))
    sheet = prepared(Page(Report("Отчёты", "Лист", (chart,))).sheet)
    assert len(sheet.heights) == 61
    office = Office()
    office.batch(*requests_for(sheet, 0))
    (basic,) = [one["spec"]["basicChart"] for one in tab_of(office)["charts"]]
    assert cells(tab_of(office), basic["series"][0]["series"]) == ["а", *range(60)]
