"""An older list of people beside this season's register: who goes on and who does not. Nothing is counted by it."""

from validators.intake.taken import Export, Taken
from validators.intake.who import cells_of, directory, same_name
from validators.office import Office


def compared(office: Office, export: Export) -> Taken:
    """Each person of the older list with his code in the register, None for one who is not there."""
    table, key = export.table, export.settings.target
    if table is None:
        return Taken(export)
    if key not in office.tables:
        return Taken(export, rows=len(table), lost=key)
    known = directory(office.tables, export.settings.match_fields, (key,))
    members: dict[int, str | None] = {}
    for index in range(len(table)):
        if index not in table.fallen:
            cells = cells_of(table, index)
            found = [one for one in known.find(cells) if same_name(one.cells, cells) and not one.is_void]
            members[index] = found[0].id if found else None
    return Taken(
        export,
        rows=len(table),
        known=sum(code is not None for code in members.values()),
        silent=len(table) - len(members),
        people=len(members),
        members=members,
    )
