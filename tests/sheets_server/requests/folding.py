"""Groups of rows and columns folded and unfolded."""

from tests.sheets_server import masks
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json, without
from tests.sheets_server.requests.dimensions import stretch


def update(edit: Edit, request: Json) -> None:
    """updateDimensionGroup: folding a group hides all of its rows, unfolding shows them."""
    mask = masks.update(request.get("fields"), "DimensionGroup")
    wanted: Json = request.get("dimensionGroup", {})
    sheet, dimension, start, end = stretch(edit, wanted.get("range", {}))
    groups = sheet.groups[dimension]
    for place, group in enumerate(groups):
        bounds = (group["range"].get("startIndex", 0), group["range"]["endIndex"])
        if bounds == (start, end) and group["depth"] == wanted.get("depth", 0):
            break
    else:
        raise Refused(f"No dimension group over ({start}, {end}) at depth {wanted.get('depth', 0)}.")
    if not masks.wants(mask, "collapsed"):
        return
    folded = bool(wanted.get("collapsed"))
    groups[place] = without(group, "collapsed") | ({"collapsed": True} if folded else {})
    for index in range(start, end):
        size = without(sheet.sized[dimension].get(index, {}), "hiddenByUser")
        sheet.sized[dimension][index] = size | ({"hiddenByUser": True} if folded else {})
