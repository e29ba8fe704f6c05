"""Rows of the registers of an indicator that it does not count, by reason: a mistake, a cell, a date, a status."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from reports.facts import Facts
from reports.figures.catalogue import Indicator
from reports.figures.change.causes import unread_heading
from reports.figures.change.search import STATUSES
from reports.figures.cuts import CUTS
from reports.figures.figure import QUALITY, STATE, Cut, count_in
from validators.counting.approvals import SUBJECTS, Approvals, Lack, approvals
from validators.counting.count import Count
from validators.counting.people import PEOPLE
from validators.duplicates.repeats import Being, uncounted
from validators.office import Office, Table

REGISTERS_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("K09", "K10", "K11", "K12"), ("TEAM",)),
    **dict.fromkeys(("K24", "K25"), ("FIN",)),
    **dict.fromkeys(("K29", "K30"), ("DOC",)),
    "K04": ("MUN",), "K05": ("EDU",), "K13": ("MENT",), "K15": ("ENT",), "K17": (),
    "K22": ("PLAN",), "K23": ("DEC",), "K26": ("NP",), "K28": ("PUB",), "K33": ("ENT", "EDU"), QUALITY: (),
}  # fmt: skip
"""The registers whose rows an indicator counts; the participants where nothing is said."""

_OF_APPROVED = frozenset({"K13", "K14", "K15", "K33"})
_EVER = timedelta(days=3660)
_LACKS: Mapping[Lack, str] = {
    Lack.NO_DECISION: "нет решения",
    Lack.EXCEPTED: "исключение в решении",
    Lack.NOT_YET: "срок ещё не наступил",
    Lack.REVOKED: "решение отозвано",
    Lack.RAN_OUT: "срок истёк",
}


@dataclass(frozen=True)
class Left:
    """The rows of one register left out for one reason, told in Russian; `of` — they are in the denominator."""

    register: str
    reason: str
    ids: tuple[str, ...]
    of: bool = False


def left_out(facts: Facts, indicator: Indicator, cut: Cut, count: Count) -> tuple[Left, ...]:
    """By register and reason, the denominator first, then the most rows first; of a cut only the rows of its groups."""
    office = facts.scene.office
    keys = [key for key in REGISTERS_OF.get(indicator.id, PEOPLE) if office.has(key)]
    if not keys:
        return ()
    counted, whole = frozenset(count.rows), frozenset(count.of)
    why = _Why(office, facts.today, indicator, cut, counted)
    groups: dict[tuple[str, bool, str], list[str]] = {}
    for key in keys:
        table = office.tables[key]
        for index, row_id in enumerate(table.ids):
            reason = "" if row_id in counted else why.of(table, index)
            if reason:
                groups.setdefault((key, row_id in whole, reason), []).append(row_id)
    found = [Left(key, reason, tuple(ids), of) for (key, of, reason), ids in groups.items()]
    return tuple(sorted(found, key=lambda one: (not one.of, keys.index(one.register), -len(one.ids), one.reason)))


@dataclass(frozen=True)
class _Why:
    """Why a row is not counted in a figure of an office on a day."""

    office: Office
    on: date
    indicator: Indicator
    cut: Cut
    rows: frozenset[str]

    def of(self, table: Table[Any], index: int) -> str:
        """The reason in Russian; empty for a row of another group, of which the figure does not speak."""
        key, row_id, life = table.register.key, table.ids[index], table.register.life
        if index in table.fallen:
            what = unread_heading(table, index)
            return "строка не учтена: повторный код" if what == "Код" else f"строка не учтена: не читается «{what}»"
        state = table.values[life.field][index] if life.field in table.values else None
        if state in life.uncounted:
            return str(state).lower()
        for name, group in self.cut.items():
            own = () if name == STATE else self.office.once(CUTS[name][1]).get(row_id, ())
            if name != STATE and not own:
                return f"не указано: {CUTS[name][0].lower()}" if row_id in self._anywhere else ""
            if name != STATE and group not in own:
                return ""
        if (key, index) in self._repeated:
            return "повторяет другую строку того же человека"
        return self._by_approval(key, index) or self._by_day(row_id) or self._by_status(table, index)

    def _by_approval(self, key: str, index: int) -> str:
        known = self._approvals.get(key) if self.indicator.id in _OF_APPROVED else None
        if known is None:
            return ""
        lack = known.shortfall(index, self.on)
        if lack is not None and lack.lack is Lack.STATUS and not self._says(known, index):
            lack = known.lacks_decision(index, self.on) or lack
        return "" if lack is None else _LACKS.get(lack.lack, "")

    @staticmethod
    def _says(known: Approvals, index: int) -> bool:
        """The status stands in the cell; a blank one follows the decisions."""
        return known.table.is_typed(index, known.table.register.life.field)

    def _by_day(self, row_id: str) -> str:
        return "срок ещё не наступил" if row_id in self._later else ""

    @cached_property
    def _repeated(self) -> frozenset[Being]:
        return self.office.once(uncounted)

    @cached_property
    def _anywhere(self) -> frozenset[str]:
        """The rows of the figure without its cut: some of them count, but in no group."""
        return frozenset(count_in(self.office, self.on, self.indicator.id, {}).rows)

    @cached_property
    def _later(self) -> frozenset[str]:
        """The rows that count once every day that they name has come."""
        return frozenset(count_in(self.office, self.on + _EVER, self.indicator.id, self.cut).rows)

    @cached_property
    def _approvals(self) -> Mapping[str, Approvals]:
        return {one.key: approvals(self.office, one) for one in SUBJECTS if self.office.has(one.key)}

    def _by_status(self, table: Table[Any], index: int) -> str:
        """The status of the row, unless rows of the same status are counted."""
        for column, counted in self._statuses[table.register.key].items():
            value = table.values[column][index]
            if value is not None and value not in counted:
                return f"{table.register.by_field[column].heading.lower()}: «{value}»"
        return "условия показателя не выполнены"

    @cached_property
    def _statuses(self) -> Mapping[str, Mapping[str, frozenset[object]]]:
        """Register → field that tells how a thing stands → its values in the rows that are counted."""
        return {key: dict(self._statuses_of(table)) for key, table in self.office.tables.items()}

    def _statuses_of(self, table: Table[Any]) -> Iterator[tuple[str, frozenset[object]]]:
        rows = [index for index, one in enumerate(table.ids) if one in self.rows]
        for name in STATUSES:
            column = table.register.by_field.get(name)
            if column is not None and column.among is not None:
                yield name, frozenset(table.values[name][index] for index in rows)
