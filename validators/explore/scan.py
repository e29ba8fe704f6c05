"""What can be seen in a single cell of a column that no register knows: letters, errors, official numbers."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from config.columns import Column, Kind, Privacy, Raw, Reading
from config.kinds import Inn, Kbk, Kpp, Ogrn, Oktmo, Snils, Text
from validators.explore.targets import filled
from validators.explore.words import stems
from validators.frame import Frame
from validators.grid import Grid, cell_name
from validators.memo import read_cell
from validators.remark import Place, Remark
from validators.words import reading_words

_SEEN = frozenset({"C07", "C10"})
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


def scan(grid: Grid, frame: Frame, positions: Sequence[int]) -> Iterator[Remark]:
    """Remarks on the cells of these columns (0-based). No value is quoted: nobody knows whose data it is."""
    numbers = sorted([*frame.rows, *(row for row, why in frame.left_out if why == "section")])
    for at in positions:
        column = _column(frame.headings[at], [_cell(grid, row, at) for row in frame.rows])
        readings: dict[Raw, Reading] = {}
        for row in numbers:
            raw = _cell(grid, row, at)
            if raw not in readings:
                readings[raw] = read_cell(raw, column)
            if _is_worth(readings[raw], column):
                where = cell_name(row, at)
                place = Place(None, None, row, column.heading or None, where, grid.source, local_key=where)
                severity, text, advice = reading_words(readings[raw], raw, column)
                yield Remark(readings[raw].code or "C02", severity, place, text, advice)


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


def _is_worth(reading: Reading, column: Column) -> bool:
    """Letters and errors anywhere; check digits and lost zeros where an official number stands."""
    if reading.code in _SEEN:
        return True
    return column.kind.name != "text" and reading.code in {"C02", "C09", "C11"}
