"""The cells of a sheet, which know at once where formulas and rules stand among them."""

from collections.abc import Iterable, Mapping
from typing import Self

from tests.sheets_server.plain import Json, Position


class Cells(dict[Position, Json]):
    """Cells by their places. `formulas` are the texts of those that hold one, `ruled` the places with a rule of input."""

    def __init__(self, cells: Mapping[Position, Json] | Iterable[tuple[Position, Json]] = ()) -> None:
        super().__init__(cells)
        self.formulas: dict[Position, str] = {}
        self.ruled: set[Position] = set()
        for position, cell in self.items():
            self._note(position, cell)

    def __setitem__(self, position: Position, cell: Json) -> None:
        self._forget(position)
        super().__setitem__(position, cell)
        self._note(position, cell)

    def __delitem__(self, position: Position) -> None:
        super().__delitem__(position)
        self._forget(position)

    def pop(self, position: Position, *default: Json) -> Json:  # type: ignore[override]  # the one way it is used
        found: Json = super().pop(position, *default)
        self._forget(position)
        return found

    def update(self, cells: Mapping[Position, Json]) -> None:  # type: ignore[override]  # the one way it is used
        for position, cell in cells.items():
            self[position] = cell

    def clear(self) -> None:
        super().clear()
        self.formulas.clear()
        self.ruled.clear()

    def copy(self) -> "Cells":
        found = Cells()
        dict.update(found, self)
        found.formulas, found.ruled = dict(self.formulas), set(self.ruled)
        return found

    def __ior__(self, cells: Mapping[Position, Json]) -> Self:  # type: ignore[override, misc]  # as `update`
        self.update(cells)
        return self

    def setdefault(self, position: Position, cell: Json | None = None) -> Json:
        if position not in self:
            self[position] = cell or {}
        return self[position]

    def popitem(self) -> tuple[Position, Json]:
        position, cell = super().popitem()
        self._forget(position)
        return position, cell

    def _note(self, position: Position, cell: Json) -> None:
        value = cell.get("userEnteredValue")
        if value is not None and "formulaValue" in value:
            self.formulas[position] = value["formulaValue"]
        if "dataValidation" in cell:
            self.ruled.add(position)

    def _forget(self, position: Position) -> None:
        self.formulas.pop(position, None)
        self.ruled.discard(position)
