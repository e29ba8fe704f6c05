"""Whom a row of an export means: people known by a key, compared as the office compares names and addresses."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from config.cells.text import fold, tidy
from config.codes import fold_code
from validators.counting.people import PEOPLE
from validators.office import Table

Cells = Mapping[str, object]
"""Field → what a row says in it, for the fields that tell a person."""

TELLING = ("login", "email", "phone", "code", "surname", "name", "patronymic", "born")
SURE_NAME = ("surname", "name", "born")
_NAMES = frozenset({"surname", "name", "patronymic"})


@dataclass(frozen=True)
class Someone:
    """A person whom a register knows. `is_void` — his row is marked as a mistake."""

    id: str
    cells: Cells
    is_void: bool = False


@dataclass(frozen=True)
class Directory:
    """The people of the office, to be found by the fields of a matching key."""

    people: tuple[Someone, ...]
    match: tuple[str, ...]

    def find(self, cells: Cells) -> tuple[Someone, ...]:
        """All whom the cells may mean: by the key, else by surname, name and day of birth. Each human being once."""
        for fields, places in ((self.match, self._by_key), (SURE_NAME, self._by_name)):
            key = key_of(cells, fields)
            if key is not None and key in places:
                return _each_once(places[key])
        return ()

    def namesakes(self, cells: Cells) -> tuple[str, ...]:
        """The ids of those who bear this surname and name: for a person to choose from."""
        key = key_of(cells, SURE_NAME[:2])
        return tuple(one.id for one in self._by_short_name.get(key, ())) if key is not None else ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all."""
        return frozenset(one.id for one in self.people)

    @cached_property
    def _by_key(self) -> Mapping[tuple[object, ...], list[Someone]]:
        return _indexed(self.people, self.match)

    @cached_property
    def _by_name(self) -> Mapping[tuple[object, ...], list[Someone]]:
        return _indexed(self.people, SURE_NAME)

    @cached_property
    def _by_short_name(self) -> Mapping[tuple[object, ...], list[Someone]]:
        return _indexed(self.people, SURE_NAME[:2])


def directory(tables: Mapping[str, Table[Any]], match: Sequence[str], keys: Sequence[str] = PEOPLE) -> Directory:
    """The people of some registers."""
    return Directory(tuple(one for key in keys if key in tables for one in people_of(tables[key])), tuple(match))


def people_of(table: Table[Any]) -> Iterator[Someone]:
    """The people of a register of participants, whatever their status."""
    states = table.values.get(table.register.life.field)
    void = table.register.life.void
    for index, row_id in enumerate(table.ids):
        cells = {**cells_of(table, index), "code": row_id}
        yield Someone(row_id, cells, states is not None and states[index] in void)


def cells_of(table: Table[Any], index: int) -> Cells:
    """What a row says of its person."""
    return {name: table.values[name][index] for name in TELLING if name in table.values}


def key_of(cells: Cells, fields: Iterable[str]) -> tuple[object, ...] | None:
    """The cells made comparable; None when one of them says nothing."""
    key = tuple(_comparable(name, cells.get(name)) for name in fields)
    return None if None in key else key


def same_name(one: Cells, two: Cells) -> bool:
    """Nothing in the two names is different; what one of them does not say is not different."""
    return all(
        one.get(name) is None
        or two.get(name) is None
        or _comparable(name, one.get(name)) == _comparable(name, two.get(name))
        for name in ("surname", "name")
    )


def mark_of(cells: Cells, match: Sequence[str]) -> str:
    """A short sign of a person for shared lists, from which no name can be read; empty when the row tells nobody."""
    key = key_of(cells, match) or tuple(_comparable(name, cells.get(name)) for name in TELLING)
    if all(part is None for part in key):
        return ""
    return hashlib.sha256("\x1f".join(map(str, key)).encode()).hexdigest()[:8]


def said_of(cells: Cells) -> str:
    """The person as the export names him, for a reader who may see names."""
    name = " ".join(str(cells[field]) for field in ("surname", "name", "patronymic") if cells.get(field) is not None)
    born = cells.get("born")
    rest = [f"{born:%d.%m.%Y}" if isinstance(born, date) else None, cells.get("email"), cells.get("login")]
    words = [name, *rest, cells.get("phone"), cells.get("code")]
    return ", ".join(dict.fromkeys(str(word) for word in words if word))


def _comparable(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name in _NAMES:
        return fold(value)
    if name == "code":
        return fold_code(tidy(value)) or tidy(value).casefold()
    return tidy(value).casefold()


def _indexed(people: Iterable[Someone], fields: Sequence[str]) -> dict[tuple[object, ...], list[Someone]]:
    found: dict[tuple[object, ...], list[Someone]] = {}
    for one in people:
        key = key_of(one.cells, fields)
        if key is not None:
            found.setdefault(key, []).append(one)
    return found


def _each_once(people: Sequence[Someone]) -> tuple[Someone, ...]:
    """Of several rows of one human being, the one that is no mistake, else the first."""
    kept: dict[object, Someone] = {}
    for one in sorted(people, key=lambda person: person.is_void):
        kept.setdefault(key_of(one.cells, SURE_NAME) or one.id, one)
    alive = [one for one in kept.values() if not one.is_void]
    return tuple(alive or kept.values())
