"""Rules of people who change the shape of things: headings, columns, many rows at once, whole tabs and workbooks."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.sync.stateful.model.staff import REGISTERS, STRANGERS, Staff
from tests.sync.stateful.model.tabs import Tab, fresh_tabs

register = st.sampled_from(REGISTERS)
number = st.integers(0, 15)


class PeopleWithTabs(RuleBasedStateMachine):
    """`staff` is what they work with. What ruins a whole register is rarer than the rest: it needs two draws."""

    staff: Staff

    @rule(register=register, column=number, heading=st.sampled_from(("Название", "Код строки", "", "Стадия", "Что-то")))
    def rename_a_heading(self, register: str, column: int, heading: str) -> None:
        self.staff.change(register, lambda tab: tab.put(tab.heading or 0, column % max(tab.width, 1), heading))

    @rule(register=register)
    def put_the_headings_right(self, register: str) -> None:
        """Of people's own register the whole tab is put right: no surname gets under another heading."""

        def right(tab: Tab) -> None:
            rows = fresh_tabs()[register].rows
            if register == "MENT":
                tab.rows[:] = rows
            else:
                tab.rows[tab.heading or 0] = rows[0]

        self.staff.change(register, right)

    @rule(register=register, column=number, heading=st.sampled_from((None, "Заметка", "Примечание")))
    def insert_a_column(self, register: str, column: int, heading: str | None) -> None:
        def inserted(tab: Tab) -> None:
            at, top = column % max(tab.width, 1), tab.heading or 0
            if tab.width < 16:
                for number, row in enumerate(tab.rows):
                    row.extend([None] * (at - len(row)))
                    row.insert(at, heading if number == top else None)

        self.staff.change(register, inserted)

    @rule(register=register, column=number, to=number)
    def move_a_column(self, register: str, column: int, to: int) -> None:
        def moved(tab: Tab) -> None:
            width = max(tab.width, 1)
            for row in tab.rows:
                row.extend([None] * (width - len(row)))
                row.insert(to % width, row.pop(column % width))

        self.staff.change(register, moved)

    @rule(register=register, column=number, sure=st.booleans())
    def clear_a_column(self, register: str, column: int, sure: bool) -> None:  # noqa: FBT001  a draw
        def cleared(tab: Tab) -> None:
            for row in tab.rows[tab.body.start :] if sure else ():
                if column % max(tab.width, 1) < len(row):
                    row[column % tab.width] = None

        self.staff.change(register, cleared)

    @rule(register=register, column=number, sure=st.booleans())
    def delete_a_column(self, register: str, column: int, sure: bool) -> None:  # noqa: FBT001  a draw
        def deleted(tab: Tab) -> None:
            at = column % max(tab.width, 1)
            for row in tab.rows if sure and tab.width > 3 else ():
                del row[at : at + 1]

        self.staff.change(register, deleted)

    @rule(register=register, column=number)
    def sort_one_column_alone(self, register: str, column: int) -> None:
        def ordered(tab: Tab) -> None:
            body, at = tab.rows[tab.body.start :], column % max(tab.width, 1)
            cells = sorted((row[at] if at < len(row) else None for row in body), key=repr)
            for row, cell in zip(body, cells, strict=True):
                row.extend([None] * (at + 1 - len(row)))
                row[at] = cell

        self.staff.change(register, ordered)

    @rule(register=register, left=st.integers(0, 3), sure=st.booleans())
    def delete_most_rows(self, register: str, left: int, sure: bool) -> None:  # noqa: FBT001  a draw
        def deleted(tab: Tab) -> None:
            if sure:
                del tab.rows[tab.body.start + left :]

        self.staff.change(register, deleted)

    @rule(register=register, rows=st.integers(1, 3))
    def write_lines_above_the_heading(self, register: str, rows: int) -> None:
        def written(tab: Tab) -> None:
            if len(tab.rows) < 20:
                tab.rows[:0] = [["Список на сегодня"] for _ in range(rows)]

        self.staff.change(register, written)

    @rule(register=register, sure=st.booleans())
    def paste_another_table_over(self, register: str, sure: bool) -> None:  # noqa: FBT001  a draw
        def pasted(tab: Tab) -> None:
            if sure:
                tab.rows = [[*STRANGERS], *([f"0{at}.02.2026", "ООО «Рассвет»", at * 100] for at in range(1, 8))]

        self.staff.change(register, pasted)

    @rule(register=register)
    def restore_the_version_of_the_first_day(self, register: str) -> None:
        self.staff.change(register, lambda tab: tab.rows.__setitem__(slice(None), fresh_tabs()[register].rows))

    @rule(register=register, title=st.sampled_from(("Лист1", "Команды", "Наставники 2026", "Сотрудники")))
    def rename_the_tab(self, register: str, title: str) -> None:
        self.staff.change(register, lambda tab: setattr(tab, "title", title))

    @rule(register=register)
    def name_the_tab_right(self, register: str) -> None:
        self.staff.change(register, lambda tab: setattr(tab, "title", fresh_tabs()[register].title))

    @rule(register=register)
    def save_under_another_name(self, register: str) -> None:
        self.staff.change(register, lambda tab: setattr(tab, "file", f"{fresh_tabs()[register].file} новое"))

    @rule(register=register)
    def throw_the_tab_away(self, register: str) -> None:
        self.staff.throw_away(register)

    @rule()
    def put_tabs_back(self) -> None:
        for register in REGISTERS:
            self.staff.put_back(register)

    @rule(register=register, file=st.booleans())
    def copy_the_tab(self, register: str, file: bool) -> None:  # noqa: FBT001  a draw
        self.staff.copy_beside(register, file=file)

    @rule()
    def take_copies_away(self) -> None:
        self.staff.take_copies_away()
