"""What can be seen in a single cell of a column that no register knows: letters, errors, official numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from config.columns import Column, Kind, Privacy, Raw
from config.kinds import Inn, Kbk, Kpp, Ogrn, Oktmo, Snils, Text
from validators.explore.targets import filled
from validators.explore.words import stems
from validators.framing.frame import Frame
from validators.grid import Grid, cell_name
from validators.memo import read_cell
from validators.remark import Place, Remark
from validators.words import reading_words

_SEEN = frozenset({"C07", "C10"})
"""What is remarked in any text: letters and errors."""
_OF_NUMBERS = _SEEN | {"C02", "C09", "C11"}
"""What is remarked where an official number stands: lost zeros and check digits too."""
_LATIN, _RUSSIAN = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
_LONGEST = 100_000


def _kind(annotation: object) -> Kind:
    return next(one for one in get_args(annotation) if isinstance(one, Kind))


_OFFICIAL: Mapping[str, Kind] = MappingProxyType(
    {
        "инн": _kind(Inn),
        "огрн": _kind(Ogrn),
        "огрнип": _kind(Ogrn),
        "кпп": _kind(Kpp),
        "октмо": _kind(Oktmo),
        "снилс": _kind(Snils),
        "кбк": _kind(Kbk),
    }
)
"""The word of a heading → what stands under it."""


def scan(grid: Grid, frame: Frame, positions: Iterable[int]) -> Iterator[Remark]:
    """Remarks on the cells of these columns (0-based). No value is quoted: nobody knows whose data it is."""
    numbers = sorted([*frame.rows, *(row for row, why in frame.left_out if why == "section")])
    for at in positions:
        cells = [_cell(grid, row, at) for row in numbers]
        column = _column(frame.headings[at] if at < len(frame.headings) else "", cells)
        codes = _SEEN if column.kind.name == "text" else _OF_NUMBERS
        readings = {raw: read_cell(raw, column) for raw in set(cells)}
        faulty = [(row, raw) for row, raw in zip(numbers, cells, strict=True) if readings[raw].code in codes]
        if faulty and _is_foreign(cells):
            faulty = [(row, raw) for row, raw in faulty if readings[raw].code != "C07"]
        for row, raw in faulty:
            where = cell_name(row, at)
            place = Place(None, None, row, column.heading or None, where, grid.source, local_key=where)
            severity, text, advice = reading_words(readings[raw], raw, column)
            yield Remark(readings[raw].code or "C02", severity, place, text, advice)


def _is_foreign(cells: Sequence[Raw]) -> bool:
    """A column in Latin letters with a Russian one here and there was read in a wrong encoding: no word is misspelt."""
    text = "".join(cell for cell in dict.fromkeys(cells) if isinstance(cell, str))[:_LONGEST]
    return len(_LATIN.findall(text)) > 2 * len(_RUSSIAN.findall(text))


def _cell(grid: Grid, row: int, at: int) -> Raw:
    cells = grid.rows[row - 1]
    return cells[at] if at < len(cells) else None


def _column(heading: str, cells: Sequence[Raw]) -> Column:
    for word in stems(heading):
        kind = _OFFICIAL.get(word.rstrip("."))
        if kind is not None:
            column = Column(heading, kind, privacy=Privacy.P3)
            kept = filled(cells)
            if sum(_reads(cell, column) for cell in kept) * 2 >= len(kept):
                return column
    return Column(heading, _kind(Text), privacy=Privacy.P3, longest=_LONGEST)


def _reads(raw: Raw, column: Column) -> bool:
    reading = read_cell(raw, column)
    return reading.value is not None or reading.code == "C09"
