"""The faulty cells of a freshly read table, column by column, and the remarks that they make."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import itemgetter
from typing import Any

from config.columns import Column, Need, Raw, Reading
from validators.grid import Spot, cell_name, column_letters
from validators.memo import ColumnRead, Readings
from validators.office import Table
from validators.remark import UNDERSTOOD, Place, Remark, Severity
from validators.words import reading_words

_Words = tuple[str, Severity, str, str]


@dataclass(frozen=True)
class Faults:
    """The faulty cells of one column: the indexes of their rows, the cells, and the memo that knows their faults."""

    column: Column
    rows: tuple[int, ...]
    cells: tuple[Raw, ...]
    memo: Readings

    def without(self, rows: set[int]) -> "Faults":
        """The faults of the other rows."""
        kept = [row not in rows for row in self.rows]
        return Faults(self.column, tuple(compress(self.rows, kept)), tuple(compress(self.cells, kept)), self.memo)


@dataclass(frozen=True)
class _Case:
    """All that the remarks on one column are made of, besides what its cells were read as."""

    register: str
    column: Column
    letters: str | None
    source: str
    ids: tuple[str, ...]
    rows: tuple[int, ...]
    cells: tuple[Raw, ...]
    fallen: tuple[bool, ...]
    spots: tuple[Spot, ...] = ()


def faults_of(column: Column, read: ColumnRead, memo: Readings, *, own_format: bool) -> Faults:
    """The faults of a column just read; with `own_format` nobody is told how a value should be written (C06, C08)."""
    rows = read.faulty
    if own_format:
        rows = tuple(row for row in rows if memo.faults[read.cells[row]].code not in UNDERSTOOD)
    return Faults(column, rows, tuple(map(read.cells.__getitem__, rows)), memo)


def fallen_by(faults: Sequence[Faults]) -> frozenset[int]:
    """The rows that do not stand, because a vital cell of theirs can't be read."""
    return frozenset(
        row
        for one in faults
        if one.column.vital
        for row, cell in zip(one.rows, one.cells, strict=True)
        if _breaks_row(one.column, one.memo.faults[cell])
    )


def remarks_on(table: Table[Any], faults: Sequence[Faults]) -> Iterator[Remark]:  # Any: a table of any record
    """A remark for each fault; of several columns that were read from one cell only the first one speaks."""
    positions = table.sources[0].columns
    shared = {at: set[int]() for at, columns in Counter(positions.values()).items() if columns > 1}
    for one in faults:
        at = positions.get(one.column.field)
        heard = shared.get(at, set()) if at is not None else set[int]()
        said = one.without(heard) if heard else one
        heard.update(said.rows)
        if said.rows:
            yield from _told(_case(table, said, at), said.memo)


def _case(table: Table[Any], faults: Faults, at: int | None) -> _Case:
    return _Case(
        register=table.register.key,
        column=faults.column,
        letters=None if at is None else column_letters(at),
        source=table.sources[0].name,
        ids=tuple(map(table.ids.__getitem__, faults.rows)),
        rows=tuple(map(table.rows.__getitem__, faults.rows)),
        cells=faults.cells,
        fallen=tuple(map(table.fallen.__contains__, faults.rows)) if faults.column.field == "id" else (),
        spots=_spots(table, faults.rows, at),
    )


def _spots(table: Table[Any], rows: Sequence[int], at: int | None) -> tuple[Spot, ...]:
    """Where the cells of a column that is kept elsewhere really stand; nothing for all other columns."""
    source = table.sources[0]
    if at is None or source.annex is None or at < source.annex.first:
        return ()
    return tuple(source.spot(table.rows[row], at) for row in rows)


def _told(case: _Case, memo: Readings) -> tuple[Remark, ...]:
    """The remarks of a column: those of the last time, when nothing that they are made of has changed."""
    if memo.told is None or memo.told[0] != case:
        memo.told = case, tuple(_remarks(case, memo.faults))
    return memo.told[1]


def _remarks(case: _Case, readings: Mapping[Raw, Reading]) -> Iterator[Remark]:
    words = {cell: _words(case.column, cell, readings[cell]) for cell in set(case.cells)}
    said = [words[cell] for cell in case.cells]
    if case.fallen:
        said = [_of_fallen(one) if falls else one for one, falls in zip(said, case.fallen, strict=True)]
    codes, severities, texts, advices = (map(itemgetter(part), said) for part in range(4))
    return map(Remark, codes, severities, _places(case), texts, advices)


def _places(case: _Case) -> Iterator[Place]:
    """The places of the faults, as `Table.place` gives them one by one."""
    shown = [None if row_id[:1] == "?" else row_id for row_id in case.ids]
    if case.spots:
        return _elsewhere(case, shown)
    cells = repeat(None) if case.letters is None else [f"{case.letters}{row}" for row in case.rows]
    register, heading, source = repeat(case.register), repeat(case.column.heading), repeat(case.source)
    return map(Place, register, shown, case.rows, heading, cells, source, case.ids)


def _elsewhere(case: _Case, shown: Sequence[str | None]) -> Iterator[Place]:
    for row_id, spot, key in zip(shown, case.spots, case.ids, strict=True):
        cell = cell_name(spot.row, spot.column)
        yield Place(case.register, row_id, spot.row, case.column.heading, cell, spot.source, key)


def _words(column: Column, cell: Raw, reading: Reading) -> _Words:
    severity, text, advice = reading_words(reading, cell, column)
    words = reading.code or "C02", severity, text, advice
    return _of_fallen(words) if _breaks_row(column, reading) else words


def _of_fallen(words: _Words) -> _Words:
    code, _, text, advice = words
    return code, Severity.CRITICAL, text, advice


def _breaks_row(column: Column, reading: Reading) -> bool:
    return column.vital and reading.value is None and column.field != "id" and column.need is not Need.DERIVED
