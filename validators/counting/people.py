"""Who is counted among the participants: applied, enrolled, active, left; whom the municipalities and schools cover."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from config.registers.participants import ENROLLED
from validators.counting.count import NOT_KEPT, NOT_READ, Count, Way, by_then, ids_at, number, obstacle, share, weighed
from validators.counting.plans import planned
from validators.duplicates.repeats import Being, beings, counted_by, uncounted
from validators.office import Office, Table

PEOPLE = ("SCH", "UNI")
"""Registers of participants."""

ACTIVE = "Участник"
LEFT = "Выбыл"
_LATEST = date.max


@dataclass(frozen=True)
class Person:
    """A participant as counting sees him: his table, the index of his row, and the dates that decide.

    `who` is the row by which the human being is counted: that of an earlier participation, if he takes part again.
    """

    table: Table[Any]
    index: int
    status: object
    applied: date | None
    enrolled: date | None
    left: date | None
    who: Being

    @property
    def id(self) -> str:
        """The code of the person's row."""
        return self.table.ids[self.index]


def people_obstacle(office: Office) -> str:
    """Why participants can't be counted. A register that is kept but could not be read spoils the whole."""
    told = {key: obstacle(office, key) for key in PEOPLE}
    spoiled = [why for why in told.values() if why and why != NOT_KEPT]
    if spoiled:
        return spoiled[0]
    return NOT_KEPT if all(told.values()) else ""


def people(office: Office) -> tuple[Person, ...]:
    """All counted rows of pupils and students: participations. What repeats another row (X02) is not among them."""
    return office.once(_people)


def _people(office: Office) -> tuple[Person, ...]:
    return tuple(_rows_of_people(office))


def _rows_of_people(office: Office) -> Iterator[Person]:
    repeated, same = office.once(uncounted), office.once(beings)
    for key in PEOPLE:
        if office.has(key):
            table = office.tables[key]
            columns = [table.values[name] for name in ("status", "applied", "enrolled", "left")]
            for index in table.counted:
                if (key, index) in repeated:
                    continue
                status, *moments = (column[index] for column in columns)
                applied, enrolled, left = (day if isinstance(day, date) else None for day in moments)
                yield Person(table, index, status, applied, enrolled, left, same.get((key, index), (key, index)))


def by_code(office: Office) -> Mapping[str, Person]:
    """Code → the participant. What stands under the code of a repeat (X02) is his by whose row he is counted."""
    return office.once(_by_code)


def _by_code(office: Office) -> Mapping[str, Person]:
    known = {one.id: one for one in people(office)}
    return known | {code: known[first] for code, first in office.once(counted_by).items() if first in known}


def is_enrolled(person: Person, on: date) -> bool:
    """Enrolled on the day or before, whatever came later. A blank date does not unmake a participant."""
    return person.status in ENROLLED and by_then(person.enrolled, on)


def is_active(person: Person, on: date) -> bool:
    """Takes part on the day (decisions.md 12): enrolled on it or before, leaves after it."""
    return person.status == ACTIVE and by_then(person.enrolled, on) and (person.left is None or on < person.left)


def has_left(person: Person, on: date) -> bool:
    """Left on the day or before."""
    return person.status == LEFT and by_then(person.left, on)


def distinct(some: Iterable[Person]) -> list[Person]:
    """People, not participations: one row for each human being, of his several ones that of the earliest enrolment."""
    kept: dict[Being, Person] = {}
    for person in sorted(some, key=lambda one: one.enrolled or _LATEST):
        kept.setdefault(person.who, person)
    return sorted(kept.values(), key=lambda one: (PEOPLE.index(one.table.register.key), one.index))


def active_people(office: Office, on: date) -> list[Person]:
    """Those who take part on the day, each once."""
    return list(office.once(_active_people, on))


def _active_people(office: Office, on: date) -> list[Person]:
    return distinct(person for person in people(office) if is_active(person, on))


