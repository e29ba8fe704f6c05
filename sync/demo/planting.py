"""Plants the faults: those between registers first, then those of single cells, each in rows of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from config.register import Register
from config.registers import REGISTERS
from reports.templates.layout import slots
from sync.demo.crossing import CROSSINGS
from sync.demo.crossing.ground import Broken, Crossing, Ground
from sync.demo.draft import Row, code
from sync.demo.office import DemoOffice
from sync.demo.planted import Planted
from sync.demo.spoiling import SPOILINGS, TIMES, Plot, Spoiling, Typed
from validators.grid import cell_name

TypedRow = Mapping[str, Typed]
_BY_KEY = {register.key: register for register in REGISTERS}
_FIRST_ROW = 2
_MOST_TIMES = 2


@dataclass(frozen=True)
class Spoiled:
    """The rows of the office as they will be typed, by register and field, and what is wrong in them."""

    rows: Mapping[str, tuple[TypedRow, ...]]
    planted: tuple[Planted, ...]


def plant(office: DemoOffice) -> Spoiled:
    """The office with faults between registers and in single cells; the seed chooses the ways and the rows."""
    dice = Random(f"rpo faults {office.seed}")  # noqa: S311  chance of a game, not of a secret
    ground = Ground(office, {key: [dict(row) for row in one] for key, one in office.rows.items()}, dice)
    broken = [(crossing, crossing.spoil(ground)) for crossing in CROSSINGS]
    planted = [_crossed(ground, crossing, one) for crossing, one in broken]
    rows: dict[str, list[TypedRow]] = {key: list(one) for key, one in ground.rows.items()}
    used = ground.used
    for spoiling in _chosen(dice):
        number = _choose_row(office, spoiling, used, dice)
        row = office.rows[spoiling.register][number]
        plot = Plot(row, tuple(_untouched(office, spoiling.register, number, used)), dice, spoiling.field)
        typed = spoiling.typed(plot)
        used.add((spoiling.register, number))
        if spoiling.code == "C05":
            used |= {(spoiling.register, at) for at, one in enumerate(ground.rows[spoiling.register])
                     if one.get(spoiling.field) == typed}  # fmt: skip
        rows[spoiling.register][number] = {**row, spoiling.field: typed}
        planted.append(_planted(spoiling, row, number, typed))
    return Spoiled({key: tuple(one) for key, one in rows.items()}, tuple(planted))


def _chosen(dice: Random) -> Iterator[Spoiling]:
    for name in dict.fromkeys(spoiling.code for spoiling in SPOILINGS):
        ways = [spoiling for spoiling in SPOILINGS if spoiling.code == name]
        yield from dice.sample(ways, min(TIMES.get(name, _MOST_TIMES), len(ways)))


def _choose_row(office: DemoOffice, spoiling: Spoiling, used: set[tuple[str, int]], dice: Random) -> int:
    """A row that nobody has spoiled yet; not among the first, so that a repeated value has something before it."""
    rows = office.rows[spoiling.register]
    fit = [
        number
        for number, row in enumerate(rows)
        if number > 1
        and (spoiling.register, number) not in used
        and (row.get(spoiling.field) is None) is spoiling.empty
        and spoiling.fit(row)
    ]
    return dice.choice(fit)


def _untouched(office: DemoOffice, key: str, before: int, used: set[tuple[str, int]]) -> Iterator[Row]:
    return (row for number, row in enumerate(office.rows[key][:before]) if (key, number) not in used)


def _crossed(ground: Ground, crossing: Crossing, broken: Broken) -> Planted:
    register = _BY_KEY[broken.register] if broken.register else None
    column = register.by_field[broken.field].heading if register and broken.field else None
    at = _at(ground, broken.register, broken.row, broken.field) if register and broken.row and broken.field else None
    change = broken.change
    return Planted(
        code=crossing.code,
        register=broken.register,
        id=str(broken.row["id"]) if broken.row else None,
        column=column,
        kind=crossing.kind,
        source=_tab(register) if register else None,
        cell=at[1] if at else None,
        right=change.right if change else None,
        mended_at=_at(ground, change.register, change.row, change.field) if change else None,
        mendable=change is not None,
    )


def _at(ground: Ground, key: str | None, row: TypedRow, field: str) -> tuple[str, str]:
    register = _BY_KEY[str(key)]
    number = next(at for at, one in enumerate(ground.rows[register.key]) if one is row)
    order = [slot.column.field for slot in slots(register)]
    return _tab(register), cell_name(number + _FIRST_ROW, order.index(field))


def _tab(register: Register[Any]) -> str:
    return f"{register.workbook}.xlsx#{register.tab}"


def _planted(spoiling: Spoiling, row: Row, number: int, typed: Typed) -> Planted:
    register = _BY_KEY[spoiling.register]
    order = [slot.column.field for slot in slots(register)]
    return Planted(
        code=spoiling.code,
        register=register.key,
        id=str(typed) if spoiling.field == "id" else code(row),
        column=register.by_field[spoiling.field].heading,
        kind=spoiling.kind,
        source=_tab(register),
        cell=cell_name(number + _FIRST_ROW, order.index(spoiling.field)),
        right=row.get(spoiling.field),
    )
