"""A remark: what is wrong, where, how to mend it, and since when."""

import hashlib
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a fault costs. Order: the worst first."""

    CRITICAL = "critical"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def words(self) -> str:
        """The severity by its consequence, as people read it (decisions.md F)."""
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


_WORDS = {
    Severity.CRITICAL: "Строка не учтена",
    Severity.ERROR: "Значение не учтено",
    Severity.WARNING: "Проверьте",
    Severity.INFO: "К сведению",
}


UNDERSTOOD = frozenset({"C06", "C08"})
"""Codes of cells that the service read in spite of how they are written."""


NOT_IN_PLACE = "X43"
"""Personal data out of place: critical, though the row is counted."""


CONSENT = "X42"
"""Consent and the destruction of data: critical when the term is over, though the row is counted (decisions.md 13)."""

_OWN_WORDS = {NOT_IN_PLACE: "Личные данные видны лишним людям", CONSENT: "Данные пора уничтожить"}
"""What the critical remarks cost that keep no row out of the count."""


def consequence(code: str, severity: Severity) -> str:
    """What a fault of this code and severity costs, as people read it."""
    return _OWN_WORDS.get(code, severity.words) if severity is Severity.CRITICAL else severity.words


class Place(NamedTuple):
    """Where a fault is. `row` is 1-based, `cell` is like `I14`, `column` is the heading the office knows."""

    register: str | None = None
    id: str | None = None
    row: int | None = None
    column: str | None = None
    cell: str | None = None
    source: str | None = None
    local_key: str = ""


class Remark(NamedTuple):
    """One fault. `owner` is a code of STAFF, `since` the day of the first sight; both are set after checking.

    `first` is the day when it was seen for the very first time, if it was mended since and has come back; `instead_of`
    is the code of him whose it is, while he is away and `owner` stands in for him.
    """

    code: str
    severity: Severity
    place: Place
    text: str
    advice: str
    owner: str | None = None
    since: date | None = None
    old: bool = False
    first: date | None = None
    instead_of: str | None = None

    @property
    def asks(self) -> bool:
        """Somebody must mend it. What the service understood by itself is only for information (decisions.md 20)."""
        return self.severity is not Severity.INFO and self.code not in UNDERSTOOD

    @property
    def keeps_out(self) -> bool:
        """The row, or the whole tab, is not counted because of it."""
        return self.severity is Severity.CRITICAL and self.code not in _OWN_WORDS

    @property
    def fingerprint(self) -> str:
        """Code + register + row + column; never a value, row number or source (decisions.md 28)."""
        place = self.place
        parts = (self.code, place.register or place.source or "", place.id or place.local_key, place.column or "")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    def as_json(self) -> dict[str, object]:
        """The shape of `check --json` (interfaces.md §4)."""
        place = self.place
        return {
            "code": self.code,
            "severity": self.severity.value,
            "register": place.register,
            "id": place.id,
            "row": place.row,
            "column": place.column,
            "cell": place.cell,
            "source": place.source,
            "text": self.text,
            "advice": self.advice,
            "owner": self.owner,
            "since": self.since.isoformat() if self.since else None,
            "fingerprint": self.fingerprint,
        }
