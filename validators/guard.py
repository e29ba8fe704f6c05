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

    A row that got its code, or a new natural key, is not gone: rows without a code are compared by number only.
    """
    coded = {row_id for row_id in before if not row_id.startswith("?")}
    nameless_gone = max(0, len(before - coded - now) - len(now - before))
    gone = len(coded - now) + nameless_gone
    limit = max(limits.vanish_rows, int(len(before) * limits.vanish_share))
    emptied = bool(before) and not now
    if emptied or gone > limit or gone > len(before) * limits.always_ask_share:
        return Vanishing(len(before), len(now), gone, limit)
    return None


def copies(tables: Sequence[Table[Any]]) -> tuple[str, str] | None:
    """Two files of one register that share half of their codes or are named as copies: neither is guessed (F07)."""
    for first, second in combinations(tables, 2):
        one, two = set(first.ids), set(second.ids)
        shared = len(one & two)
        names = first.sources[0].file, second.sources[0].file
        if shared * 2 >= min(len(one), len(two)) > 0 or (shared and any(map(looks_like_copy, names))):
            return names
    return None
