"""What the distinct values of each column were read as, kept within one run and, if wanted, between runs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from config.cells.text import fold, is_empty_like, tidy
from config.columns import NOT_COMPUTED, CellError, Column, Raw, Reading

EMPTY = Reading()


@dataclass
class Readings:
    """The memo of one column: value of every raw cell seen, and the readings that need a remark."""

    values: dict[Raw, object] = field(default_factory=dict)
    faults: dict[Raw, Reading] = field(default_factory=dict)
    blanks: set[Raw] = field(default_factory=set)

    def take(self, column: Column, cells: Sequence[Raw]) -> set[Raw]:
        """Reads every distinct cell not seen yet; gives the distinct cells of this sequence."""
        distinct = set(cells)
        fresh = distinct - self.values.keys()
        if column.kind.plain is not None:
            is_plain = column.kind.plain.fullmatch
            plain = [raw for raw in fresh if type(raw) is str and is_plain(raw)]
            self.values.update(zip(plain, plain, strict=True))
            fresh.difference_update(plain)
        for raw in fresh:
            reading = read_cell(raw, column)
            self.values[raw] = reading.value
            if reading.code is not None:
                self.faults[raw] = reading
            elif reading.value is None:
                self.blanks.add(raw)
        return distinct


@dataclass
class Memo:
    """The memos of all columns, by register and field. Hand the same Memo in again and only new values are read."""

    columns: dict[tuple[str, str], Readings] = field(default_factory=dict)

    def of(self, register: str, column: Column) -> Readings:
        """The memo of one column."""
        return self.columns.setdefault((register, column.field), Readings())


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
