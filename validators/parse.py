"""Grid × Register → Table: a tab is read column by column, every fault is a remark at its own cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from config.columns import Column, Need, Raw
from config.register import Composite, Record, Register
from config.settings import Keeping
from validators.grid import Grid
from validators.heading import usable
from validators.identity import identify
from validators.memo import Memo
from validators.office import Source, Table
from validators.remark import Remark, Severity
from validators.shape import Region, data_columns, shape
from validators.structure import on_tab, structure
from validators.words import reading_words

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Parsed(Generic[R]):
    """What a tab gave: the table (None when the register must stop), the remarks, and the ids issued to rows."""

    table: Table[R] | None
    remarks: tuple[Remark, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Fault:
    index: int
    column: Column
    raw: Raw


def parse(
    grid: Grid,
    register: Register[R],
    keeping: Keeping | None = None,
    memo: Memo | None = None,
    issued: Mapping[str, str] | None = None,
) -> Parsed[R]:
    """Reads a tab as a register. `issued` are the ids given earlier to rows of a table without codes, by key.

    Never raises for a fault of data. A critical fault of structure (S2–S5) gives no table.
    """
    keeping = keeping or Keeping()
    memo = memo or Memo()
    region = shape(grid, register, keeping)
    if region is None:
        return Parsed(None, (on_tab(grid, register, "S2"),))
    remarks = tuple(structure(grid, register, keeping, region))
    if any(remark.severity is Severity.CRITICAL for remark in remarks):
        return Parsed(None, remarks)
    cells = _cells(grid, register, keeping, region)
    constants = {register.by_heading[name].field for name in keeping.constants if name in register.by_heading}
    table, faults = _read(grid, register, region, cells, memo)
    faults = [
        fault for fault in faults if not (fault.column.field in constants and _is_own_format(fault, memo, register))
    ]
    identified = identify(grid, table, region, keeping, issued or {})
    table = replace(table, ids=identified.ids, fallen=identified.fallen)
    found = tuple(_remarks(table, faults, memo))
    table = replace(table, fallen=table.fallen | _fallen(table, faults, memo))
    return Parsed(table, (*remarks, *found, *identified.remarks), identified.issued)


def _cells(grid: Grid, register: Register[Any], keeping: Keeping, region: Region) -> dict[str, Sequence[Raw]]:
    columns = data_columns(_fill_merged(grid) if keeping.fill_merged else grid, region)
    cells: dict[str, Sequence[Raw]] = {name: columns[at] for name, at in region.binding.fields.items()}
    for composite in usable(register.composites, region.binding):
        made = _compose(composite, region.binding.parts, columns)
        cells |= {name: column for name, column in made.items() if name not in cells}
    for heading, constant in keeping.constants.items():
        column = register.by_heading.get(heading)
        if column is not None:
            cells[column.field] = _constant(cells.get(column.field), constant, len(region.rows))
    return cells


def _read(
    grid: Grid, register: Register[R], region: Region, cells: Mapping[str, Sequence[Raw]], memo: Memo
) -> tuple[Table[R], list[_Fault]]:
    blank: Sequence[Raw] = (None,) * len(region.rows)
    values: dict[str, Sequence[object]] = {}
    faults: list[_Fault] = []
    for column in register.columns:
        raws = cells.get(column.field, blank)
        values[column.field] = _column(grid, register, column, raws, memo, faults)
    source = Source(grid.file, grid.tab, _positions(register, region))
    table = Table(
        register=register,
        ids=("",) * len(region.rows),
        values=values,
        raw=cells,
        rows=region.rows,
        origin=(0,) * len(region.rows),
        sources=(source,),
        missing=frozenset(register.by_field.keys() - cells.keys() - {"id"}),
        left_out=tuple((source.name, row, why) for row, why in region.left_out),
    )
    return table, faults


def _column(
    grid: Grid, register: Register[Any], column: Column, raws: Sequence[Raw], memo: Memo, faults: list[_Fault]
) -> Sequence[object]:
    readings = memo.of(register.key, column)
    bad = readings.faults.keys() & readings.take(column, raws)
    if not grid.typed:
        bad = {raw for raw in bad if readings.faults[raw].code not in {"C06", "C08"}}
    if bad:
        faults.extend(_Fault(index, column, raw) for index, raw in enumerate(raws) if raw in bad)
    if column.blank_means is None:
        return list(map(readings.values.__getitem__, raws))
    return [column.blank_means if raw in readings.blanks else readings.values[raw] for raw in raws]


def _remarks(table: Table[Any], faults: Sequence[_Fault], memo: Memo) -> Iterator[Remark]:
    said: set[tuple[int, str | None]] = set()
    words: dict[tuple[str, Raw], tuple[str, Severity, str, str]] = {}
    for fault in faults:
        column = fault.column
        place = table.place(fault.index, column.field)
        if place.cell is not None and (fault.index, place.cell) in said:
            continue
        said.add((fault.index, place.cell))
        if (column.field, fault.raw) not in words:
            words[column.field, fault.raw] = _words(table.register.key, fault, memo)
        code, severity, text, advice = words[column.field, fault.raw]
        if column.field == "id" and fault.index in table.fallen:
            severity = Severity.CRITICAL
        yield Remark(code, severity, place, text, advice)


def _words(key: str, fault: _Fault, memo: Memo) -> tuple[str, Severity, str, str]:
    reading = memo.of(key, fault.column).faults[fault.raw]
    severity, text, advice = reading_words(reading, fault.raw, fault.column)
    if _breaks_row(fault, reading.value):
        severity = Severity.CRITICAL
    return reading.code or "C02", severity, text, advice


def _fallen(table: Table[Any], faults: Sequence[_Fault], memo: Memo) -> set[int]:
    key = table.register.key
    vital = [fault for fault in faults if fault.column.vital]
    return {fault.index for fault in vital if _breaks_row(fault, memo.of(key, fault.column).values[fault.raw])}


def _is_own_format(fault: _Fault, memo: Memo, register: Register[Any]) -> bool:
    """The way a value is written is not the clerk's fault where the settings gave the value."""
    return memo.of(register.key, fault.column).faults[fault.raw].code in {"C06", "C08"}


