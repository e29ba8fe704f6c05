"""Names stand in their columns: a first name in the place of a surname is told."""

from collections.abc import Iterator

from config.cells.text import fold
from config.first_names import FIRST_NAMES
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_WHERE = ("SCH", "UNI", "MENT")


@rule("X63", Severity.WARNING, "Фамилия и имя не переставлены")
def names_stand_in_their_columns(scene: Scene) -> Iterator[Complaint]:
    """Сверьте с документом и поменяйте местами фамилию и имя. Если такая фамилия и правда есть, оставьте как есть."""
    for key in _WHERE:
        table = scene.office.tables.get(key)
        if table is None or {"surname", "name"} & table.missing:
            continue
        surnames, names = table.values["surname"], table.values["name"]
        for index in table.counted:
            surname, name = surnames[index], names[index]
            if isinstance(surname, str) and isinstance(name, str) and _is_first(surname) and not _is_first(name):
                yield Complaint(RowOf(table, index), "surname", "Похоже, фамилия и имя переставлены.")


def _is_first(name: str) -> bool:
    return fold(name) in FIRST_NAMES
