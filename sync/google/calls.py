"""How many calls were made of Google: tries by kind, and how many of them failed."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Calls:
    """`tries` are counted by kind: metadata, read, write."""

    tries: Counter[str] = field(default_factory=Counter)
    failed: int = 0
