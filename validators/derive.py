"""What the service fills in where a cell is blank (decisions.md 11, 16): category, municipality, approval, stage.

The staff's cell is never changed; a typed value always stands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from config.cells.grades import Grade
from config.registers.institutions import COLLEGE, SCHOOL, UNIVERSITY
from config.registers.stages import WHOLE_SEASON
from config.settings import Settings
from validators.counting.approvals import INSTITUTIONS, MENTORS, PRIORITIES, SITES, Subject, approvals
from validators.counting.decisions import Decision
from validators.office import Office, Table

Fill = Callable[[Office, Table[Any], Settings], Mapping[str, Sequence[object]]]
"""The office, a table and the settings → the columns that change."""


def derive(office: Office, settings: Settings) -> Office:
    """The office with its blanks filled. Later steps see what earlier ones filled."""
    for key, fill in DERIVATIONS:
        table = office.tables.get(key)
        if table is not None and len(table):
            filled = table.with_values(**fill(office, table, settings))
            office = replace(office, tables={**office.tables, key: filled})
    return office


def _filled(typed: Sequence[object], derived: Sequence[object]) -> list[object]:
    return [new if old is None else old for old, new in zip(typed, derived, strict=True)]


def _looked_up(office: Office, key: str, name: str, ids: Sequence[object]) -> list[object]:
    table = office.tables.get(key)
    if table is None:
        return [None] * len(ids)
    found = dict(zip(table.ids, table.values[name], strict=True))
    return [found.get(str(one)) if one is not None else None for one in ids]


def _people(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
    home = _looked_up(office, "EDU", "municipality", table.values["organisation"])
    years = [born.year if isinstance(born, date) else None for born in table.values["born"]]
    return {
        "municipality": _filled(table.values["municipality"], home),
        "birth_year": _filled(table.values["birth_year"], years),
    }


def _pupils(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
    types = _looked_up(office, "EDU", "type", table.values["organisation"])
    derived = [_category(kind, grade) for kind, grade in zip(types, table.values["grade"], strict=True)]
    seasons = [settings.office.season] * len(table)
    return {
        **_people(office, table, settings),
        "category": _filled(table.values["category"], derived),
        "school_year": _filled(table.values["school_year"], seasons),
    }


def _category(kind: object, grade: object) -> str | None:
    if isinstance(grade, Grade):
        return "Школьник" if grade.kind == "класс" else "Студент СПО"
    return {SCHOOL: "Школьник", COLLEGE: "Студент СПО", UNIVERSITY: "Студент СПО"}.get(str(kind))


_STATUS_WORDS = {"MENT": ("Утверждён", "Предложен"), "ENT": ("Утверждена", "Предложена")}


def _approved(subject: Subject) -> Fill:
    """Fills decision, day and status of approval from the decisions behind each row; one that holds before a revoked
    one. When decisions are not kept, nobody knows what a blank means."""

    def fill(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
        if not office.has("DEC"):
            return {}
        known = approvals(office, subject)
        behind = [sorted(known.behind(index), key=_is_revoked) for index in range(len(table))]
        changed: dict[str, Sequence[object]] = {
            "decision": _filled(table.values["decision"], [some[0].id if some else None for some in behind])
        }
        since = subject.since or "approved"
        decided = [[one.decided for one in some if one.decided is not None] for some in behind]
        days = [(min(some) if subject.since else some[0]) if some else None for some in decided]
        changed[since] = _filled(table.values[since], days)
        words = _STATUS_WORDS.get(subject.key)
        if words is not None:
            changed["status"] = _filled(table.values["status"], [words[0] if some else words[1] for some in behind])
        return changed

    return fill


def _is_revoked(decision: Decision) -> bool:
    return decision.revoked is not None


def _teams(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
    return {"mentored": _filled(table.values["mentored"], table.values["formed"])}


def _activities(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
    dated = _stages_on(office, table.values["start"])
    undated = [None if day else event for day, event in zip(table.values["start"], table.values["event"], strict=True)]
    planned = [None if stage == WHOLE_SEASON else stage for stage in _looked_up(office, "PLAN", "stage", undated)]
    return {"stage": _filled(table.values["stage"], _filled(dated, planned))}


def _publications(office: Office, table: Table[Any], settings: Settings) -> Mapping[str, Sequence[object]]:
    return {"stage": _filled(table.values["stage"], _stages_on(office, table.values["day"]))}


def _stages_on(office: Office, days: Sequence[object]) -> list[str | None]:
    stages = office.tables.get("STAGE")
    spans = [] if stages is None else list(zip(stages.ids, stages.values["start"], stages.values["end"], strict=True))
    return [_stage_on(day, spans) for day in days]


def _stage_on(day: object, spans: Sequence[tuple[str, object, object]]) -> str | None:
    if not isinstance(day, date):
        return None
    for stage, start, end in spans:
        if isinstance(start, date) and isinstance(end, date) and start <= day <= end:
            return stage
    return None


DERIVATIONS: tuple[tuple[str, Fill], ...] = (
    ("SCH", _pupils),
    ("UNI", _people),
    ("PRIORITY", _approved(PRIORITIES)),
    ("MENT", _approved(MENTORS)),
    ("ENT", _approved(SITES)),
    ("EDU", _approved(INSTITUTIONS)),
    ("TEAM", _teams),
    ("PROG", _activities),
    ("PUB", _publications),
)
