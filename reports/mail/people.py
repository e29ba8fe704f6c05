"""Who gets a digest: the employees at work, each with those for whom he stands in; who can't get one, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.registers.staff import Employee
from reports import wording
from reports.facts import Facts
from reports.naming import head_of, post_of
from validators.attendance import back_on, is_away, substitute_of
from validators.counting.staff import staff_at_work
from validators.office import Table


@dataclass(frozen=True)
class Reader:
    """An employee who is told: his code, address, post, for whom he stands in; `leads` — he gets the head's summary."""

    code: str
    address: str
    post: str
    stands_for: tuple[str, ...] = ()
    leads: bool = False

    @property
    def codes(self) -> frozenset[str]:
        """Whose business he is told."""
        return frozenset((self.code, *self.stands_for))


def readers(facts: Facts) -> tuple[Reader, ...]:
    """Everybody who is at work and has an address, in the order of the register."""
    table, instead = _staff(facts), facts.once(stand_ins)
    head = head_of(facts.scene.office, facts.today)
    leader = instead.get(head, head) if head else None
    found = []
    for index in staff_at_work(facts.scene.office, facts.today):
        code, address = table.ids[index], table.values["email"][index]
        if code in instead or not isinstance(address, str):
            continue
        absent = tuple(one for one, other in instead.items() if other == code)
        post = post_of(facts.scene.office, code)
        found.append(Reader(code, address, post, absent, leads=code == leader))
    return tuple(found)


def stand_ins(facts: Facts) -> dict[str, str]:
    """Code of one who is away → code of the one who stands in for him."""
    table = _staff(facts)
    away = [one for one in staff_at_work(facts.scene.office, facts.today) if is_away(table, one, facts.today)]
    found = ((one, substitute_of(table, one, facts.today)) for one in away)
    return {table.ids[one]: table.ids[other] for one, other in found if other is not None}


def back(facts: Facts, code: str) -> str:
    """The day on which one who is away comes back, in words."""
    table = _staff(facts)
    return wording.day(back_on(table, table.index_of[code], facts.today))


def unaddressed(facts: Facts) -> tuple[str, ...]:
    """Codes of the employees at work without an address to which letters go."""
    table = _staff(facts)
    at_work = staff_at_work(facts.scene.office, facts.today)
    return tuple(table.ids[one] for one in at_work if table.values["email"][one] is None)


def unreachable(facts: Facts) -> Iterator[str]:
    """For the head: who has no address, and for whom nobody stands in, by post."""
    office, table, instead = facts.scene.office, _staff(facts), facts.once(stand_ins)
    for index in staff_at_work(office, facts.today):
        code = table.ids[index]
        post = f"{code}, {post_of(office, code).removesuffix(f' ({code})')}".rstrip(", ")
        if table.values["email"][index] is None:
            yield f"{post}: не указана служебная почта, писем не получает."
        if is_away(table, index, facts.today) and code not in instead:
            yield f"{post}: отсутствует, выходит {back(facts, code)}, а замещающего нет. Письма идут ему самому."


def _staff(facts: Facts) -> Table[Any]:  # Any: its record is known, its columns are asked by name
    return facts.scene.office[Employee]
