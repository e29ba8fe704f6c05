"""Rules of people at work in cells and rows: what is typed, cleared, pasted, moved, by intention or not."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.sync.stateful.model.staff import ERRORS, HOSTILE, REGISTERS, WORDS, Staff, error
from tests.sync.stateful.model.tabs import KEY, Tab, fresh_tabs, tab_of

register = st.sampled_from(REGISTERS)
number = st.integers(0, 15)
_RIGHT = fresh_tabs()


class PeopleInCells(RuleBasedStateMachine):
    """`staff` is what they work with."""

    staff: Staff

    @rule(register=register, row=number, column=number, word=st.sampled_from(WORDS))
    def type_a_word(self, register: str, row: int, column: int, word: str) -> None:
        self.staff.change(register, lambda tab: tab.put(_row(tab, row), _column(tab, column), word))

    @rule(register=register, row=number, column=number, word=st.sampled_from(HOSTILE))
    def type_a_hostile_text(self, register: str, row: int, column: int, word: str) -> None:
        self.staff.change(register, lambda tab: tab.put(_row(tab, row), _column(tab, column), word))

    @rule(register=register, row=number, column=number, serial=st.integers(-3, 60_000))
    def type_a_number(self, register: str, row: int, column: int, serial: int) -> None:
        self.staff.change(register, lambda tab: tab.put(_row(tab, row), _column(tab, column), serial))

    @rule(register=register, row=number, column=number, which=st.integers(0, len(ERRORS) - 1))
    def break_a_formula(self, register: str, row: int, column: int, which: int) -> None:
        self.staff.change(register, lambda tab: tab.put(_row(tab, row), _column(tab, column), error(which)))

    @rule(register=register, row=number, column=number)
    def clear_a_cell(self, register: str, row: int, column: int) -> None:
        self.staff.change(register, lambda tab: tab.put(_row(tab, row), _column(tab, column), None))

    @rule(register=register, row=number)
    def mend_a_row(self, register: str, row: int) -> None:
        def mended(tab: Tab) -> None:
            records = list(_RIGHT[register].records())
            right, top = records[row % len(records)], tab.heading
            for column, head in enumerate(tab.rows[top]) if top is not None and tab.body else ():
                if head in right and head != KEY:
                    tab.put(_row(tab, row), column, right[str(head)])

        self.staff.change(register, mended)

    @rule(register=register, row=number, column=number, rows=st.integers(1, 3))
    def fill_down(self, register: str, row: int, column: int, rows: int) -> None:
        def filled(tab: Tab) -> None:
            at, where = _row(tab, row), _column(tab, column)
            value = tab.rows[at][where] if where < len(tab.rows[at]) else None
            for below in tab.rows[at + 1 : at + 1 + rows]:
                below.extend([None] * (where + 1 - len(below)))
                below[where] = value

        self.staff.change(register, filled)

    @rule(register=register, row=number, other=number, column=number)
    def swap_two_cells(self, register: str, row: int, other: int, column: int) -> None:
        def swapped(tab: Tab) -> None:
            where, one, two = _column(tab, column), _row(tab, row), _row(tab, other)
            first, second = _at(tab, one, where), _at(tab, two, where)
            tab.put(one, where, second)
            tab.put(two, where, first)

        self.staff.change(register, swapped)

    @rule(register=register, row=number)
    def give_a_row_another_code(self, register: str, row: int) -> None:
        def renamed(tab: Tab) -> None:
            if tab.heading is not None and tab.body:
                tab.put(_row(tab, row), tab.rows[tab.heading].index(KEY), self.staff.new_code(register))

        self.staff.change(register, renamed)

    @rule(register=register)
    def add_a_row(self, register: str) -> None:
        def added(tab: Tab) -> None:
            heads = tab.rows[tab.heading] if tab.heading is not None else tab.rows[0]
            made = tab_of("", "", [self.staff.new_row(register)])
            found = dict(zip(made.rows[0], made.rows[1], strict=True))
            if len(tab.rows) < 20:
                tab.rows.append([found.get(head) for head in heads])

        self.staff.change(register, added)

    @rule(register=register, row=number)
    def add_a_row_without_a_code(self, register: str, row: int) -> None:
        def added(tab: Tab) -> None:
            if len(tab.rows) < 20:
                tab.rows.append([None, *tab.rows[_row(tab, row)][1:]])

        self.staff.change(register, added)

    @rule(register=register, row=number)
    def delete_a_row(self, register: str, row: int) -> None:
        self.staff.change(register, lambda tab: tab.rows.pop(_row(tab, row)))

    @rule(register=register, row=number)
    def duplicate_a_row(self, register: str, row: int) -> None:
        def duplicated(tab: Tab) -> None:
            if len(tab.rows) < 20:
                tab.rows.insert(_row(tab, row), [*tab.rows[_row(tab, row)]])

        self.staff.change(register, duplicated)

    @rule(register=register, row=number, to=number)
    def move_a_row(self, register: str, row: int, to: int) -> None:
        def moved(tab: Tab) -> None:
            line = tab.rows.pop(_row(tab, row))
            tab.rows.insert(_row(tab, to), line)

        self.staff.change(register, moved)

    @rule(register=register, column=number, descending=st.booleans())
    def sort_the_rows(self, register: str, column: int, descending: bool) -> None:  # noqa: FBT001  a draw
        def ordered(tab: Tab) -> None:
            where, body = _column(tab, column), tab.body
            tab.rows[body.start :] = sorted(
                tab.rows[body.start :], key=lambda row: str(row[where : where + 1]), reverse=descending
            )

        self.staff.change(register, ordered)

    @rule(register=register, row=number)
    def leave_a_blank_row(self, register: str, row: int) -> None:
        def blank(tab: Tab) -> None:
            if len(tab.rows) < 20:
                tab.rows.insert(_row(tab, row), [])

        self.staff.change(register, blank)

    @rule(register=register)
    def undo(self, register: str) -> None:
        self.staff.undo(register)


def _row(tab: Tab, number: int) -> int:
    """A row below the heading; the last row when there is none."""
    body = tab.body
    return body[number % len(body)] if body else len(tab.rows) - 1


def _column(tab: Tab, number: int) -> int:
    return number % max(tab.width, 1)


def _at(tab: Tab, row: int, column: int) -> object:
    return tab.rows[row][column] if column < len(tab.rows[row]) else None
