"""Rules of people at work with their registers: mostly in cells and rows, now and then with whole tabs."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.sync.stateful.model.cell_deeds import CELL_DEEDS, Hand
from tests.sync.stateful.model.staff import REGISTERS, Staff
from tests.sync.stateful.model.tab_deeds import TAB_DEEDS

DEEDS = {deed.__name__: deed for deed in (*CELL_DEEDS, *TAB_DEEDS)}
in_cells = st.sampled_from([deed.__name__ for deed in CELL_DEEDS])
with_tabs = st.sampled_from([deed.__name__ for deed in TAB_DEEDS])
register = st.sampled_from(REGISTERS)
number = st.integers(0, 15)


class PeopleAtWork(RuleBasedStateMachine):
    """`staff` is what they work with."""

    staff: Staff

    @rule(deed=in_cells, register=register, row=number, column=number, more=number)
    def in_the_morning(self, deed: str, register: str, row: int, column: int, more: int) -> None:
        self._do(deed, register, row, column, more)

    @rule(deed=in_cells, register=register, row=number, column=number, more=number)
    def at_noon(self, deed: str, register: str, row: int, column: int, more: int) -> None:
        self._do(deed, register, row, column, more)

    @rule(deed=in_cells, register=register, row=number, column=number, more=number)
    def in_the_evening(self, deed: str, register: str, row: int, column: int, more: int) -> None:
        self._do(deed, register, row, column, more)

    @rule(deed=with_tabs, register=register, column=number, more=number)
    def once_a_day(self, deed: str, register: str, column: int, more: int) -> None:
        self._do(deed, register, 0, column, more)

    def _do(self, deed: str, register: str, row: int, column: int, more: int) -> None:
        DEEDS[deed](Hand(self.staff, register, row, column, more))
