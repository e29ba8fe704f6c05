"""The recorded kinds of requests, beyond what the recordings show of them."""

import pytest

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json

BOLD = {"userEnteredFormat": {"textFormat": {"bold": True}}}


def cell(kind: str, value: object) -> Json:
    return {"userEnteredValue": {kind: value}}


def test_cells_of_the_range_that_no_row_speaks_of_lose_the_masked_fields() -> None:
    office = Office()
    office.put("Sheet1!A1", [["а", "б"], ["в", "г"]])
    new = [{"values": [cell("numberValue", 0), {"userEnteredValue": {"boolValue": False}}]}]
    office.batch({"updateCells": {"range": grid(0, 0, 2, 2), "rows": new, "fields": "userEnteredValue"}})
    assert office.values("Sheet1", valueRenderOption="UNFORMATTED_VALUE") == [[0, False]]


def test_only_masked_fields_of_a_cell_change() -> None:
    office = Office()
    office.put("Sheet1!A1", [["а"]])
    office.batch(
        {"repeatCell": {"range": grid(0, 0, 1, 1), "cell": BOLD | {"note": "н"}, "fields": "userEnteredFormat"}}
    )
    assert office.book.sheets[0].cell((0, 0)) == {"userEnteredValue": {"stringValue": "а"}} | BOLD


def test_text_stays_text_whatever_it_begins_with() -> None:
    office = Office()
    line = [cell("stringValue", text) for text in ("=1+1", "+7 900", "'x", "01.02")]
    office.batch({"updateCells": {"start": {}, "rows": [{"values": line}], "fields": "userEnteredValue"}})
    assert office.values("Sheet1") == [["=1+1", "+7 900", "'x", "01.02"]]


def test_a_repeated_formula_points_from_each_cell_to_its_own() -> None:
    office = Office()
    office.put("Sheet1!A1", [[1], [2]])
    formula = cell("formulaValue", "=A1*10")
    office.batch({"repeatCell": {"range": grid(0, 1, 2, 2), "cell": formula, "fields": "userEnteredValue"}})
    assert office.values("Sheet1!B1:B2", valueRenderOption="FORMULA") == [["=A1*10"], ["=A2*10"]]
    assert office.values("Sheet1!B1:B2") == [["10"], ["20"]]


def test_writing_past_the_grid_is_refused() -> None:
    update = {"start": {"rowIndex": 999}, "rows": [{}, {"values": [{}]}], "fields": "userEnteredValue"}
    sentence = "Invalid requests[0].updateCells: Attempting to write row: 1000, beyond the last requested row of: 999"
    assert Office().refusal({"updateCells": update}) == sentence


def test_a_colour_is_kept_in_eight_bits_and_told_twice() -> None:
    office = Office()
    shade = {"rgbColor": {"red": 0.5, "green": 1}}
    properties = {"sheetId": 0, "tabColorStyle": shade}
    office.batch({"updateSheetProperties": {"properties": properties, "fields": "tabColorStyle"}})
    found = office.get(fields="sheets.properties(tabColor,tabColorStyle)")["sheets"][0]["properties"]
    colour = {"red": 0.49803922, "green": 1}
    assert found == {"tabColor": colour, "tabColorStyle": {"rgbColor": colour}}


def test_empty_cells_are_last_in_both_orders() -> None:
    office = Office()
    office.put("Sheet1!A1", [["б"], [2], [""], [True], ["А"], [1]])
    for order, expected in (("ASCENDING", ["1", "2", "А", "б", "TRUE"]), ("DESCENDING", ["TRUE", "б", "А", "2", "1"])):
        specs = [{"dimensionIndex": 0, "sortOrder": order}]
        office.batch({"sortRange": {"range": grid(0, 0, 6, 1), "sortSpecs": specs}})
        assert office.values("Sheet1!A1:A6", majorDimension="COLUMNS") == [expected]


