"""The rows of an export one by one: whose each is, and the people whom the office does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from validators.intake.taken import Answers, Export, Stranger, answer_of
from validators.intake.who import Cells, Directory, Someone, cells_of, mark_of, said_of, same_name
from validators.office import Table

_MOST_ALIKE = 5


@dataclass(frozen=True)
class Recognised:
    """Index of a row → id of its person; those who are not known; rows that tell nobody; how many people in all."""

    people: Mapping[int, str] = field(default_factory=dict)
    strangers: tuple[Stranger, ...] = ()
    silent: int = 0
    humans: int = 0


@dataclass
class _Unknown:
    """A stranger while his rows are being counted."""

    said: str
    alike: tuple[str, ...]
    rows: int = 0


def recognise(export: Export, table: Table[Any], known: Directory, answers: Answers) -> Recognised:
    """Finds the person of every row: by the key, else by what staff answered once."""
    people: dict[int, str] = {}
    unknown: dict[str, _Unknown] = {}
    silent = 0
    for index in range(len(table)):
        cells = cells_of(table, index)
        found = _one_of(known.find(cells), cells)
        if len(found) == 1:
            people[index] = found[0].id
            continue
        mark = mark_of(cells, export.settings.match_fields)
        _, said, _ = answer_of(mark, export.settings.key, answers, known)
        if said is not None:
            people[index] = said
        if mark:
            alike = tuple(one.id for one in found) or known.namesakes(cells)
            unknown.setdefault(mark, _Unknown(said_of(cells), alike[:_MOST_ALIKE])).rows += 1
        else:
            silent += 1
    strangers = tuple(_stranger(mark, one, export, answers, known) for mark, one in unknown.items())
    humans = len({*people.values()}) + sum(one.waits for one in strangers)
    return Recognised(people, strangers, silent, humans)


def _one_of(found: tuple[Someone, ...], cells: Cells) -> tuple[Someone, ...]:
    """Of several who share a key (brothers with their mother's address) those of the name that the row tells."""
    if len(found) < 2:
        return found
    return tuple(one for one in found if same_name(one.cells, cells)) or found


def _stranger(mark: str, one: _Unknown, export: Export, answers: Answers, known: Directory) -> Stranger:
    answer, _, settles = answer_of(mark, export.settings.key, answers, known)
    return Stranger(mark, one.said, one.rows, one.alike, answer, not settles)
