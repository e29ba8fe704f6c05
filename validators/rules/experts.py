"""Experts who lead younger participants: graduates of the Programme, and approved mentors where they lead a team."""

from collections.abc import Iterator, Mapping
from datetime import date

from validators.counting.approvals import MENTORS, Approvals, approvals
from validators.counting.count import days
from validators.counting.people import is_active, people
from validators.office import Office, Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.lacking import lacking

_EXPERT = "C6.2"
_IN_POOL = ("Включён", "Завершено")
_PASSED = "Пройдено"


@rule("X41", Severity.WARNING, "В экспертном пуле — выпускники", needs=("AGENDA",))
def experts_are_graduates(scene: Scene) -> Iterator[Complaint]:
    """В экспертный пул входят те, кто завершил Программу. Если эксперт ведёт команду, внесите его в «Наставники»
    (столбец «Из числа выпускников Программы») и на утверждение."""
    office, table = scene.office, scene.office.tables["AGENDA"]
    forms, states, whose, wards = (table.values[name] for name in ("form", "status", "participant", "wards"))
    ends, graduates = days(table, "end"), _not_yet_graduates(scene)
    for index in table.counted:
        person = whose[index]
        if not isinstance(person, str) or states[index] not in _IN_POOL or not str(forms[index]).startswith(_EXPERT):
            continue
        if person in graduates:
            text = f"{person} в экспертном пуле, но Программу ещё не завершил: статус «{graduates[person]}»."
            yield Complaint(RowOf(table, index), "participant", text)
        elif wards[index] is not None and office.has("MENT") and (ends[index] or scene.today) >= scene.today:
            why = _why_no_mentor(approvals(office, MENTORS), person, scene.today)
            if why:
                text = f"{person} ведёт команду {wards[index]}, но среди утверждённых наставников его нет: {why}."
                yield Complaint(RowOf(table, index), "wards", text)


def _not_yet_graduates(scene: Scene) -> Mapping[str, str]:
    """Code → status of those who have neither finished, nor defended, nor take part in the last stage."""
    office, found = scene.office, {}
    defended = _defended(office)
    last = {"SCH": _last_stage(office, "for_pupils"), "UNI": _last_stage(office, "for_students")}
    for person in people(office):
        begun = last[person.table.register.key]
        at_the_end = begun is not None and begun <= scene.today and is_active(person, scene.today)
        if person.status != "Завершил" and not at_the_end and person.id not in defended:
            found[person.id] = str(person.status)
    return found


def _defended(office: Office) -> frozenset[str]:
    if not office.has("PROG"):
        return frozenset()
    table = office.tables["PROG"]
    kinds, results, whose = (table.values[name] for name in ("kind", "result", "participant"))
    passed = (index for index in table.counted if kinds[index] == "Защита" and results[index] == _PASSED)
    return frozenset(str(whose[index]) for index in passed)


def _last_stage(office: Office, must: str) -> date | None:
    if not office.has("STAGE"):
        return None
    table, starts = office.tables["STAGE"], days(office.tables["STAGE"], "start")
    return max((day for index in table.counted if (day := starts[index]) and table.values[must][index]), default=None)


def _why_no_mentor(known: Approvals, person: str, on: date) -> str:
    alumni = known.table.values["alumnus"]
    rows = [index for index in known.table.counted if alumni[index] == person]
    found = [known.shortfall(index, on) for index in rows]
    if not rows:
        return "в «Наставниках» нет строки с его кодом"
    shortfalls = [one for one in found if one is not None]
    return lacking(MENTORS, shortfalls[0]) if len(shortfalls) == len(found) else ""
