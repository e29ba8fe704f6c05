"""The part of «Наставники и площадки» about sites: places and their use by kind, then each site."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from config.registers.enterprises import SITE_KINDS
from reports.facts import Facts
from reports.figures.grouped import UNKNOWN, known_count, parted, state_of
from reports.head.silence import row_link, shown
from reports.naming import title_in
from reports.report import Field, Form, Listing, Value
from validators.counting.approvals import SITES
from validators.counting.count import Count, days
from validators.counting.sites import loads
from validators.counting.undecided import Undecided, sites_undecided
from validators.counting.visits import Visits, visits
from validators.office import Table
from validators.rules.lacking import lacking

_PLACES = ("мест для профессиональных проб", "мест для стажировок")
OF_EDUCATION = "Организации образования"
UNUSED = "никто не был"
_KINDS = (
    Field("Вид площадки", 40),
    Field("Утверждено", 13, Form.WHOLE),
    Field("Мест: профпробы", 13, Form.WHOLE),
    Field("Мест: стажировка", 13, Form.WHOLE),
    Field("Побывало, чел.", 13, Form.WHOLE),
    Field("Загрузка мест, %", 13, Form.PERCENT),
)
_EACH = (
    Field("Запись", 12),
    Field("Площадка", 28),
    Field("Вид площадки", 24),
    Field("Мест: профпробы", 13, Form.WHOLE),
    Field("Мест: стажировка", 13, Form.WHOLE),
    Field("Побывало, чел.", 13, Form.WHOLE),
    Field("Загрузка мест, %", 13, Form.PERCENT),
    Field("Соглашение до", 13, Form.DATE),
    Field("На что посмотреть", 33),
)


@dataclass(frozen=True)
class Sites:
    """The sites of the day: who has been where, which are used without a decision, how full each is (K17)."""

    table: Table[Any]
    visits: Mapping[str, Visits]
    undecided: Mapping[str, Undecided]
    load: Mapping[str, Count]


def sites_of(facts: Facts) -> Sites:
    """What the tab tells of sites. The register must be there; the trip through the stages may be not kept."""
    office = facts.scene.office
    been = visits(office, facts.today)
    load = loads(office, facts.today, {site: site for site in office.tables["ENT"].ids})
    return Sites(office.tables["ENT"], been, {one.code: one for one in sites_undecided(office)}, load)


def kinds(facts: Facts, sites: Sites) -> Listing:
    """A line for each kind of site, the whole first."""
    counts = [known_count(facts, "K15"), *(state_of(facts, "K15", state) for state in _PLACES)]
    of_sites = {site: (_kind(sites, site),) for site in {*sites.table.ids, *sites.visits}}
    parts = [parted(count, of_sites) for count in counts]
    full = loads(facts.scene.office, facts.today, {site: _kind(sites, site) for site in sites.table.ids})
    people: dict[str, frozenset[str]] = {}
    for site, some in sites.visits.items():
        kind = _kind(sites, site)
        people[kind] = people.get(kind, frozenset()) | some.people
    known = {*people, *(name for part in parts for name in part)}
    names = [name for name in (*SITE_KINDS.values, OF_EDUCATION, UNKNOWN) if name in known or name in SITE_KINDS.values]
    been = facts.scene.office.has("PROG")
    rows = [
        (
            name,
            *(_value(count, part, name) for count, part in zip(counts, parts, strict=True)),
            len(people.get(name, ())) if been else "—",
            shown(full[name].value) if name in full else "—",
        )
        for name in names
    ]
    everybody = len(frozenset().union(*people.values())) if been else shown(None)
    whole = (
        "Все площадки",
        *(shown(count.value) for count in counts),
        everybody,
        shown(known_count(facts, "K17").value),
    )
    return Listing("Площадки: места и загрузка", _KINDS, (whole, *rows), leading=1)


def _kind(sites: Sites, site: str) -> str:
    index = sites.table.index_of.get(site)
    return OF_EDUCATION if index is None else str(sites.table.values["site_kind"][index] or UNKNOWN)


def _value(count: Count, parts: Mapping[str, Count], name: str) -> Value:
    if count.value is None:
        return "—"
    return shown(parts[name].value) if name in parts else 0


def each(facts: Facts, sites: Sites) -> Listing:
    """Each site that is approved or used, the worst first."""
    approved = known_count(facts, "K15").rows
    codes = dict.fromkeys((*approved, *sites.visits, *sites.undecided))
    lines = sorted((_line(facts, sites, code) for code in codes), key=lambda one: one[0])
    return Listing("Площадки по одной", _EACH, tuple(row for _, row in lines), "утверждённых площадок нет")


def _line(facts: Facts, sites: Sites, code: str) -> tuple[tuple[int, float, str], tuple[Value, ...]]:
    """The line with what it is sorted by."""
    office = facts.scene.office
    table = sites.table if code in sites.table.index_of else office.tables["EDU"] if office.has("EDU") else sites.table
    index, been = table.index_of.get(code), len(sites.visits[code].people) if code in sites.visits else 0
    undecided = sites.undecided.get(code)
    unused = office.has("PROG") and not been
    notes = [lacking(SITES, undecided.lacks)] if undecided else [UNUSED] if unused else []
    rank = 0 if undecided else 1 if unused else 2
    load = sites.load[code].value if code in sites.load else None
    cells = (_cell(table, index, "places_tests"), _cell(table, index, "places_internship"))
    until = days(table, "agreement_until")[index] if index is not None and table is sites.table else None
    link = code if index is None else row_link(facts, table, index, "decision")
    visitors = been if office.has("PROG") else None
    share = None if load is None else shown(load)
    row = (link, title_in(table, code), _kind(sites, code), *cells, visitors, share, until, "; ".join(notes) or None)
    return (rank, -been, code), row


def _cell(table: Table[Any], index: int | None, name: str) -> Value:
    value = table.values[name][index] if index is not None and name in table.values else None
    return value if isinstance(value, int) else None
