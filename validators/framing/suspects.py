"""Which rows deserve a look of their own: found column by column, so that a long list of plain records costs little."""

from collections.abc import Iterable, Sequence

from config.cells.text import fold
from config.columns import Raw
from validators.framing.kinds_of_row import Ground, says_total
from validators.framing.numbering import may_count

Columns = Sequence[Sequence[Raw]]
_LONGER = 8
"""Characters by which a heading that stands again may be longer than its own word."""


def suspects(columns: Columns, ground: Ground) -> set[int]:
    """Indexes of the rows that may be something else than data: nearly empty ones, and those with telling words.

    `columns` are the cells by column, all of one length. Every other row is data.
    """
    height = len(columns[0]) if columns else 0
    own = [at for at in range(ground.columns[0], ground.columns[-1] + 1) if at < len(columns)]
    few = _nearly_empty([columns[at] for at in own], height)
    return few.union(*(_telling(columns[at], _words(ground, at)) for at in own))


def _nearly_empty(columns: Columns, height: int) -> set[int]:
    """Rows with at most a third of the columns filled; blank rows and the rows right after them are among these."""
    filled = [0] * height
    for column in columns:
        filled = [count + (cell is not None and cell != "") for count, cell in zip(filled, column, strict=True)]
    most = max(1, len(columns) // 3)
    few = {index for index, count in enumerate(filled) if count <= most}
    return few | {index + 1 for index in few if not filled[index] and index + 1 < height}


def _words(ground: Ground, at: int) -> frozenset[str]:
    return ground.words[at] if at < len(ground.words) else frozenset()


def _telling(column: Sequence[Raw], words: frozenset[str]) -> Iterable[int]:
    longest = max(map(len, words), default=0) + _LONGER
    first = _FIRST.union(*(word[:1] + word[:1].upper() for word in words))
    distinct = set(column)
    telling: set[Raw] = {
        cell
        for cell in distinct
        if isinstance(cell, str)
        and cell[:1] in first
        and (_may_tell(cell) or (len(cell) < longest and fold(cell) in words))
    }
    telling |= distinct & {1}
    return [index for index, cell in enumerate(column) if cell in telling] if telling else ()


_FIRST = frozenset("ИиВвОоТтПпTtGgSs1АаAa \t\n\xa0\"«'(*-№")
"""What telling words begin with."""


def _may_tell(text: str) -> bool:
    return may_count(text) or says_total(text)
