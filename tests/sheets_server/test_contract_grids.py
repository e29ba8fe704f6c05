"""What no recording covers and a document says: rows, columns, sorting, merging, copying, order of sheets.

Each test names its source: a sentence of the discovery document, which `told` looks up, or a line of sheets_api.md.
"""

from collections.abc import Iterator

import pytest

from tests.sheets_server.asking import grid, rows
from tests.sheets_server.documented import told
from tests.sheets_server.loopback import OverHttp
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.running import Running, running


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running(strict=True) as server:
        yield server


@pytest.fixture
def office(server: Running) -> OverHttp:
    return OverHttp(server)


def furnished(office: OverHttp, *bounds: int) -> None:
    """Hangs one thing of each kind on a range, and metadata on its first row and column."""
    place = grid(*bounds)
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$A$6>1"}]}
    band = {
        "rowProperties": {"firstBandColorStyle": {"rgbColor": {"red": 1}}, "secondBandColorStyle": {"rgbColor": {}}}
    }
    office.batch(
        {"mergeCells": {"range": place, "mergeType": "MERGE_ALL"}},
        {"setBasicFilter": {"filter": {"range": place}}},
        {"addFilterView": {"filter": {"range": place}}},
        {"addNamedRange": {"namedRange": {"name": "имя", "range": place}}},
        {"addProtectedRange": {"protectedRange": {"range": place}}},
        {
            "addConditionalFormatRule": {
                "rule": {
                    "ranges": [place],
                    "booleanRule": {"condition": condition, "format": {"textFormat": {"bold": True}}},
                }
            }
        },
        {"setDataValidation": {"range": place, "rule": {"condition": {"type": "BOOLEAN"}}}},
        {"addBanding": {"bandedRange": {"range": place} | band}},
        *(
            {
                "createDeveloperMetadata": {
                    "developerMetadata": {
                        "metadataKey": name,
                        "visibility": "DOCUMENT",
                        "location": {"dimensionRange": where},
                    }
                }
            }
            for name, where in (
                ("row", rows(bounds[0], bounds[0] + 1)),
                ("column", rows(bounds[1], bounds[1] + 1, dimension="COLUMNS")),
            )
        ),
    )


def hanging(office: OverHttp) -> tuple[dict[str, Json], list[int], int]:
    """The range of each thing, the places of metadata, and how many cells have a rule."""
    book = office.get(includeGridData="true")
    (sheet,) = book["sheets"]
    ranges = {
        "merge": sheet["merges"][0],
        "filter": sheet["basicFilter"]["range"],
        "view": sheet["filterViews"][0]["range"],
        "name": book["namedRanges"][0]["range"],
        "protection": sheet["protectedRanges"][0]["range"],
        "format": sheet["conditionalFormats"][0]["ranges"][0],
        "colours": sheet["bandedRanges"][0]["range"],
    }
    search = {"dataFilters": [{"developerMetadataLookup": {"visibility": "DOCUMENT"}}]}
    found = office.ask("POST", "/developerMetadata:search", search).json()["matchedDeveloperMetadata"]
    places = [each["developerMetadata"]["location"]["dimensionRange"].get("startIndex", 0) for each in found]
    cells = [cell for row in sheet["data"][0]["rowData"] for cell in row.get("values", [])]
    return ranges, places, sum("dataValidation" in cell for cell in cells)


