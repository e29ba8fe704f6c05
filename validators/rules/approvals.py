"""Who leans on the decisions of the collegial body: teams, activities, whoever names a priority, experts."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from config.registers.participation import TOOK_PLACE
from validators.counting.approvals import (
    INSTITUTIONS,
    INSTITUTIONS_AS_SITES,
    MENTORS,
    PRIORITIES,
    SITES,
    Approvals,
    Lack,
    Shortfall,
    Subject,
    active_teams,
    approvals,
)
from validators.counting.count import days, references
from validators.counting.people import is_active, people
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.lacking import lacking


@rule("X12", Severity.ERROR, "С командами работают только утверждённые наставники", needs=("TEAM", "MENT"))
def mentors_of_teams_are_approved(scene: Scene) -> Iterator[Complaint]:
    """Внесите наставника на утверждение (вопрос C3) или закрепите за командой другого. Пока решения нет, он не
    считается закреплённым."""
    office, table = scene.office, scene.office.tables["TEAM"]
    known, since = approvals(office, MENTORS), days(table, "mentored")
    for index in active_teams(office, scene.today):
        mentors = references(table.values["mentors"][index])
        now = _told(known, mentors, scene.today, "Наставник {} не утверждён: {}.")
        if now:
            yield Complaint(RowOf(table, index), "mentors", now)
            continue
        first = since[index]
        early = "" if first is None else _told(known, mentors, first, _early_words(first))
        if early:
            advice = "Проверьте дату закрепления: раньше решения наставник с командой не работает."
            field = "mentored" if table.is_typed(index, "mentored") else "mentors"
            yield Complaint(RowOf(table, index), field, early, advice, Severity.WARNING)


def _early_words(first: date) -> str:
    return f"Наставник {{}} закреплён за командой {first:%d.%m.%Y}, а тогда он не был утверждён: {{}}."


_UNKNOWN = Shortfall(Lack.STATUS)
"""A blank status where decisions are not kept."""


def _told(known: Approvals, ids: tuple[str, ...], on: date, words: str) -> str:
    """One sentence about each of the records that is not approved on the day; an unknown code is X01."""
    found = []
    for one in ids:
        at = _place(known.table, one)
        shortfall = known.shortfall(at, on) if at is not None else None
        if shortfall is not None and shortfall != _UNKNOWN:
            found.append(words.format(one, lacking(known.subject, shortfall)))
    return " ".join(found)


def _place(table: Table[Any], row_id: object) -> int | None:
    index = table.index_of.get(str(row_id))
    return None if index in table.fallen else index


_COUNTS = frozenset((*TOOK_PLACE, None))
_FITS = {
    "Профессиональная проба": ("Профессиональные пробы", "Обе"),
    "Стажировка": ("Стажировка", "Обе"),
}


class _Use(NamedTuple):
    kind: str
    organisation: str
    start: date
    end: date


@rule("X15", Severity.ERROR, "Пробы и стажировки идут на утверждённых площадках", needs=("PROG", "ENT"))
def sites_are_used_as_approved(scene: Scene) -> Iterator[Complaint]:
    """Проверьте организацию и даты. Если площадка выбрана верно, внесите её на утверждение (вопрос C2), продлите
    соглашение или исправьте вид площадки."""
    office, table = scene.office, scene.office.tables["PROG"]
    keys = [subject for subject in (SITES, INSTITUTIONS_AS_SITES) if office.has(subject.key)]
    known = [approvals(office, subject) for subject in keys]
    starts, ends = days(table, "start"), days(table, "end")
    kinds, places, results = (table.values[name] for name in ("kind", "organisation", "result"))
    told: dict[_Use, str] = {}
    for index in table.counted:
        kind, place, start = kinds[index], places[index], starts[index]
        if (
            kind not in _FITS
            or not isinstance(place, str)
            or start is None
            or results[index] not in (*TOOK_PLACE, None)
        ):
            continue
        use = _Use(str(kind), place, start, ends[index] or start)
        if use not in told:
            told[use] = next(filter(None, (_misuse(one, use) for one in known)), "")
        if told[use]:
            yield Complaint(RowOf(table, index), "organisation", told[use])


def _misuse(known: Approvals, use: _Use) -> str:
    index = _place(known.table, use.organisation)
    if index is None:
        return ""
    values = known.table.values
    shortfall = known.lacks_decision(index, use.start)
    if known.decisions is None and values.get("status", {index: None})[index] == "Предложена":
        shortfall = Shortfall(Lack.STATUS, what="Предложена")
    until = values["agreement_until"][index] if "agreement_until" in values else None
    if shortfall is None and isinstance(until, date) and until < use.end:
        shortfall = Shortfall(Lack.RAN_OUT, until)
    if shortfall is not None:
        return f"Площадка {use.organisation} на {use.start:%d.%m.%Y} не утверждена: {lacking(SITES, shortfall)}."
    site_kind = values["site_kind"][index] if "site_kind" in values else None
    if site_kind is None or site_kind in _FITS[use.kind]:
        return ""
    return f"Площадка {use.organisation} принимает только на «{site_kind}», а здесь — {use.kind.lower()}."


@rule("X33", Severity.ERROR, "Названы только утверждённые приоритетные направления", needs=("PRIORITY", "DEC"))
def priorities_in_use_are_approved(scene: Scene) -> Iterator[Complaint]:
    """Выберите действующее направление или внесите это на утверждение (вопрос C1)."""
    known = approvals(scene.office, PRIORITIES)
    told: dict[tuple[tuple[str, ...], date], str] = {}
    for table, index, field, on in _uses(scene.office, scene.today, known):
        key = (references(table.values[field][index]), on)
        if key not in told:
            told[key] = _told(known, *key, "Направление {} не утверждено: {}.")
        if told[key]:
            yield Complaint(RowOf(table, index), field, told[key])


_Named = Iterator[tuple[Table[Any], int, str, date]]
"""Table, row and field with priorities, and the day on which they must be approved."""


def _uses(office: Office, today: date, known: Approvals) -> _Named:
    """Teams at work, active students, and what is approved or in force today; each row once."""
    if office.has("TEAM"):
        yield from _of_teams(office, today, known)
    for person in people(office):
        if "priority" in person.table.values and is_active(person, today):
            yield person.table, person.index, "priority", today
    for subject, field in ((SITES, "priorities"), (MENTORS, "priorities"), (INSTITUTIONS, "trains")):
        if office.has(subject.key):
            table = office.tables[subject.key]
            states = table.values[table.register.life.field]
            for index in table.counted:
                if states[index] in {subject.status, "Действует"}:
                    yield table, index, field, today


def _of_teams(office: Office, today: date, known: Approvals) -> _Named:
    """A team's priority is approved when the team is formed, and stays so while it works."""
    table, formed = office.tables["TEAM"], days(office.tables["TEAM"], "formed")
    for index in active_teams(office, today):
        at, day = _place(known.table, table.values["priority"][index]), formed[index]
        early = day is not None and at is not None and not known.is_approved(at, day)
        yield table, index, "priority", day if early and day else today


