"""A planted fault: where it is, what it is called, and what to type there to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sync.demo.draft import Cell

MAIN = "."
"""The office in which the faults of single cells are planted."""


@dataclass(frozen=True)
class Planted:
    """One fault of planted.json (interfaces.md §4). `right` is None for a fault of structure.

    `mended_at` — source and cell where `right` must be typed, when that is not the remarked cell; `mendable` — typing
    one cell mends it.
    """

    code: str
    register: str | None
    id: str | None
    column: str | None
    kind: str
    office: str = MAIN
    source: str | None = None
    cell: str | None = None
    right: Cell = None
    mended_at: tuple[str, str] | None = None
    mendable: bool = True

    def as_json(self) -> Mapping[str, object]:
        """The shape of planted.json; a date is written as people type it, and `right_is` tells the type."""
        right = f"{self.right:%d.%m.%Y}" if isinstance(self.right, date) else self.right
        return {
            "office": self.office,
            "code": self.code,
            "register": self.register,
            "id": self.id,
            "column": self.column,
            "kind": self.kind,
            "source": self.source,
            "cell": self.cell,
            "right": right,
            "right_is": _type_of(self.right),
        }


def _type_of(cell: Cell) -> str | None:
    match cell:
        case None:
            return None
        case date():
            return "date"
        case str():
            return "text"
        case _:
            return "number"