@pytest.mark.parametrize(
    ("dimension", "start", "end", "bounds", "places"),
    [
        pytest.param("ROWS", 0, 3, (8, 1, 10, 3), [8, 1], id="rows above"),
        pytest.param("ROWS", 6, 9, (5, 1, 10, 3), [5, 1], id="rows within"),
        pytest.param("ROWS", 7, 9, (5, 1, 7, 3), [5, 1], id="rows below"),
        pytest.param("COLUMNS", 1, 2, (5, 2, 7, 4), [5, 2], id="a column before"),
        pytest.param("COLUMNS", 2, 4, (5, 1, 7, 5), [5, 1], id="columns within"),
    ],
)
def test_rows_put_in_grow_the_grid_and_move_all_that_hangs_on_it(
    office: OverHttp, dimension: str, start: int, end: int, bounds: tuple[int, ...], places: list[int]
) -> None:
    """sheets_api.md §7(b) 4: insertDimension moves merges, filters, named and protected ranges and metadata."""
    told("DeveloperMetadata", "that original metadata is still associated with the row it was first associated with")
    furnished(office, 5, 1, 7, 3)
    office.batch({"insertDimension": {"range": rows(start, end, dimension=dimension)}})
    ranges, found, ruled = hanging(office)
    assert ranges == dict.fromkeys(ranges, grid(*bounds))
    assert (found, ruled >= 4) == (places, True)
    size = office.get()["sheets"][0]["properties"]["gridProperties"]
    grown = {"ROWS": (1000 + end - start, 26), "COLUMNS": (1000, 26 + end - start)}[dimension]
    assert (size["rowCount"], size["columnCount"]) == grown


def test_formulas_of_cells_rules_and_formats_follow_the_rows_put_in(office: OverHttp) -> None:
    """sheets_api.md §7(b): "named-range/filter/merge/metadata shifting"; a formula names the same cell afterwards."""
    office.put("A1", [["=A6"], ["=SUM(A5:A7)"], ["=$A$6*2"]], "USER_ENTERED")
    furnished(office, 5, 1, 7, 3)
    office.batch({"insertDimension": {"range": rows(4, 5)}})
    assert office.values("A1:A3", valueRenderOption="FORMULA") == [["=A7"], ["=SUM(A6:A8)"], ["=$A$7*2"]]
    (rule,) = office.get()["sheets"][0]["conditionalFormats"]
    assert rule["booleanRule"]["condition"]["values"][0]["userEnteredValue"] == "=$A$7>1"


@pytest.mark.parametrize(("before", "colour"), [(True, "red"), (False, "green")])
def test_rows_put_in_look_like_their_neighbour(office: OverHttp, before: object, colour: str) -> None:
    told("InsertDimensionRequest.inheritFromBefore", "If `inheritFromBefore` is true, the two new rows will be red")
    for index, name in enumerate(("red", "green")):
        shape = {"backgroundColorStyle": {"rgbColor": {name: 1}}}
        office.batch(
            {
                "repeatCell": {
                    "range": grid(index, 0, index + 1, 1),
                    "cell": {"userEnteredFormat": shape},
                    "fields": "userEnteredFormat",
                }
            }
        )
    office.batch({"insertDimension": {"range": rows(1, 3), "inheritFromBefore": before}})
    found = office.get(ranges="A2:A3", fields="sheets.data.rowData.values.userEnteredFormat.backgroundColor")
    colours = [
        row["values"][0]["userEnteredFormat"]["backgroundColor"] for row in found["sheets"][0]["data"][0]["rowData"]
    ]
    assert colours == [{colour: 1}] * 2


def test_nothing_is_inherited_from_before_the_first_row_and_the_rows_must_be_counted(office: OverHttp) -> None:
    told("InsertDimensionRequest.inheritFromBefore", "in which case the start index must be greater than 0")
    told("InsertDimensionRequest.range", "Both the start and end indexes must be bounded.")
    assert "inheritFromBefore" in office.refusal({"insertDimension": {"range": rows(0, 1), "inheritFromBefore": True}})
    assert "must be bounded" in office.refusal(
        {"insertDimension": {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 5}}}
    )


@pytest.mark.parametrize(
    ("order", "after"),
    [
        ("ASCENDING", [["1"], ["2"], ["10"], ["а"], ["б"], ["FALSE"], ["TRUE"]]),
        ("DESCENDING", [["TRUE"], ["FALSE"], ["б"], ["а"], ["10"], ["2"], ["1"]]),
    ],
)
def test_empty_cells_are_last_in_both_orders(office: OverHttp, order: str, after: Value) -> None:
    """sheets_api.md §7(b) 4: "blanks last in both sort orders"."""
    office.put("A2", [[2], [""], ["б"], [True], [10], [None], ["а"], [False], [1]])
    office.batch({"sortRange": {"range": grid(0, 0, 12, 1), "sortSpecs": [{"dimensionIndex": 0, "sortOrder": order}]}})
    assert office.values("A1:A12") == after


