"""The head at his tab «Сделать сейчас»: he types into the lines of an office in Google, and reads what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.now import GO, MARK, TAB, TOLD, YES
from sync.desk import Desk
from sync.google.names import REPORTS_TITLE
from sync.now.doing import Looked
from sync.now.hearing import hear_and_do
from sync.result import Result
from sync.run import update
from tests.sync.google.stage import Moment, Stage
from tests.sync.offices import desk_of

MAY = "2026-05-06"
BLANK = ["", "", ""]


@dataclass(frozen=True)
class Line:
    """A line as it stands: what is typed under the three numbers, under «Выполнить», what came of it, the mark."""

    asked: list[str]
    go: str
    told: str
    mark: str

    @property
    def result(self) -> str:
        """What came of it without the moment."""
        return self.told.partition("\n")[2]


@dataclass(frozen=True)
class HeadsTab:
    """The tab of an office on a stage, on a day of May."""

    stage: Stage

    def desk(self) -> Desk:
        return replace(desk_of(self.stage.office.folder, MAY), ports=self.stage.time.ports)

    def look(self) -> Looked:
        """The service looks at the tab, as a new process."""
        desk = self.desk()
        return hear_and_do(desk, desk.moment)

    def update(self) -> Result:
        return update(self.desk())

    def values(self) -> list[list[str]]:
        return [[str(cell) for cell in row] for row in self.stage.office.values(REPORTS_TITLE, TAB)]

    def lines(self) -> dict[str, Line]:
        """Title of a deed → its line."""
        rows = self.values()
        at = next(number for number, row in enumerate(rows) if MARK in row)
        go, told, mark = (rows[at].index(one) for one in (GO, TOLD, MARK))
        whole = [[*row, *[""] * len(rows[at])] for row in rows[at + 1 :]]
        return {row[0]: Line([_bare(one) for one in row[2:5]], row[go], row[told], row[mark]) for row in whole}

    def type(self, title: str, *asked: str, go: str = YES) -> None:
        """The head types into the line of a deed, «да» last."""
        for letter, words in zip("CDE", asked, strict=False):
            self.cell(title, letter, words)
        if go:
            self.cell(title, "F", go)

    def cell(self, title: str, letter: str, words: object) -> None:
        """He types into one cell."""
        self.stage.office.type(REPORTS_TITLE, f"'{TAB}'!{letter}{self.row(title)}", words)

    def row(self, title: str) -> int:
        """The number of the line, from 1."""
        return next(number for number, row in enumerate(self.values(), 1) if row[:1] == [title])

    def ask(self, title: str, *asked: str) -> Line:
        """The head types, the service looks, the update writes what came of it."""
        self.type(title, *asked)
        self.look()
        self.update()
        return self.lines()[title]


def at_tab(scene: tuple[Stage, Moment]) -> HeadsTab:
    """The tab as it was at the beginning."""
    stage, start = scene
    stage.put_back(start)
    return HeadsTab(stage)


def said(looked: Looked) -> Sequence[str]:
    """What one look did: titles in order."""
    return [one.title for one in looked.done]


def _bare(words: str) -> str:
    return "" if words == "—" else words
