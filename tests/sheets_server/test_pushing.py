"""Cells put in push the rest of their columns or rows; what lies beside them stays."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value

TABLE = [["a1", "b1", "c1"], ["a2", "b2", "c2"], ["a3", "b3", "c3"]]


@pytest.fixture
def office() -> Office:
    office = Office()
    office.put("A1", TABLE)
    return office


def pushed(kind: str, dimension: str, *bounds: int) -> Json:
    return {kind: {"range": grid(*bounds), "shiftDimension": dimension}}


@pytest.mark.parametrize(
    ("request_", "after"),
    [
        (
            pushed("insertRange", "ROWS", 1, 1, 2, 2),
            [["a1", "b1", "c1"], ["a2", "", "c2"], ["a3", "b2", "c3"], ["", "b3"]],
        ),
        (
            pushed("insertRange", "COLUMNS", 1, 0, 2, 2),
            [["a1", "b1", "c1"], ["", "", "a2", "b2", "c2"], ["a3", "b3", "c3"]],
        ),
        (pushed("deleteRange", "ROWS", 0, 1, 1, 3), [["a1", "b2", "c2"], ["a2", "b3", "c3"], ["a3"]]),
        (pushed("deleteRange", "COLUMNS", 0, 0, 2, 1), [["b1", "c1"], ["b2", "c2"], ["a3", "b3", "c3"]]),
    ],
)
def test_cells_are_pushed_and_pulled_within_their_band(office: Office, request_: Json, after: Value) -> None:
    office.batch(request_)
    assert office.values("A1:E5") == after
    assert (office.book.sheets[0].rows, office.book.sheets[0].columns) == (1000, 26)


def test_what_lies_in_the_band_as_a_whole_goes_along_and_the_rest_stays(office: Office) -> None:
    office.put("D1", [["=B2", "=A2", "=SUM(B1:B3)", "=SUM(A1:C3)"]], "USER_ENTERED")
    office.batch(
        {"addNamedRange": {"namedRange": {"name": "в_полосе", "range": grid(1, 1, 2, 2)}}},
        {"addNamedRange": {"namedRange": {"name": "шире", "range": grid(1, 0, 2, 3)}}},
        {"addProtectedRange": {"protectedRange": {"range": grid(1, 1, 3, 2)}}},
        {"mergeCells": {"range": grid(4, 1, 6, 2), "mergeType": "MERGE_ALL"}},
        pushed("insertRange", "ROWS", 1, 1, 2, 2),
    )
    named = {each["name"]: each["range"] for each in office.book.named}
    assert named == {"в_полосе": grid(2, 1, 3, 2), "шире": grid(1, 0, 2, 3)}
    assert office.book.sheets[0].protected[0]["range"] == grid(2, 1, 4, 2)
    assert [merge.json() for merge in office.book.sheets[0].merges] == [grid(5, 1, 7, 2)]
    assert office.values("D1:G1", valueRenderOption="FORMULA") == [["=B3", "=A2", "=SUM(B1:B4)", "=SUM(A1:C3)"]]


def test_what_is_deleted_takes_its_names_with_it_and_formulas_say_so(office: Office) -> None:
    office.put("D1", [["=B1", "=B2"]], "USER_ENTERED")
    office.batch(
        {"addNamedRange": {"namedRange": {"name": "имя", "range": grid(0, 1, 1, 2)}}},
        pushed("deleteRange", "ROWS", 0, 1, 1, 2),
    )
    assert office.book.named == []
    assert office.values("D1:E1", valueRenderOption="FORMULA") == [["=#REF!", "=B1"]]


def test_the_grid_grows_when_a_value_would_fall_off_its_edge() -> None:
    office = Office()
    small = office.add_sheet("Малый", rows=2, columns=2)
    office.put("'Малый'!A1", [["1"], ["2"]])
    office.batch({"insertRange": {"range": grid(0, 0, 1, 1, small), "shiftDimension": "ROWS"}})
    assert (office.book.sheets[1].rows, office.values("'Малый'!A1:A3")) == (3, [[], ["1"], ["2"]])


def test_a_merge_that_would_be_torn_refuses(office: Office) -> None:
    office.batch({"mergeCells": {"range": grid(1, 0, 2, 2), "mergeType": "MERGE_ALL"}})
    assert "part of a merged cell" in office.refusal(pushed("insertRange", "ROWS", 0, 1, 1, 2))
    assert "No shift dimension specified" in office.refusal({"insertRange": {"range": grid(0, 0, 1, 1)}})