def test_a_merge_keeps_the_first_value_and_drops_the_rest() -> None:
    office = Office()
    office.put("Sheet1!A1", [["а", "б"], ["в", "г"]])
    office.batch({"mergeCells": {"range": grid(0, 0, 2, 2), "mergeType": "MERGE_ROWS"}})
    assert office.values("Sheet1") == [["а"], ["в"]]
    sentence = "Invalid requests[0].mergeCells: You must select all cells in a merged range to merge or unmerge them."
    assert office.refusal({"mergeCells": {"range": grid(0, 0, 2, 1)}}) == sentence
    office.batch({"unmergeCells": {"range": grid(0, 0, 5, 5)}})
    assert office.book.sheets[0].merges == []


def test_a_copy_is_repeated_over_a_destination_that_is_a_multiple() -> None:
    office = Office()
    office.put("Sheet1!A1", [[1, "=A1+1"]], "USER_ENTERED")
    office.batch({"copyPaste": {"source": grid(0, 0, 1, 2), "destination": grid(2, 0, 4, 4)}})
    assert office.values("Sheet1!A3:D4") == [["1", "2", "1", "2"]] * 2
    assert office.values("Sheet1!D3", valueRenderOption="FORMULA") == [["=C3+1"]]


def test_a_copy_of_values_leaves_formulas_and_formats_behind() -> None:
    office = Office()
    office.put("Sheet1!A1", [["=1+1"]], "USER_ENTERED")
    office.batch({"repeatCell": {"range": grid(0, 0, 1, 1), "cell": BOLD, "fields": "userEnteredFormat"}})
    office.batch(
        {"copyPaste": {"source": grid(0, 0, 1, 1), "destination": grid(1, 0, 2, 1), "pasteType": "PASTE_VALUES"}}
    )
    assert office.book.sheets[0].cell((1, 0)) == {"userEnteredValue": {"numberValue": 2}}


@pytest.mark.parametrize(("index", "titles"), [(0, "ВАБ"), (1, "АВБ"), (2, "АБВ"), (3, "АБВ")])
def test_the_index_of_a_sheet_is_counted_before_the_move(index: int, titles: str) -> None:
    office = Office()
    office.batch({"updateSheetProperties": {"properties": {"title": "А"}, "fields": "title"}})
    office.add_sheet("Б")
    moved = office.add_sheet("В")
    office.batch({"updateSheetProperties": {"properties": {"sheetId": moved, "index": index}, "fields": "index"}})
    assert "".join(sheet.title for sheet in office.book.sheets) == titles


def test_a_renamed_sheet_is_renamed_in_formulas_and_a_deleted_one_is_missed_in_them() -> None:
    office = Office()
    other = office.add_sheet("Данные")
    office.put("'Данные'!A1", [[5]])
    office.put("Sheet1!A1", [["='Данные'!A1*2"]], "USER_ENTERED")
    office.batch({"updateSheetProperties": {"properties": {"sheetId": other, "title": "Иное"}, "fields": "title"}})
    assert office.values("Sheet1", valueRenderOption="FORMULA") == [["='Иное'!A1*2"]]
    office.batch({"deleteSheet": {"sheetId": other}})
    assert office.values("Sheet1") == [["#REF!"]]


def test_another_locale_writes_the_same_formulas_otherwise() -> None:
    office = Office()
    office.put("Sheet1!A1", [["=SUM(1.5,2)"]], "USER_ENTERED")
    office.batch({"updateSpreadsheetProperties": {"properties": {"locale": "ru_RU"}, "fields": "locale"}})
    assert office.values("Sheet1", valueRenderOption="FORMULA") == [["=SUM(1,5;2)"]]
    assert office.values("Sheet1") == [["3,5"]]


