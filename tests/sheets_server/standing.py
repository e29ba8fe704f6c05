"""One formula worked out as if it stood in a cell: what rules of formats and of input ask."""

from collections.abc import Sequence

from tests.sheets_server.cell_values import Scalar, scalar
from tests.sheets_server.engine import locale
from tests.sheets_server.formulas import rewriting
from tests.sheets_server.formulas.library import evaluate
from tests.sheets_server.formulas.resolver import Area, Context
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Position
from tests.sheets_server.ranges import GridRange


def worked_out(book: Spreadsheet, sheet: Sheet, formula: str, written_for: Position, position: Position) -> Scalar:
    """What the formula gives in a cell when it was written for another one; of an array its first value."""
    known = locale(book.locale)
    rows, columns = position[0] - written_for[0], position[1] - written_for[1]
    text = rewriting.copied("=" + formula[1:], known, rows, columns)
    found = evaluate(text, Context(_Effective(book), known, sheet.title, *position, book.now))
    return found[0][0] if isinstance(found, tuple) else found


class _Effective:
    """The values of a spreadsheet as they were worked out last; a Resolver."""

    def __init__(self, book: Spreadsheet) -> None:
        self._book = book

    def size(self, sheet: str) -> tuple[int, int] | None:
        """Rows and columns of a tab."""
        found = self._book.titled(sheet)
        return None if found is None else (found.rows, found.columns)

    def values(self, area: Area) -> Sequence[Sequence[Scalar]]:
        """Effective values."""
        sheet = self._book.titled(area.sheet)
        assert sheet is not None  # its size was asked for before
        return [
            [scalar(sheet.effective((row, column)) or {}) for column in range(area.left, area.right)]
            for row in range(area.top, area.bottom)
        ]

    def named(self, name: str) -> Area | None:
        """A named range, upper and lower case alike."""
        for each in self._book.named:
            wanted = GridRange.of(each["range"])
            sheet = self._book.sheet(wanted.sheet_id)
            if sheet is not None and each["name"].lower() == name.lower():
                return Area(sheet.title, *sheet.area(wanted))
        return None
