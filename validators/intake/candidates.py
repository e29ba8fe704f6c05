"""Answers of a form become candidates: each person once, and nobody who is in the register already."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from validators.intake.taken import Export, Taken, extended
from validators.intake.who import SURE_NAME, Cells, Directory, cells_of, directory, key_of, same_name
from validators.office import Table

CANDIDATE = "Кандидат"


def add_candidates(register: Table[Any], export: Export) -> tuple[Table[Any], Taken]:
    """The register with the new applications at its end, and what became of each answer.

    Of several answers of one person the latest wins. A person of the register, whatever his status, is not added.
    """
    table = export.table
    if table is None:
        return register, Taken(export)
    known = directory({register.register.key: register}, export.settings.match_fields, (register.register.key,))
    rows = [index for index in range(len(table)) if index not in table.fallen]
    fresh = [index for index in rows if not _is_known(table, index, known, register)]
    kept = _latest(table, fresh, export.settings.match_fields)
    told: dict[str, Sequence[object]] = {
        name: [column[index] for index in kept] for name, column in table.values.items() if name != "id"
    }
    told["status"] = [CANDIDATE] * len(kept)
    taken = Taken(
        export,
        rows=len(table),
        known=len(rows) - len(fresh),
        given=len(kept),
        repeats=len(fresh) - len(kept),
        silent=len(table) - len(rows),
    )
    return extended(register, table, kept, told), taken


def _is_known(table: Table[Any], index: int, known: Directory, register: Table[Any]) -> bool:
    cells = cells_of(table, index)
    if any(same_name(one.cells, cells) for one in known.find(cells)):
        return True
    return table.ids[index] in register.index_of and _keys(table, index, known.match) == [table.ids[index]]


def _latest(table: Table[Any], rows: Sequence[int], match: Sequence[str]) -> list[int]:
    """One row a person, the latest answer, in the order of the export."""
    kept: dict[int, int] = {}
    seen: dict[object, int] = {}
    for index in sorted(rows, key=lambda row: (_applied(table, row), row)):
        keys = _keys(table, index, match)
        person = next((seen[key] for key in keys if key in seen), index)
        seen |= dict.fromkeys(keys, person)
        kept[person] = index
    return sorted(kept.values())


def _keys(table: Table[Any], index: int, match: Sequence[str]) -> list[object]:
    """By what the row is known again: the key (with the name: brothers may share an address), the name with the birth.

    A row that tells neither is known by its natural id alone.
    """
    cells: Cells = cells_of(table, index)
    keys = (key_of(cells, (*match, "surname", "name")), key_of(cells, SURE_NAME))
    return [(at, key) for at, key in enumerate(keys) if key is not None] or [table.ids[index]]


def _applied(table: Table[Any], index: int) -> date:
    day = table.values["applied"][index]
    return day if isinstance(day, date) else date.min


def with_candidates(
    tables: Mapping[str, Table[Any]], exports: Sequence[Export]
) -> tuple[dict[str, Table[Any]], tuple[Taken, ...]]:
    """The registers with the candidates of all forms, one form after another."""
    found, taken = dict(tables), []
    for export in exports:
        if export.settings.gives == "candidates":
            key = export.settings.target
            if key in found:
                found[key], one = add_candidates(found[key], export)
            else:
                one = Taken(export, rows=len(export.table or ()), lost=key)
            taken.append(one)
    return found, tuple(taken)
