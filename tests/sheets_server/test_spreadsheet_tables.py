"""Tables: a heading that names the columns, types, a body, and the same as alternating colours."""

import pytest

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json, Value

LIST = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]}}


def tabled(*bounds: int, **more: Value) -> Json:
    return {"addTable": {"table": {"range": grid(*bounds)} | more}}


@pytest.fixture
def office() -> Office:
    office = Office()
    office.put("A1", [["Имя", "Сумма"], ["а", 1], ["б", 2]])
    return office


def added(office: Office, request: Json) -> Json:
    table: Json = office.batch(request)["replies"][0]["addTable"]["table"]
    return table


def test_a_table_takes_its_names_from_the_heading_and_writes_those_that_lack(office: Office) -> None:
    table = added(office, tabled(0, 0, 3, 4))
    assert [each["columnName"] for each in table["columnProperties"]] == ["Имя", "Сумма", "Column 1", "Column 2"]
    assert table["name"] == "Table1"
    assert office.values("A1:D1") == [["Имя", "Сумма", "Column 1", "Column 2"]]


def test_names_and_types_given_are_written_and_the_first_index_is_left_out(office: Office) -> None:
    columns = [{"columnIndex": 1, "columnName": "Ответ", "columnType": "DROPDOWN", "dataValidationRule": LIST}]
    table = added(office, tabled(0, 0, 3, 2, name="Опрос", columnProperties=columns))
    assert table["columnProperties"] == [{"columnName": "Имя"}, columns[0]]
    assert (table["name"], office.values("A1:B1")) == ("Опрос", [["Имя", "Ответ"]])


def test_a_table_shows_as_alternating_colours_and_freezes_the_first_row(office: Office) -> None:
    """sheets_api.md §5, Tables [rec]: "also shows up as bandedRanges and freezes row 1"."""
    table = added(office, tabled(0, 0, 3, 2))
    (sheet,) = office.get()["sheets"]
    assert sheet["bandedRanges"][0]["range"] == table["range"]
    assert str(sheet["bandedRanges"][0]["bandedRangeId"]) == table["tableId"]
    assert sheet["properties"]["gridProperties"]["frozenRowCount"] == 1


def test_a_table_further_down_freezes_nothing(office: Office) -> None:
    office.batch(tabled(5, 0, 8, 2))
    assert "frozenRowCount" not in office.book.sheets[0].properties["gridProperties"]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (tabled(1, 1, 4, 4), "You cannot add alternating background colors to a range that already has alternating background colors."),
        (tabled(10, 0, 12, 2, name="люди"), 'A table with the name "люди" already exists. Please enter another name.'),
        (tabled(10, 0, 12, 2, tableId="7"), "Duplicate table id: 7"),
        (tabled(10, 0, 12, 2, columnProperties=[{"columnType": "DROPDOWN"}]), "Condition must be set for dropdown column type."),
        (tabled(10, 0, 12, 2, columnProperties=[{"columnType": "DOUBLE", "dataValidationRule": LIST}]), "Cannot set condition for non-dropdown column type."),
        (tabled(10, 0, 12, 2, columnProperties=[{"columnType": "DROPDOWN", "dataValidationRule": {"condition": {"type": "BOOLEAN"}}}]), "The condition of a dropdown column must be ONE_OF_LIST with values."),
        (tabled(10, 0, 12, 2, columnProperties=[{"columnIndex": 2}]), "Column index 2 is outside of the table."),
        (tabled(10, 0, 12, 2, columnProperties=[{}, {}]), "Column index 0 is given twice."),
        ({"addTable": {"table": {}}}, "No range specified."),
        ({"deleteTable": {"tableId": "8"}}, "No table with id: 8"),
        ({"updateTable": {"table": {"tableId": "7", "columnProperties": [{"columnType": "DATE"}]}, "fields": "columnProperties"}}, "Table header row cell must have a value."),
    ],
)  # fmt: skip
def test_a_table_that_google_refuses_is_refused(office: Office, request_: Json, sentence: str) -> None:
    office.batch(tabled(0, 0, 3, 2, name="Люди", tableId="7"))
    assert office.refusal(request_) == f"Invalid requests[0].{next(iter(request_))}: {sentence}"


def test_new_columns_replace_all_of_the_old_ones(office: Office) -> None:
    office.batch(
        tabled(
            0,
            0,
            3,
            2,
            tableId="7",
            columnProperties=[{"columnType": "TEXT"}, {"columnIndex": 1, "columnType": "DOUBLE"}],
        )
    )
    columns = [{"columnIndex": 1, "columnName": "Итог", "columnType": "CURRENCY"}]
    office.batch(
        {"updateTable": {"table": {"tableId": "7", "columnProperties": columns}, "fields": "columnProperties"}}
    )
    assert office.book.sheets[0].tables[0]["columnProperties"] == [{"columnName": "Column 1"}, columns[0]]
    assert office.values("A1:B1") == [["Column 1", "Итог"]]


def test_a_table_is_renamed_and_resized_and_its_colours_follow(office: Office) -> None:
    office.batch(tabled(0, 0, 3, 2, tableId="7"))
    office.batch(
        {"updateTable": {"table": {"tableId": "7", "name": "Н", "range": grid(0, 0, 9, 2)}, "fields": "name,range"}}
    )
    sheet = office.book.sheets[0]
    assert (sheet.tables[0]["name"], sheet.tables[0]["range"], sheet.banded[0]["range"]) == (
        "Н",
        grid(0, 0, 9, 2),
        grid(0, 0, 9, 2),
    )


def test_a_deleted_table_takes_the_values_of_its_cells_with_it(office: Office) -> None:
    """Seen by three projects ("deleteTable also wipes cell values"); no document of Google's says so."""
    office.batch({"repeatCell": {"range": grid(0, 0, 1, 1), "cell": {"note": "n"}, "fields": "note"}})
    office.batch(tabled(0, 0, 3, 2, tableId="7"), {"deleteTable": {"tableId": "7"}})
    assert office.values("A1:B3") == []
    assert (office.book.sheets[0].tables, office.book.sheets[0].banded) == ([], [])
    assert office.book.sheets[0].cell((0, 0)) == {"note": "n"}


def test_rows_put_into_a_table_make_it_longer(office: Office) -> None:
    office.batch(tabled(0, 0, 3, 2), {"insertDimension": {"range": rows(1, 3)}})
    assert office.book.sheets[0].tables[0]["range"] == office.book.sheets[0].banded[0]["range"] == grid(0, 0, 5, 2)


def test_the_colours_of_a_table_whose_id_is_no_number_are_known_by_reference(office: Office) -> None:
    """BandedRange.bandedRangeReference: "used to identify the ID that is not supported by the banded_range_id"."""
    office.batch(tabled(0, 0, 3, 2, tableId="опрос"))
    assert office.book.sheets[0].banded[0]["bandedRangeReference"] == "опрос"
    office.batch({"updateTable": {"table": {"tableId": "опрос", "range": grid(0, 0, 5, 2)}, "fields": "range"}})
    assert office.book.sheets[0].banded[0]["range"] == grid(0, 0, 5, 2)
    office.batch({"deleteTable": {"tableId": "опрос"}})
    assert office.book.sheets[0].banded == []
