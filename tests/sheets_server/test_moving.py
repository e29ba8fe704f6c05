"""Rows and columns that move take along what hangs on them; the destination is counted before the move."""

import pytest

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json


def moved(start: int, end: int, to: int, dimension: str = "ROWS") -> Json:
    return {"moveDimension": {"source": rows(start, end, dimension=dimension), "destinationIndex": to}}


@pytest.mark.parametrize(
    ("start", "end", "to", "after"),
    [
        pytest.param(1, 3, 4, "03124", id="the example of the discovery document"),
        pytest.param(3, 5, 1, "03412", id="upwards"),
        pytest.param(1, 3, 3, "01234", id="to where it stands"),
        pytest.param(0, 1, 5, "12340", id="to the end"),
    ],
)
def test_the_destination_is_counted_before_the_move(start: int, end: int, to: int, after: str) -> None:
    for dimension in ("ROWS", "COLUMNS"):
        office = Office()
        line = list("01234")
        office.put("A1", [[each] for each in line] if dimension == "ROWS" else [line])
        office.batch(moved(start, end, to, dimension))
        major = "COLUMNS" if dimension == "ROWS" else "ROWS"
        assert office.values("A1:E5", majorDimension=major) == [list(after)]


def test_names_formulas_protection_and_metadata_go_along() -> None:
    office = Office()
    office.put("A1", [["=A3", "верх"], ["", "середина"], ["5", "низ"]], "USER_ENTERED")
    place = {"dimensionRange": rows(2, 3)}
    office.batch(
        {"addNamedRange": {"namedRange": {"name": "низ", "range": grid(2, 0, 3, 2)}}},
        {"addProtectedRange": {"protectedRange": {"range": grid(2, 0, 3, 2)}}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {"metadataKey": "k", "visibility": "DOCUMENT", "location": place}
            }
        },
        {"updateDimensionProperties": {"range": rows(2, 3), "properties": {"pixelSize": 40}, "fields": "pixelSize"}},
        moved(2, 3, 0),
    )
    book = office.book
    assert office.values("A1:B3", valueRenderOption="FORMULA") == [[5, "низ"], ["=A1", "верх"], ["", "середина"]]
    assert book.named[0]["range"] == book.sheets[0].protected[0]["range"] == grid(0, 0, 1, 2)
    assert book.metadata[0]["location"]["dimensionRange"]["startIndex"] == 0
    assert book.sheets[0].sized["ROWS"] == {0: {"pixelSize": 40}}


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (moved(1, 4, 2), "The destination index 2 is inside of the source (1, 4)."),
        (moved(0, 1, 2000), "The destination index 2000 exceeds grid limits. Max rows: 1000, max columns: 26"),
        (moved(5, 6, 8), "Sorry, it is not possible to move a row that contains only part of a merged cell. Please unmerge and try again."),
        (moved(0, 1, 6), "Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again."),
        (moved(0, 1, 2, "COLUMNS"), "Sorry, it is not possible to move a column that contains only part of a merged cell. Please unmerge and try again."),
    ],
)  # fmt: skip
def test_a_move_that_google_refuses_is_refused(request_: Json, sentence: str) -> None:
    office = Office()
    office.batch({"mergeCells": {"range": grid(5, 0, 7, 2), "mergeType": "MERGE_ALL"}})
    assert office.refusal(request_) == f"Invalid requests[0].moveDimension: {sentence}"


def test_a_merge_that_moves_as_a_whole_stays_a_merge() -> None:
    office = Office()
    office.batch({"mergeCells": {"range": grid(5, 0, 7, 2), "mergeType": "MERGE_ALL"}}, moved(5, 7, 0))
    assert office.get(fields="sheets.merges") == {"sheets": [{"merges": [grid(0, 0, 2, 2)]}]}
