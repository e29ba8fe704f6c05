"""Mentors, sites, institutions of education and municipalities in a document, as the tabs of the head count them."""

from collections.abc import Iterator
from dataclasses import replace

from reports import wording
from reports.documents.agreement import PARTICIPANT, Saying, reason, sentences
from reports.documents.document import Block, Passage
from reports.documents.sayings import said
from reports.documents.tables import taken
from reports.facts import Facts
from reports.figures.grouped import known_count, state_of
from reports.head.institutions import Schools, types
from reports.head.mentor_lines import categories
from reports.head.municipalities import FIGURES, figures_of_places
from reports.head.site_lines import kinds, sites_of
from reports.report import Listing
from validators.counting.count import obstacle
from validators.counting.undecided import mentors_undecided, sites_undecided

_WITH_TEAM = Saying(
    ("команду ведёт", "команду ведут", "команду ведут"),
    ("наставник", "наставника", "наставников"),
    "команды никто из них не ведёт",
    "",
)
_LOOSE_MENTORS = Saying(
    ("без решения работает", "без решения работают", "без решения работает"),
    ("наставник", "наставника", "наставников"),
    "",
    "",
)
_LOOSE_SITES = Saying(
    ("без решения принимает участников", "без решения принимают участников", "без решения принимают участников"),
    ("площадка", "площадки", "площадок"),
    "",
    "",
)
_WAITS = Saying(
    ("ждёт утверждения", "ждут утверждения", "ждёт утверждения"),
    ("организация", "организации", "организаций"),
    "",
    "",
)


def mentors(facts: Facts) -> Iterator[Block]:
    """The mentors by category on their way; how many work without a decision."""
    office = facts.scene.office
    why = obstacle(office, "MENT")
    if why:
        yield Passage(f"Данных о наставниках нет: {reason(why)}.")
        return
    assigned, each = state_of(facts, "K13", "закреплено").value, known_count(facts, "K14").value
    words, is_none = [said(facts, "K13")], known_count(facts, "K13").value == 0
    words += [_WITH_TEAM.of(assigned)] if assigned is not None and not is_none else []
    words += [f"на одного наставника приходится {_people(each)}"] if each is not None else []
    loose = len(mentors_undecided(office, facts.today)) if office.has("TEAM") else 0
    yield Passage(sentences(*words, _LOOSE_MENTORS.of(loose)))
    yield from (taken(one) for one in categories(facts) if isinstance(one, Listing) and _says_something(one))


def _people(number: float) -> str:
    """«7,8 участника», «8 участников»."""
    is_whole = round(number, 1) == round(number)
    return wording.counted(round(number), *PARTICIPANT) if is_whole else f"{wording.decimal(number)} участника"


def sites(facts: Facts) -> Iterator[Block]:
    """The sites by kind: places, visitors; how many work without a decision."""
    office = facts.scene.office
    why = obstacle(office, "ENT")
    if why:
        yield Passage(f"Данных о площадках нет: {reason(why)}.")
        return
    places, used = state_of(facts, "K15", "мест").value, known_count(facts, "K17").value
    words = [said(facts, "K15")]
    words += [f"мест на них — {wording.whole(places)}"] if places else []
    words += [f"загрузка мест — {wording.percent(used)}"] if used is not None else []
    words += [said(facts, "K16")]
    loose = len(sites_undecided(office)) if office.has("PROG") else 0
    yield Passage(sentences(*words, _LOOSE_SITES.of(loose)))
    listing = kinds(facts, sites_of(facts))
    if _says_something(listing):
        yield taken(listing)


def _says_something(listing: Listing) -> bool:
    """There is a number other than zero in its first line, which is the whole."""
    return any(isinstance(cell, int | float) and cell for cell in listing.rows[0])


def institutions(facts: Facts) -> Iterator[Block]:
    """Which institutions are covered, by type, and which are approved for priorities."""
    why = obstacle(facts.scene.office, "EDU")
    if why:
        yield Passage(f"Данных об образовательных организациях нет: {reason(why)}.")
        return
    schools = Schools(facts)
    yield Passage(sentences(said(facts, "K05"), said(facts, "K33"), _WAITS.of(len(schools.waiting))))
    headings = ("Тип", "В реестре", "Охвачено", "Охват, %", "Участников", "Утверждено по направлениям")
    listings = [one for one in types(schools) if isinstance(one, Listing)]
    yield from (
        taken(one, *headings, title="Образовательные организации по типам") for one in listings if _says_something(one)
    )


def municipalities(facts: Facts) -> Iterator[Block]:
    """The main numbers of every municipality beside those of the region."""
    found = figures_of_places(facts)
    if not found.rows:
        yield Passage("Сравнить муниципалитеты нельзя: их нет ни в справочнике, ни в строках реестров.")
        return
    yield Passage(sentences(said(facts, "K04")))
    headings, places = [one.heading for one in found.fields], found.rows[1:-1] or found.rows
    known = [one for one in FIGURES.values() if any(row[headings.index(one)] != "—" for row in places)]
    listing = taken(found, "Муниципалитет", *known, title="Муниципалитеты в сравнении")
    yield replace(listing, rows=tuple(row for row in listing.rows if any(isinstance(one, int) for one in row)))
