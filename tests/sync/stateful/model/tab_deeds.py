"""What people do to the shape of things: headings, columns, many rows at once, whole tabs and workbooks."""

from collections.abc import Callable

from tests.sync.stateful.model.cell_deeds import MOST_ROWS, Hand
from tests.sync.stateful.model.staff import REGISTERS, STRANGERS
from tests.sync.stateful.model.tabs import Cell, Tab, fresh_tabs

_HEADINGS = ("Название", "Код строки", "", "Стадия", "Что-то")
_COLUMNS = (None, "Заметка", "Примечание")
_TITLES = ("Лист1", "Команды", "Наставники 2026", "Сотрудники")


def rename_a_heading(hand: Hand) -> None:
    hand.change(lambda tab: tab.put(tab.heading or 0, hand.under(tab), _HEADINGS[hand.more % len(_HEADINGS)]))


def put_the_headings_right(hand: Hand) -> None:
    """Of the register of people the whole tab is put right: no surname gets under another heading."""

    def right(tab: Tab) -> None:
        rows = fresh_tabs()[hand.register].rows
        if hand.register == "MENT":
            tab.rows[:] = rows
        else:
            tab.rows[tab.heading or 0] = rows[0]

    hand.change(right)


def insert_a_column(hand: Hand) -> None:
    def inserted(tab: Tab) -> None:
        at, top, heading = hand.under(tab), tab.heading or 0, _COLUMNS[hand.more % len(_COLUMNS)]
        for number, row in enumerate(tab.rows) if tab.width < 16 else ():
            row.extend([None] * (at - len(row)))
            row.insert(at, heading if number == top else None)

    hand.change(inserted)


def move_a_column(hand: Hand) -> None:
    def moved(tab: Tab) -> None:
        width = max(tab.width, 1)
        for row in tab.rows:
            row.extend([None] * (width - len(row)))
            row.insert(hand.more % width, row.pop(hand.under(tab)))

    hand.change(moved)


def clear_a_column(hand: Hand) -> None:
    def cleared(tab: Tab) -> None:
        for row in tab.body:
            tab.put(row, hand.under(tab), None)

    hand.change(cleared)


def delete_a_column(hand: Hand) -> None:
    def deleted(tab: Tab) -> None:
        at = hand.under(tab)
        for row in tab.rows if tab.width > 3 else ():
            del row[at : at + 1]

    hand.change(deleted)


def sort_one_column_alone(hand: Hand) -> None:
    def ordered(tab: Tab) -> None:
        column = hand.under(tab)
        cells = sorted((tab.cell(row, column) for row in tab.body), key=repr)
        for row, cell in zip(tab.body, cells, strict=True):
            tab.put(row, column, cell)

    hand.change(ordered)


def delete_most_rows(hand: Hand) -> None:
    hand.change(lambda tab: tab.rows.__delitem__(slice(tab.body.start + hand.more % 4, None)))


def write_lines_above_the_heading(hand: Hand) -> None:
    def written(tab: Tab) -> None:
        if len(tab.rows) < MOST_ROWS:
            tab.rows[:0] = [["Список на сегодня"] for _ in range(1 + hand.more % 3)]

    hand.change(written)


def paste_another_table_over(hand: Hand) -> None:
    def pasted(tab: Tab) -> None:
        lines: list[list[Cell]] = [[f"0{at}.02.2026", "ООО «Рассвет»", at * 100] for at in range(1, 8)]
        tab.rows = [[*STRANGERS], *lines]

    hand.change(pasted)


def restore_the_version_of_the_first_day(hand: Hand) -> None:
    hand.change(lambda tab: tab.rows.__setitem__(slice(None), fresh_tabs()[hand.register].rows))


def rename_the_tab(hand: Hand) -> None:
    hand.change(lambda tab: setattr(tab, "title", _TITLES[hand.more % len(_TITLES)]))


def name_the_tab_right(hand: Hand) -> None:
    hand.change(lambda tab: setattr(tab, "title", fresh_tabs()[hand.register].title))


def save_under_another_name(hand: Hand) -> None:
    hand.change(lambda tab: setattr(tab, "file", f"{fresh_tabs()[hand.register].file} новое"))


def throw_the_tab_away(hand: Hand) -> None:
    hand.staff.throw_away(hand.register)


def put_tabs_back(hand: Hand) -> None:
    for register in REGISTERS:
        hand.staff.put_back(register)


def copy_the_tab(hand: Hand) -> None:
    hand.staff.copy_beside(hand.register, file=False)


def copy_the_workbook(hand: Hand) -> None:
    hand.staff.copy_beside(hand.register, file=True)


def take_copies_away(hand: Hand) -> None:
    hand.staff.take_copies_away()


TAB_DEEDS: tuple[Callable[[Hand], None], ...] = (
    rename_a_heading, put_the_headings_right, insert_a_column, move_a_column, clear_a_column, delete_a_column,
    sort_one_column_alone, delete_most_rows, write_lines_above_the_heading, paste_another_table_over,
    restore_the_version_of_the_first_day, rename_the_tab, name_the_tab_right, save_under_another_name,
    throw_the_tab_away, put_tabs_back, copy_the_tab, copy_the_workbook, take_copies_away,
)  # fmt: skip
