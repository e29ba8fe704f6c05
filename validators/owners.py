"""Whose a remark is (decisions.md 23): the row's own curator, else the holder of the register's role, else nobody."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from config.registers.staff import Employee
from validators.counting.staff import staff_at_work
from validators.office import Office, Table
from validators.remark import Remark


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
    homes = {key: by_role.get(role) for key, role in roles.items()}
    return tuple(remark._replace(owner=_owner(remark, office, active, by_role, homes)) for remark in remarks)


def _owner(
    remark: Remark,
    office: Office,
    active: Collection[str],
    by_role: Mapping[str, str],
    homes: Mapping[str, str | None],
) -> str | None:
    table = office.tables.get(remark.place.register or "")
    if table is None:
        return homes.get(remark.place.register or "") or by_role.get("R1")
    curator = _curator(table, remark)
    if curator in active:
        return curator
    return by_role.get(table.register.owner)


def _curator(table: Table, remark: Remark) -> str | None:  # type: ignore[type-arg]  # a table of any record
    name, row_id = table.register.curator, remark.place.local_key
    index = table.index_of.get(row_id) if name and row_id else None
    curator = table.values[name][index] if name and index is not None else None
    return curator if isinstance(curator, str) else None
