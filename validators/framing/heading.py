"""Which rows of a tab are its heading: every block of one to five rows is weighed, the best one is taken."""

from collections.abc import Iterator

from validators.framing.block import Block
from validators.framing.body import Body, body_under
from validators.framing.evidence import MOST_ABOVE, Evidence, weigh, weight_above
from validators.framing.looks import Look
from validators.framing.numbering import is_number_row
from validators.framing.sheet import DEEPEST, Sheet
from validators.framing.units import is_units_row

TALLEST = 5
"""Rows that a heading may have."""
WEAK = 1.2
"""Evidence under which a heading is not believed."""
GOOD = 2.0
"""Evidence beyond which no heading is looked for under three full rows."""


def best_heading(sheet: Sheet) -> Evidence | None:
    """The block of rows for which most speaks; of equals the upper and shorter one."""
    best: Evidence | None = None
    for bottom in range(1, min(DEEPEST, sheet.height) + 1):
        if sheet.is_blank(bottom) or is_number_row(sheet.rows[bottom - 1]):
            continue
        body = body_under(sheet, bottom)
        if body is None:
            continue
        for top in _tops(sheet, body, bottom):
            above = weight_above(sheet, body, top)
            if best is not None and above >= MOST_ABOVE and best.score > GOOD:
                return best
            found = weigh(Block(sheet, body, top, bottom), above)
            if found and (best is None or found.score > best.score + 1e-9) and not _repeats(best, found):
                best = found
    return best


def _repeats(best: Evidence | None, found: Evidence) -> bool:
    """The same words stood higher already."""
    return best is not None and best.score >= WEAK and best.labels == found.labels


def heading_from_the_top(sheet: Sheet) -> Evidence | None:
    """The best block that begins in the first row."""
    best: Evidence | None = None
    for bottom in range(1, min(TALLEST, sheet.height) + 1):
        body = body_under(sheet, bottom)
        if body is not None and 1 in _tops(sheet, body, bottom):
            found = weigh(Block(sheet, body, 1, bottom), 0.0)
            if found and (best is None or found.score > best.score):
                best = found
    return best


def _tops(sheet: Sheet, body: Body, bottom: int) -> Iterator[int]:
    """Where a heading that ends in `bottom` may begin: not across a title, a row of numbers or two blank rows."""
    if not is_units_row(sheet, bottom):
        yield bottom
    if not _may_close(sheet, bottom):
        return
    for top in range(bottom - 1, max(bottom - TALLEST, 0), -1):
        if is_number_row(sheet.rows[top - 1]):
            return
        if sheet.is_blank(top):
            continue
        if not _may_open(sheet, body, top):
            return
        yield top


def _may_close(sheet: Sheet, row: int) -> bool:
    """A last row of a taller heading has several words, or one that is bound to the others by merged cells."""
    filled = sheet.filled(row)
    return len(filled) > 1 or is_units_row(sheet, row) or any(sheet.area(row, at) for at in range(sheet.width))


def _may_open(sheet: Sheet, body: Body, row: int) -> bool:
    """A first row has several words, or one that is spread over some of the columns and not over all of them."""
    filled = sheet.filled(row)
    if len(filled) > 1:
        tied = any((area := sheet.area(row, at)) and area.bottom > row for at in filled)
        return tied or any(sheet.looks[row - 1][at] is not Look.PROSE for at in filled)
    area = sheet.area(row, filled[0])
    if area is None or area.right == area.left:
        return area is not None and area.bottom > area.top
    return not all(area.left - 1 <= at < area.right for at in body.columns)