def _breaks_row(fault: _Fault, value: object) -> bool:
    column = fault.column
    return column.vital and value is None and column.field != "id" and column.need is not Need.DERIVED


def _positions(register: Register[Any], region: Region) -> dict[str, int]:
    fields = dict(region.binding.fields)
    for composite in usable(register.composites, region.binding):
        at = next(region.binding.parts[name] for name in composite.headings if name in region.binding.parts)
        fields |= {name: at for name in composite.fields if name not in fields}
    return fields


def _constant(typed: Sequence[Raw] | None, constant: Raw, length: int) -> Sequence[Raw]:
    if typed is None:
        return (constant,) * length
    return tuple(constant if cell in (None, "") else cell for cell in typed)


def _compose(
    composite: Composite, parts: Mapping[str, int], columns: Mapping[int, Sequence[Raw]]
) -> dict[str, tuple[Raw, ...]]:
    length = len(next(iter(columns.values()), ()))
    typed = [columns[parts[heading]] if heading in parts else (None,) * length for heading in composite.headings]
    rows = list(zip(*typed, strict=True))
    made = {cells: composite.make(cells) for cells in set(rows)}
    return {name: tuple(made[cells][at] for cells in rows) for at, name in enumerate(composite.fields)}


def _fill_merged(grid: Grid) -> Grid:
    rows = [list(row) for row in grid.rows]
    for area in grid.merges:
        value = grid.rows[area.top - 1][area.left - 1]
        for row in range(area.top - 1, min(area.bottom, len(rows))):
            rows[row].extend([None] * (area.right - len(rows[row])))
            rows[row][area.left - 1 : area.right] = [value] * (area.right - area.left + 1)
    return replace(grid, rows=tuple(tuple(row) for row in rows), merges=())
