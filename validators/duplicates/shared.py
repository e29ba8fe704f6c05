"""Telephones and e-mail addresses that stand beside several people (X04)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from validators.duplicates.repeats import beings
from validators.duplicates.rolls import Someone, roll
from validators.duplicates.search import alike
from validators.office import Office


@dataclass(frozen=True)
class Shared:
    """A contact of several people: the field and the people, the one who came last at the end."""

    field: str
    people: tuple[Someone, ...]


def shared(office: Office) -> tuple[Shared, ...]:
    """Each contact of two or more people once; a pair that shares both is told by the telephone alone.

    Rows of one human being, and pairs of which the service asks whether they are one, do not count as several people.
    """
    found: dict[tuple[int, ...], Shared] = {}
    for one in (*_by(office, "phone"), *_by(office, "email")):
        found.setdefault(tuple(person.number for person in one.people), one)
    return tuple(found.values())


def _by(office: Office, field: str) -> Iterator[Shared]:
    holders: dict[str, list[Someone]] = defaultdict(list)
    for one in office.once(roll):
        if getattr(one, field):
            holders[getattr(one, field)].append(one)
    for people in holders.values():
        different = _different(office, people) if len(people) > 1 else ()
        if len(different) > 1:
            yield Shared(field, different)


def _different(office: Office, people: list[Someone]) -> tuple[Someone, ...]:
    """Those of the people whom nothing else calls one human being with an earlier one."""
    repeated = office.once(beings)
    asked = {frozenset((one.row.number, one.other.number)) for one in office.once(alike)}
    kept: list[Someone] = []
    for one in people:
        is_repeat = (one.key, one.index) in repeated or _was_participant(one, people)
        if not is_repeat and not any(frozenset((one.number, other.number)) in asked for other in kept):
            kept.append(one)
    return tuple(kept)


def _was_participant(one: Someone, people: list[Someone]) -> bool:
    """A mentor who says that he is one of the others."""
    return one.is_mentor and one.table.values["alumnus"][one.index] in {other.id for other in people}
