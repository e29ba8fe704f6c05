"""Every type of condition is taken where Google's description says, with as many values as it says."""

import pytest

from tests.sheets_server import conditions
from tests.sheets_server.asking import Office, grid
from tests.sheets_server.discovery import SHEETS, messages
from tests.sheets_server.plain import Json

TYPES = sorted(messages(SHEETS)["BooleanCondition"]["type"].choices - {"CONDITION_TYPE_UNSPECIFIED"})
VALUES = {"NUMBER": "5", "DATE": "2026-03-01", "TEXT": "слово", "CUSTOM": "=A1=1", "ONE_OF_RANGE": "=Sheet1!A1:A5"}
IN_VALIDATION = [
    "NUMBER_GREATER",
    "NUMBER_GREATER_THAN_EQ",
    "NUMBER_LESS",
    "NUMBER_LESS_THAN_EQ",
    "NUMBER_EQ",
    "NUMBER_NOT_EQ",
    "NUMBER_BETWEEN",
    "NUMBER_NOT_BETWEEN",
    "TEXT_CONTAINS",
    "TEXT_NOT_CONTAINS",
    "TEXT_EQ",
    "TEXT_IS_EMAIL",
    "TEXT_IS_URL",
    "DATE_EQ",
    "DATE_BEFORE",
    "DATE_AFTER",
    "DATE_ON_OR_BEFORE",
    "DATE_ON_OR_AFTER",
    "DATE_BETWEEN",
    "DATE_NOT_BETWEEN",
    "DATE_IS_VALID",
    "ONE_OF_RANGE",
    "ONE_OF_LIST",
    "CUSTOM_FORMULA",
    "BOOLEAN",
]


def condition(kind: str) -> Json:
    """A condition of that type with as few values as it takes."""
    value = VALUES.get(kind) or VALUES.get(kind.split("_", maxsplit=1)[0], "да")
    values = [{"userEnteredValue": value}] * conditions.counts(kind)[0]
    return {"type": kind} | ({"values": values} if values else {})


def validated(condition: Json, **more: object) -> Json:
    rule = {"condition": condition} | more
    return {"setDataValidation": {"range": grid(0, 0, 2, 1), "rule": rule}}


@pytest.mark.parametrize("kind", TYPES)
def test_a_drop_down_takes_the_types_that_the_description_names(kind: str) -> None:
    office = Office()
    request = validated(condition(kind))
    if kind in IN_VALIDATION:
        office.batch(request)
        cells = office.get(ranges="A1", fields="sheets.data.rowData.values")["sheets"][0]["data"][0]["rowData"]
        assert cells[0]["values"][0]["dataValidation"]["condition"] == condition(kind)
    else:
        assert office.refusal(request).endswith(f"ConditionType '{kind}' is not supported in data validation.")


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("NUMBER_GREATER", (1, 1)),
        ("NUMBER_BETWEEN", (2, 2)),
        ("DATE_IS_VALID", (0, 0)),
        ("BLANK", (0, 0)),
        ("BOOLEAN", (0, 2)),
        ("ONE_OF_LIST", (1, 10**6)),
        ("ONE_OF_RANGE", (1, 1)),
    ],
)
def test_how_many_values_a_type_takes_is_read_out_of_the_description(kind: str, counts: tuple[int, int]) -> None:
    assert conditions.counts(kind) == counts


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("ONE_OF_RANGE", ["Sheet1!A1:A5"]),
        ("ONE_OF_RANGE", ["=Nowhere!A1:A5"]),
        ("ONE_OF_LIST", ["=A1"]),
        ("NUMBER_GREATER", ["пять"]),
        ("DATE_AFTER", ["завтра"]),
        ("CUSTOM_FORMULA", ["A1=1"]),
        ("CUSTOM_FORMULA", ["=(A1"]),
        ("TEXT_CONTAINS", [""]),
    ],
)
def test_a_value_that_says_nothing_is_refused(kind: str, values: list[str]) -> None:
    """ONE_OF_RANGE "needs a leading `=`": sheets_api.md §5."""
    request = validated({"type": kind, "values": [{"userEnteredValue": value} for value in values]})
    found = Office().refusal(request)
    assert found == f"Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: {values[0]}"


def test_too_few_and_too_many_values_are_refused() -> None:
    office = Office()
    assert "NUMBER_BETWEEN takes 2 values" in office.refusal(
        validated({"type": "NUMBER_BETWEEN", "values": [{"userEnteredValue": "1"}]})
    )
    assert "DATE_IS_VALID takes no values" in office.refusal(
        validated({"type": "DATE_IS_VALID", "values": [{"userEnteredValue": "1"}]})
    )


def test_a_range_of_a_drop_down_may_be_fixed_or_a_name() -> None:
    office = Office()
    office.batch({"addNamedRange": {"namedRange": {"name": "список", "range": grid(0, 3, 5, 4)}}})
    for value in ("=Sheet1!$D$1:$D$5", "=список", "='Sheet1'!D:D"):
        office.batch(validated({"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": value}]}))


def test_a_number_of_a_condition_is_read_in_the_locale() -> None:
    office = Office(locale="ru_RU")
    office.batch(validated({"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "1,5"}]}))
    wrong = office.refusal(validated({"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "1x5"}]}))
    assert wrong.endswith("Invalid ConditionValue.userEnteredValue: 1x5")


def test_a_relative_date_belongs_to_formats_and_filters_alone() -> None:
    """ConditionValue.relativeDate in the discovery document: "not supported in data validation"."""
    office = Office()
    relative = {"type": "DATE_BEFORE", "values": [{"relativeDate": "TODAY"}]}
    assert "relativeDate is not supported" in office.refusal(validated(relative))
    rule = {
        "ranges": [grid(0, 0, 5, 1)],
        "booleanRule": {"condition": relative, "format": {"textFormat": {"bold": True}}},
    }
    office.batch({"addConditionalFormatRule": {"rule": rule}})


def test_a_rule_taken_away_leaves_the_cell_as_it_was() -> None:
    office = Office()
    office.put("A1", [["да"]])
    office.batch(validated(condition("ONE_OF_LIST"), strict=True), {"setDataValidation": {"range": grid(0, 0, 2, 1)}})
    assert "dataValidation" not in office.book.sheets[0].cell((0, 0))
    assert office.values("A1") == [["да"]]


def test_a_typed_column_of_a_table_takes_no_rule_of_another() -> None:
    """Seen in four projects: "This operation is not allowed on cells in typed columns"."""
    office = Office()
    office.batch(
        {
            "addTable": {
                "table": {"range": grid(0, 0, 5, 2), "columnProperties": [{"columnIndex": 0, "columnType": "TEXT"}]}
            }
        }
    )
    assert "not allowed on cells in typed columns" in office.refusal(
        {"setDataValidation": {"range": grid(1, 0, 2, 1), "rule": {"condition": {"type": "BOOLEAN"}}}}
    )
    office.batch({"setDataValidation": {"range": grid(1, 1, 2, 2), "rule": {"condition": {"type": "BOOLEAN"}}}})
