"""What people do in cells and rows, by intention or not: one function a deed, and the tuple of all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.sync.stateful.model.staff import HOSTILE, WORDS, Staff, error
from tests.sync.stateful.model.tabs import KEY, Cell, Tab, fresh_tabs, tab_of

MOST_ROWS = 20
_RIGHT = fresh_tabs()


@dataclass(frozen=True)
class Hand:
    """A hand over a register: where it is, and a number for whatever else has to be chosen."""

    staff: Staff
    register: str
    row: int
    column: int
    more: int

    def at(self, tab: Tab) -> int:
        """The row under the hand, below the heading; the last one when there is none."""
        body = tab.body
        return body[self.row % len(body)] if body else len(tab.rows) - 1

    def to(self, tab: Tab) -> int:
        """Another row."""
        body = tab.body
        return body[self.more % len(body)] if body else len(tab.rows) - 1

    def under(self, tab: Tab) -> int:
        """The column under the hand."""
        return self.column % max(tab.width, 1)

    def type(self, cell: Cell) -> None:
        """Types into the cell under the hand."""
        self.staff.change(self.register, lambda tab: tab.put(self.at(tab), self.under(tab), cell))

    def change(self, change: Callable[[Tab], object]) -> None:
        """Does something to the tab that can be undone."""
        self.staff.change(self.register, change)


def type_a_word(hand: Hand) -> None:
    hand.type(WORDS[hand.more % len(WORDS)])


def type_a_hostile_text(hand: Hand) -> None:
    hand.type(HOSTILE[hand.more % len(HOSTILE)])


def type_a_number(hand: Hand) -> None:
    hand.type(hand.more * 4_001 - 3)


def break_a_formula(hand: Hand) -> None:
    hand.type(error(hand.more))


def clear_a_cell(hand: Hand) -> None:
    hand.type(None)


def mend_a_row(hand: Hand) -> None:
    def mended(tab: Tab) -> None:
        records = list(_RIGHT[hand.register].records())
        right, top = records[hand.more % len(records)], tab.heading
        for column, head in enumerate(tab.rows[top]) if top is not None and tab.body else ():
            if head in right and head != KEY:
                tab.put(hand.at(tab), column, right[str(head)])

    hand.change(mended)


def fill_down(hand: Hand) -> None:
    def filled(tab: Tab) -> None:
        at, column = hand.at(tab), hand.under(tab)
        for below in range(at + 1, min(at + 2 + hand.more % 3, len(tab.rows))):
            tab.put(below, column, tab.cell(at, column))

    hand.change(filled)


def swap_two_cells(hand: Hand) -> None:
    def swapped(tab: Tab) -> None:
        column, one, two = hand.under(tab), hand.at(tab), hand.to(tab)
        first, second = tab.cell(one, column), tab.cell(two, column)
        tab.put(one, column, second)
        tab.put(two, column, first)

    hand.change(swapped)


def give_a_row_another_code(hand: Hand) -> None:
    def renamed(tab: Tab) -> None:
        if tab.heading is not None and tab.body:
            tab.put(hand.at(tab), tab.rows[tab.heading].index(KEY), hand.staff.new_code(hand.register))

    hand.change(renamed)


def add_a_row(hand: Hand) -> None:
    def added(tab: Tab) -> None:
        heads = tab.rows[tab.heading] if tab.heading is not None else tab.rows[0]
        made = tab_of("", "", [hand.staff.new_row(hand.register)])
        found = dict(zip(made.rows[0], made.rows[1], strict=True))
        if len(tab.rows) < MOST_ROWS:
            tab.rows.append([found.get(head) for head in heads])

    hand.change(added)


def add_a_row_without_a_code(hand: Hand) -> None:
    def added(tab: Tab) -> None:
        if len(tab.rows) < MOST_ROWS:
            tab.rows.append([None, *tab.rows[hand.at(tab)][1:]])

    hand.change(added)


def delete_a_row(hand: Hand) -> None:
    hand.change(lambda tab: tab.rows.pop(hand.at(tab)))


def duplicate_a_row(hand: Hand) -> None:
    def duplicated(tab: Tab) -> None:
        if len(tab.rows) < MOST_ROWS:
            tab.rows.insert(hand.at(tab), [*tab.rows[hand.at(tab)]])

    hand.change(duplicated)


def move_a_row(hand: Hand) -> None:
    def moved(tab: Tab) -> None:
        line = tab.rows.pop(hand.at(tab))
        tab.rows.insert(hand.to(tab), line)

    hand.change(moved)


def sort_the_rows(hand: Hand) -> None:
    def ordered(tab: Tab) -> None:
        column, top = hand.under(tab), tab.body.start
        tab.rows[top:] = sorted(
            tab.rows[top:], key=lambda row: str(row[column : column + 1]), reverse=hand.more % 2 > 0
        )

    hand.change(ordered)


def leave_a_blank_row(hand: Hand) -> None:
    def blank(tab: Tab) -> None:
        if len(tab.rows) < MOST_ROWS:
            tab.rows.insert(hand.at(tab), [])

    hand.change(blank)


def undo(hand: Hand) -> None:
    hand.staff.undo(hand.register)


CELL_DEEDS: tuple[Callable[[Hand], None], ...] = (
    type_a_word, type_a_hostile_text, type_a_number, break_a_formula, clear_a_cell, mend_a_row, fill_down,
    swap_two_cells, give_a_row_another_code, add_a_row, add_a_row_without_a_code, delete_a_row, duplicate_a_row,
    move_a_row, sort_the_rows, leave_a_blank_row, undo,
)  # fmt: skip
