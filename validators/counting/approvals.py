"""What the collegial body has approved: mentors, sites, teams at work, and the live decisions behind them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from config.codes import CODE
from config.registers.teams import DEFENDED
from validators.counting.count import Count, by_then, days, ids_at, number, obstacle, references, until_then
from validators.duplicates.repeats import uncounted
from validators.office import Office, Table

ACCEPTED = "Принято"
CLOSED = "Закрыт"
_EXCEPT = re.compile(r"\bкроме\b", re.IGNORECASE)


def live_decisions(office: Office, question: str, on: date) -> dict[str, frozenset[str]]:
    """Accepted decisions on a question (`C3`) by the day: id → codes of the objects that it names.

    «Список № 3, кроме НС-0012» names nobody and takes nobody in whom it excepts.
    """
    table = office.tables["DEC"]
    questions, results, objects = (table.values[name] for name in ("question", "result", "objects"))
    decided = days(table, "decided")
    return {
        table.ids[index]: _named(objects[index])
        for index in table.counted
        if str(questions[index]).startswith(question) and results[index] == ACCEPTED and by_then(decided[index], on)
    }


def excepted(office: Office, decisions: dict[str, frozenset[str]]) -> frozenset[tuple[str, str]]:
    """(decision, code) pairs that the words «кроме …» take out."""
    table = office.tables["DEC"]
    pairs = set()
    for row_id in decisions:
        for part in references(table.values["objects"][table.index_of[row_id]]):
            pairs |= {(row_id, code) for code in CODE.findall(_after_except(part))}
    return frozenset(pairs)


def _named(cell: object) -> frozenset[str]:
    parts = references(cell)
    return frozenset(code for part in parts for code in CODE.findall(_EXCEPT.split(part)[0]))


def _after_except(part: str) -> str:
    return " ".join(_EXCEPT.split(part)[1:])


def approved(office: Office, key: str, question: str, status: str, on: date) -> Iterator[int]:
    """Indexes of the rows approved on the day: by their status, and by a live decision when decisions are kept.

    A blank status follows the decision that names the row (decisions.md 16). Nobody is approved twice (X02).
    """
    table = office.tables[key]
    states, since = table.values["status"], days(table, "approved")
    until = days(table, "term_until") if "term_until" in table.values else [None] * len(table)
    backed = _backed(office, table, question, on) if office.has("DEC") else None
    repeated = office.once(uncounted)
    for index in table.counted:
        if (key, index) in repeated or not (by_then(since[index], on) and until_then(until[index], on)):
            continue
        if states[index] == status if backed is None else index in backed and states[index] in (status, None):
            yield index


def _backed(office: Office, table: Table[Any], question: str, on: date) -> set[int]:
    live = live_decisions(office, question, on)
    out = excepted(office, live)
    naming = {code: row_id for row_id, codes in live.items() for code in codes}
    own = table.values["decision"]
    backed = set()
    for index in table.counted:
        row_id = table.ids[index]
        typed = own[index]
        decision = typed if typed in live else naming.get(row_id)
        if decision is not None and (decision, row_id) not in out:
            backed.add(index)
    return backed


def count_k09(office: Office, on: date) -> Count:
    """K09 Команд действует: formed by the day and not closed."""
    why = obstacle(office, "TEAM")
    return Count(why=why) if why else number(ids_at(office.tables["TEAM"], active_teams(office, on)))


def active_teams(office: Office, on: date) -> list[int]:
    """Indexes of the teams at work on the day."""
    table = office.tables["TEAM"]
    formed, stages = days(table, "formed"), table.values["stage"]
    return [index for index in table.counted if by_then(formed[index], on) and stages[index] != CLOSED]


def count_k12(office: Office, on: date) -> Count:
    """K12 Проектов защищено: teams whose project was defended by the day."""
    why = obstacle(office, "TEAM", "stage")
    if why:
        return Count(why=why)
    table = office.tables["TEAM"]
    stages, defended = table.values["stage"], days(table, "defended")
    return number(
        table.ids[index] for index in table.counted if stages[index] in DEFENDED and by_then(defended[index], on)
    )


def count_k13(office: Office, on: date) -> Count:
    """K13 Наставников утверждено: by question C3, with a term that lasts."""
    return _count_approved(office, "MENT", "C3", "Утверждён", on)


def count_k15(office: Office, on: date) -> Count:
    """K15 Площадок утверждено: by question C2."""
    return _count_approved(office, "ENT", "C2", "Утверждена", on)


def _count_approved(office: Office, key: str, question: str, status: str, on: date) -> Count:
    fields = () if office.has("DEC") else ("status",)
    why = obstacle(office, key, *fields)
    return Count(why=why) if why else number(ids_at(office.tables[key], approved(office, key, question, status, on)))
