"""How many calls came by each route, and what became of them: what a budget of calls is held against."""

from collections import Counter
from dataclasses import dataclass, field

from tests.sheets_server.admission import Kind
from tests.sheets_server.identities import SHEETS
from tests.sheets_server.plain import Json


@dataclass
class Counts:
    """Every call that reached the server counts once, refused ones and those cut off too; `reads` and `writes` are the
    Sheets API's.
    """

    routes: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    reads: int = 0
    writes: int = 0

    def came(self, kind: Kind) -> None:
        """A call came in."""
        self.routes[kind.route] += 1
        if kind.service == SHEETS and kind.reads:
            self.reads += 1
        elif kind.service == SHEETS:
            self.writes += 1

    def went(self, status: int) -> None:
        """An answer went out; 0 stands for a call that got none."""
        self.statuses[status] += 1

    def clear(self) -> None:
        """Counts from nothing again."""
        self.routes.clear()
        self.statuses.clear()
        self.reads = self.writes = 0

    def json(self) -> Json:
        """As `GET /__emu/counts` gives them."""
        statuses = {str(status): count for status, count in sorted(self.statuses.items())}
        return {"reads": self.reads, "writes": self.writes, "routes": dict(self.routes), "statuses": statuses}
