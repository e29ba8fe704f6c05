"""What one case of the torture has come to."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """`wrong` — a sentence for every fault; `figures` — what was counted, added up over the cases of a part."""

    wrong: list[str] = field(default_factory=list)
    figures: Counter[str] = field(default_factory=Counter)
