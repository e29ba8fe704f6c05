"""Cuts: to which groups the rows of an indicator belong. One cut = one function + one line in CUTS."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from validators.counting.count import references
from validators.counting.people import PEOPLE, municipality_of, people
from validators.office import Office, Table

Groups = Mapping[str, tuple[str, ...]]
"""Row id → the groups to which it belongs; a row of no known group is absent."""

STUDENT = "Студент вуза"


def _of_fields(*named: tuple[str, str]) -> Callable[[Office], Groups]:
    """Groups that a cell of the row itself names, by register and field."""

    def groups(office: Office) -> Groups:
        return dict(_named(office, named))

    return groups


def _named(office: Office, named: Sequence[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, name in named:
        if office.has(key) and name in office.tables[key].values:
            table: Table[Any] = office.tables[key]
            for index in table.counted:
                found = references(table.values[name][index])
                if found:
                    yield table.ids[index], found


def _categories(office: Office) -> Groups:
    """Категория: of a pupil as it is said, of every student «Студент вуза», of a mentor his own."""
    students = {one.id: (STUDENT,) for one in people(office) if one.table.register.key == "UNI"}
    return {**_of_fields(("SCH", "category"), ("MENT", "category"))(office), **students}


def _municipalities(office: Office) -> Groups:
    """Муниципалитет: of a participant with that of his institution, of a team all of its own."""
    own = _of_fields(
        ("EDU", "municipality"), ("ENT", "municipality"), ("MENT", "municipality"), ("TEAM", "municipalities")
    )(office)
    found = {one.id: municipality_of(office, one) for one in people(office)}
    return {**own, **{who: (where,) for who, where in found.items() if where is not None}}


def _priorities(office: Office) -> Groups:
    """Приоритетное направление: of a participant those of his teams."""
    own = _of_fields(("TEAM", "priority"), ("ENT", "priorities"), ("MENT", "priorities"))(office)
    return {**own, **_by_teams(office, own)}


def _by_teams(office: Office, of_teams: Groups) -> Groups:
    found = {}
    for key in PEOPLE:
        if office.has(key):
            table = office.tables[key]
            column = table.values["team" if key == "SCH" else "teams"]
            for index in table.counted:
                teams = references(column[index])
                groups = tuple(dict.fromkeys(group for team in teams for group in of_teams.get(team, ())))
                if groups:
                    found[table.ids[index]] = groups
    return found


CUTS: Mapping[str, tuple[str, Callable[[Office], Groups]]] = {
    "category": ("Категория", _categories),
    "municipality": ("Муниципалитет", _municipalities),
    "priority": ("Приоритетное направление", _priorities),
    "stage": ("Этап, стадия", _of_fields(("TEAM", "stage"), ("PLAN", "stage"))),
    "owner": ("Ответственный", _of_fields(("PLAN", "responsible"), ("DEC", "responsible"), ("DOC", "author"))),
    "kind": ("Вид", _of_fields(("EDU", "type"), ("ENT", "site_kind"), ("PUB", "type"))),
    "source": ("Источник", _of_fields(("FIN", "source"))),
}
"""Key of a cut → its Russian name, and the groups of every row."""
