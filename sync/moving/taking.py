"""What registers are taken along from, whereto, and whether with the names that stand apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from sync.desk import Desk
from sync.moving.cells import guarded
from sync.moving.nameless import AnyRegister, shared
from sync.moving.parcel import Parcel
from sync.state.store import Store
from validators.office import Source


@dataclass(frozen=True)
class Taking:
    """An office with its open history, the package, and whether names that stand apart go along."""

    desk: Desk
    store: Store
    parcel: Parcel
    names: bool

    @property
    def apart(self) -> Mapping[str, AnyRegister]:
        """The registers whose names are left behind."""
        return {} if self.names else shared(self.desk.settings)


def where(source: Source, row: int) -> tuple[str, str, str]:
    """Workbook, tab and row, as every table of a register ends or begins with them."""
    return guarded(source.file), guarded(source.tab), str(row)
