"""Which kind of activity a title means."""

import re
from collections.abc import Iterable

from config.cells.text import fold
from config.registers.participation import KIND_WORDS

_KINDS = tuple((re.compile(words), kind) for words, kind in KIND_WORDS)


def kind_of(titles: Iterable[str]) -> str | None:
    """The kind that the first telling title means; None when none tells, or one means several kinds."""
    for title in titles:
        key = fold(title)
        kinds = {kind for words, kind in _KINDS if words.search(key)}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else None
    return None
