"""What a small office is made of: some rows of the made-up office, one fault, and what the office remembers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from config.registers.institutions import EDU
from sync.demo.draft import Row
from sync.demo.office import DemoOffice
from sync.demo.planted import Planted
from sync.demo.sheets import book_of, institutions
from sync.demo.spoiling import Typed

FILE = "Организации.xlsx"
ROWS = 12
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Small:
    """An office with one fault. `after` are the files that replace the first ones when an update has accepted them.

    `closed` is the period that is closed between the two: it ended with the day of that update; `purged` is the code of
    the person whose data are destroyed between the two.
    """

    code: str
    register: str | None
    kind: str
    files: Files
    column: str | None = None
    kept: str = EDU.key
    after: Files | None = None
    source: str | None = f"{FILE}#{EDU.tab}"
    id: str | None = None
    closed: str = ""
    purged: str = ""

    @property
    def folder(self) -> str:
        """`faults/S03`."""
        return f"faults/{self.code[0]}{int(self.code[1:]):02d}"

    @property
    def planted(self) -> Planted:
        """The line of planted.json."""
        return Planted(self.code, self.register, self.id, self.column, self.kind, self.folder, self.source)


@dataclass(frozen=True)
class Sample:
    """Rows of five registers, and the chance that chooses among them."""

    edu: Sequence[Row]
    ent: Sequence[Row]
    ind: Sequence[Row]
    team: Sequence[Row]
    ment: Sequence[Row]
    dice: Random

    @property
    def table(self) -> list[list[Typed]]:
        """The cells of the institutions."""
        return institutions(self.edu)

    @property
    def book(self) -> bytes:
        """The workbook of the institutions."""
        return book_of(EDU.tab, self.table)

    @property
    def row(self) -> int:
        """Some row in the middle of the data, 0-based."""
        return self.dice.randint(4, ROWS - 3)


def sample_of(office: DemoOffice, number: int) -> Sample:
    """The rows of the small office with this number: each has rows of its own choice."""
    dice = Random(f"rpo small {office.seed} {number}")  # noqa: S311  chance of a game, not of a secret
    edu = sorted(dice.sample(office.rows["EDU"], ROWS), key=lambda row: str(row["id"]))
    ent, ind, team, ment = (office.rows[key][:ROWS] for key in ("ENT", "IND", "TEAM", "MENT"))
    return Sample(edu, ent, ind, team, ment, dice)
