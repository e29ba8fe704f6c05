"""Where a jump leads: to the tab, and in it to the row that begins with the jump's anchor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from reports.formats.page import Page
from reports.layout import shown
from reports.report import Jump, Listing
from reports.sheet import Sheet, Tone

_ROWS = frozenset({Tone.CELL, Tone.STRONG, Tone.INPUT, Tone.HEADING})


class Place(NamedTuple):
    """A place among pages, 0-based: the page, the block, the row of a listing; block and row -1 for the whole."""

    page: int
    block: int = -1
    row: int = -1


@dataclass(frozen=True)
class Rows:
    """The first cells of the sheets of one workbook, by which jumps find their rows."""

    sheets: Sequence[Sheet]

    def of(self, jump: Jump) -> int | None:
        """The 0-based row of its tab to which it leads; None when the tab or the row is not there."""
        firsts = self._firsts.get(jump.tab)
        if firsts is None or not jump.anchor:
            return None if firsts is None else 0
        return next((row for row, words in firsts if words.startswith(jump.anchor)), None)

    @cached_property
    def _firsts(self) -> dict[str, list[tuple[int, str]]]:
        return {
            sheet.tab: [(box.row, shown(box.value)) for box in sheet.boxes if box.left == 0 and box.tone in _ROWS]
            for sheet in self.sheets
        }


def settled(sheet: Sheet, leads: Callable[[Jump], bool]) -> Sheet:
    """The sheet in which a jump that leads nowhere is plain words."""
    if not any(isinstance(box.value, Jump) for box in sheet.boxes):
        return sheet
    boxes = (
        box._replace(value=box.value.words) if isinstance(box.value, Jump) and not leads(box.value) else box
        for box in sheet.boxes
    )
    return replace(sheet, boxes=tuple(boxes))


def place_among(pages: Sequence[Page], jump: Jump) -> Place | None:
    """The place to which it leads among pages of blocks; None when the tab or the row is not there."""
    number = next((at for at, one in enumerate(pages) if one.report.tab == jump.tab), None)
    if number is None or not jump.anchor:
        return None if number is None else Place(number)
    for at, block in enumerate(pages[number].blocks):
        if isinstance(block, Listing):
            if block.title.startswith(jump.anchor):
                return Place(number, at)
            for row, cells in enumerate(block.rows):
                if shown(cells[0]).startswith(jump.anchor):
                    return Place(number, at, row)
    return None
