"""Charts are kept as they were sent, lie over a cell and move with it."""

import pytest

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json

SPEC = {
    "title": "Заявки по месяцам",
    "basicChart": {
        "chartType": "COLUMN",
        "domains": [{"domain": {"sourceRange": {"sources": [grid(0, 0, 5, 1)]}}}],
        "series": [{"series": {"sourceRange": {"sources": [grid(0, 1, 5, 2)]}}}],
        "headerCount": 1,
    },
}


def charted(anchor: Json, **more: object) -> Json:
    return {"addChart": {"chart": {"spec": SPEC, "position": {"overlayPosition": {"anchorCell": anchor}}} | more}}


def charts(office: Office, sheet: int = 0) -> list[Json]:
    found: list[Json] = office.get(fields="sheets.charts")["sheets"][sheet].get("charts", [])
    return found


def test_a_chart_comes_back_with_an_id_and_the_usual_size() -> None:
    """OverlayPosition in the discovery document: 600 by 371 pixels unless told."""
    office = Office()
    (reply,) = office.batch(charted({"rowIndex": 2, "columnIndex": 3}))["replies"]
    chart = reply["addChart"]["chart"]
    overlay = {"anchorCell": {"rowIndex": 2, "columnIndex": 3}, "widthPixels": 600, "heightPixels": 371}
    assert (chart["spec"], chart["position"]) == (SPEC, {"overlayPosition": overlay})
    assert charts(office) == [chart]


def test_another_specification_another_place_and_an_end() -> None:
    office = Office()
    other = office.add_sheet("Другой")
    office.batch(charted({"rowIndex": 2}, chartId=5), {"updateChartSpec": {"chartId": 5, "spec": {"title": "Новый"}}})
    assert charts(office)[0]["spec"] == {"title": "Новый"}
    place = {"overlayPosition": {"anchorCell": {"sheetId": other, "columnIndex": 1}, "widthPixels": 300}}
    move = {"objectId": 5, "newPosition": place, "fields": "anchorCell,widthPixels"}
    (reply,) = office.batch({"updateEmbeddedObjectPosition": move})["replies"]
    overlay = {"anchorCell": {"sheetId": other, "columnIndex": 1}, "widthPixels": 300, "heightPixels": 371}
    assert reply["updateEmbeddedObjectPosition"]["position"] == {"overlayPosition": overlay}
    assert (charts(office), len(charts(office, 1))) == ([], 1)
    office.batch({"deleteEmbeddedObject": {"objectId": 5}})
    assert charts(office, 1) == []


def test_a_chart_follows_its_data_and_its_anchor() -> None:
    office = Office()
    office.batch(charted({"rowIndex": 2}), {"insertDimension": {"range": rows(1, 3)}})
    (chart,) = charts(office)
    assert chart["position"]["overlayPosition"]["anchorCell"] == {"rowIndex": 4}
    assert chart["spec"]["basicChart"]["series"][0]["series"]["sourceRange"]["sources"] == [grid(0, 1, 7, 2)]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({"addChart": {"chart": {"position": {"overlayPosition": {}}}}}, "no chart spec"),
        ({"addChart": {"chart": {"spec": SPEC}}}, "No position specified for the embedded object."),
        (charted({"rowIndex": 1000}), "The anchor cell exceeds grid limits. Max rows: 1000, max columns: 26"),
        (charted({"sheetId": 4}), "No grid with id: 4"),
        (charted({}, chartId=5), "Duplicate chart id: 5"),
        ({"updateChartSpec": {"chartId": 6, "spec": SPEC}}, "No embedded object with id: 6"),
        ({"updateEmbeddedObjectPosition": {"objectId": 5, "newPosition": {"overlayPosition": {}}}}, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"),
    ],
)  # fmt: skip
def test_a_chart_that_can_not_be_is_refused(request_: Json, sentence: str) -> None:
    office = Office()
    office.batch(charted({}, chartId=5))
    assert office.refusal(request_) == f"Invalid requests[0].{next(iter(request_))}: {sentence}"


def test_a_chart_on_a_sheet_of_its_own_is_not_built_and_says_so() -> None:
    answer = Office().ask(
        "POST", ":batchUpdate", {"requests": [{"addChart": {"chart": {"spec": SPEC, "position": {"newSheet": True}}}}]}
    )
    assert answer.status == 501
    assert answer.headers["X-Sheets-Server"].startswith("unbuilt")
