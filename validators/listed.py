"""A few of many in one line: «КМ-0001, КМ-0002 и ещё 4»."""

from collections.abc import Sequence


def listed(some: Sequence[object], most: int = 5, between: str = ", ") -> str:
    """The first of them, and how many more there are."""
    more = f" и ещё {len(some) - most}" if len(some) > most else ""
    return between.join(map(str, some[:most])) + more
