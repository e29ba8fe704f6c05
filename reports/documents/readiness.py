"""What a row of a draft list still lacks before the collegial body sees it, in words (domain.md §5.4, Д4)."""

from collections.abc import Iterator
from typing import Any

from config.registers.institutions import COLLEGE, UNIVERSITY
from config.registers.mentors import MENTOR_CATEGORIES
from reports.causes import above_info
from reports.facts import Facts
from validators.catalogue import FAULTS
from validators.counting.approvals import (
    INSTITUTIONS,
    MENTORS,
    PRIORITIES,
    SITES,
    Subject,
    approvals,
)
from validators.counting.consent import withdrawn_on
from validators.counting.count import references
from validators.counting.pending import pending
from validators.office import Table
from validators.remark import CONSENT, Remark

READY = "готово"
_EMPTY = "C01"
_OF_THE_DECISION = frozenset({"X12", "X13", "X14", "X15", "X16", "X33", "X34", "X35", "X48", CONSENT})
"""Rules that speak because the row is not approved yet, or of what works without a decision; of consents we speak."""

_ALUMNI = MENTOR_CATEGORIES.values[-1]
_CLEARED = ("Подтверждён", "Не требуется")
_PRIORITIES = {SITES: "priorities", MENTORS: "priorities", INSTITUTIONS: "trains"}


def lacks(facts: Facts, subject: Subject, index: int) -> tuple[str, ...]:
    """Everything that the row lacks, the worst first; nothing when it is ready to be approved."""
    table = facts.scene.office.tables[subject.key]
    own = [*_of_remarks(facts, table, index)]
    if subject is MENTORS:
        own += _of_mentor(facts, table, index)
    if subject is INSTITUTIONS and table.values["type"][index] not in {None, COLLEGE, UNIVERSITY}:
        own.append(f"в перечень входят колледжи и вузы, а тип — «{table.values['type'][index]}»")
    return tuple(dict.fromkeys((*own, *_of_priorities(facts, subject, table, index))))


def lacks_in_words(facts: Facts, subject: Subject, index: int) -> str:
    """The same as one cell: «не заполнено: «ИНН»; направление ПН-0006 не утверждено», or «готово»."""
    return "; ".join(lacks(facts, subject, index)) or READY


def _of_remarks(facts: Facts, table: Table[Any], index: int) -> Iterator[str]:
    """The open remarks about the row, empty cells together."""
    some = facts.once(_remarks_by_row).get((table.register.key, table.ids[index]), [])
    empty = dict.fromkeys(one.place.column for one in some if one.code == _EMPTY and one.place.column)
    if empty:
        yield f"не заполнено: «{'», «'.join(empty)}»"
    for one in some:
        if one.code != _EMPTY:
            fault = FAULTS.get(one.code)
            said = _inside(one.text.rstrip(".") if fault is None else fault.title)
            yield f"«{one.place.column}»: {said}" if one.place.column and fault is not None else said


def _inside(text: str) -> str:
    """The text inside a sentence: a code at its beginning keeps its capitals."""
    return f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() else text


def _remarks_by_row(facts: Facts) -> dict[tuple[str, str], list[Remark]]:
    found: dict[tuple[str, str], list[Remark]] = {}
    for one in sorted(above_info(facts.remarks), key=lambda remark: (remark.severity.rank, remark.code)):
        if one.place.register and one.place.id and one.code not in _OF_THE_DECISION:
            found.setdefault((one.place.register, one.place.id), []).append(one)
    return found


def _of_mentor(facts: Facts, table: Table[Any], index: int) -> Iterator[str]:
    values = table.values
    if withdrawn_on(table, index, facts.today):
        yield "согласие на обработку данных отозвано"
    if values["category"][index] == _ALUMNI:
        yield "выпускники Программы в список по вопросу C3 не входят"
    asked = facts.scene.settings.thresholds.mentor_clearance and "clearance" not in table.missing
    if asked and values["clearance"][index] not in _CLEARED:
        yield "допуск к работе с несовершеннолетними не подтверждён"


def _of_priorities(facts: Facts, subject: Subject, table: Table[Any], index: int) -> Iterator[str]:
    """Each priority that the row names and the body has not approved; none named is a lack of its own."""
    field, office = _PRIORITIES.get(subject), facts.scene.office
    if field is None or not office.has(PRIORITIES.key) or field in table.missing:
        return
    named = references(table.values[field][index])
    if not named and subject is MENTORS:
        yield "не указано приоритетное направление"
    known = approvals(office, PRIORITIES)
    waits = {known.table.ids[at] for at, _ in pending(office, PRIORITIES, facts.today)}
    for code in named:
        at = known.table.index_of.get(code)
        if at is not None and not known.is_approved(at, facts.today):
            yield f"направление {code} {'ждёт решения по вопросу C1' if code in waits else 'не утверждено'}"
