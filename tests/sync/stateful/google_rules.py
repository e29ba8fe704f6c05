"""Rules of people and accidents in Google: everything that a hand can do to a spreadsheet, and calls that fail."""

import random
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.sheets_server.fault_kinds import DISTURBING
from tests.sheets_server.faults import Rule, sweep
from tests.sheets_server.hand import BY_NAME
from tests.sheets_server.hand.cells import CELLS
from tests.sheets_server.hand.grip import Glance
from tests.sheets_server.hand.lines import LINES
from tests.sheets_server.hand.past import PAST
from tests.sheets_server.hand.tabs import TABS
from tests.sheets_server.human import Deed
from tests.sync.crash.killing import Point, killed
from tests.sync.google.sweeps import KINDS
from tests.sync.stateful.service_rules import ServiceAtWork, is_time
from tests.sync.stateful.worlds.google import GoogleWorld

book = st.sampled_from(("Команды", "Команды", "РПО", "Отчёты РПО"))
seed = st.integers(0, 65_535)


def _names(actions: object) -> st.SearchStrategy[str]:
    return st.sampled_from([action.name for action in actions])  # type: ignore[attr-defined]  # a tuple of actions


class PeopleInGoogle(ServiceAtWork):
    """`world` is where they work: in tabs of registers, in tabs beside them, in the spreadsheet of reports."""

    world: GoogleWorld

    @rule(kind=_names(CELLS), book=book, seed=seed)
    def work_in_cells(self, kind: str, book: str, seed: int) -> None:
        self._do(kind, book, seed)

    @rule(kind=_names(LINES), book=book, seed=seed)
    def work_in_rows_and_columns(self, kind: str, book: str, seed: int) -> None:
        self._do(kind, book, seed)

    @rule(kind=_names(TABS), book=book, seed=seed)
    def work_with_tabs(self, kind: str, book: str, seed: int) -> None:
        self._do(kind, book, seed)

    @rule(kind=_names(PAST), book=book, seed=seed)
    def take_back(self, kind: str, book: str, seed: int) -> None:
        self._do(kind, book, seed)

    @rule(
        row=st.integers(2, 9), column=st.integers(2, 7), word=st.sampled_from(("Идея", "Скоро", "", "=1/0", "НС-0001"))
    )
    def type_into_teams(self, row: int, column: int, word: str) -> None:
        sheet = self.world.stage.book("Команды").sheet(1)
        if sheet is not None:
            self.world.do("Команды", Deed("type", {"sheet": 1, "cell": f"{'ABCDEFGH'[column]}{row}", "text": word}))

    def _do(self, kind: str, book: str, seed: int) -> None:
        """An action of this kind to a tab of staff, when there is one to do it to."""
        chance, sheets = random.Random(f"{kind} {seed}"), self.world.theirs(book)
        if sheets:
            sheet, theirs = chance.choice(sheets), replace(self.world.stage.book(book), sheets=sheets)
            drawn = BY_NAME[kind].draw(Glance(chance, theirs, sheet))
            if drawn is not None:
                with self.office.by_people():
                    self.world.do(book, Deed(kind, {"sheet": sheet.id} | drawn))


class FaultsOfGoogle(ServiceAtWork):
    """Calls fail before their effect and after it; who disturbs is told apart by the kinds of the server."""

    world: GoogleWorld

    @rule(rate=st.sampled_from((0.1, 0.3, 0.5)), seed=seed)
    def a_share_of_calls_fails(self, rate: float, seed: int) -> None:
        self.world.set_faults(sweep(rate, kinds=[one for one in KINDS if one not in DISTURBING]), seed)

    @rule(kind=st.sampled_from(("429", "503", "cut", "portal", "401")), nth=st.integers(1, 12), after=st.booleans())
    def one_call_fails(self, kind: str, nth: int, after: bool) -> None:  # noqa: FBT001  a draw
        self.world.set_faults((Rule((kind,), route="/*/*", nth=nth, after=float(after)),), nth)

    @rule(kind=st.sampled_from(("503", "500", "cut", "portal")))
    def every_call_fails(self, kind: str) -> None:
        self.world.set_faults((Rule((kind,)),), 0, every=True)

    @rule(book=st.sampled_from(("Команды", "РПО")))
    def the_owner_takes_the_access_away(self, book: str) -> None:
        self.world.shut_out(book)

    @rule()
    def everything_is_mended(self) -> None:
        self.world.mend()

    @precondition(is_time)
    @rule(at=st.integers(0, 24), done=st.booleans())
    def update_is_killed(self, at: int, done: bool) -> None:  # noqa: FBT001  a draw
        """SIGKILL of a fork of this process, right before a step or right after it."""
        self.updated(around=lambda work: killed(work, Point(at, done)))
