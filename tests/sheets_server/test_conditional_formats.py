"""Conditional formats stand in an order, look at their own sheet and speak the locale's language of formulas."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json

RED = {"backgroundColorStyle": {"rgbColor": {"red": 1}}}


def rule(formula: str, *ranges: Json) -> Json:
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}
    return {"ranges": list(ranges or [grid(0, 0, 5, 5)]), "booleanRule": {"condition": condition, "format": RED}}


def added(formula: str, index: int = 0) -> Json:
    return {"addConditionalFormatRule": {"rule": rule(formula), "index": index}}


def formulas(office: Office) -> list[str]:
    rules = office.get(fields="sheets.conditionalFormats")["sheets"][0].get("conditionalFormats", [])
    return [each["booleanRule"]["condition"]["values"][0]["userEnteredValue"] for each in rules]


def scale(**points: Json) -> Json:
    return {"addConditionalFormatRule": {"rule": {"ranges": [grid(0, 0, 5, 1)], "gradientRule": points}}}


def test_a_rule_added_at_an_index_moves_the_rest_down_and_one_deleted_moves_them_up() -> None:
    office = Office()
    office.batch(added("=A1=1"), added("=A1=2"), added("=A1=3", 2), added("=A1=4", 1))
    assert formulas(office) == ["=A1=2", "=A1=4", "=A1=1", "=A1=3"]
    reply = office.batch({"deleteConditionalFormatRule": {"sheetId": 0, "index": 1}})["replies"][0]
    assert reply["deleteConditionalFormatRule"]["rule"]["ranges"] == [grid(0, 0, 5, 5)]
    assert formulas(office) == ["=A1=2", "=A1=1", "=A1=3"]


def test_a_rule_is_replaced_or_moved_and_the_reply_tells_which() -> None:
    office = Office()
    office.batch(added("=A1=1"), added("=A1=2", 1), added("=A1=3", 2))
    replaced, moved = office.batch(
        {"updateConditionalFormatRule": {"index": 1, "rule": rule("=A1=9")}},
        {"updateConditionalFormatRule": {"sheetId": 0, "index": 2, "newIndex": 0}},
    )["replies"]
    assert formulas(office) == ["=A1=3", "=A1=1", "=A1=9"]
    assert replaced["updateConditionalFormatRule"].keys() == {"newRule", "newIndex", "oldRule"}
    assert moved["updateConditionalFormatRule"].keys() == {"newRule", "newIndex", "oldIndex"}


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (added("=A1=1", 5), "Invalid requests[0].addConditionalFormatRule: The index 5 is out of bounds: the sheet has 0 rules."),
        ({"deleteConditionalFormatRule": {"sheetId": 0, "index": 3}}, "Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 3"),
        ({"updateConditionalFormatRule": {"index": 0, "rule": rule("=A1")}}, "Invalid requests[0].updateConditionalFormatRule: No conditional format on sheet: 0 at index: 0"),
        (added("='Другой'!A1=1"), "Invalid requests[0].addConditionalFormatRule: Conditional format rule cannot reference a different sheet."),
        (added("=A1=1)"), "Invalid requests[0].addConditionalFormatRule: Invalid ConditionValue.userEnteredValue: =A1=1)"),
        (added("A1=1"), "Invalid requests[0].addConditionalFormatRule: Invalid ConditionValue.userEnteredValue: A1=1"),
        ({"addConditionalFormatRule": {"rule": {"ranges": [grid(0, 0, 1, 1)]}}}, "Invalid requests[0].addConditionalFormatRule: No rule specified: exactly one of booleanRule and gradientRule is required."),
        ({"addConditionalFormatRule": {"rule": rule("=A1") | {"ranges": []}}}, "Invalid requests[0].addConditionalFormatRule: No ranges specified."),
        ({"addConditionalFormatRule": {"rule": rule("=A1", grid(0, 0, 1, 1), grid(0, 0, 1, 1, 5))}}, "Invalid requests[0].addConditionalFormatRule: All ranges of a conditional format must be on the same sheet."),
        (scale(minpoint={"type": "MIN"}), "Invalid requests[0].addConditionalFormatRule: No interpolationPointType specified."),
        (scale(minpoint={"type": "NUMBER"}, maxpoint={"type": "MAX"}), "Invalid requests[0].addConditionalFormatRule: InterpolationPoint.value is required."),
    ],
)  # fmt: skip
def test_a_rule_that_google_refuses_is_refused(request_: Json, sentence: str) -> None:
    assert Office().refusal(request_) == sentence


def test_another_sheet_is_reached_through_indirect() -> None:
    """sheets_api.md §5, Conditional formats: not another tab "but through INDIRECT"."""
    office = Office()
    office.add_sheet("Другой")
    office.batch(added("=INDIRECT(\"'Другой'!A1\")=1"), added("=Sheet1!A1=1"))
    assert formulas(office) == ["=Sheet1!A1=1", "=INDIRECT(\"'Другой'!A1\")=1"]


@pytest.mark.parametrize(
    ("locale", "formula", "taken"),
    [
        ("en_US", "=AND(A1=1,B1=2)", True),
        ("en_US", "=AND(A1=1;B1=2)", True),
        ("ru_RU", "=AND(A1=1;B1=2)", True),
        ("ru_RU", "=И(A1=1,5;B1=2)", True),
        ("ru_RU", "=AND(A1=1,B1=2)", False),
        ("ru_RU", "=COUNTIF(A:A,B1)>1", False),
        ("ru_RU", '=COUNTIF(A:A;"<>")>1', True),
    ],
)
def test_a_formula_is_read_in_the_locale_of_the_spreadsheet(locale: str, formula: str, *, taken: bool) -> None:
    """sheets_api.md §5, Locale ru_RU: a `,` gives 400 `Invalid ConditionValue.userEnteredValue`."""
    office = Office(locale=locale)
    if taken:
        office.batch(added(formula))
        assert formulas(office) == [formula]
    else:
        why = f"Invalid ConditionValue.userEnteredValue: {formula}"
        assert office.refusal(added(formula)) == f"Invalid requests[0].addConditionalFormatRule: {why}"


def test_the_ends_of_a_colour_scale_keep_no_value_and_a_number_is_read_in_the_locale() -> None:
    office = Office(locale="ru_RU")
    office.batch(scale(minpoint={"type": "MIN", "value": "2"}, maxpoint={"type": "NUMBER", "value": "1,5"}))
    (found,) = office.get(fields="sheets.conditionalFormats")["sheets"][0]["conditionalFormats"]
    assert found["gradientRule"] == {"minpoint": {"type": "MIN"}, "maxpoint": {"type": "NUMBER", "value": "1,5"}}
    wrong = scale(minpoint={"type": "MIN"}, maxpoint={"type": "NUMBER", "value": "1.5x"})
    assert office.refusal(wrong).endswith("Invalid InterpolationPoint.value: 1.5x")


def test_a_range_past_the_grid_is_cut_to_it() -> None:
    office = Office()
    office.batch({"addConditionalFormatRule": {"rule": rule("=A1", grid(0, 0, 5000, 1))}})
    (found,) = office.get(fields="sheets.conditionalFormats")["sheets"][0]["conditionalFormats"]
    assert found["ranges"] == [grid(0, 0, 1000, 1)]
