"""Several tabs of one register become one table: rows are joined, the source of each is remembered."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from config.register import Record
from validators.catalogue import FAULTS
from validators.office import Table
from validators.remark import Remark, Severity

R = TypeVar("R", bound=Record)


def join(tables: Sequence[Table[R]]) -> tuple[Table[R], tuple[Remark, ...]]:
    """One table of all rows, and a remark C05 for a code that another file has: the later row does not stand.

    Facts of a ведомость are compared later, when it is known who is meant (validators.marksheet.once).
    """
    if len(tables) == 1:
        return tables[0], ()
    return _without_repeats(together(tables))


def together(tables: Sequence[Table[R]]) -> Table[R]:
    """One table of all rows, those that repeat each other too."""
    offsets = [sum(len(table) for table in tables[:at]) for at in range(len(tables))]
    earlier = [sum(len(table.sources) for table in tables[:at]) for at in range(len(tables))]
    names = tables[0].values.keys()
    raw_names = {name for table in tables for name in table.raw}
    return replace(
        tables[0],
        ids=tuple(chain.from_iterable(table.ids for table in tables)),
        values={name: list(chain.from_iterable(table.values[name] for table in tables)) for name in names},
        raw={name: tuple(chain.from_iterable(t.raw.get(name, (None,) * len(t)) for t in tables)) for name in raw_names},
        rows=tuple(chain.from_iterable(table.rows for table in tables)),
        origin=tuple(at + shift for table, shift in zip(tables, earlier, strict=True) for at in table.origin),
        sources=tuple(chain.from_iterable(table.sources for table in tables)),
        fallen=frozenset(
            index + offset for table, offset in zip(tables, offsets, strict=True) for index in table.fallen
        ),
        missing=frozenset.intersection(*(table.missing for table in tables)),
        left_out=tuple(chain.from_iterable(table.left_out for table in tables)),
    )


def _without_repeats(table: Table[R]) -> tuple[Table[R], tuple[Remark, ...]]:
    first: dict[str, int] = {}
    repeated: dict[int, int] = {}
    for index, row_id in enumerate(table.ids):
        if table.sources[table.origin[index]].key:
            continue
        if index not in table.fallen and first.setdefault(row_id, index) != index:
            repeated[index] = first[row_id]
    remarks = tuple(_repeat(table, index, earlier) for index, earlier in repeated.items())
    return replace(table, fallen=table.fallen | repeated.keys()), remarks


def _repeat(table: Table[R], index: int, earlier: int) -> Remark:
    where = table.sources[table.origin[earlier]].file
    text = f"Такая запись уже есть в файле «{where}», строка {table.rows[earlier]}, поэтому эта строка не учтена."
    return Remark("C05", Severity.CRITICAL, table.place(index, "id"), text, FAULTS["C05"].advice)
