"""The registers as they are counted → tables of the package: values by their types, references by codes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sync.moving.nameless import may_leave
from sync.moving.parcel import Stream
from sync.moving.register_schema import target, value_cell, values_schema
from sync.moving.taking import Taking, where
from sync.rewind import known_last, rewound
from validators.office import Table

Told = tuple[str, frozenset[str] | None]
"""A field, and the codes of which its value must be one; None when it may be anything."""


def put_values(taking: Taking, keys: Sequence[str]) -> None:
    """Puts the rows that stand, with what other rows and exports gave them; a reference that leads nowhere is empty."""
    desk, store = taking.desk, taking.store
    then = known_last(store, desk.today)
    if then is None:
        return
    tables = rewound(desk.settings, store, then, desk.today).facts.scene.office.tables
    resources = {key: f"values-{key.lower()}" for key in keys if key in tables}
    known = {key: frozenset(row_id for _, row_id in _standing(tables[key])) for key in resources}
    for key, name in resources.items():
        table = tables[key]
        columns = [one for one in table.register.columns if key not in taking.apart or may_leave(table.register, one)]
        told = [(one.field, known.get(target(one, resources) or "")) for one in columns]
        facts = {"title": f"{table.register.tab}: как учтено", "rpo:register": key}
        schema = values_schema(table.register, columns, resources)
        with taking.parcel.table(name, f"values/{key}.csv", schema, **facts) as stream:
            _put_rows(stream, table, told)


def _put_rows(stream: Stream, table: Table[Any], columns: Sequence[Told]) -> None:
    counted = frozenset(table.counted)
    known: Mapping[str, Sequence[object]] = {"id": table.ids, **table.values}
    for index, _ in _standing(table):
        values = [(known[field][index] if field in known else None, among) for field, among in columns]
        told = [value_cell(value if among is None or value in among else None) for value, among in values]
        place = where(table.sources[table.origin[index]], table.rows[index])
        stream.row([*told, value_cell(index in counted), *place])


def _standing(table: Table[Any]) -> Iterator[tuple[int, str]]:
    """Index and id of the rows that stand, each id once."""
    for index, row_id in enumerate(table.ids):
        if index not in table.fallen and table.index_of[row_id] == index:
            yield index, row_id
