"""Earlier table × table now → what must be said of single rows until it is mended or a person lets it be."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.registers.indicators import IND, LESS_IS_BETTER
from validators.drift.matching import Drift
from validators.drift.noticed import LOWERED, PARTED, VANISHED, Noticed
from validators.drift.openly import cells_told
from validators.drift.parting import Parted, parted
from validators.identity import natural_id
from validators.office import Table

_QUARTERS = ("plan_q1", "plan_q2", "plan_q3", "plan_q4")
_MONTHS = (
    "plan_jan", "plan_feb", "plan_mar", "plan_apr", "plan_may", "plan_jun",
    "plan_jul", "plan_aug", "plan_sep", "plan_oct", "plan_nov", "plan_dec",
)  # fmt: skip


@dataclass(frozen=True)
class LetGo:
    """Files whose lost rows, and whose parted rows, a person has seen and accepted: nothing is said of them."""

    lost: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()


def notices(drift: Drift, today: date, let_go: LetGo | None = None) -> tuple[Noticed, ...]:
    """Rows that vanished or parted from their codes, plans that were made easier."""
    let_go = let_go or LetGo()
    return (*_vanished(drift, today, let_go.lost), *_parted(drift, today, let_go.parted), *_lowered(drift, today))


def is_open(noticed: Noticed, table: Table[Any]) -> bool:
    """It still holds in the table that was read now."""
    index = table.index_of.get(noticed.id)
    if noticed.code == VANISHED:
        return index is None and not _is_back(noticed, table)
    if index is None:
        return False
    if noticed.code == PARTED:
        is_itself = bool(noticed.key) and natural_id(table, index) == noticed.key
        return is_itself if noticed.field == "id" else not is_itself
    plan, was = table.values[noticed.field][index], float(noticed.told[0][1])
    return isinstance(plan, int | float) and _is_easier(table, index, was, plan)


def puts_right(one: Noticed, mended: Noticed) -> bool:
    """What looks like a new parting of code and record only undoes one that was noticed before."""
    if one.code != PARTED or mended.code != PARTED:
        return False
    if mended.field == "id":
        return one.key == mended.key and one.id == mended.told[0][1]
    return one.id == mended.id


def _is_back(noticed: Noticed, table: Table[Any]) -> bool:
    """The record stands there under another code."""
    return bool(noticed.key) and any(natural_id(table, index) == noticed.key for index in range(len(table)))


def _vanished(drift: Drift, today: date, let_go: Collection[str]) -> Iterator[Noticed]:
    table, matching = drift.earlier, drift.matching
    unsure = any(drift.now.ids[index].startswith("?") for index in matching.new)
    counted = set(table.counted)
    for index in matching.vanished:
        row_id, source = table.ids[index], table.sources[table.origin[index]]
        silent = index not in counted | table.fallen or row_id in drift.now.index_of or source.key
        if silent or source.file in let_go or (unsure and row_id.startswith("?")):
            continue
        told = cells_told(table, index)
        yield Noticed(VANISHED, table.register.key, row_id, "", today, told, natural_id(table, index), source.name)


def _parted(drift: Drift, today: date, let_go: Collection[str]) -> Iterator[Noticed]:
    sources = drift.now.sources
    for one in parted(drift):
        source = sources[drift.now.origin[one.now]]
        repeated = drift.now.index_of[drift.now.ids[one.now]] != one.now
        if not source.key and not repeated and source.file not in let_go:
            yield _of_parted(drift, one, today, source.name)


def _of_parted(drift: Drift, one: Parted, today: date, source: str) -> Noticed:
    key, row_id = drift.now.register.key, drift.now.ids[one.now]
    if one.by_code:
        told: tuple[tuple[str, str], ...] = ((drift.now.register.id_column.heading, drift.earlier.ids[one.was]),)
        return Noticed(PARTED, key, row_id, "id", today, told, natural_id(drift.now, one.now), source)
    field = next(iter((*drift.sides.natural, *drift.sides.telling)), "")
    told = cells_told(drift.earlier, one.was)
    return Noticed(PARTED, key, row_id, field, today, told, natural_id(drift.earlier, one.was), source)


def _lowered(drift: Drift, today: date) -> Iterator[Noticed]:
    """Plans of periods that have begun, made easier without a new decision."""
    if drift.now.register.key != IND.key:
        return
    begun = ("plan_year", *_QUARTERS[: (today.month - 1) // 3 + 1], *_MONTHS[: today.month])
    counted = set(drift.earlier.counted)
    for was, now in drift.matching.pairs:
        if was not in counted or _has_new_decision(drift, was, now):
            continue
        for name in begun:
            old, new = drift.earlier.values[name][was], drift.now.values[name][now]
            if not isinstance(old, int | float) or not isinstance(new, int | float):
                continue
            if _is_easier(drift.now, now, old, new):
                told = ((drift.now.register.by_field[name].heading, repr(float(old))),)
                source = drift.now.sources[drift.now.origin[now]].name
                yield Noticed(LOWERED, IND.key, drift.now.ids[now], name, today, told, source=source)


def _has_new_decision(drift: Drift, was: int, now: int) -> bool:
    decision = drift.now.values["decision"][now]
    return decision is not None and decision != drift.earlier.values["decision"][was]


def _is_easier(table: Table[Any], index: int, was: float, now: float) -> bool:
    less = table.values["direction"][index] == LESS_IS_BETTER
    return now > was if less else now < was
