"""Grid × Register → Table: a tab is read column by column, every fault is a remark at its own cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from config.columns import Column, Privacy, Raw
from config.register import Composite, Record, Register
from config.settings import Keeping
from validators.faults import Faults, fallen_by, faults_of, remarks_on
from validators.framing.frame import find
from validators.framing.no_table import NoTable
from validators.grid import Grid
from validators.heading import usable
from validators.identity import identify
from validators.memo import Memo
from validators.merged import fill_merged
from validators.office import Source, Table
from validators.remark import Remark, Severity
from validators.rows import Columns
from validators.shape import Region, columns_of, shape
from validators.structure import on_tab, structure

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Parsed(Generic[R]):
    """What a tab gave: the table (None when the register must stop), the remarks, and the ids issued to rows."""

    table: Table[R] | None
    remarks: tuple[Remark, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)


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
        return Parsed(None, (_no_heading(grid, register),))
    remarks = tuple(structure(grid, register, keeping, region))
    if any(remark.severity is Severity.CRITICAL for remark in remarks):
        return Parsed(None, remarks)
    cells = _cells(grid, register, keeping, region)
    table, faults = _read(grid, register, keeping, cells, region, memo)
    identified = identify(grid, table, region, keeping, issued or {})
    table = replace(table, ids=identified.ids, fallen=identified.fallen)
    found = tuple(remarks_on(table, faults))
    table = replace(table, fallen=table.fallen | fallen_by(faults))
    return Parsed(table, (*remarks, *found, *identified.remarks), identified.issued)


def _no_heading(grid: Grid, register: Register[Any]) -> Remark:
    """S2 in the words of what the tab is instead: empty, a form, a questionnaire; or a table of other words."""
    found = find(grid)
    if isinstance(found, NoTable):
        return on_tab(grid, register, "S2", found.text)
    row = found.heading_rows[-1]
    text = f"Заголовок найден в строке {row}, но знакомых столбцов в нём меньше двух."
    advice = "Назовите столбцы как в шаблоне или укажите их в настройках; черновик настроек пишет rpo explore --write."
    return on_tab(grid, register, "S2", text, row=row, advice=advice)


def _cells(grid: Grid, register: Register[Any], keeping: Keeping, region: Region) -> dict[str, Sequence[Raw]]:
    columns = columns_of(fill_merged(grid), region) if keeping.fill_merged else region.columns
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
    grid: Grid,
    register: Register[R],
    keeping: Keeping,
    cells: Mapping[str, Sequence[Raw]],
    region: Region,
    memo: Memo,
) -> tuple[Table[R], list[Faults]]:
    blank: Sequence[Raw] = (None,) * len(region.rows)
    values: dict[str, Sequence[object]] = {}
    faults: list[Faults] = []
    for column in register.columns:
        readings = memo.of(register.key, column)
        read = readings.read(column, cells.get(column.field, blank))
        values[column.field] = read.values
        own_format = not _is_typed(grid, column) or column.heading in keeping.constants
        faults.append(faults_of(column, read, readings, own_format=own_format))
    source = Source(grid.file, grid.tab, _positions(register, region), annex=grid.annex, headings=region.headings)
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


def _is_typed(grid: Grid, column: Column) -> bool:
    return grid.annex.typed if grid.annex is not None and column.privacy >= Privacy.P3 else grid.typed


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


def _compose(composite: Composite, parts: Mapping[str, int], columns: Columns) -> dict[str, tuple[Raw, ...]]:
    length = len(columns[0])
    typed = [columns[parts[heading]] if heading in parts else (None,) * length for heading in composite.headings]
    rows = list(zip(*typed, strict=True))
    made = {cells: composite.make(cells) for cells in set(rows)}
    return {name: tuple(made[cells][at] for cells in rows) for at, name in enumerate(composite.fields)}
