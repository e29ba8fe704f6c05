"""Rules of people at work in tabs that are the service's: answers beside remarks, and all that they should not do."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from reports.row_mark import REASON, UNTIL
from tests.sync.stateful.office import OfficeOnTest
from tests.sync.stateful.worlds.base import OwnTabs

_MARK = re.compile(r"([0-9a-f]{16})\.\d+\.\d+\.[0-9a-f]{8}\.[0-9a-f]{8}")
number = st.integers(0, 40)


class PeopleInOurTabs(RuleBasedStateMachine):
    """`own` — our tabs as people can work in them."""

    office: OfficeOnTest
    own: OwnTabs
    words: int = 0

    @rule(deed=st.sampled_from(("answer", "answer", "type", "throw away")), tab=number, row=number, column=number)
    def in_our_tabs(self, deed: str, tab: int, row: int, column: int) -> None:
        match deed:
            case "answer":
                self._answer(tab, row)
            case "type":
                names = sorted(self.own.tabs())
                if names:
                    self._type(names[tab % len(names)], row, column % 13)
            case _:
                self._throw_away(tab)

    def _answer(self, tab: int, row: int) -> None:
        """Somebody writes why a remark may stay, beside the remark."""
        found = [
            (name, top, cells.index(REASON))
            for name, lines in sorted(self.own.tabs().items())
            for top, cells in enumerate(lines)
            if REASON in cells
        ]
        if found:
            name, top, column = found[tab % len(found)]
            rows = len(self.own.tabs()[name]) - top - 1
            self._type(name, top + 1 + row % max(rows, 1), column)

    def _throw_away(self, file: int) -> None:
        """What had been typed into it is thrown away, too."""
        names = sorted(self.own.standing())
        if names:
            with self.office.by_people():
                self.own.throw_ours_away(names[file % len(names)])

    def _type(self, name: str, row: int, column: int) -> None:
        """Types words that stand nowhere else: where they are afterwards can be told. What stood there is typed over."""
        row, column = self.own.cell_at(name, (row, column))
        lines = self.own.tabs()[name]
        cells = lines[row] if row < len(lines) else ()
        self.words += 1
        words = f"пометка {self.words} от руки"
        answers = any(line[column : column + 1] and line[column] in {REASON, UNTIL} for line in lines[:row])
        with self.office.by_people():
            self.own.type_ours(name, (row, column), words)
        self.office.typed_into_ours[words] = _remark_of(cells) if answers else ""


def _remark_of(cells: Sequence[object]) -> str:
    """Which remark a line of a tab is about, by the mark at its end; "" for a line of another kind."""
    marks = [found[1] for cell in cells if isinstance(cell, str) and (found := _MARK.fullmatch(cell))]
    return marks[-1] if marks else ""
