"""What hangs on the grid goes along when rows and columns are put in, taken out or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.changes import Change, Deleted, Inserted, Moved
from tests.sheets_server.model import ROWS
from tests.sheets_server.plain import Json, Value

CHANGES = st.one_of(
    st.builds(Inserted, st.just(ROWS), st.integers(0, 30), st.integers(1, 9)),
    st.builds(Deleted, st.just(ROWS), st.integers(0, 30), st.integers(1, 9)),
    st.builds(
        lambda start, count, to: Moved(ROWS, start, start + count, to),
        st.integers(0, 20),
        st.integers(1, 9),
        st.integers(0, 30),
    ).filter(lambda change: not change.start < change.to < change.end),
)


@given(CHANGES, st.integers(0, 40), st.integers(1, 10))
def test_a_stretch_spans_the_rows_of_it_that_are_left(change: Change, start: int, length: int) -> None:
    if isinstance(change, Moved):
        return
    left = [place for row in range(start, start + length) if (place := change.index(row)) is not None]
    stretch = change.stretch((start, start + length))
    assert stretch == ((min(left), max(left) + 1) if left else None)


@given(st.integers(0, 12), st.integers(1, 6), st.integers(0, 25))
def test_moving_rows_loses_none_and_doubles_none(start: int, count: int, to: int) -> None:
    if start < to < start + count:
        return
    change = Moved(ROWS, start, start + count, to)
    places = [change.index(row) for row in range(30)]
    assert sorted(place for place in places if place is not None) == list(range(30))
    kept = [row for row in range(30) if not start <= row < start + count]
    assert [places[row] for row in kept] == sorted(place for row in kept if (place := places[row]) is not None)


def an_office_with_everything() -> Office:
    """A table in rows 3–6 (from 1) with whatever can hang on it."""
    office = Office()
    office.put("Sheet1!A3", [["Код", "Сумма"], ["а", 1], ["б", 2], ["в", 3]])
    office.put("Sheet1!D1", [["=SUM(B4:B6)", "=B5", "=SUM(B4:B)"]], "USER_ENTERED")
    table = grid(2, 0, 6, 2)
    where = {"dimensionRange": rows(4, 5)}
    column = {"dimensionRange": rows(1, 2, dimension="COLUMNS")}
    office.batch(
        {"mergeCells": {"range": grid(3, 2, 5, 3)}},
        {"addNamedRange": {"namedRange": {"name": "Таблица", "range": table}}},
        {"addProtectedRange": {"protectedRange": {"range": table, "warningOnly": True}}},
        {"setBasicFilter": {"filter": {"range": table, "criteria": {"1": {"hiddenValues": ["2"]}}}}},
        {"addDimensionGroup": {"range": rows(3, 6)}},
        {"updateDimensionProperties": {"range": rows(4, 5), "properties": {"pixelSize": 50}, "fields": "pixelSize"}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {"metadataKey": "row", "visibility": "DOCUMENT", "location": where}
            }
        },
        {
            "createDeveloperMetadata": {
                "developerMetadata": {"metadataKey": "col", "visibility": "DOCUMENT", "location": column}
            }
        },
    )
    return office


def state(office: Office) -> Json:
    """Where everything stands now."""
    book, sheet = office.book, office.book.sheets[0]
    basic: Json = sheet.basic_filter or {}
    return {
        "values": office.values("Sheet1!A1:B12"),
        "formulas": office.values("Sheet1!D1:F9", valueRenderOption="FORMULA"),
        "merges": [merge.json() for merge in sheet.merges],
        "named": [each["range"] for each in book.named],
        "protected": [each["range"] for each in sheet.protected],
        "filter": (basic.get("range"), basic.get("criteria")),
        "groups": [each["range"] for each in sheet.groups[ROWS]],
        "sizes": dict(sheet.sized[ROWS]),
        "metadata": {each["metadataKey"]: each["location"]["dimensionRange"]["startIndex"] for each in book.metadata},
    }


def test_rows_put_in_above_move_all_of_it_down() -> None:
    office = an_office_with_everything()
    office.batch({"insertDimension": {"range": rows(1, 3)}})
    found = state(office)
    assert found["values"][4:] == [["Код", "Сумма"], ["а", "1"], ["б", "2"], ["в", "3"]]
    assert found["formulas"] == [["=SUM(B6:B8)", "=B7", "=SUM(B6:B)"]]
    assert found["merges"] == [grid(5, 2, 7, 3)]
    assert found["named"] == found["protected"] == [grid(4, 0, 8, 2)]
    assert found["filter"] == (grid(4, 0, 8, 2), {"1": {"hiddenValues": ["2"]}})
    assert [(each["startIndex"], each["endIndex"]) for each in found["groups"]] == [(5, 8)]
    assert found["sizes"] == {6: {"pixelSize": 50}}
    assert found["metadata"] == {"row": 6, "col": 1}
    assert (office.book.sheets[0].rows, office.values("Sheet1!D1")) == (1002, [["6"]])


def test_rows_put_in_between_make_it_longer() -> None:
    office = an_office_with_everything()
    office.batch({"insertDimension": {"range": rows(4, 5), "inheritFromBefore": True}})
    found = state(office)
    assert found["merges"] == [grid(3, 2, 6, 3)]
    assert found["named"] == [grid(2, 0, 7, 2)]
    assert found["formulas"] == [["=SUM(B4:B7)", "=B6", "=SUM(B4:B)"]]
    assert found["metadata"]["row"] == 5


def test_a_row_taken_out_takes_its_metadata_and_leaves_the_rest_shorter() -> None:
    office = an_office_with_everything()
    office.batch({"deleteDimension": {"range": rows(4, 5)}})
    found = state(office)
    assert found["values"][3:] == [["а", "1"], ["в", "3"]]
    assert found["merges"] == []  # one cell is no merge
    assert found["named"] == [grid(2, 0, 5, 2)]
    assert found["formulas"] == [["=SUM(B4:B5)", "=#REF!", "=SUM(B4:B)"]]
    assert (found["metadata"], found["sizes"]) == ({"col": 1}, {})
    assert office.values("Sheet1!D1:F1") == [["4", "#REF!", "4"]]


def test_a_column_taken_out_takes_its_metadata_and_its_filter() -> None:
    office = an_office_with_everything()
    office.batch({"deleteDimension": {"range": rows(1, 2, dimension="COLUMNS")}})
    found = state(office)
    assert (found["metadata"], found["filter"]) == ({"row": 4}, (grid(2, 0, 6, 1), {}))
    assert office.values("Sheet1!C1:E1") == [["#REF!", "#REF!", "#REF!"]]


def test_everything_taken_out_is_gone() -> None:
    office = an_office_with_everything()
    office.batch({"deleteDimension": {"range": rows(2, 6)}})
    found = state(office)
    gone: list[Value] = [found[name] for name in ("merges", "named", "protected", "groups")]
    assert gone == [[], [], [], []]
    assert found["filter"] == (None, None)


@given(st.integers(0, 12), st.integers(1, 4))
def test_rows_put_in_and_taken_out_again_change_nothing(at: int, count: int) -> None:
    office = an_office_with_everything()
    before = state(office)
    office.batch(
        {"insertDimension": {"range": rows(at, at + count)}}, {"deleteDimension": {"range": rows(at, at + count)}}
    )
    assert state(office) == before


@pytest.mark.parametrize(
    ("range_", "sentence"),
    [
        (rows(0, 1000), "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet."),
        (
            rows(2, 1000),
            "Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.",
        ),
    ],
)
def test_the_last_rows_stay(range_: Json, sentence: str) -> None:
    office = Office()
    frozen = {"sheetId": 0, "gridProperties": {"frozenRowCount": 2}}
    office.batch({"updateSheetProperties": {"properties": frozen, "fields": "gridProperties.frozenRowCount"}})
    assert office.refusal({"deleteDimension": {"range": range_}}) == sentence
