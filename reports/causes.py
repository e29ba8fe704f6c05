"""Remarks grouped by their cause: one code in one column of one register, mended by one and the same step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from validators.catalogue import FAULTS
from validators.remark import Place, Remark, Severity

_WHOLE_TAB = 1_000_000


@dataclass(frozen=True)
class Cause:
    """Remarks of one code, register and column."""

    remarks: tuple[Remark, ...]

    @property
    def first(self) -> Remark:
        """The remark that speaks for all."""
        return self.remarks[0]

    @property
    def severity(self) -> Severity:
        """The worst of the remarks."""
        return min((remark.severity for remark in self.remarks), key=lambda severity: severity.rank)

    @property
    def rows(self) -> int:
        """How many rows are freed when the cause is gone; 0 when it is the whole tab that suffers."""
        return len({one.place.id or one.place.local_key for one in self.remarks if is_of_row(one.place)})

    @property
    def since(self) -> date | None:
        """The day of the oldest remark."""
        return min((remark.since for remark in self.remarks if remark.since), default=None)

    @property
    def what(self) -> str:
        """What is wrong, in one sentence for all rows."""
        fault = FAULTS.get(self.first.code)
        if len({remark.text for remark in self.remarks}) == 1:
            return self.first.text
        return f"Например: {self.first.text}" if fault is None else f"{fault.title}."

    @property
    def advice(self) -> str:
        """How to mend it: the advice that all rows share, else the general one."""
        shared = {remark.advice for remark in self.remarks}
        fault = FAULTS.get(self.first.code)
        return self.first.advice if len(shared) == 1 or fault is None else fault.advice


def causes(remarks: Iterable[Remark]) -> list[Cause]:
    """The causes: first those that keep rows out of the count, then by the rows they free (decisions.md 25)."""
    groups: dict[tuple[str, str, str], list[Remark]] = {}
    for remark in remarks:
        place = remark.place
        groups.setdefault((remark.code, place.register or place.source or "", place.column or ""), []).append(remark)
    found = [Cause(tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda one: (one.severity is not Severity.CRITICAL, -_weight(one), one.severity.rank))


def _weight(cause: Cause) -> int:
    """A cause that spoils a whole tab weighs more than any number of rows, when it keeps them out."""
    return _WHOLE_TAB if not cause.rows and cause.severity is Severity.CRITICAL else cause.rows


def above_info(remarks: Iterable[Remark]) -> list[Remark]:
    """The remarks that somebody must do something about."""
    return [remark for remark in remarks if remark.asks]


def in_order(remarks: Sequence[Remark]) -> list[Remark]:
    """The remarks for a list: the worst first, then by register and row."""
    return sorted(remarks, key=_order)


def _order(remark: Remark) -> tuple[int, str, str, int, str]:
    place = remark.place
    return (remark.severity.rank, place.register or "", place.source or "", place.row or 0, remark.code)


def is_of_row(place: Place) -> bool:
    """The remark is about one row, not about a tab, a column or a file."""
    return place.id is not None or place.local_key.startswith("?")
