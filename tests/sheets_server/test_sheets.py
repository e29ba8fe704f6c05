"""Sheets as a whole: what must be left of them, and how large they are."""

from tests.sheets_server.asking import Office, rows


def test_the_last_sheet_that_is_seen_stays_in_sight() -> None:
    office = Office()
    other = office.add_sheet("Другой")
    hide = {"updateSheetProperties": {"properties": {"hidden": True}, "fields": "hidden"}}
    office.batch(hide)
    hide_other = {"updateSheetProperties": {"properties": {"sheetId": other, "hidden": True}, "fields": "hidden"}}
    words = "You can't hide all the sheets in a document."
    assert office.refusal(hide_other) == f"Invalid requests[0].updateSheetProperties: {words}"
    assert office.refusal({"deleteSheet": {"sheetId": other}}) == f"Invalid requests[0].deleteSheet: {words}"


def test_rows_put_in_make_the_grid_larger_and_rows_taken_out_smaller() -> None:
    office = Office()
    office.batch({"insertDimension": {"range": rows(2, 5)}})
    assert (office.book.sheets[0].rows, office.book.sheets[0].columns) == (1003, 26)
    office.batch({"deleteDimension": {"range": rows(0, 10)}})
    assert office.book.sheets[0].rows == 993
