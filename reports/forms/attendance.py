"""Who stands in a form: those who take part on the day of the event, or who applied when they are selected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from config.cells.text import fold
from config.registers.record_state import MISTAKE
from reports.forms.form import Attendee
from validators.counting.count import by_then, references
from validators.counting.people import Person, active_people, distinct, municipality_of, people
from validators.office import Office
from validators.references import title_of

CANDIDATE = "Кандидат"
_WHOLE_REGION = frozenset({"все", "весь регион"})


@dataclass(frozen=True)
class Choice:
    """Who is wanted: on which day, applicants or participants, of which team, register, municipalities (all if none).

    `today` is the day on which consents are looked at.
    """

    on: date
    today: date
    applicants: bool = False
    team: str | None = None
    register: str | None = None
    towns: tuple[str, ...] = ()


def attendees(office: Office, choice: Choice) -> tuple[Attendee, ...]:
    """The chosen people in the order of the alphabet, each once."""
    some = distinct(_applicants(office, choice.on)) if choice.applicants else active_people(office, choice.on)
    chosen = [one for one in some if _is_wanted(office, one, choice)]
    found = [_attendee(office, one, choice.today) for one in chosen]
    return tuple(sorted(found, key=lambda one: (not one.name, fold(one.name), one.code)))


def _applicants(office: Office, on: date) -> Iterator[Person]:
    """Those who applied by the day and were not enrolled before it."""
    for person in people(office):
        waits = person.status == CANDIDATE or person.enrolled is None or person.enrolled >= on
        if person.status not in {None, MISTAKE} and by_then(person.applied, on) and waits:
            yield person


def _is_wanted(office: Office, person: Person, choice: Choice) -> bool:
    if choice.register is not None and person.table.register.key != choice.register:
        return False
    if choice.team is not None and choice.team not in _teams(office, person):
        return False
    towns = {fold(town) for town in choice.towns}
    if not towns or towns & _WHOLE_REGION:
        return True
    home = municipality_of(office, person)
    return home is None or fold(home) in towns


def _teams(office: Office, person: Person) -> tuple[str, ...]:
    """The teams of a person: his own column, and those that name him their leader."""
    values = person.table.values
    own = references(values["team" if "team" in values else "teams"][person.index])
    table = office.tables.get("TEAM")
    led = [
        table.ids[index] for index in table.counted if person.id in references(table.values["leaders"][index])
    ] if table is not None and person.table.register.key == "UNI" else []  # fmt: skip
    return tuple(dict.fromkeys((*own, *led)))


def _attendee(office: Office, person: Person, today: date) -> Attendee:
    teams = "; ".join(_title(office, "TEAM", one) for one in _teams(office, person))
    if not _may_be_named(person, today):
        return Attendee(person.id, "", teams, "")
    cells = [person.table.values[name][person.index] for name in ("surname", "name", "patronymic")]
    name = " ".join(str(cell) for cell in cells if cell not in (None, "нет"))
    school = references(person.table.values["organisation"][person.index])
    return Attendee(person.id, name, teams, "; ".join(_title(office, "EDU", one) for one in school))


def _may_be_named(person: Person, today: date) -> bool:
    """A consent is in force (decisions.md 13); where the office keeps no column of consents nobody can tell."""
    if "consent_on" in person.table.missing:
        return True
    given, withdrawn = (person.table.values[name][person.index] for name in ("consent_on", "consent_withdrawn"))
    return isinstance(given, date) and given <= today and not (isinstance(withdrawn, date) and withdrawn <= today)


def _title(office: Office, key: str, code: str) -> str:
    table = office.tables.get(key)
    index = None if table is None else table.index_of.get(code)
    if table is None or index is None:
        return code
    short: Sequence[object] = table.values.get("short", ())
    return str(short[index]) if short and short[index] else title_of(table.register, table, index) or code
