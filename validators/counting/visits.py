"""Who has been where: participants who came to a test or an internship, by site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from validators.counting.coverage import CAME
from validators.counting.people import by_code
from validators.counting.undecided import uses_of_sites
from validators.office import Office


@dataclass(frozen=True)
class Visits:
    """Of one site: the participants who came, each once, and the day on which the last of them began."""

    people: frozenset[str] = frozenset()
    last: date | None = None


def visits(office: Office, on: date) -> Mapping[str, Visits]:
    """Site (code of ENT or EDU) → who has been there by the day; only sites where somebody has."""
    if not office.has("PROG"):
        return {}
    table, known = office.tables["PROG"], by_code(office)
    whose, results = table.values["participant"], table.values["result"]
    found: dict[str, Visits] = {}
    for index, use in uses_of_sites(office):
        person = known.get(str(whose[index]))
        if results[index] not in CAME or use.start > on or person is None:
            continue
        before = found.get(use.organisation, Visits())
        people, last = before.people | {person.id}, max(before.last or use.start, use.start)
        found[use.organisation] = Visits(people, last)
    return found
