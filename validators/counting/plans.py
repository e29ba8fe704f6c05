"""The plan of an indicator on a day: what the finished months or quarters ask, plus an even part of the current one."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from config.registers.indicators import LESS_IS_BETTER
from validators.counting.money import passed, quarter
from validators.office import Office, Table

QUARTERS = ("plan_q1", "plan_q2", "plan_q3", "plan_q4")
MONTHS = (
    "plan_jan", "plan_feb", "plan_mar", "plan_apr", "plan_may", "plan_jun",
    "plan_jul", "plan_aug", "plan_sep", "plan_oct", "plan_nov", "plan_dec",
)  # fmt: skip
"""Fields of IND with the plan of each quarter and month."""

_ROUNDED = 0.5
_SAME = 0.01
_OURS = re.compile(r"K(0[1-9]|[12][0-9]|3[0-4])")


@dataclass(frozen=True)
class Planned:
    """An approved plan: of the year, on the day, whether less is better, and the code of its row."""

    id: str
    year: float
    on_day: float
    less_is_better: bool


def planned(office: Office, indicator: str, on: date) -> Planned | None:
    """The plan of an indicator («K02»); None when no plan is approved."""
    if not office.has("IND"):
        return None
    table = office.tables["IND"]
    codes = table.values["indicator"]
    for index in table.counted:
        year = table.values["plan_year"][index]
        if code_of(codes[index]) == indicator and isinstance(year, float | int):
            less = table.values["direction"][index] == LESS_IS_BETTER
            return Planned(table.ids[index], float(year), _on_day(table, index, float(year), on), less)
    return None


def code_of(typed: object) -> str | None:
    """The code of an indicator as it is compared: «к02» in Cyrillic is K02."""
    return typed.strip().upper().replace("К", "K") if isinstance(typed, str) else None


def by_registers(indicator: str) -> bool:
    """The service counts the indicator itself (K01…K34): nobody needs to type its fact."""
    return _OURS.fullmatch(indicator) is not None


def _on_day(table: Table[Any], index: int, year: float, on: date) -> float:
    is_share = table.values["unit"][index] == "%"
    for names, stretch in ((MONTHS, _month), (QUARTERS, quarter)):
        typed = [table.values[name][index] for name in names]
        parts = [float(part) for part in typed if isinstance(part, float | int)]
        at = (on.month - 1) * len(names) // 12
        if len(parts) < len(names):
            continue
        if is_share:
            return parts[at]
        rising = parts if _is_rising(table.values["cumulative"][index], parts, year) else list(accumulate(parts))
        before = rising[at - 1] if at else 0.0
        return before + (rising[at] - before) * float(passed(*stretch(on.year, at), on))
    return year if is_share else year * float(passed(date(on.year, 1, 1), date(on.year, 12, 31), on))


def _is_rising(typed: object, parts: Sequence[float], year: float) -> bool:
    """The parts count from the start of the year: as «Нарастающий итог» says, else by the look of the numbers."""
    return typed if isinstance(typed, bool) else parts[-1] >= year and list(parts) == sorted(parts)


def _month(year: int, index: int) -> tuple[date, date]:
    return date(year, index + 1, 1), date(year, index + 1, monthrange(year, index + 1)[1])


def agrees(typed: float, counted: float, *, is_share: bool) -> bool:
    """A typed fact is the counted one. A percent may be rounded to a whole, or stand as a fraction of one."""
    if is_share:
        return min(abs(typed - counted), abs(100 * typed - counted)) <= _ROUNDED
    return abs(typed - counted) < _SAME
