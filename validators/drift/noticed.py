"""What the service noticed between two readings and keeps saying, because the last good reading no longer shows it."""

from dataclasses import dataclass
from datetime import date

VANISHED = "X44"
PARTED = "S13"
LOWERED = "X59"


@dataclass(frozen=True)
class Noticed:
    """One thing noticed: the code of its rule, the row (by id) and field, since when.

    `told` are cells as they were, heading and words, of columns that anybody may see (P0–P1), without names of people;
    `key` is the natural id of the record, by which it is known again; `source` is the tab where the row stood.
    """

    code: str
    register: str
    id: str
    field: str
    since: date
    told: tuple[tuple[str, str], ...] = ()
    key: str = ""
    source: str = ""

    @property
    def name(self) -> tuple[str, str, str, str]:
        """By which it is the same thing in the next reading."""
        return self.code, self.register, self.id, self.field

    @property
    def lost_code(self) -> str:
        """The code that nobody bears any more: that of a lost row, or the one that a record had before."""
        if self.code == PARTED and self.field == "id":
            return self.told[0][1]
        return self.id if self.code == VANISHED else ""
