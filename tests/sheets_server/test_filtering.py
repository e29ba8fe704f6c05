"""The basic filter hides rows, and the grid's metadata says which."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json


def condition(kind: str, *values: str) -> Json:
    return {"condition": {"type": kind, "values": [{"userEnteredValue": value} for value in values]}}


@pytest.mark.parametrize(
    ("wanted", "hidden"),
    [
        ({"hiddenValues": ["б", ""]}, [2, 4]),
        (condition("TEXT_EQ", "А"), [2, 3, 4]),
        (condition("TEXT_NOT_CONTAINS", "б"), [2]),
        (condition("NOT_BLANK"), [4]),
        (condition("NUMBER_GREATER", "4"), [1, 2, 4]),
        ({}, []),
    ],
)
def test_rows_that_do_not_meet_the_criteria_are_hidden(wanted: Json, hidden: list[int]) -> None:
    office = Office()
    office.put("Sheet1!A1", [["Заголовок"], ["а"], ["б"], [5], [""]])
    filter_ = {"range": grid(0, 0, 5, 1), "criteria": {"0": wanted}}
    office.batch({"setBasicFilter": {"filter": filter_}})
    found = office.get(ranges="Sheet1!A1:A6", fields="sheets.data.rowMetadata.hiddenByFilter")
    rows = found["sheets"][0]["data"][0]["rowMetadata"]
    assert [index for index, row in enumerate(rows) if row.get("hiddenByFilter")] == hidden
