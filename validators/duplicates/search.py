"""The search for pairs of rows that may be one human being (X03): candidates by common traits, judged by chance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from validators.duplicates.chance import Evidence, Frequencies
from validators.duplicates.days import Born, days_alike
from validators.duplicates.repeats import Being, beings, turn
from validators.duplicates.rolls import PARTICIPANTS, Someone, roll
from validators.duplicates.words import Like, given, patronymic, surname
from validators.office import Office

_LARGEST_BLOCK = 400
"""More people with one trait say that the trait tells nothing (the telephone of the school, 01.01.2008)."""

_MOST_SLIPS = 2
_BORNE_BY_MANY = 4


@dataclass(frozen=True)
class Alike:
    """Two rows that may be one human being, the later one first, and in what they are alike."""

    row: Someone
    other: Someone
    found: Evidence


def alike(office: Office) -> tuple[Alike, ...]:
    """The pairs of which a person must say whether they are one; without those that staff spoke of, and repeats."""
    people = office.once(roll)
    frequencies = Frequencies(people)
    usual = frequencies.usual("name", _BORNE_BY_MANY)
    found = []
    for first, second in _candidates(people):
        one, two = people[first], people[second]
        evidence = _evidence(one, two, usual)
        if evidence is None or frequencies.weight(one, two, evidence) < frequencies.limit:
            continue
        if not _is_settled(office, one, two):
            earlier, later = sorted((one, two), key=turn)
            found.append(Alike(later, earlier, evidence))
    return tuple(found)


def _candidates(people: Sequence[Someone]) -> Iterator[tuple[int, int]]:
    """Pairs with a trait in common, each once: day of birth, two parts of the name, a telephone, an e-mail."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for one in people:
        for trait in _traits(one):
            blocks[trait].append(one.number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if 1 < len(block) <= _LARGEST_BLOCK:
            seen.update(combinations(block, 2))
    return iter(sorted(seen))


def _traits(one: Someone) -> Iterable[object]:
    yield "names", one.surname, one.name
    yield "family", one.surname, one.patronymic
    if one.patronymic:
        yield "given", one.name, one.patronymic
    if one.born is not None:
        yield one.born
    if one.phone:
        yield one.phone
    if one.email:
        yield one.email


def _evidence(one: Someone, two: Someone, usual: frozenset[str]) -> Evidence | None:
    """In what two rows are alike; None when they can't be one person: another given name, or too much differs.

    Who takes part today is no mentor: of such a pair the name alone says nothing, it may be the father.
    """
    name, last = given(one.name, two.name, usual), surname(one.surname, two.surname)
    if name is Like.FAR and one.name == two.surname and one.surname == two.name:
        name = last = Like.SAME
    if name is Like.FAR:
        return None
    middle = patronymic(one.patronymic, two.patronymic)
    contact = one.shares_contact(two)
    if one.is_mentor != two.is_mentor and not contact and one.until is None and two.until is None:
        return None
    found = Evidence(last, name, middle, days_alike(one.born, two.born), contact)
    return found if _may_be_one(found) else None


def _may_be_one(found: Evidence) -> bool:
    far = (found.surname is Like.FAR) + (found.patronymic is Like.FAR) + (found.born is Born.FAR)
    if found.born is Born.FAR and not found.contact:
        return False
    if found.born is Born.SILENT and (far or found.name is Like.SLIP) and not found.contact:
        return False
    return far <= 1 and found.slips <= _MOST_SLIPS


def _is_settled(office: Office, one: Someone, two: Someone) -> bool:
    """Nothing is to be asked: staff have answered, another rule speaks of a row, or a mentor says who he was."""
    pair, same = frozenset((one.id, two.id)), office.once(beings)
    if pair in office.different or pair in office.same or any((who.key, who.index) in same for who in (one, two)):
        return True
    if one.is_mentor == two.is_mentor:
        return False
    mentor, participant = (one, two) if one.is_mentor else (two, one)
    return _was(office, mentor) == (participant.key, participant.index)


def _was(office: Office, mentor: Someone) -> Being | None:
    """The row by which the mentor is counted as a participant of some season, if he says that he was one."""
    code = mentor.table.values["alumnus"][mentor.index]
    for key in PARTICIPANTS:
        index = office.tables[key].index_of.get(str(code)) if office.has(key) else None
        if index is not None:
            return office.once(beings).get((key, index), (key, index))
    return None
