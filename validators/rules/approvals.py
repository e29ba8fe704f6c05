"""Who leans on the decisions of the collegial body: teams, activities, whoever names a priority, experts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from validators.counting.approvals import (
    INSTITUTIONS,
    MENTORS,
    PRIORITIES,
    SITES,
    Approvals,
    Subject,
    active_teams,
    approvals,
)
from validators.counting.count import days, references
from validators.counting.people import is_active, people
from validators.counting.sites import FITS
from validators.counting.undecided import Use, known_sites, lacks_of_use, shortfall_of, uses_of_sites
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


def _told(known: Approvals, ids: tuple[str, ...], on: date, words: str) -> str:
    """One sentence about each of the records that is not approved on the day; an unknown code is X01."""
    found = ((one, shortfall_of(known, one, on)) for one in ids)
    return " ".join(words.format(one, lacking(known.subject, lacks)) for one, lacks in found if lacks is not None)


def _place(table: Table[Any], row_id: object) -> int | None:
    index = table.index_of.get(str(row_id))
    return None if index in table.fallen else index


@rule("X15", Severity.ERROR, "Пробы и стажировки идут на утверждённых площадках", needs=("PROG", "ENT"))
def sites_are_used_as_approved(scene: Scene) -> Iterator[Complaint]:
    """Проверьте организацию и даты. Если площадка выбрана верно, внесите её на утверждение (вопрос C2), продлите
    соглашение или исправьте вид площадки."""
    office, table = scene.office, scene.office.tables["PROG"]
    known = known_sites(office)
    told: dict[Use, str] = {}
    for index, use in uses_of_sites(office):
        if use not in told:
            told[use] = _misuse(known, use)
        if told[use]:
            yield Complaint(RowOf(table, index), "organisation", told[use])


def _misuse(known: Sequence[Approvals], use: Use) -> str:
    lacks = lacks_of_use(known, use)
    if lacks is not None:
        return f"Площадка {use.organisation} на {use.start:%d.%m.%Y} не утверждена: {lacking(SITES, lacks)}."
    return next(filter(None, (_unfit(one, use) for one in known)), "")


def _unfit(known: Approvals, use: Use) -> str:
    index, values = _place(known.table, use.organisation), known.table.values
    site_kind = None if index is None or "site_kind" not in values else values["site_kind"][index]
    if site_kind is None or site_kind in FITS[use.kind]:
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
