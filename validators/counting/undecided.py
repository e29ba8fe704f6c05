"""What works without a decision of the collegial body: mentors of teams, sites; and mentors of minors not cleared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from config.registers.participation import TOOK_PLACE
from validators.counting.ages import is_minor
from validators.counting.approvals import (
    INSTITUTIONS_AS_SITES,
    MENTORS,
    SITES,
    Approvals,
    Lack,
    Shortfall,
    active_teams,
    approvals,
    approved,
)
from validators.counting.count import days, references
from validators.counting.sites import FITS
from validators.counting.teams import Members, teams_of_mentors, teams_on
from validators.office import Office

_CLEARED = "Подтверждён", "Не требуется"
_NOT_SAID = Shortfall(Lack.STATUS)
"""A blank status where decisions are not kept."""


class Use(NamedTuple):
    """A stay at a site: the kind of activity, the organisation, the first and the last day."""

    kind: str
    organisation: str
    start: date
    end: date


@dataclass(frozen=True)
class Undecided:
    """Who works without a decision: the code, what is lacking, and with whom or on what the work goes on."""

    code: str
    lacks: Shortfall
    busy: tuple[str, ...]


def shortfall_of(known: Approvals, row_id: object, on: date) -> Shortfall | None:
    """What the record lacks to be approved on the day; None too when its code is unknown or nothing is said of it."""
    index = known.table.index_of.get(str(row_id))
    found = None if index is None or index in known.table.fallen else known.shortfall(index, on)
    return None if found == _NOT_SAID else found


def mentors_undecided(office: Office, on: date) -> list[Undecided]:
    """Mentors of active teams who are not approved on the day, with the codes of their teams."""
    if not (office.has("TEAM") and office.has("MENT")):
        return []
    known, teams = approvals(office, MENTORS), office.tables["TEAM"]
    busy: dict[str, list[str]] = {}
    for index in active_teams(office, on):
        for mentor in references(teams.values["mentors"][index]):
            busy.setdefault(mentor, []).append(teams.ids[index])
    told = ((mentor, shortfall_of(known, mentor, on), mine) for mentor, mine in busy.items())
    return [Undecided(mentor, lacks, tuple(mine)) for mentor, lacks, mine in told if lacks is not None]


def mentors_uncleared(office: Office, on: date) -> Iterator[tuple[int, list[str]]]:
    """Approved mentors whose teams have minors and whose clearance is not confirmed: index and those teams."""
    table = office.tables["MENT"]
    if "clearance" in table.missing or not (office.has("TEAM") and office.has("SCH")):
        return
    members, teams = teams_on(office, on), teams_of_mentors(office, on)
    for index in approved(office, "MENT", on):
        clearance = table.values["clearance"][index]
        if clearance in _CLEARED or (clearance is None and not table.is_blank(index, "clearance")):
            continue
        young = [team for team in teams.get(table.ids[index], ()) if _has_minors(members[team], on)]
        if young:
            yield index, young


def _has_minors(mine: Members, on: date) -> bool:
    return any(is_minor(one, on) for one in mine.people)


def uses_of_sites(office: Office) -> Iterator[tuple[int, Use]]:
    """Tests and internships that took place, or may have: index in PROG and the stay. PROG must be there."""
    table = office.tables["PROG"]
    starts, ends = days(table, "start"), days(table, "end")
    kinds, places, results = (table.values[name] for name in ("kind", "organisation", "result"))
    for index in table.counted:
        kind, place, start = kinds[index], places[index], starts[index]
        took_place = results[index] in (*TOOK_PLACE, None)
        if kind in FITS and isinstance(place, str) and start is not None and took_place:
            yield index, Use(str(kind), place, start, ends[index] or start)


def known_sites(office: Office) -> list[Approvals]:
    """The registers in which a site may stand, as far as they are kept."""
    return [approvals(office, one) for one in (SITES, INSTITUTIONS_AS_SITES) if office.has(one.key)]


def lacks_of_use(known: Sequence[Approvals], use: Use) -> Shortfall | None:
    """What a site lacked on the first day of a stay to be approved for all of it; None when nothing is known of it."""
    return next(filter(None, (_lacks(one, use) for one in known)), None)


def _lacks(known: Approvals, use: Use) -> Shortfall | None:
    index = known.table.index_of.get(use.organisation)
    if index is None or index in known.table.fallen:
        return None
    values = known.table.values
    found = known.lacks_decision(index, use.start)
    if known.decisions is None and values.get("status", {index: None})[index] == "Предложена":
        found = Shortfall(Lack.STATUS, what="Предложена")
    until = values["agreement_until"][index] if "agreement_until" in values else None
    if found is None and isinstance(until, date) and until < use.end:
        return Shortfall(Lack.RAN_OUT, until)
    return found


def sites_undecided(office: Office) -> list[Undecided]:
    """Sites on which tests and internships went on without a decision: the kinds and the first day of the latest."""
    if not office.has("PROG"):
        return []
    known = known_sites(office)
    found: dict[str, dict[Use, Shortfall]] = {}
    for use in dict.fromkeys(use for _, use in uses_of_sites(office)):
        lacks = lacks_of_use(known, use)
        if lacks is not None:
            found.setdefault(use.organisation, {})[use] = lacks
    return [
        Undecided(site, _latest(stays), tuple(sorted({use.kind for use in stays}))) for site, stays in found.items()
    ]


def _latest(stays: Mapping[Use, Shortfall]) -> Shortfall:
    return stays[max(stays, key=lambda use: use.start)]


def _kinds(stays: Mapping[Use, Shortfall]) -> tuple[str, ...]:
    return tuple(sorted({use.kind for use in stays}))
