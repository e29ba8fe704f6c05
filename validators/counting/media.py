"""Who is covered by a page that lives: the person's own, or that of his team."""

from datetime import date, timedelta

from validators.counting.count import Count, by_then, days, obstacle, references, share
from validators.counting.people import Person, active_people, people_obstacle
from validators.office import Office

SILENT_AFTER = timedelta(days=30)
"""A page without a publication for longer does not count as living."""

_KEPT = "Действует"


def owners_of_pages(office: Office, on: date) -> frozenset[str]:
    """Codes of the people, teams and organisations whose page lives on the day. An unknown last post is no silence."""
    table = office.tables["PAGE"]
    whose, states = table.values["whose"], table.values["state"]
    since, last = days(table, "since"), days(table, "last_post")
    return frozenset(
        str(whose[index])
        for index in table.counted
        if whose[index] is not None and states[index] == _KEPT
        if by_then(since[index], on) and _speaks(last[index], on)
    )


def _speaks(last: date | None, on: date) -> bool:
    return last is None or on - last <= SILENT_AFTER


def count_k27(office: Office, on: date) -> Count:
    """K27 Охвачены действующей страницей, %: active participants with a page of their own or of their team ÷ active."""
    why = people_obstacle(office) or obstacle(office, "PAGE", "whose")
    if why:
        return Count(why=why)
    owners = owners_of_pages(office, on)
    active = active_people(office, on)
    covered = [one.id for one in active if owners & {one.id, *teams_of(one)}]
    return share(covered, (one.id for one in active), "нет участников")


def teams_of(person: Person) -> tuple[str, ...]:
    """The teams of a participant: one of a pupil, several of a student."""
    name = "team" if "team" in person.table.values else "teams"
    return references(person.table.values[name][person.index])
