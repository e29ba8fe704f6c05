"""The sheet of a document: A4 and its margins by ГОСТ Р 7.0.97-2025."""

from typing import NamedTuple

POINT = 72 / 25.4
"""Points of a millimetre."""

_SHORT, _LONG = 210.0, 297.0


class Sheet(NamedTuple):
    """Millimetres."""

    across: float
    down: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Points between the margins."""
        return (self.across - self.left - self.right) * POINT


def sheet_of(*, landscape: bool) -> Sheet:
    """Margins 30, 10, 20 and 20 mm; a sheet that lies is bound by its upper edge, so its wide margin is there."""
    if landscape:
        return Sheet(_LONG, _SHORT, left=20, top=30, right=20, bottom=10)
    return Sheet(_SHORT, _LONG, left=30, top=20, right=10, bottom=20)
