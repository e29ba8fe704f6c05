"""Whose a remark is (decisions.md 23): the row's own curator, else the holder of the register's role, else nobody.

Where the row names no curator of its own, the one of its municipality is its own, if he works in the office. While the
owner is away, his remarks are those of his substitute.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from config.registers.staff import Employee
from validators.attendance import is_away, substitute_of
from validators.counting.staff import staff_at_work
from validators.office import Office, Table
from validators.references import directory_of
from validators.remark import Remark
from validators.whereabouts import LIST, municipalities_of


def with_owners(
    remarks: Iterable[Remark], office: Office, today: date, roles: Mapping[str, str] = MappingProxyType({})
) -> tuple[Remark, ...]:
    """The remarks with the code of the person who mends each; None where nobody is known.

    `roles` — role of those who mend what is no register of the office: exports of other systems, by their keys.
    """
    table = office[Employee]
    active = {table.ids[index]: table.values["roles"][index] for index in staff_at_work(office, today)}
    by_role: dict[str, str] = {}
    for code, held in active.items():
        for role in held if isinstance(held, tuple) else ():
            by_role.setdefault(role[:2], code)
    staff = _Staff(frozenset(active), by_role, _of_municipalities(office, frozenset(active)))
    homes = {key: by_role.get(role) for key, role in roles.items()}
    stand_in = _stand_in(office, today) if active else {}
    return tuple(_owned(remark, _owner(remark, office, staff, homes), stand_in) for remark in remarks)


def _owned(remark: Remark, owner: str | None, stand_in: Mapping[str, str]) -> Remark:
    other = stand_in.get(owner or "")
    return remark._replace(owner=other or owner, instead_of=owner if other else None)


def _stand_in(office: Office, today: date) -> dict[str, str]:
    """Code of one who is away → code of his substitute; nobody without one, his remarks stay his own."""
    table = office[Employee]
    away = (index for index in staff_at_work(office, today) if is_away(table, index, today))
    found = ((index, substitute_of(table, index, today)) for index in away)
    return {table.ids[index]: table.ids[other] for index, other in found if other is not None}


@dataclass(frozen=True)
class _Staff:
    """Who works today: everybody, the first holder of each role, the curator of each municipality."""

    active: frozenset[str]
    by_role: Mapping[str, str]
    by_municipality: Mapping[str, str]


def _of_municipalities(office: Office, active: frozenset[str]) -> dict[str, str]:
    """Municipality → the employee whom «Куратор от муниципалитета» names; most name a person of the municipality."""
    listed, staff = office.tables.get(LIST), office.tables.get("STAFF")
    if listed is None or staff is None:
        return {}
    known, curators = directory_of(staff), listed.values["curator"]
    found = {
        listed.ids[index]: known.find(str(curators[index]).split(" · ")[0].strip())
        for index in listed.counted
        if curators[index] is not None
    }
    return {name: one for name, meant in found.items() if len(meant) == 1 for one in meant if one in active}


def _owner(remark: Remark, office: Office, staff: _Staff, homes: Mapping[str, str | None]) -> str | None:
    place = remark.place
    table = office.tables.get(place.register or "")
    if table is None:
        return homes.get(place.register or "") or staff.by_role.get("R1")
    curator = _curator(table, remark)
    if curator in staff.active:
        return curator
    local = municipalities_of(office, place.register, place.local_key) if staff.by_municipality else ()
    if curator is None and len(local) == 1 and local[0] in staff.by_municipality:
        return staff.by_municipality[local[0]]
    return staff.by_role.get(table.register.owner)


def _curator(table: Table[Any], remark: Remark) -> str | None:  # Any: a table of any record
    name, row_id = table.register.curator, remark.place.local_key
    index = table.index_of.get(row_id) if name and row_id else None
    curator = table.values[name][index] if name and index is not None else None
    return curator if isinstance(curator, str) else None
