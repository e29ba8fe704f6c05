"""Values are read and written as the recorded answers and Google's text say."""

import pytest

from tests.sheets_server.asking import Office, refusal

TABLE = [["Код", "Сумма", "Да"], ["ПР-1", 1500.5, True], ["ПР-2", 20, False]]


@pytest.fixture
def office() -> Office:
    office = Office()
    office.put("Sheet1!A1", TABLE)
    return office


@pytest.mark.parametrize(
    ("asked", "range_", "values"),
    [
        pytest.param("Sheet1", "Sheet1!A1:Z1000", [["Код", "Сумма", "Да"], ["ПР-1", "1500.5", "TRUE"], ["ПР-2", "20", "FALSE"]], id="whole sheet"),
        pytest.param("'Sheet1'!B2:A1", "Sheet1!A1:B2", [["Код", "Сумма"], ["ПР-1", "1500.5"]], id="corners the other way round"),
        pytest.param("Sheet1!A:A", "Sheet1!A1:A1000", [["Код"], ["ПР-1"], ["ПР-2"]], id="a column"),
        pytest.param("Sheet1!2:2", "Sheet1!A2:Z2", [["ПР-1", "1500.5", "TRUE"]], id="a row"),
        pytest.param("Sheet1!B2:B", "Sheet1!B2:B1000", [["1500.5"], ["20"]], id="open end"),
        pytest.param("sheet1!a1", "Sheet1!A1", [["Код"]], id="upper and lower case alike"),
        pytest.param("A1:A2", "Sheet1!A1:A2", [["Код"], ["ПР-1"]], id="no title is the first sheet"),
        pytest.param("Sheet1!R2C1:R3C2", "Sheet1!A2:B3", [["ПР-1", "1500.5"], ["ПР-2", "20"]], id="R1C1"),
        pytest.param("Sheet1!Y999:ZZ2000", "Sheet1!Y999:Z1000", [], id="past the edge is cut off"),
    ],
)  # fmt: skip
def test_a_range_is_answered_by_its_canonical_name(office: Office, asked: str, range_: str, values: object) -> None:
    found = office.get(f"/values/{asked}")
    assert (found["range"], found.get("values", [])) == (range_, values)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("Лист!A1", "Unable to parse range: Лист!A1"),
        ("Sheet1!A1B", "Unable to parse range: Sheet1!A1B"),
        ("Sheet1!A1001:B", "Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("'Sheet1'!AA1", "Range (Sheet1!AA1) exceeds grid limits. Max rows: 1000, max columns: 26"),
    ],
)
def test_a_range_that_is_not_there_is_refused_in_googles_words(office: Office, asked: str, sentence: str) -> None:
    assert refusal(office.ask("GET", f"/values/{asked}")) == sentence


@pytest.mark.parametrize(
    ("title", "name"),
    [("Заявки", "'Заявки'"), ("D3", "'D3'"), ("it's", "'it''s'"), ("Sheet_2", "Sheet_2"), ("2024", "'2024'")],
)
def test_a_title_is_quoted_only_where_it_must(office: Office, title: str, name: str) -> None:
    office.add_sheet(title, 5, 2)
    quoted = "'" + title.replace("'", "''") + "'"
    assert office.get(f"/values/{quoted}")["range"] == f"{name}!A1:B5"


def test_numbers_truths_and_text_come_back_as_they_are_when_unformatted(office: Office) -> None:
    assert office.values("Sheet1!A1:C3", valueRenderOption="UNFORMATTED_VALUE") == TABLE


def test_columns_are_the_major_dimension_when_wanted(office: Office) -> None:
    assert office.values("Sheet1!A1:B3", majorDimension="COLUMNS") == [
        ["Код", "ПР-1", "ПР-2"],
        ["Сумма", "1500.5", "20"],
    ]


def test_null_skips_a_cell_and_an_empty_text_clears_it(office: Office) -> None:
    answer = office.put("Sheet1!A1", [[None, "", "x"]])
    assert (answer["updatedRange"], answer["updatedCells"], answer["updatedColumns"]) == ("Sheet1!A1:C1", 2, 2)
    assert office.values("Sheet1!A1:C1") == [["Код", "", "x"]]


def test_raw_input_stays_text_and_typed_input_is_understood() -> None:
    office = Office(locale="ru_RU")
    office.put("Sheet1!A1", [["1,5", "=1+1", "01.02.2026"]], "RAW")
    office.put("Sheet1!A2", [["1,5", "=1+1", "01.02.2026"]], "USER_ENTERED")
    assert office.values("Sheet1!A1:C2", valueRenderOption="UNFORMATTED_VALUE") == [
        ["1,5", "=1+1", "01.02.2026"],
        [1.5, 2, 46054],
    ]
    assert office.values("Sheet1!A2:C2") == [["1,5", "2", "01.02.2026"]]
    assert office.values("Sheet1!A2:C2", valueRenderOption="FORMULA") == [[1.5, "=1+1", 46054]]


