"""Guards before a reading becomes the truth: too many rows gone, and two files that are copies of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from config.settings import LimitsSection
from validators.office import Table
from validators.tabs import looks_like_copy


@dataclass(frozen=True)
class Vanishing:
    """Rows that were there and are gone: how many there were, are now, and how many may go without asking."""

    was: int
    now: int
    gone: int
    limit: int


def vanished(before: frozenset[str], now: frozenset[str], limits: LimitsSection) -> Vanishing | None:
    """None when few enough rows are gone (decisions.md 27): not more than max(rows, share), and never over half.

    A row that got its code, or a new natural key, is not gone: as many rows without a code may go as new ones came.
    """
    lost = before - now
    nameless = sum(row_id.startswith("?") for row_id in lost)
    gone = len(lost) - nameless + max(0, nameless - len(now - before))
    limit = max(limits.vanish_rows, int(len(before) * limits.vanish_share))
    emptied = bool(before) and not now
    if emptied or gone > limit or gone > len(before) * limits.always_ask_share:
        return Vanishing(len(before), len(now), gone, limit)
    return None


def copies(tables: Sequence[Table[Any]]) -> tuple[str, str] | None:
    """Two files of one register that share half of their codes or are named as copies: neither is guessed (F07).

    A small ведомость may lie within a large one: it is a copy only when it holds half of the larger.
    """
    for first, second in combinations(tables, 2):
        one, two = set(first.ids), set(second.ids)
        shared = len(one & two)
        names = first.sources[0].file, second.sources[0].file
        if names[0] == names[1]:
            names = first.sources[0].name, second.sources[0].name
        size = max if first.sources[0].key and second.sources[0].key else min
        if (one and two and shared * 2 >= size(len(one), len(two))) or (shared and any(map(looks_like_copy, names))):
            return names
    return None