def count_k01(office: Office, on: date) -> Count:
    """K01 Подано заявок: people who applied by the day; whoever is enrolled has applied."""
    why = people_obstacle(office) or (NOT_READ if any(key in office.unread for key in PEOPLE) else "")
    if why:
        return Count(why=why)
    applied = distinct(one for one in people(office) if by_then(one.applied, on) or is_enrolled(one, on))
    return number(one.id for one in applied)


def count_k02(office: Office, on: date) -> Count:
    """K02 Зачислено: people enrolled by the day, those who have since finished or left included."""
    why = people_obstacle(office)
    if why:
        return Count(why=why)
    return number(one.id for one in distinct(one for one in people(office) if is_enrolled(one, on)))


def count_k03(office: Office, on: date) -> Count:
    """K03 Конкурс: people who applied ÷ places, which are the plan of the year to enrol (K02)."""
    applied = count_k01(office, on)
    why = applied.why or obstacle(office, "IND")
    plan = None if why else planned(office, "K02", on)
    if why or plan is None:
        return Count(why=why or "нет годового плана зачисления (K02)", way=Way.RATIO)
    return weighed(dict.fromkeys(applied.rows, 1.0), {plan.id: plan.year}, Way.RATIO, "план зачисления — 0")


def count_k04(office: Office, on: date) -> Count:
    """K04 Муниципалитетов охвачено: those where active participants live; `of` are all that exist on the day."""
    why = people_obstacle(office)
    if why:
        return Count(why=why)
    covered = {municipality_of(office, person) for person in active_people(office, on)} - {None}
    alive = ids_at(office.tables["MUN"], existing_municipalities(office, on)) if office.has("MUN") else []
    return number(sorted(one for one in covered if one is not None), alive)


def share_of_municipalities(office: Office, on: date) -> Count:
    """Of K04, %: municipalities where active participants live ÷ all that exist on the day."""
    why = people_obstacle(office) or obstacle(office, "MUN")
    if why:
        return Count(why=why, way=Way.SHARE)
    covered = count_k04(office, on)
    return share((one for one in covered.rows if one in set(covered.of)), covered.of, "нет муниципалитетов")


def count_k05(office: Office, on: date) -> Count:
    """K05 Образовательных организаций охвачено: those where active participants study."""
    why = people_obstacle(office)
    if why:
        return Count(why=why)
    covered = {person.table.values["organisation"][person.index] for person in active_people(office, on)}
    return number(sorted(one for one in covered if isinstance(one, str)))


def count_k18(office: Office, on: date) -> Count:
    """K18 Сохранность контингента, %: enrolled and not left ÷ enrolled."""
    why = people_obstacle(office)
    if why:
        return Count(why=why)
    enrolled = distinct(one for one in people(office) if is_enrolled(one, on))
    kept = [one.id for one in enrolled if not has_left(one, on)]
    return share(kept, (one.id for one in enrolled), "никто не зачислен")


def municipality_of(office: Office, person: Person) -> str | None:
    """The municipality of a participant; his institution's, when his own is blank (decisions.md 11)."""
    own = person.table.values["municipality"][person.index]
    if isinstance(own, str):
        return own
    place = person.table.values["organisation"][person.index]
    schools = office.tables.get("EDU")
    if schools is None or not isinstance(place, str) or not office.has("EDU"):
        return None
    index = schools.index_of.get(place)
    found = None if index is None else schools.values["municipality"][index]
    return found if isinstance(found, str) else None


def existing_municipalities(office: Office, on: date) -> list[int]:
    """Indexes of the municipalities that exist on the day; the list of them must be there."""
    table = office.tables["MUN"]
    since, until = table.values["since"], table.values["until"]
    return [index for index in table.counted if _alive(since[index], until[index], on)]


def _alive(since: object, until: object, on: date) -> bool:
    return not (isinstance(since, date) and on < since) and not (isinstance(until, date) and until < on)
