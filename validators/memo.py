"""What the distinct values of each column were read as, kept within one run and, if wanted, between runs."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, count, filterfalse

from config.cells.text import fold, is_empty_like, tidy
from config.columns import NOT_COMPUTED, CellError, Column, Raw, Reading
from validators.remark import Remark

EMPTY = Reading()


@dataclass(frozen=True)
class ColumnRead:
    """One reading of a column: its cells, their values, and the indexes of the cells that need a remark."""

    cells: Sequence[Raw]
    values: tuple[object, ...]
    faulty: tuple[int, ...]


@dataclass
class Readings:
    """The memo of one column: the cells seen, the values that differ from their cells, and the faults.

    A text that is its own value stands in `seen` alone (a dict without values: it keeps the order of the column, and
    the garbage collector passes it by). `last` is the latest reading, `told` the latest remarks and what they were made
    of: a column that has not changed since is neither read nor remarked again.
    """

    seen: dict[Raw, None] = field(default_factory=dict)
    values: dict[Raw, object] = field(default_factory=dict)
    faults: dict[Raw, Reading] = field(default_factory=dict)
    last: ColumnRead | None = None
    told: tuple[object, tuple[Remark, ...]] | None = None

    def read(self, column: Column, cells: Sequence[Raw]) -> ColumnRead:
        """The column read: only the cells never seen before cost more than a look."""
        if self.last is None or self.last.cells != cells:
            self._learn(column, cells)
            values = tuple(map(self.values.get, cells, cells) if self.values else cells)
            faulty = tuple(compress(count(), map(self.faults.__contains__, cells))) if self.faults else ()
            self.last = ColumnRead(cells, values, faulty)
        return self.last

    def _learn(self, column: Column, cells: Iterable[Raw]) -> None:
        fresh = dict.fromkeys(filterfalse(self.seen.__contains__, cells) if self.seen else cells)
        for raw in _read_in_bulk(column, fresh, self.values):
            reading = read_cell(raw, column)
            self.values[raw] = reading.value
            if reading.code is not None:
                self.faults[raw] = reading
            elif reading.value is None:
                self.values[raw] = column.blank_means
        if self.seen:
            self.seen.update(fresh)
        else:
            self.seen = fresh


@dataclass
class Memo:
    """The memos of all columns, by register and field. Hand the same Memo in again and only new values are read."""

    columns: dict[tuple[str, str], Readings] = field(default_factory=dict)

    def of(self, register: str, column: Column) -> Readings:
        """The memo of one column."""
        return self.columns.setdefault((register, column.field), Readings())


def _read_in_bulk(column: Column, fresh: Collection[Raw], values: dict[Raw, object]) -> Iterable[Raw]:
    """Puts the values of the easy numbers among the fresh cells into `values`; gives the cells that are left to read.

    A text that the kind finds plain is left out too: it is its own value.
    """
    kind = column.kind
    texts = [raw for raw in fresh if isinstance(raw, str)]
    others = [raw for raw in fresh if not isinstance(raw, str)] if len(texts) < len(fresh) else []
    if kind.figures is not None:
        numbers = [raw for raw in others if raw is not None and not isinstance(raw, CellError)]
        easy = kind.figures(numbers, column)
        values.update(easy)
        others = [raw for raw in others if raw not in easy]
    return chain(texts if kind.odd is None else kind.odd(texts, column), others)


def read_cell(raw: Raw, column: Column) -> Reading:
    """What one cell says: emptiness and errors are settled here, everything else by the reader of the column's kind."""
    if raw is None:
        return EMPTY
    if isinstance(raw, CellError):
        return _broken(raw)
    if not isinstance(raw, str):
        return column.kind.read(raw, column)
    text = tidy(raw)
    if not text or (is_empty_like(text) and not _is_meant(text, column)):
        return EMPTY
    return column.kind.read(text, column)


def _broken(cell: CellError) -> Reading:
    if cell == NOT_COMPUTED:
        return Reading(None, "C10", "Формула ещё не вычислена", "Откройте файл в Excel и сохраните его.")
    return Reading(None, "C10", f"Формула в ячейке даёт ошибку {cell.word}, значения нет")


def _is_meant(text: str, column: Column) -> bool:
    """«Нет» is a value where the column keeps it or lists it."""
    listed = column.among.values if column.among is not None else ()
    return fold(text) in {fold(word) for word in (*column.kind.keeps, *listed)} or text in column.kind.keeps
