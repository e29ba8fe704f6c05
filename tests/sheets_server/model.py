"""A spreadsheet as it is kept: what people entered, and everything that hangs on its grid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tests.sheets_server.cells import Cells
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.ranges import Area, GridRange, ranged

CELL_LIMIT = 10_000_000
ROWS, COLUMNS = "ROWS", "COLUMNS"


@dataclass
class Sheet:
    """One tab.

    Every JSON value in here is never changed in place, only replaced; so a copy of a sheet is quick. `cells` holds
    CellData without what is computed (userEnteredValue, userEnteredFormat, note, dataValidation, textFormatRuns, …);
    `computed` holds the effective values of formulas and of the cells they spill into, and is made anew after each
    change. `sized` holds DimensionProperties of the rows and columns that differ from the usual.
    """

    properties: Json
    cells: dict[Position, Json] = field(default_factory=Cells)
    computed: dict[Position, Json] = field(default_factory=dict)
    merges: list[GridRange] = field(default_factory=list)
    sized: dict[str, dict[int, Json]] = field(default_factory=lambda: {ROWS: {}, COLUMNS: {}})
    groups: dict[str, list[Json]] = field(default_factory=lambda: {ROWS: [], COLUMNS: []})
    protected: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    filter_views: list[Json] = field(default_factory=list)
    conditional: list[Json] = field(default_factory=list)
    banded: list[Json] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    charts: list[Json] = field(default_factory=list)
    slicers: list[Json] = field(default_factory=list)

    def __setattr__(self, name: str, value: Value) -> None:
        """Whatever cells are put in, the sheet knows where the formulas among them are."""
        super().__setattr__(name, Cells(value) if name == "cells" and not isinstance(value, Cells) else value)

    @property
    def formulas(self) -> dict[Position, str]:
        """The formulas of the sheet."""
        assert isinstance(self.cells, Cells)  # see __setattr__
        return self.cells.formulas

    @property
    def ruled(self) -> set[Position]:
        """Cells with a rule of what may be typed into them."""
        assert isinstance(self.cells, Cells)  # see __setattr__
        return self.cells.ruled

    @property
    def id(self) -> int:
        return int(self.properties["sheetId"])

    @property
    def title(self) -> str:
        return str(self.properties["title"])

    @property
    def rows(self) -> int:
        return int(self.properties["gridProperties"]["rowCount"])

    @property
    def columns(self) -> int:
        return int(self.properties["gridProperties"]["columnCount"])

    @property
    def whole(self) -> Area:
        """The whole grid."""
        return Area(0, 0, self.rows, self.columns)

    def count(self, dimension: str) -> int:
        """How many rows or columns the grid has."""
        return self.rows if dimension == ROWS else self.columns

    def resize(self, *, rows: int | None = None, columns: int | None = None) -> None:
        """Another size of the grid; cells outside of it are the caller's to drop."""
        grid = self.properties["gridProperties"]
        size = {
            "rowCount": self.rows if rows is None else rows,
            "columnCount": self.columns if columns is None else columns,
        }
        self.properties = self.properties | {"gridProperties": grid | size}

    def area(self, found: GridRange) -> Area:
        """The part of the grid that a range means."""
        return found.area(self.rows, self.columns)

    def ranged(self, area: Area) -> GridRange:
        return ranged(self.id, area)

    def cell(self, position: Position) -> Json:
        """What people entered into a cell; {} when nothing."""
        return self.cells.get(position, {})

    def put(self, position: Position, cell: Json) -> None:
        """Replaces a cell; {} empties it."""
        if cell:
            self.cells[position] = cell
        else:
            self.cells.pop(position, None)

    def entered(self, position: Position) -> Json | None:
        """ExtendedValue that was entered: numberValue, stringValue, boolValue or formulaValue."""
        found: Json | None = self.cells.get(position, {}).get("userEnteredValue")
        return found

    def enter(self, position: Position, value: Json | None) -> None:
        """Replaces the entered value of a cell and nothing else of it; None takes it away."""
        cell = {
            key: old for key, old in self.cell(position).items() if key not in {"userEnteredValue", "textFormatRuns"}
        }
        if value is not None:
            cell["userEnteredValue"] = value
        self.put(position, cell)

    def effective(self, position: Position) -> Json | None:
        """ExtendedValue that is shown: of a formula its result (None: it shows nothing), or what was spilled."""
        found = self.computed.get(position)
        if found is not None:
            return found
        entered = self.entered(position)
        return None if entered is None or "formulaValue" in entered else entered

    def used(self) -> Iterator[Position]:
        """Cells that have a value to show."""
        yield from (position for position, cell in self.cells.items() if "userEnteredValue" in cell)
        yield from (position for position in self.computed if "userEnteredValue" not in self.cell(position))

    def copy(self) -> "Sheet":
        """A copy that can be changed without touching this one."""
        return replace(
            self,
            cells=self.cells.copy(),
            computed=dict(self.computed),
            merges=list(self.merges),
            sized={dimension: dict(found) for dimension, found in self.sized.items()},
            groups={dimension: list(found) for dimension, found in self.groups.items()},
            protected=list(self.protected),
            filter_views=list(self.filter_views),
            conditional=list(self.conditional),
            banded=list(self.banded),
            tables=list(self.tables),
            charts=list(self.charts),
            slicers=list(self.slicers),
        )


@dataclass
class Spreadsheet:
    """A spreadsheet: its properties, its sheets in their order, names and metadata."""

    id: str
    properties: Json
    sheets: list[Sheet]
    named: list[Json] = field(default_factory=list)
    metadata: list[Json] = field(default_factory=list)

    @property
    def locale(self) -> str:
        return str(self.properties["locale"])

    def sheet(self, sheet_id: int) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def titled(self, title: str) -> Sheet | None:
        """The sheet of that title, upper and lower case alike."""
        return next((sheet for sheet in self.sheets if sheet.title.lower() == title.lower()), None)

    def cell_count(self) -> int:
        return sum(sheet.rows * sheet.columns for sheet in self.sheets)

    def copy(self) -> "Spreadsheet":
        """A copy that can be changed without touching this one."""
        sheets = [sheet.copy() for sheet in self.sheets]
        return Spreadsheet(self.id, self.properties, sheets, list(self.named), list(self.metadata))


def indexed(sheets: Iterable[Sheet]) -> None:
    """Writes into each sheet's properties at which place it stands."""
    for index, sheet in enumerate(sheets):
        if sheet.properties.get("index") != index:
            sheet.properties = sheet.properties | {"index": index}
