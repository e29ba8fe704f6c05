"""Sites of professional tests and internships: for what they are approved, how many places they have, how full."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from validators.counting.approvals import SITES, approval_obstacle, approvals, approved
from validators.counting.count import NO_COLUMN, Count, Way, days, ids_at, number, obstacle, weighed
from validators.counting.coverage import CAME
from validators.counting.progress import INTERNSHIP, TEST, activities, progress_obstacle
from validators.office import Office, Table
from validators.stages import Window, windows
from validators.trips import GOING_ON

_STAGE = "Э5"
"""The stage of tests and internships: only its days are offered."""

FITS: Mapping[str, Collection[str]] = {TEST: ("Профессиональные пробы", "Обе"), INTERNSHIP: ("Стажировка", "Обе")}
"""Kind of an activity that needs a site → kinds of sites that are fit for it."""

PLACES: Mapping[str, str] = {TEST: "places_tests", INTERNSHIP: "places_internship"}
"""Kind of activity → the column of its places."""


def sites_for(office: Office, on: date, kind: str) -> Count:
    """Of K15: approved sites that take people for tests, or for internships; those for both are in either."""
    why = approval_obstacle(office, "ENT") or obstacle(office, "ENT", "site_kind")
    if why:
        return Count(why=why)
    table = office.tables["ENT"]
    kinds = table.values["site_kind"]
    return number(ids_at(table, (one for one in approved(office, "ENT", on) if kinds[one] in FITS[kind])))


def places_for(office: Office, on: date, *kinds: str) -> Count:
    """Of K15: how many people approved sites take at a time, for tests, internships or both together."""
    why = approval_obstacle(office, "ENT") or obstacle(office, "ENT", *(PLACES[kind] for kind in kinds))
    if why:
        return Count(why=why)
    table = office.tables["ENT"]
    told = ((index, _places(table, index, kinds)) for index in approved(office, "ENT", on))
    return weighed({table.ids[index]: float(many) for index, many in told if many is not None}, {}, Way.NUMBER, "")


def _places(table: Table[Any], index: int, kinds: Collection[str]) -> int | None:
    """Places for the kinds of activity that the site takes people for; None when it tells of none."""
    site = table.values["site_kind"][index]
    cells = [table.values[PLACES[kind]][index] for kind in kinds if site is None or site in FITS[kind]]
    known = [many for many in cells if isinstance(many, int)]
    return sum(known) if known else None


def count_k17(office: Office, on: date) -> Count:
    """K17 Загрузка мест, %: days that participants spent at approved sites ÷ places × days on which they were offered.

    A site offers its places from the day of its approval to the end of its agreement, within the stage of tests and
    internships if this has dates. A site that does not tell its places, and days outside, are in neither part.
    """
    why = _load_obstacle(office)
    if why:
        return Count(why=why, way=Way.SHARE)
    return loads(office, on, dict.fromkeys(office.tables["ENT"].ids, "")).get("", _load(Counter(), {}))


def loads(office: Office, on: date, groups: Mapping[str, str]) -> Mapping[str, Count]:
    """K17 of each group of sites: site (code of ENT) → its group; only groups that have offered places."""
    if _load_obstacle(office):
        return {}
    table, spent, of = office.tables["ENT"], dict[str, Counter[str]](), dict[str, dict[str, float]]()
    open_on = {table.ids[index]: window for index, window in _offered(office, on) if table.ids[index] in groups}
    for site, window in open_on.items():
        many = _places(table, table.index_of[site], tuple(PLACES)) or 0
        of.setdefault(groups[site], {})[site] = float(many * _length(window))
    for site, person, many in _spent(office, on, open_on):
        spent.setdefault(groups[site], Counter())[person] += many
    return {group: _load(spent.get(group, Counter()), offered) for group, offered in of.items()}


def _load(spent: Counter[str], offered: Mapping[str, float]) -> Count:
    people = {person: float(many) for person, many in spent.items() if many}
    return weighed(people, offered, Way.SHARE, "мест ещё не предлагали")


def _load_obstacle(office: Office) -> str:
    why = approval_obstacle(office, "ENT") or progress_obstacle(office, "organisation", "start")
    return why or (NO_COLUMN if set(PLACES.values()) <= office.tables["ENT"].missing else "")


def _offered(office: Office, on: date) -> Iterator[tuple[int, Window]]:
    """Index of an approved site with places → the days on which it has offered them till the day."""
    known, stage = approvals(office, SITES), windows(office).get(_STAGE)
    untils, first = days(known.table, "agreement_until"), stage.start if stage else _first_start(office, on)
    for index in approved(office, "ENT", on):
        dated = known.since(index, on) or days(known.table, "approved")[index]
        start = max(dated or first, first)
        end = min(day for day in (on, untils[index], stage.end if stage else None) if day is not None)
        if start <= end and _places(known.table, index, tuple(PLACES)):
            yield index, Window(start, end)


def _first_start(office: Office, on: date) -> date:
    table = office.tables["PROG"]
    kinds, starts = table.values["kind"], days(table, "start")
    return min((day for one in table.counted if kinds[one] in PLACES and (day := starts[one])), default=on)


def _spent(office: Office, on: date, open_on: Mapping[str, Window]) -> Iterator[tuple[str, str, int]]:
    """Site, participant, how many of his days there lie in those that the site offered."""
    sites = office.tables["PROG"].values["organisation"]
    for one in activities(office):
        site, start = str(sites[one.row]), one.start
        window = open_on.get(site)
        if one.kind not in PLACES or one.result not in CAME or window is None or start is None:
            continue
        last = on if one.is_open and one.result == GOING_ON else one.last or start
        yield site, one.person.id, _length(Window(max(start, window.start), min(last, window.end)))


def _length(window: Window) -> int:
    return max((window.end - window.start).days + 1, 0)
