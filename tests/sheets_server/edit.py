"""An edit under way: the copy of a spreadsheet that is changed, who changes it, and what they may change."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tests.sheets_server.cell_values import EPOCH
from tests.sheets_server.errors import PROTECTED, TOO_MANY_CELLS, Refused
from tests.sheets_server.model import CELL_LIMIT, Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, GridRange, a1
from tests.sheets_server.recalculation import recalculate


@dataclass
class Edit:
    """What the functions of `requests` work on; they change `book`, which is thrown away when one of them refuses.

    `email` is None when nobody said who calls: then everything is allowed. `owns` tells whether somebody owns the
    file; owners pass every protection.
    """

    book: Spreadsheet
    email: str | None = None
    owns: Callable[[str], bool] = lambda _: False
    chance: random.Random = field(default_factory=random.Random)
    moment: datetime = EPOCH
    """What time it is where the spreadsheet is kept."""
    calculated: bool = False
    """Whether formulas have been worked out since the last change."""

    def recalculate(self) -> None:
        """Works out the formulas of the book as it is now."""
        recalculate(self.book, self.moment)
        self.calculated = True

    @property
    def viewer(self) -> str | None:
        """Whose eyes an answer is for; None for an owner's, which see everything."""
        return None if self.email is None or self.owns(self.email) else self.email

    def sheet(self, sheet_id: int) -> Sheet:
        """The sheet of that id; raises Refused."""
        found = self.book.sheet(sheet_id)
        if found is None:
            raise Refused(f"No grid with id: {sheet_id}")
        return found

    def place(self, document: Json) -> tuple[Sheet, Area]:
        """Sheet and cells of a GridRange, cut to the grid; raises Refused when it starts past the grid."""
        wanted = GridRange.of(document)
        sheet = self.sheet(wanted.sheet_id)
        area = sheet.area(wanted)
        if (wanted.top or 0) >= sheet.rows or (wanted.left or 0) >= sheet.columns:
            raise Refused(_beyond(sheet, wanted))
        return sheet, area

    def writes(self, sheet: Sheet, area: Area) -> None:
        """These cells are about to change. Raises Refused when a protection keeps the caller from them."""
        self.calculated = False
        for protection in sheet.protected:
            if not self.passes(protection) and _guards(protection, sheet, area):
                raise Refused(PROTECTED)

    def passes(self, protection: Json) -> bool:
        """The caller may edit what is protected so."""
        if self.email is None or protection.get("warningOnly") or self.owns(self.email):
            return True
        editors = protection.get("editors", {})
        return self.email in editors.get("users", []) or bool(editors.get("domainUsersCanEdit"))

    def new_id(self, taken: set[int]) -> int:
        """A number that isn't taken, of the size that Google gives."""
        while True:
            found = self.chance.randrange(1, 2**31)
            if found not in taken:
                return found

    def grow(self, sheet: Sheet, rows: int, columns: int) -> None:
        """Another size of a grid; raises Refused past ten million cells or 18,278 columns."""
        added = rows * columns - sheet.rows * sheet.columns
        if added > 0 and self.book.cell_count() + added > CELL_LIMIT:
            raise Refused(TOO_MANY_CELLS)
        if columns > 18_278:
            raise Refused(
                "This action would increase the number of columns in the sheet above the limit of 18278 columns."
            )
        sheet.resize(rows=rows, columns=columns)


def _beyond(sheet: Sheet, wanted: GridRange) -> str:
    """The refusal of a range that starts past the grid, in the words of the values API [seen]."""
    top, left = wanted.top or 0, wanted.left or 0
    bottom = max(sheet.rows, top + 1) if wanted.bottom is None else wanted.bottom
    right = max(sheet.columns, left + 1) if wanted.right is None else wanted.right
    name = a1(sheet.title, Area(top, left, bottom, right)).rpartition("!")[2]
    title = sheet.title.replace("'", "''")
    return f"Range ('{title}'!{name}) exceeds grid limits. Max rows: {sheet.rows}, max columns: {sheet.columns}"


def _guards(protection: Json, sheet: Sheet, area: Area) -> bool:
    """Some cell of the area is protected and not left free."""
    guarded = [area.shared(sheet.area(GridRange.of(protection.get("range", {}))))]
    for each in protection.get("unprotectedRanges", []):
        free = sheet.area(GridRange.of(each))
        guarded = [piece for part in guarded for piece in part.less(free)]
    return any(part.rows > 0 and part.columns > 0 for part in guarded)
