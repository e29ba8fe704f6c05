"""Percentages: what a rounded percentage says of its part and its base.

«37,5 %» rounded half up to one digit says that 37,45 ≤ 100 · part / base < 37,55. Multiplied out, both limits are
equations of whole numbers: 2000 · part ≥ 749 · base and 2000 · part < 751 · base.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from math import inf

from reports.disclosure.equations import Row, weighed
from reports.disclosure.knowledge import Knowledge
from reports.disclosure.system import Share


def rounded(part: int, base: int, digits: int) -> int:
    """The percentage rounded half up, in units of its last digit: 3 of 8 with one digit is 375."""
    one = int(10**digits)
    return (200 * one * part + base) // (2 * base)


def rounding(known: Knowledge, hidden: AbstractSet[str]) -> Iterator[Row]:
    """What the percentages in sight say of hidden numbers."""
    read, true = known.read(hidden), known.read(set())
    for share in known.system.shares:
        part = known.of(share.part)
        base = known.of(share.base) if isinstance(share.base, str) else None
        told = share.key not in hidden and part in true and (base is None or base in true)
        if told and not {part, base if base is not None else part} <= read.keys():
            yield from _limits(share, part, true[part], base, true[base] if base is not None else None)


def _limits(share: Share, part: int, is_part: int, base: int | None, is_base: int | None) -> Iterator[Row]:
    number = share.base if isinstance(share.base, int) else (is_base or 0)
    if number == 0:
        return
    said, scale = rounded(is_part, number, share.digits), 200 * 10**share.digits
    if base is None:
        yield Row(((part, scale),), (2 * said - 1) * number, (2 * said + 1) * number - 1)
        return
    yield Row(weighed([(part, scale), (base, 1 - 2 * said)]), 0, inf)
    yield Row(weighed([(part, -scale), (base, 2 * said + 1)]), 1, inf)
