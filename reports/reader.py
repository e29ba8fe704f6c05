"""Whom a list of remarks is for, and what he may see in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from config.columns import Privacy
from config.registers import REGISTERS
from reports.facts import Facts
from reports.naming import REMARKS
from validators.leave import Leave
from validators.remark import Remark
from validators.whereabouts import field_of, municipalities_of

_BY_KEY = {register.key: register for register in REGISTERS}


@dataclass(frozen=True)
class Reader:
    """The facts, and whether he sees names, whether the workbook is his own, whether he is the head.

    `book` is the workbook he reads when it is one of those for some only, but nobody's own.
    """

    facts: Facts
    named: bool = False
    own: bool = False
    head: bool = False
    book: str = ""

    def municipalities(self, remark: Remark) -> tuple[str, ...]:
        """The municipalities of a remark's row, where they may be told."""
        if not self.own and remark.place.register in self._unsaid:
            return ()
        return municipalities_of(self.facts.scene.office, remark.place.register, remark.place.local_key)

    def knows_municipalities(self, remarks: Iterable[Remark]) -> bool:
        """At least one of the rows is of a municipality."""
        return any(self.municipalities(one) for one in remarks)

    def may_read(self, leave: Leave) -> bool:
        """What staff wrote in a workbook of their own may name people, so it is told in such workbooks only."""
        return self.own or not is_own(leave.place) or (self.book != "" and leave.place.startswith(f"{self.book}."))

    @cached_property
    def _unsaid(self) -> frozenset[str]:
        """Registers whose people's municipalities stay on this machine: the common tab leaves it, they do not."""
        settings = self.facts.scene.settings
        if settings.storage.kind == "folder":
            return frozenset()
        there = {key for one in settings.google.spreadsheets for key in one.registers}
        return frozenset(key for key in _BY_KEY if key not in there and _is_of_people(key))


def _is_of_people(key: str) -> bool:
    register = _BY_KEY[key]
    name = field_of(register)
    return name is None or register.by_field[name].privacy >= Privacy.P2


def is_own(place: str) -> bool:
    """The tab (`file#tab`) stands in somebody's own workbook of remarks."""
    return place.startswith(OWN)


OWN = f"{REMARKS} — "
"""How the workbook of one employee begins."""
