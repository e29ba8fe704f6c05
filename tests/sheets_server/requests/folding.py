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
    key = (start, end, wanted.get("depth", 0))
    group = next((each for each in sheet.groups[dimension] if _key(each) == key), None)
    if group is None:
        raise Refused(f"No dimension group over ({start}, {end}) at depth {key[2]}.")
    if not masks.wants(mask, "collapsed"):
        return
    folded = bool(wanted.get("collapsed"))
    found = without(group, "collapsed") | ({"collapsed": True} if folded else {})
    sheet.groups[dimension] = [found if each is group else each for each in sheet.groups[dimension]]
    for index in range(start, end):
        size = without(sheet.sized[dimension].get(index, {}), "hiddenByUser")
        sheet.sized[dimension][index] = size | ({"hiddenByUser": True} if folded else {})


def _key(group: Json) -> tuple[int, int, int]:
    return group["range"].get("startIndex", 0), group["range"]["endIndex"], group["depth"]
