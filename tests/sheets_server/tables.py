"""Where a table of values stands: what values.append looks for."""

from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Position
from tests.sheets_server.ranges import Area


def last_table(sheet: Sheet, area: Area) -> Area | None:
    """The last block of adjoining cells with values that the area touches; None when it touches none."""
    touched = [table for table in blocks(sheet) if table.meets(area)]
    return max(touched, key=lambda table: (table.bottom, table.right), default=None)


def blocks(sheet: Sheet) -> list[Area]:
    """Every block of cells with values that adjoin each other, also by a corner, as the rectangle around it."""
    left = {position for position in sheet.used() if sheet.effective(position)}
    found = []
    while left:
        found.append(_around(_flood(left.pop(), left)))
    return found


def _flood(start: Position, left: set[Position]) -> list[Position]:
    """Takes everything that adjoins the start out of the set."""
    block, edge = [start], [start]
    while edge:
        row, column = edge.pop()
        near = {(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)} & left
        left -= near
        block.extend(near)
        edge.extend(near)
    return block


def _around(block: list[Position]) -> Area:
    rows, columns = [row for row, _ in block], [column for _, column in block]
    return Area(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