_USED_IN: Mapping[Subject, tuple[tuple[str, str], ...]] = {
    MENTORS: (("TEAM", "mentors"), ("PROG", "mentor")),
    SITES: (("PROG", "organisation"), ("TEAM", "partners"), ("MENT", "organisation")),
    INSTITUTIONS: (("SCH", "organisation"), ("UNI", "organisation"), ("PROG", "organisation")),
}


@rule("X48", Severity.INFO, "Утверждённое используется", needs=("DEC",))
def what_is_approved_is_used(scene: Scene) -> Iterator[Complaint]:
    """Решите, нужна ли эта запись: найдите ей дело в этом сезоне или предложите исключить её из списка."""
    long_ago = scene.today - timedelta(days=scene.settings.thresholds.unused_days)
    for subject, columns in _USED_IN.items():
        first = columns[0][0]
        if not scene.office.has(subject.key) or not scene.office.has(first):
            continue
        known, used = approvals(scene.office, subject), _used(scene.office, columns)
        for index in known.table.counted:
            since = known.since(index, scene.today)
            if since is None or since > long_ago or known.table.ids[index] in used:
                continue
            if known.is_approved(index, scene.today):
                text = f"Запись утверждена {since:%d.%m.%Y}, но в этом сезоне нигде не используется."
                yield Complaint(RowOf(known.table, index), "decision", text)


def _used(office: Office, columns: tuple[tuple[str, str], ...]) -> frozenset[str]:
    tables = [(office.tables[key], name) for key, name in columns if office.has(key)]
    return frozenset(
        one for table, name in tables for index in table.counted for one in references(table.values[name][index])
    )
