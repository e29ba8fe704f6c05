"""What may stand in a letter: words in which nobody of the Programme is named, however a cell was filled."""

import re
from collections.abc import Iterator
from typing import Any

from config.apart import is_of_people, personal_columns
from config.cells.personal import traces
from config.cells.text import fold
from reports.facts import Facts
from validators.office import Table

_WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+")
_ENDING = re.compile(r"[аяйоыеиьуюё]+$")
_NAMES = frozenset({"surname", "guardian", "full_name"})
_SHORT, _LEAST = 5, 3
_CASES = 3
"""So many letters an ending of a case may have: «Галкин — Галкиными»."""


def is_discreet(facts: Facts, text: str) -> bool:
    """The text names no participant and no mentor by surname, in whatever case, and holds no telephone or the like."""
    if any(traces(text)):
        return False
    stems = facts.once(surname_stems)
    return not any(_names(word, stems) for word in _WORD.findall(text))


def surname_stems(facts: Facts) -> frozenset[str]:
    """The surnames of all people of the office's registers without the endings of cases, folded."""
    tables = (one for one in facts.scene.office.tables.values() if is_of_people(one.register))
    return frozenset(stem for table in tables for stem in _stems(table))


def _stems(table: Table[Any]) -> Iterator[str]:
    for column in personal_columns(table.register):
        if column.field not in _NAMES:
            continue
        cells = (*table.values[column.field], *(table.raw.get(column.field) or ()))
        for cell in {one for one in cells if isinstance(one, str)}:
            words = _WORD.findall(cell)
            if words:
                yield _stem(fold(words[0]))


def _stem(surname: str) -> str:
    bare = _ENDING.sub("", surname)
    return bare if len(bare) >= _LEAST else surname


def _names(word: str, stems: frozenset[str]) -> bool:
    """A short stem is looked for in words with a capital letter only, or half of the language would be surnames."""
    folded = fold(word)
    ends = range(len(folded), max(_LEAST, len(folded) - _CASES) - 1, -1)
    return any(folded[:end] in stems and (end >= _SHORT or word[0].isupper()) for end in ends)
