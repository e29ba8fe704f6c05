"""Partners and sites: room for those who come, their age, what kind of partner it is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from validators.counting.ages import most_age
from validators.counting.approvals import active_teams
from validators.counting.count import days, references
from validators.counting.people import people
from validators.office import Office, Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_PLACES: Mapping[str, str] = MappingProxyType(
    {"Профессиональная проба": "places_tests", "Стажировка": "places_internship"}
)
_WORDS: Mapping[str, str] = MappingProxyType({"places_tests": "профпробе", "places_internship": "стажировке"})
_HELD = "Пройдено", "В процессе", "Не пройдено", None
_GOING_ON = "В процессе"
_YOUNGEST_OF_ALL = 14
"""Of those who are younger, the rule about ages speaks: no site takes them."""


class _Visit(NamedTuple):
    """One participant at a site, from the first day to the last."""

    row: int
    participant: str
    first: date
    last: date


@rule("X16", Severity.WARNING, "На площадке одновременно не больше людей, чем мест", needs=("ENT", "PROG"))
def a_site_has_room(scene: Scene) -> Iterator[Complaint]:
    """Проверьте число мест и даты в «Прохождении этапов»; если мест и правда не хватает, разведите группы по дням или
    договоритесь с площадкой о новых местах."""
    table = scene.office.tables["ENT"]
    for (code, field), visits in _visits(scene.office, scene.today).items():
        index = table.index_of.get(code)
        places = table.values[field][index] if index is not None else None
        if index is None or index in table.fallen or not isinstance(places, int):
            continue
        most, day = _most_at_once(visits)
        if most > places:
            text = f"Площадка {code}: {day:%d.%m.%Y} на {_WORDS[field]} человек: {most}, а мест {places}."
            yield Complaint(RowOf(table, index), field, text)


def _visits(office: Office, on: date) -> dict[tuple[str, str], list[_Visit]]:
    """(site, field of its places) → who was there and when, in the order of PROG."""
    table = office.tables["PROG"]
    kinds, results, whose, sites = (table.values[name] for name in ("kind", "result", "participant", "organisation"))
    starts, ends = days(table, "start"), days(table, "end")
    found: dict[tuple[str, str], list[_Visit]] = {}
    for index in table.counted:
        field, site, first = _PLACES.get(str(kinds[index])), sites[index], starts[index]
        if field is None or first is None or not isinstance(site, str) or results[index] not in _HELD:
            continue
        last = ends[index] or (on if results[index] == _GOING_ON else first)
        visit = _Visit(index, str(whose[index]), first, max(first, last))
        found.setdefault((site, field), []).append(visit)
    return found


def _most_at_once(visits: list[_Visit]) -> tuple[int, date]:
    """The most people on one day, each counted once, and the first such day."""
    steps = sorted(
        step for one in visits for step in ((one.first.toordinal(), 1, one), (one.last.toordinal() + 1, 0, one))
    )
    here: Counter[str] = Counter()
    most, day = 0, visits[0].first
    for moment, comes, one in steps:
        here[one.participant] += 1 if comes else -1
        if not here[one.participant]:
            del here[one.participant]
        if len(here) > most:
            most, day = len(here), date.fromordinal(moment)
    return most, day


@rule("X17", Severity.ERROR, "Участник не младше, чем берёт площадка", needs=("ENT", "PROG"))
def a_participant_is_old_enough_for_the_site(scene: Scene) -> Iterator[Complaint]:
    """Проверьте дату рождения участника и «Минимальный возраст» площадки. Если всё верно, подберите участнику другую
    площадку."""
    sites, table = scene.office.tables["ENT"], scene.office.tables["PROG"]
    youngest = sites.values["youngest"]
    if not any(youngest):
        return
    known = {person.id: person for person in people(scene.office)}
    for (code, _), visits in _visits(scene.office, scene.today).items():
        index = sites.index_of.get(code)
        least = youngest[index] if index is not None and index not in sites.fallen else None
        if not isinstance(least, int):
            continue
        for visit in visits:
            person = known.get(visit.participant)
            age = None if person is None else most_age(person, visit.first)
            if age is not None and _YOUNGEST_OF_ALL <= age < least:
                text = f"Площадка {code} принимает с {least} лет, а участнику {visit.participant} в этот день меньше."
                yield Complaint(RowOf(table, visit.row), "organisation", text)


@rule("X57", Severity.INFO, "У партнёра указано, кто он", needs=("TEAM", "ENT"))
def a_partner_has_a_kind(scene: Scene) -> Iterator[Complaint]:
    """Выберите «Тип»: по нему видно, с кем работают команды — с властью, бизнесом или социальной сферой."""
    teams, table = scene.office.tables["TEAM"], scene.office.tables["ENT"]
    if "type" in table.missing:
        return
    partners = [references(teams.values["partners"][index]) for index in active_teams(scene.office, scene.today)]
    counted = set(table.counted)
    for code in dict.fromkeys(code for team in partners for code in team):
        index = table.index_of.get(code)
        if index in counted and table.values["type"][index] is None and table.is_blank(index, "type"):
            yield Complaint(RowOf(table, index), "type", f"У партнёра команд {code} не указан тип.")
