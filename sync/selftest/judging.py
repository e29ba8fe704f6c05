"""Was a mistake noticed: the new remarks of a copy beside those of the office itself, and what was read in its rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from config.cells.text import as_text, fold, tidy
from sync.pipeline import Survey
from sync.selftest.injectors.injector import Injected
from sync.selftest.kinds import Kind
from sync.selftest.place import Place
from validators.office import Table
from validators.remark import Remark


class Verdict(StrEnum):
    """What became of one mistake. `otherwise` — it was spoken of, but by no code that is right for it."""

    CAUGHT = "caught"
    MISSED = "missed"
    OTHERWISE = "otherwise"


@dataclass(frozen=True)
class Judged:
    """One mistake: where it was made and what the check said. No value of a cell stands here.

    `right` are the codes of the new remarks that are right for it, `alarms` those that are not and ask for something.
    """

    kind: str
    register: str
    id: str | None
    column: str | None
    row: int
    verdict: Verdict
    right: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    read_otherwise: bool = False

    def as_json(self) -> dict[str, object]:
        """The shape of one case in `selftest --json`."""
        return {
            "kind": self.kind,
            "register": self.register,
            "id": self.id,
            "column": self.column,
            "row": self.row,
            "verdict": self.verdict.value,
            "right": list(self.right),
            "alarms": list(self.alarms),
            "read_otherwise": self.read_otherwise,
        }


def judge(kind: Kind, place: Place, injected: Injected, before: Survey, after: Survey) -> Judged:
    """What the check of a copy says beside the check of the office without the mistake."""
    fresh = tuple(new_remarks(before.remarks, after.remarks))
    right = [one for one in fresh if one.code in kind.caught and _is_there(kind, one, place, injected)]
    rest = [one for one in fresh if one not in right and one.code not in kind.also]
    alarms = tuple(sorted(one.code for one in rest if one.asks))
    otherwise = (kind.same or kind.silent or kind.reads is not None) and not _reads_well(kind, place, before, after)
    caught = not otherwise and (not alarms if kind.silent else bool(right))
    verdict = Verdict.CAUGHT if caught else Verdict.OTHERWISE if alarms else Verdict.MISSED
    register = place.table.register
    return Judged(
        kind=kind.name,
        register=register.key,
        id=None if place.code.startswith("?") else place.code,
        column=register.by_field[place.field].heading if place.field else None,
        row=place.row,
        verdict=verdict,
        right=tuple(sorted(one.code for one in right)),
        alarms=alarms,
        read_otherwise=otherwise,
    )


def new_remarks(before: Sequence[Remark], after: Sequence[Remark]) -> Iterator[Remark]:
    """The remarks that were not there before; a second one of the same cell and code is new as well."""
    known = Counter(one.fingerprint for one in before)
    for one in after:
        if known[one.fingerprint]:
            known[one.fingerprint] -= 1
        else:
            yield one


def _is_there(kind: Kind, remark: Remark, place: Place, injected: Injected) -> bool:
    at, register = remark.place, place.table.register.key
    if kind.at == "office":
        return True
    if at.register != register:
        return False
    if kind.at == "tab" or not injected.rows:
        return True
    here = (at.source, at.row) in injected.rows
    return here or any((register, row_id) in injected.ids for row_id in (at.id, at.local_key))


def _reads_well(kind: Kind, place: Place, before: Survey, after: Survey) -> bool:
    """The register holds what it held; with `reads` the cell holds what the kind says."""
    key = place.table.register.key
    was, now = (one.facts.scene.office.tables.get(key) for one in (before, after))
    if was is None or now is None:
        return False
    if kind.reads is None:
        return _same(was, now)
    at = now.index_of.get(place.code)
    value = None if at is None else now.column(place.name)[at]
    said = value.isoformat() if isinstance(value, date) else value
    return _key(said) == _key(place.filled(kind.reads))


def _same(was: Table[Any], now: Table[Any]) -> bool:
    """The same rows in the same order, and every value of them."""
    return was.ids == now.ids and all(
        values == now.values[name] or list(map(_key, values)) == list(map(_key, now.values[name]))
        for name, values in was.values.items()
    )


def _key(value: object) -> object:
    """What two readings are compared by: ё is е and case is nothing, in texts; a number by its worth."""
    if isinstance(value, str):
        return fold(tidy(value))
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return as_text(float(value)) if isinstance(value, Decimal | float) else value