def test_equal_rows_are_told_apart_by_the_next_column_and_else_stay(office: OverHttp) -> None:
    told(
        "SortRangeRequest.sortSpecs",
        "Later specifications are used when values are equal in the earlier specifications.",
    )
    office.put("A1", [["б", 1, "x"], ["а", 1, "y"], ["а", 2, "z"], ["б", 1, "w"]])
    specs = [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}, {"dimensionIndex": 1, "sortOrder": "DESCENDING"}]
    office.batch({"sortRange": {"range": grid(0, 0, 4, 3), "sortSpecs": specs}})
    assert office.values("A1:C4") == [["а", "2", "z"], ["а", "1", "y"], ["б", "1", "x"], ["б", "1", "w"]]


def test_a_merge_drops_what_it_hides_and_taking_it_apart_does_not_bring_it_back(office: OverHttp) -> None:
    """sheets_api.md §7(b) 4: "merge drops hidden values"; notes and formats stay."""
    office.put("A1", [["а", "б"], ["в", "г"]])
    office.batch(
        {"repeatCell": {"range": grid(0, 0, 2, 2), "cell": {"note": "n"}, "fields": "note"}},
        {"mergeCells": {"range": grid(0, 0, 2, 2), "mergeType": "MERGE_ROWS"}},
    )
    assert office.values("A1:B2") == [["а"], ["в"]]
    office.batch({"unmergeCells": {"range": grid(0, 0, 2, 2)}})
    assert office.values("A1:B2") == [["а"], ["в"]]
    assert {cell["note"] for cell in office.book.sheets[0].cells.values()} == {"n"}


@pytest.mark.parametrize(
    ("target", "after"),
    [
        pytest.param((4, 0, 8, 2), [["а", "б"], ["в", "г"]] * 2, id="a multiple of its height"),
        pytest.param((4, 0, 6, 4), [["а", "б"] * 2, ["в", "г"] * 2], id="a multiple of its width"),
        pytest.param((4, 0, 5, 1), [["а", "б"], ["в", "г"]], id="smaller: all of it is copied"),
        pytest.param((4, 0, 7, 2), [["а", "б"], ["в", "г"]], id="no multiple: once"),
    ],
)
def test_a_copy_fills_a_destination_that_is_a_multiple(office: OverHttp, target: tuple[int, ...], after: Value) -> None:
    told(
        "CopyPasteRequest.destination",
        "multiple of the source's height or width, then the data will be repeated to fill in the destination range",
    )
    told(
        "CopyPasteRequest.destination",
        "If the range is smaller than the source range, the entire source data will still be copied",
    )
    office.put("A1", [["а", "б"], ["в", "г"]])
    office.batch({"copyPaste": {"source": grid(0, 0, 2, 2), "destination": grid(*target)}})
    assert office.values("A5:Z20") == after


@pytest.mark.parametrize(("index", "order"), [(0, "213"), (1, "123"), (2, "123"), (3, "132")], ids=str)
def test_the_index_of_a_sheet_is_counted_before_the_move(office: OverHttp, index: int, order: str) -> None:
    told("SheetProperties.index", 'movement is considered in "before the move" indexes')
    told(
        "SheetProperties.index",
        "ignored if the requested index is identical to the sheets current index or if the requested new index is equal to the current sheet index + 1",
    )
    office.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "title": "1"}, "fields": "title"}})
    second = office.add_sheet("2")
    office.add_sheet("3")
    office.batch({"updateSheetProperties": {"properties": {"sheetId": second, "index": index}, "fields": "index"}})
    sheets = [sheet["properties"] for sheet in office.get()["sheets"]]
    assert "".join(sheet["title"] for sheet in sheets) == order
    assert [sheet["index"] for sheet in sheets] == [0, 1, 2]