def test_dates_come_as_text_when_wanted() -> None:
    office = Office(locale="ru_RU")
    office.put("Sheet1!A1", [["01.02.2026", "7"]], "USER_ENTERED")
    query = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "FORMATTED_STRING"}
    assert office.values("Sheet1", **query) == [["01.02.2026", 7]]


@pytest.mark.parametrize(
    ("range_", "rows", "sentence"),
    [
        ("Sheet1!A1:B2", [["a", "b", "c"]], "Requested writing within range ['Sheet1'!A1:B2], but tried writing to column [C]"),
        ("Sheet1!A1:B2", [["a"], ["b"], ["c"]], "Requested writing within range ['Sheet1'!A1:B2], but tried writing to row [3]"),
        ("Sheet1!A1000", [["a"], ["b"]], "Requested writing within range ['Sheet1'!A1000], but tried writing to row [1001]"),
    ],
)  # fmt: skip
def test_writing_past_a_range_is_refused_and_changes_nothing(
    office: Office, range_: str, rows: object, sentence: str
) -> None:
    answer = office.ask("PUT", f"/values/{range_}", {"values": rows}, valueInputOption="RAW")
    assert refusal(answer) == sentence
    assert office.values("Sheet1!A1:C1") == [TABLE[0]]


def test_the_way_of_input_must_be_said(office: Office) -> None:
    answer = office.ask("PUT", "/values/A1", {"values": [["x"]]})
    assert refusal(answer) == "'valueInputOption' is required but not specified"


def test_more_characters_than_a_cell_holds_are_refused(office: Office) -> None:
    answer = office.ask("PUT", "/values/A1", {"values": [["x" * 50_001]]}, valueInputOption="RAW")
    assert refusal(answer) == "Your input contains more than the maximum of 50000 characters in a single cell."
    assert office.values("Sheet1!A1") == [["Код"]]


def test_append_goes_below_the_last_table_and_grows_the_grid() -> None:
    office = Office()
    sheet = office.add_sheet("Малый", 2, 3)
    office.put("'Малый'!A1", [["а", "б"], ["в", "г"]])
    answer = office.ask("POST", "/values/'Малый':append", {"values": [["д", "е"]]}, valueInputOption="RAW").json()
    assert (answer["tableRange"], answer["updates"]["updatedRange"]) == ("'Малый'!A1:B2", "'Малый'!A3:B3")
    found = office.book.sheet(sheet)
    assert found is not None
    assert (found.rows, found.columns) == (3, 3)


def test_append_can_push_down_what_stands_below(office: Office) -> None:
    office.put("Sheet1!A5", [["Итого"]])
    body, query = {"values": [["ПР-3", 7]]}, {"valueInputOption": "RAW", "insertDataOption": "INSERT_ROWS"}
    answer = office.ask("POST", "/values/Sheet1!A1:append", body, **query).json()
    assert answer["updates"]["updatedRange"] == "Sheet1!A4:B4"
    assert office.values("Sheet1!A3:A6") == [["ПР-2"], ["ПР-3"], [], ["Итого"]]


def test_what_was_written_comes_back_when_wanted() -> None:
    office = Office()
    query = {"valueInputOption": "USER_ENTERED", "includeValuesInResponse": "true"}
    answer = office.ask("PUT", "/values/A1:C1", {"values": [["2", "=A1*2"]]}, **query).json()
    assert answer["updatedData"] == {"range": "Sheet1!A1:B1", "majorDimension": "ROWS", "values": [["2", "4"]]}


def test_clearing_takes_values_and_leaves_notes_and_formats(office: Office) -> None:
    look = {"note": "н", "userEnteredFormat": {"textFormat": {"bold": True}}}
    cell = {
        "repeatCell": {
            "range": {"endRowIndex": 1, "endColumnIndex": 1},
            "cell": look,
            "fields": "note,userEnteredFormat",
        }
    }
    office.batch(cell)
    assert office.ask("POST", "/values/A1:B1:clear").json()["clearedRange"] == "Sheet1!A1:B1"
    assert office.values("Sheet1!A1:C1") == [["", "", "Да"]]
    assert office.book.sheets[0].cell((0, 0)) == look


def test_a_batch_of_values_is_all_or_nothing(office: Office) -> None:
    data = [{"range": "A1", "values": [["новое"]]}, {"range": "Нет!A1", "values": [["x"]]}]
    answer = office.ask("POST", "/values:batchUpdate", {"valueInputOption": "RAW", "data": data})
    assert refusal(answer) == "Unable to parse range: Нет!A1"
    assert office.values("Sheet1!A1") == [["Код"]]
