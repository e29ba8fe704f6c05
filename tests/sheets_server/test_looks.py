"""Borders and alternating colours: what is named changes, the rest stays."""

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json

RED = {"rgbColor": {"red": 1}}
COLOURS = {"firstBandColorStyle": RED, "secondBandColorStyle": {"rgbColor": {"green": 1}}}


def border(style: str, **more: Json) -> Json:
    return {"style": style} | more


def borders(office: Office, row: int, column: int) -> dict[str, str]:
    shape = office.book.sheets[0].cell((row, column)).get("userEnteredFormat", {})
    return {side: each["style"] for side, each in shape.get("borders", {}).items()}


def test_borders_fall_on_the_sides_that_they_are_named_for() -> None:
    office = Office()
    office.batch(
        {
            "updateBorders": {
                "range": grid(0, 0, 2, 2),
                "top": border("SOLID"),
                "left": border("DASHED"),
                "innerHorizontal": border("DOTTED"),
                "innerVertical": border("DOUBLE"),
            }
        }
    )
    assert borders(office, 0, 0) == {"top": "SOLID", "bottom": "DOTTED", "left": "DASHED", "right": "DOUBLE"}
    assert borders(office, 1, 1) == {"top": "DOTTED", "left": "DOUBLE"}


def test_a_side_that_is_not_named_stays_and_none_erases() -> None:
    """UpdateBordersRequest: "If a field is not set … the border remains as-is"; its example is of RED and BLUE."""
    office = Office()
    first = {"range": grid(0, 0, 5, 1), "top": border("SOLID", colorStyle=RED), "bottom": border("SOLID_THICK")}
    office.batch(
        {"updateBorders": first}, {"updateBorders": {"range": grid(0, 0, 5, 1), "left": border("SOLID_MEDIUM")}}
    )
    cell = office.book.sheets[0].cell((0, 0))["userEnteredFormat"]["borders"]
    assert cell["top"] == {"style": "SOLID", "width": 1, "color": {"red": 1}, "colorStyle": RED}
    assert cell["left"] == {"style": "SOLID_MEDIUM", "width": 2, "color": {}, "colorStyle": {"rgbColor": {}}}
    assert borders(office, 4, 0) == {"bottom": "SOLID_THICK", "left": "SOLID_MEDIUM"}
    erased = {"range": grid(0, 0, 5, 1)} | {side: border("NONE") for side in ("top", "bottom", "left", "right")}
    office.batch({"updateBorders": erased})
    assert office.book.sheets[0].cells == {}
    assert "No border style specified" in office.refusal({"updateBorders": {"range": grid(0, 0, 1, 1), "top": {}}})


def banded(*bounds: int, **more: object) -> Json:
    return {"addBanding": {"bandedRange": {"range": grid(*bounds), "rowProperties": COLOURS} | more}}


def test_a_banding_is_added_changed_and_deleted_by_its_id() -> None:
    office = Office()
    (reply,) = office.batch(banded(0, 0, 5, 2))["replies"]
    added = reply["addBanding"]["bandedRange"]
    assert added["rowProperties"]["firstBandColor"] == {"red": 1}
    office.batch(
        {
            "updateBanding": {
                "bandedRange": {"bandedRangeId": added["bandedRangeId"], "range": grid(0, 0, 9, 2)},
                "fields": "range",
            }
        }
    )
    (found,) = office.get(fields="sheets.bandedRanges")["sheets"][0]["bandedRanges"]
    assert found == added | {"range": grid(0, 0, 9, 2)}
    office.batch({"deleteBanding": {"bandedRangeId": added["bandedRangeId"]}})
    assert office.get(fields="sheets.bandedRanges") == {"sheets": [{}]}


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (banded(4, 1, 8, 5), "You cannot add alternating background colors to a range that already has alternating background colors."),
        (banded(10, 0, 12, 1, bandedRangeId=7), "Duplicate banded range id: 7"),
        ({"addBanding": {"bandedRange": {"range": grid(20, 0, 22, 1)}}}, "At least one of rowProperties and columnProperties must be specified."),
        ({"addBanding": {"bandedRange": {"range": grid(20, 0, 22, 1), "rowProperties": {}}}}, "The colors of the first and of the second band must be specified."),
        ({"deleteBanding": {"bandedRangeId": 3}}, "No banded range with id: 3"),
    ],
)  # fmt: skip
def test_a_banding_that_can_not_be_is_refused(request_: Json, sentence: str) -> None:
    office = Office()
    office.batch(banded(0, 0, 5, 2, bandedRangeId=7))
    assert office.refusal(request_).endswith(sentence)


def test_bandings_and_borders_move_with_their_rows() -> None:
    office = Office()
    office.batch(
        banded(2, 0, 5, 2),
        {"updateBorders": {"range": grid(2, 0, 3, 1), "top": border("SOLID")}},
        {"insertDimension": {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 3}}},
    )
    assert office.book.sheets[0].banded[0]["range"] == grid(5, 0, 8, 2)
    assert borders(office, 5, 0) == {"top": "SOLID"}