def test_groups_within_groups_are_told_by_their_depth() -> None:
    office = Office()
    office.batch({"addDimensionGroup": {"range": rows(0, 6)}}, {"addDimensionGroup": {"range": rows(2, 4)}})
    groups = office.get()["sheets"][0]["rowGroups"]
    assert [(each["depth"], each["range"]["startIndex"], each["range"]["endIndex"]) for each in groups] == [
        (1, 0, 6),
        (2, 2, 4),
    ]
    replies = office.batch({"deleteDimensionGroup": {"range": rows(0, 6)}})["replies"]
    assert len(replies[0]["deleteDimensionGroup"]["dimensionGroups"]) == 1


def test_a_sheet_is_protected_as_a_whole_only_once() -> None:
    office = Office(owner="owner@example.org")
    request = {"addProtectedRange": {"protectedRange": {"range": {"sheetId": 0}}}}
    office.batch(request)
    assert (
        office.refusal(request) == 'Invalid requests[0].addProtectedRange: Sheet "Sheet1" already has sheet protection.'
    )


def test_who_is_no_editor_of_a_protected_range_can_not_write_there() -> None:
    office = Office(owner="owner@example.org")
    world = office.server.world
    for email in ("service@example.org", "staff@example.org"):
        world.files[office.id]["permissions"].append(world.permission("writer", email))
    office.email = "service@example.org"
    office.batch({"addProtectedRange": {"protectedRange": {"range": grid(0, 0, 2, 2)}}})
    office.put("Sheet1!A1", [["наше"]])
    office.email = "staff@example.org"
    office.put("Sheet1!C1", [["своё"]])
    refused = office.ask("PUT", "/values/Sheet1!A1", {"values": [["чужое"]]}, valueInputOption="RAW")
    assert refused.json()["error"]["message"].startswith("You are trying to edit a protected cell or object.")
    sentence = office.refusal({"deleteDimension": {"range": rows(0, 1)}})
    assert sentence.startswith("Invalid requests[0].deleteDimension: You are trying to edit a protected cell")
    assert "editors" not in office.get()["sheets"][0]["protectedRanges"][0]
    office.email = "owner@example.org"
    office.put("Sheet1!A1", [["хозяин"]])
    assert office.values("Sheet1!A1:C1") == [["хозяин", "", "своё"]]


def test_who_may_only_read_is_refused_and_a_stranger_sees_nothing() -> None:
    office = Office(owner="owner@example.org")
    world = office.server.world
    world.files[office.id]["permissions"].append(world.permission("reader", "reader@example.org"))
    office.email = "reader@example.org"
    assert office.get()["spreadsheetId"] == office.id
    assert office.ask("POST", "/values/A1:clear").status == 403
    office.email = "stranger@example.org"
    assert office.ask("GET", "").json()["error"]["message"] == "The caller does not have permission"
    assert office.ask("GET", f"/drive/v3/files/{office.id}").status == 404


def test_a_rule_for_cells_is_kept_and_taken_away() -> None:
    office = Office()
    rule = {
        "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]},
        "showCustomUi": True,
        "strict": False,
    }
    office.batch({"setDataValidation": {"range": grid(0, 0, 2, 1), "rule": rule}})
    kept = office.book.sheets[0].cell((1, 0))["dataValidation"]
    assert kept == {"condition": rule["condition"], "showCustomUi": True}
    office.batch({"setDataValidation": {"range": grid(0, 0, 2, 1)}})
    assert office.book.sheets[0].cells == {}


def test_a_range_as_source_of_a_drop_down_needs_its_sign() -> None:
    rule = {"condition": {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "A1:A5"}]}}
    sentence = Office().refusal({"setDataValidation": {"range": grid(0, 0, 1, 1), "rule": rule}})
    assert sentence == "Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: A1:A5"


def test_ten_million_cells_are_the_limit() -> None:
    grid_ = {"rowCount": 400_000, "columnCount": 26}
    sentence = Office().refusal({"addSheet": {"properties": {"gridProperties": grid_}}})
    assert sentence.endswith("above the limit of 10000000 cells.")
