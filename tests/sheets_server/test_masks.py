"""Field masks of reads and of updates."""

import pytest

from tests.sheets_server import masks
from tests.sheets_server.errors import ApiError, Refused


@pytest.mark.parametrize(
    "text",
    [
        "sheets(properties(title,gridProperties(rowCount)))",
        "sheets/properties(title,gridProperties/rowCount)",
        "sheets.properties.title,sheets.properties.gridProperties.rowCount",
        "sheets(properties.title, properties/grid_properties.row_count)",
    ],
)
def test_every_way_of_writing_a_mask_means_the_same(text: str) -> None:
    found = masks.read(text, "Spreadsheet")
    assert found == {"sheets": {"properties": {"title": {}, "gridProperties": {"rowCount": {}}}}}


def test_a_document_is_cut_to_what_is_wanted_and_what_is_there_stays_as_an_empty_one() -> None:
    document = {"sheets": [{"properties": {"sheetId": 0, "title": "а"}}, {"properties": {"sheetId": 1}}], "id": 1}
    mask = masks.read("sheets.properties.title", "Spreadsheet")
    assert masks.cut(document, mask) == {"sheets": [{"properties": {"title": "а"}}, {"properties": {}}]}
    assert masks.cut(document, masks.read("*", "Spreadsheet")) == document


def test_a_field_that_is_not_there_is_refused_by_its_path() -> None:
    with pytest.raises(ApiError) as refused:
        masks.read("sheets(properties(name))", "Spreadsheet")
    assert refused.value.body["error"]["details"][0]["fieldViolations"] == [
        {
            "field": "sheets.properties.name",
            "description": "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.properties.name'.",
        }
    ]


@pytest.mark.parametrize("text", ["sheets(properties", "sheets)", "a b", "(", "sheets("])
def test_a_mask_that_can_not_be_read_is_refused(text: str) -> None:
    with pytest.raises(ApiError):
        masks.read(text, "Spreadsheet")


def test_an_update_replaces_what_is_masked_and_takes_away_what_the_new_one_lacks() -> None:
    old = {"note": "н", "userEnteredFormat": {"textFormat": {"bold": True, "italic": True}, "wrapStrategy": "CLIP"}}
    new = {"userEnteredFormat": {"textFormat": {"italic": False}}}
    mask = masks.update("note,userEnteredFormat.textFormat.italic,userEnteredFormat.wrapStrategy", "CellData")
    assert masks.updated(old, new, mask) == {"userEnteredFormat": {"textFormat": {"bold": True, "italic": False}}}


def test_a_star_replaces_the_whole() -> None:
    assert masks.updated({"note": "н"}, {"userEnteredValue": {}}, masks.update("*", "CellData")) == {
        "userEnteredValue": {}
    }


@pytest.mark.parametrize("text", [None, "", "no_such"])
def test_an_update_needs_a_mask_of_known_fields(text: str | None) -> None:
    with pytest.raises(Refused):
        masks.update(text, "CellData")
