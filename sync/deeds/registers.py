"""The registers that a person chooses from."""

from collections.abc import Sequence

from config.registers import REGISTERS
from sync.deeds.deed import Choice
from sync.desk import Desk


def kept(desk: Desk) -> Sequence[Choice]:
    """The registers that the office keeps, in the order of the catalogue."""
    keys = desk.settings.kept
    return [Choice(one.key, one.tab) for one in REGISTERS if keys is None or one.key in keys]
