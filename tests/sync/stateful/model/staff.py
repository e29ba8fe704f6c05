"""The staff of an office: three registers on their desks, and everything that people do to them, by hand or by mishap."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from config.columns import CellError
from tests.sync.offices import team
from tests.sync.stateful.model.tabs import KEY, PREFIXES, Cell, Tab, canary, fresh_tabs, tab_of

REGISTERS = ("TEAM", "MENT", "STAFF")
CALLED = {"TEAM": ("Команды",), "MENT": ("Наставники",), "STAFF": ("Состав", "Сотрудники")}
"""Register → how titles begin by which everybody knows its tab."""
WORDS = ("Почти", "Скоро", "Идея", "Паспорт проекта", "Экология", "да", "05", "1E2", "NA", "01.02.26")
HOSTILE = (
    '=HYPERLINK("http://a.example";"да")', "@SUM(1;1)", "+7|cmd", "-2+3", "<script>alert(1)</script>", "{{7*7}}",
    "'; DROP TABLE runs; --", "\u202eслово", "Ё" * 300, "а\u00a0б\nв", "../../etc/passwd", "null", "＝1+1",
)  # fmt: skip
ERRORS = ("#REF!", "#Н/Д", "#DIV/0!", "#ИМЯ?")
STRANGERS = ("Дата", "Контрагент", "Сумма")
Change = Callable[[Tab], object]


@dataclass
class Staff:
    """What stands on the desks of staff, and what they have thrown away. `changes` counts everything they did."""

    tabs: dict[str, Tab] = field(default_factory=fresh_tabs)
    bin: dict[str, Tab] = field(default_factory=dict)
    past: dict[str, list[Tab]] = field(default_factory=dict)
    extra: dict[str, Tab] = field(default_factory=dict)
    changes: int = 0
    _codes: Iterator[int] = field(default_factory=lambda: itertools.count(100))

    def change(self, register: str, change: Change) -> None:
        """Somebody does something to a tab, which can be undone."""
        self.changes += 1
        tab = self.tabs.get(register)
        if tab is not None and tab.rows:
            self.past.setdefault(register, []).append(tab.copy())
            del self.past[register][:-5]
            change(tab)

    def throw_away(self, register: str) -> None:
        """The tab is deleted; it lies in the bin."""
        self.changes += 1
        if register in self.tabs:
            self.bin[register] = self.tabs.pop(register)

    def put_back(self, register: str) -> None:
        """The tab is put back from the bin."""
        self.changes += 1
        if register in self.bin:
            self.tabs.setdefault(register, self.bin.pop(register))

    def undo(self, register: str) -> None:
        """What was done last to the tab is taken back."""
        self.changes += 1
        if self.past.get(register) and register in self.tabs:
            self.tabs[register] = self.past[register].pop()

    def copy_beside(self, register: str, *, file: bool) -> None:
        """A copy of the tab in the same workbook, or of the whole workbook in the folder."""
        self.changes += 1
        tab = self.tabs.get(register)
        if tab is not None:
            made = tab.copy()
            made.title, made.file = (tab.title, f"{tab.file} (1)") if file else (f"Копия {tab.title}", tab.file)
            self.extra[register] = made

    def take_copies_away(self) -> None:
        """Copies are thrown away for good."""
        self.changes += 1
        self.extra.clear()

    def new_code(self, register: str) -> str:
        """A code that nobody has had yet."""
        return f"{PREFIXES[register]}-{next(self._codes):04d}"

    def new_row(self, register: str) -> dict[str, object]:
        """A right row that can be added."""
        code = self.new_code(register)
        number = int(code[-4:])
        if register == "STAFF":
            return {KEY: code, "ФИО": "Зимин Олег Ильич", "Должность": "Специалист", "Работает с": 45900}
        return dict(team(number, Наставники=None) if register == "TEAM" else canary(number))

    def mend(self) -> None:
        """Every register stands where it should, under its headings, and each row has a code of its own.

        What stands in rows stays as people left it: only what keeps a register from being read is mended.
        """
        self.changes += 1
        self.extra.clear()
        for register, right in fresh_tabs().items():
            self.put_back(register)
            tab = self.tabs.get(register, right)
            tab.title, tab.file = right.title, right.file
            self.tabs[register] = tab if self._is_headed(tab, right) else self._headed(tab, right)
            self._give_codes(register, self.tabs[register])

    def _is_headed(self, tab: Tab, right: Tab) -> bool:
        return bool(tab.rows) and tab.heading == 0 and tab.rows[0] == right.rows[0] and len(tab.rows) > 1

    def _headed(self, tab: Tab, right: Tab) -> Tab:
        """The rows that can be told by their headings; the rows of the first day when there are none."""
        known = set(map(str, right.rows[0]))
        records = [{head: cell for head, cell in row.items() if head in known} for row in tab.records()]
        records = [row for row in records if row.get(KEY)]
        made = tab_of(right.file, right.title, records) if records else right
        heads = right.rows[0]
        found = [dict(zip(map(str, made.rows[0]), row, strict=False)) for row in made.rows[1:]]
        return Tab(right.file, right.title, [[*heads], *([row.get(str(head)) for head in heads] for row in found)])

    def _give_codes(self, register: str, tab: Tab) -> None:
        at, seen = tab.rows[0].index(KEY), set[Cell]()
        for row in tab.rows[1:]:
            row.extend([None] * (at + 1 - len(row)))
            if any(cell not in (None, "") for cell in row) and (row[at] in seen or not isinstance(row[at], str)):
                row[at] = self.new_code(register)
            seen.add(row[at])


def error(number: int) -> CellError:
    """What a broken formula shows."""
    return CellError(ERRORS[number % len(ERRORS)])
