"""Whatever staff do to a tab, the last version of every row is the row as it stands."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from config.columns import Raw
from tests.validators.versions.ledger import HEADING, Ledger, tab, team

Rows = list[tuple[Raw, ...]]
EDITS = ("sort", "change", "delete", "insert", "retype", "rename", "blank", "none", "copy")


class Clerk:
    """A tab and what may be done to it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.heading = list(HEADING)
        self.rows: Rows = [team(number) for number in range(1, 13)]
        self.last = 12

    def edit(self, what: str) -> None:
        at = self.chance.randrange(len(self.rows))
        match what:
            case "sort":
                self.chance.shuffle(self.rows)
            case "change":
                self._put(
                    at, self.chance.randrange(2, 6), self.chance.choice([None, "новое", 7, 7.5, 46000, "=1+1", " с "])
                )
            case "delete" if len(self.rows) > 2:
                del self.rows[at]
            case "retype":
                self._put(at, 0, f"КМ-{self.chance.randrange(100, 10**6):04d}")
            case "rename":
                self.heading[5] = f"Столбец {self.chance.randrange(1000)}"
            case "insert" | "blank" | "copy":
                self.last += 1
                self.rows.insert(at, {"insert": team(self.last), "blank": (), "copy": self.rows[at]}[what])

    def _put(self, at: int, column: int, cell: Raw) -> None:
        row = list(self.rows[at])
        if row:
            row[column] = cell
            self.rows[at] = tuple(row)


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 10**6), visits=st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5), max_size=6)
)
def test_the_last_version_is_the_row_as_it_stands(seed: int, visits: list[list[str]]) -> None:
    clerk, ledger = Clerk(seed), Ledger()
    ledger.take(tab([clerk.heading, *clerk.rows]))
    for edits in visits:
        for what in edits:
            clerk.edit(what)
        grid = tab([clerk.heading, *clerk.rows])
        ledger.take(grid)
        assert ledger.table is not None
        stand = sorted(_typed(clerk, number) for number in ledger.table.rows)
        known = sorted(repr(sorted(_by_heading(ledger, at).items())) for at in range(len(ledger.rows)))
        assert known == stand
        assert ledger.take(grid) == ()


def _typed(clerk: Clerk, number: int) -> str:
    row = clerk.rows[number - 2]
    return repr(sorted((name, cell) for name, cell in zip(clerk.heading, row, strict=True) if cell is not None))


def _by_heading(ledger: Ledger, at: int) -> dict[str, Raw]:
    row = ledger.rows[at]
    return {one.heading: row.cells[one.key] for one in ledger.layouts[row.source] if one.key in row.cells}
