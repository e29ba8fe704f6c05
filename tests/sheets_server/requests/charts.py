"""Charts: kept and given back as they were sent; nothing is drawn."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused, unbuilt
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json

_SIZE = {"widthPixels": 600, "heightPixels": 371}
"""The size of a chart that names none (OverlayPosition in the discovery document)."""


def add(edit: Edit, request: Json) -> Json:
    """addChart: an id is found when none is given; it lies over the sheet of its anchor cell."""
    wanted: Json = request.get("chart", {})
    if "spec" not in wanted:
        raise Refused("no chart spec")
    taken = {each["chartId"] for sheet in edit.book.sheets for each in sheet.charts}
    found_id = wanted.get("chartId") or edit.new_id(taken)
    if found_id in taken:
        raise Refused(f"Duplicate chart id: {found_id}")
    sheet, position = _placed(edit, wanted.get("position", {}))
    found = wanted | {"chartId": found_id, "position": position}
    sheet.charts.append(found)
    return {"chart": found}


def update_spec(edit: Edit, request: Json) -> None:
    """updateChartSpec: another specification in the same place."""
    sheet, old = _chart(edit, request.get("chartId", 0))
    if "spec" not in request:
        raise Refused("no chart spec")
    sheet.charts[sheet.charts.index(old)] = old | {"spec": request["spec"]}


def update_position(edit: Edit, request: Json) -> Json:
    """updateEmbeddedObjectPosition: over another cell, perhaps of another sheet."""
    mask = masks.update(request.get("fields"), "OverlayPosition")
    new: Json = request.get("newPosition", {})
    sheet, old = _chart(edit, request.get("objectId", 0))
    overlay = masks.updated(old["position"]["overlayPosition"], new.get("overlayPosition", {}), mask)
    target, position = _placed(edit, new | {"overlayPosition": overlay})
    sheet.charts.remove(old)
    target.charts.append(old | {"position": position})
    return {"position": position}


def delete(edit: Edit, request: Json) -> None:
    """deleteEmbeddedObject."""
    sheet, old = _chart(edit, request.get("objectId", 0))
    sheet.charts.remove(old)


def _chart(edit: Edit, wanted: int) -> tuple[Sheet, Json]:
    for sheet in edit.book.sheets:
        for each in sheet.charts:
            if each["chartId"] == wanted:
                return sheet, each
    raise Refused(f"No embedded object with id: {wanted}")


def _placed(edit: Edit, wanted: Json) -> tuple[Sheet, Json]:
    """The sheet under an object and its position as it is given back."""
    if wanted.get("newSheet") or "sheetId" in wanted:
        raise unbuilt("an embedded object on a sheet of its own")
    if "overlayPosition" not in wanted:
        raise Refused("No position specified for the embedded object.")
    overlay: Json = _SIZE | wanted["overlayPosition"]
    anchor: Json = overlay.get("anchorCell", {})
    sheet = edit.sheet(anchor.get("sheetId", 0))
    if anchor.get("rowIndex", 0) >= sheet.rows or anchor.get("columnIndex", 0) >= sheet.columns:
        raise Refused(f"The anchor cell exceeds grid limits. Max rows: {sheet.rows}, max columns: {sheet.columns}")
    return sheet, {"overlayPosition": overlay | {"anchorCell": anchor}}
