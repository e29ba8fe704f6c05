"""Rows that tell of one human being beyond doubt: one of them is counted (X02), the rest are repeats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from validators.duplicates.rolls import MENTORS, Someone, roll
from validators.office import Office

Being = tuple[str, int]
"""The register and the index of the row by which a human being is counted."""


@dataclass(frozen=True)
class Repeat:
    """A row of somebody who has another row. `told` — staff said so; `in_turn` — he took part twice, one after another.

    A repeat in turn is no fault: both rows stand for participations of their own, though for one human being.
    """

    row: Someone
    first: Someone
    told: bool = False
    in_turn: bool = False


def repeats(office: Office) -> tuple[Repeat, ...]:
    """Every row of a human being but the one by which he is counted: that of the earliest enrolment."""
    seen: dict[object, list[Someone]] = {}
    first_of: dict[str, Someone] = {}
    found: list[Repeat] = []
    partners = _partners(office)
    for one in sorted(office.once(roll), key=turn):
        keys = list(_keys(one))
        asked = [first_of[code] for code in partners.get(one.id, ()) if code in first_of]
        told = next((other for other in asked if other.is_mentor == one.is_mentor), None)
        alike = (other for key in keys for other in seen.get(key, ()) if _may_be(office, one, other))
        first = told or next(alike, None)
        first_of[one.id] = first or one
        if first is None:
            for key in keys:
                seen.setdefault(key, []).append(one)
        else:
            found.append(Repeat(one, first, told is not None, _in_turn(one, first)))
    return tuple(found)


def uncounted(office: Office) -> frozenset[Being]:
    """(register, index) of the rows that are not counted, because the same human being is counted by another one."""
    return frozenset((one.row.key, one.row.index) for one in office.once(repeats) if not one.in_turn)


def beings(office: Office) -> Mapping[Being, Being]:
    """Row → the row by which the same human being is counted; only for rows that repeat another."""
    return {(one.row.key, one.row.index): (one.first.key, one.first.index) for one in office.once(repeats)}


def counted_by(office: Office) -> Mapping[str, str]:
    """Code of a row that is not counted → the code of the row that is counted for the same human being."""
    return {one.row.id: one.first.id for one in office.once(repeats) if not one.in_turn}


def turn(one: Someone) -> tuple[bool, date, int]:
    """The order in which people are counted: participants before mentors, the earlier enrolled first."""
    enrolled = one.since if one.is_mentor else one.table.values["enrolled"][one.index]
    return one.is_mentor, enrolled if isinstance(enrolled, date) else date.max, one.number


def _keys(one: Someone) -> Iterator[object]:
    """What no two people share: whole name and day of birth; of mentors whole name and telephone or e-mail."""
    if one.is_mentor:
        yield from ((MENTORS, one.names, contact) for contact in (one.phone, one.email) if contact)
    elif one.born is not None:
        yield one.names, one.born


def _partners(office: Office) -> dict[str, list[str]]:
    """Code → the codes that staff called the same person."""
    found: dict[str, list[str]] = {}
    for pair in office.same:
        for code in pair:
            found.setdefault(code, []).extend(sorted(pair - {code}))
    return found


def _may_be(office: Office, one: Someone, other: Someone) -> bool:
    return frozenset((one.id, other.id)) not in office.different


def _in_turn(one: Someone, other: Someone) -> bool:
    """One participation was over when the other began: left and came again, or another season."""
    return _over_before(one, other) or _over_before(other, one)


def _over_before(one: Someone, other: Someone) -> bool:
    return one.until is not None and other.since is not None and one.until <= other.since
