"""Where values.append puts a row: below the last table that its range touches, wherever that begins."""

import pytest

from tests.sheets_server.asking import Office


@pytest.mark.parametrize(
    ("range_", "table", "written"),
    [("Sheet1", "Sheet1!C1", "Sheet1!C2:E2"), ("Sheet1!A1", "Sheet1!A1", "Sheet1!A2:C2")],
)
def test_append_shifts_to_the_last_block_of_the_row(range_: str, table: str, written: str) -> None:
    """sheets_api.md §1.3: after `['x', '', 'z']` the next row lands two columns to the right; with A1 it does not."""
    office = Office()
    office.put("Sheet1!A1", [["x", "", "z"]])
    body = {"values": [["1", "2", "3"]]}
    answer = office.ask("POST", f"/values/{range_}:append", body, valueInputOption="RAW").json()
    assert (answer["tableRange"], answer["updates"]["updatedRange"]) == (table, written)


def test_an_empty_sheet_has_no_table() -> None:
    answer = Office().ask("POST", "/values/Sheet1:append", {"values": [["x"]]}, valueInputOption="RAW").json()
    assert "tableRange" not in answer
    assert answer["updates"]["updatedRange"] == "Sheet1!A1"
