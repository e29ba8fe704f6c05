"""Experts who lead younger participants: graduates of the Programme, and approved mentors where they lead a team."""

from collections.abc import Iterator
from datetime import date

from validators.counting.agenda import EXPERT, IN_AGENDA, not_yet_graduates
from validators.counting.approvals import MENTORS, Approvals, approvals
from validators.counting.count import days
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.lacking import lacking


@rule("X41", Severity.WARNING, "В экспертном пуле — выпускники", needs=("AGENDA",))
def experts_are_graduates(scene: Scene) -> Iterator[Complaint]:
    """В экспертный пул входят те, кто завершил Программу. Если эксперт ведёт команду, внесите его в «Наставники»
    (столбец «Из числа выпускников Программы») и на утверждение."""
    office, table = scene.office, scene.office.tables["AGENDA"]
    forms, states, whose, wards = (table.values[name] for name in ("form", "status", "participant", "wards"))
    ends, graduates = days(table, "end"), not_yet_graduates(office, scene.today)
    for index in table.counted:
        person = whose[index]
        if not isinstance(person, str) or states[index] not in IN_AGENDA or not str(forms[index]).startswith(EXPERT):
            continue
        if person in graduates:
            text = f"{person} в экспертном пуле, но Программу ещё не завершил: статус «{graduates[person]}»."
            yield Complaint(RowOf(table, index), "participant", text)
        elif wards[index] is not None and office.has("MENT") and (ends[index] or scene.today) >= scene.today:
            why = _why_no_mentor(approvals(office, MENTORS), person, scene.today)
            if why:
                text = f"{person} ведёт команду {wards[index]}, но среди утверждённых наставников его нет: {why}."
                yield Complaint(RowOf(table, index), "wards", text)


def _why_no_mentor(known: Approvals, person: str, on: date) -> str:
    alumni = known.table.values["alumnus"]
    rows = [index for index in known.table.counted if alumni[index] == person]
    found = [known.shortfall(index, on) for index in rows]
    if not rows:
        return "в «Наставниках» нет строки с его кодом"
    shortfalls = [one for one in found if one is not None]
    return lacking(MENTORS, shortfalls[0]) if len(shortfalls) == len(found) else ""
