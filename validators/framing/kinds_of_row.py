"""Why a row under a heading is not data: totals, sections, the heading once more, column numbers, notes, signatures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from config.cells.text import fold
from config.columns import Raw
from validators.framing.body import Profile
from validators.framing.flatten import Label
from validators.framing.looks import FIGURES, TEXTS, Look, look
from validators.framing.numbering import is_number_row
from validators.framing.sheet import cell_text

TOTAL, SUBTOTAL, SECTION, NOTE, BLANK = "total", "subtotal", "section", "note", "blank"
NUMBER_ROW, REPEATED_HEADING, SECOND_TABLE = "number_row", "repeated_heading", "second_table"

_TOTAL = re.compile(r"(?:итого|ито го|и т о г о|всего|в с е г о|общий итог|общая сумма|total|grand total|sum total)\b")
_PART = re.compile(
    r"(?:(?:итого|всего)\s+(?:по|за|в|для)\b|в том числе\b|в т ч\b|из них\b|промежуточный итог|подытог|sub ?total\b)"
)
_WHOLE = frozenset({"всего", "итого", "total", "общий итог"})
_SECTION = re.compile(r"(?:под)?(?:раздел|программа|глава|часть|группа|направление|секция|модуль)\b|section|part\b")
_NOTE = re.compile(
    r"(?:\*|†|‡|[0-9]{1,2}\)\s|м\.\s?п\.|исп\.\s|(?:прим(?:ечани\w*)?|сноск\w*|источник\w*|исполнител\w*|составил\w*|"
    r"руководител\w*|директор|начальник|подпис\w*|согласован\w*|утвержда\w*|дата составления|тел|note|source)\b"
    r"[^:_]{0,60}(?::|_{2,}|/\s*$)|.*_{3,}|.*\bподпись\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ground:
    """What a row is judged against: the labels of the tab's columns; the table's columns (0-based) and their looks."""

    labels: tuple[Label, ...]
    columns: tuple[int, ...]
    profiles: Mapping[int, Profile]

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each label, folded."""
        return tuple(frozenset(map(fold, label)) for label in self.labels)

    def own(self, row: Sequence[Raw]) -> Sequence[Raw]:
        """The cells of a row that lie within the table."""
        return row[self.columns[0] : self.columns[-1] + 1]

    def filled(self, row: Sequence[Raw]) -> list[int]:
        """The columns of the table in which the row holds anything."""
        last = self.columns[-1]
        return [at for at, cell in enumerate(row) if self.columns[0] <= at <= last and cell not in (None, "")]

    def why_not(self, row: Sequence[Raw]) -> str | None:
        """Why the row is not data; None when it may be. Other tables are told by their place."""
        filled = self.filled(row)
        if not filled:
            return BLANK
        return (
            kind_of_total(self.own(row))
            or (REPEATED_HEADING if self._repeats_heading(row, filled) else None)
            or (NUMBER_ROW if len(filled) * 2 > len(self.columns) and is_number_row(self.own(row)) else None)
            or (NOTE if self._opens_a_note(row, filled) else None)
            or (SECTION if self._is_section(row, filled) else None)
        )

    def aliens(self, columns: Iterable[int]) -> int:
        """How many of the columns are wont to hold figures, so that words are strange there."""
        return sum(at in self.profiles and self.profiles[at].figures >= 0.6 for at in columns)

    def is_sparse(self, row: Sequence[Raw]) -> bool:
        """So little stands in the row that it may be a note: a cell, or a quarter of the columns, all of it text."""
        filled = self.filled(row)
        few = len(self.columns) > 1 and len(filled) <= max(1, len(self.columns) // 4)
        return few and all(isinstance(row[at], str) and look(row[at]) not in FIGURES for at in filled)

    def is_note(self, row: Sequence[Raw]) -> bool:
        """A sparse row whose words open a note or a signature, or are a sentence where the column holds none."""
        filled = self.filled(row)
        if not filled or not self.is_sparse(row):
            return False
        profile = self.profiles.get(filled[0])
        sentence = look(row[filled[0]]) is Look.PROSE and (profile is None or profile.prose < 0.3)
        return sentence or self._opens_a_note(row, filled)

    def _opens_a_note(self, row: Sequence[Raw], filled: Sequence[int]) -> bool:
        return len(filled) == 1 and _NOTE.match(cell_text(row[filled[0]])) is not None

    def _repeats_heading(self, row: Sequence[Raw], filled: Sequence[int]) -> bool:
        if len(filled) < 2:
            return False
        same = sum(fold(cell_text(row[at])) in self.words[at] for at in filled)
        return same > 1 and same * 5 >= len(filled) * 3

    def _is_section(self, row: Sequence[Raw], filled: Sequence[int]) -> bool:
        """One text in the first column of three or more, where figures or nothing stands in other rows."""
        first = self.columns[0]
        if len(self.columns) < 3 or filled != [first] or look(row[first]) not in TEXTS:
            return False
        profile = self.profiles.get(first)
        return (
            profile is None
            or self.aliens(filled) > 0
            or profile.fill < 0.5
            or bool(_SECTION.match(fold(str(row[first]))))
        )


def kind_of_total(row: Sequence[Raw]) -> str | None:
    """`total` or `subtotal` when the row sums others: its first words say so, or a whole cell is «всего»."""
    words = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    if not any(map(says_total, words)):
        return None
    first = fold(words[0])
    if _PART.match(first):
        return SUBTOTAL
    return TOTAL if _TOTAL.match(first) or any(fold(word) in _WHOLE for word in words) else None


_INITIALS = frozenset("ивоtgsпт")


def says_total(text: str) -> bool:
    """The text begins as a total does; quick for all others."""
    start = text.lstrip(" \t\n\xa0\"«'(*-")[:1].lower()
    if start not in _INITIALS:
        return False
    folded = fold(text)
    return _PART.match(folded) is not None or _TOTAL.match(folded) is not None
