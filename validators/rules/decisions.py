"""Decisions and the rows that they approve say the same: how many, which, since when, with which status."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from config.codes import PREFIXES
from config.registers.institutions import COLLEGE, UNIVERSITY
from validators.counting.approvals import INSTITUTIONS, PROPOSED, SUBJECTS, Approvals, Lack, approvals
from validators.counting.decisions import ACCEPTED, Decision, decisions
from validators.listed import listed
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.lacking import lacking

_APPROVES: Mapping[str, tuple[str, ...]] = {
    "C1": ("PRIORITY",),
    "C2": ("ENT", "EDU"),
    "C3": ("MENT",),
    "C4": ("EDU",),
}
"""Question → registers whose rows a decision on it may name, the main one first."""


@rule("X34", Severity.ERROR, "Утверждено столько, сколько записей с этим решением", needs=("DEC",))
def decisions_name_what_cites_them(scene: Scene) -> Iterator[Complaint]:
    """Сверьте решение с протоколом: «Утверждено, ед.» и «Объекты» должны совпадать с записями, у которых указано это
    решение."""
    office, table = scene.office, scene.office.tables["DEC"]
    for one in decisions(office).values():
        keys = _APPROVES.get(one.question, ())
        if not one.is_accepted or not keys or not office.has(keys[0]):
            continue
        index = table.index_of[one.id]
        strange = sorted(code for code in one.names if code[:2] not in {PREFIXES[key] for key in keys})
        cited = _citing(office, one, keys)
        members = (cited | _existing(office, one.names, keys)) - one.excepts
        unlisted = sorted(cited - one.names - one.excepts) if one.names and not one.in_words else []
        count, more = (
            table.values["approved_count"][index],
            f" Нет в «Объектах»: {listed(unlisted)}." if unlisted else "",
        )
        if strange:
            text = f"По вопросу «{one.words}» названы записи другого реестра: {listed(strange)}."
            yield Complaint(RowOf(table, index), "objects", text)
        elif isinstance(count, int) and count != len(members):
            text = f"Утверждено {count}, а записей с этим решением {len(members)}.{more}"
            yield Complaint(RowOf(table, index), "approved_count", text)
        elif unlisted:
            text = f"Решение указано у записей, которых в нём нет: {listed(unlisted)}."
            yield Complaint(RowOf(table, index), "objects", text)


def _citing(office: Office, one: Decision, keys: tuple[str, ...]) -> frozenset[str]:
    tables = [office.tables[key] for key in keys if office.has(key)]
    return frozenset(
        table.ids[index] for table in tables for index in table.counted if table.values["decision"][index] == one.id
    )


def _existing(office: Office, ids: frozenset[str], keys: tuple[str, ...]) -> frozenset[str]:
    tables = [office.tables[key] for key in keys if office.has(key)]
    return frozenset(table.ids[index] for table in tables for index in table.counted if table.ids[index] in ids)


class _Fault(NamedTuple):
    field: str
    text: str
    severity: Severity | None = None
    advice: str = ""


_NOT_APPROVED_YET = (*PROPOSED, "Отклонён")
_FOLLOWS = "Запись уже учтена как утверждённая. Очистите ячейку: статус определится по решению."


@rule("X35", Severity.ERROR, "Решение, дата и статус утверждения совпадают", needs=("DEC",))
def rows_agree_with_their_decisions(scene: Scene) -> Iterator[Complaint]:
    """Впишите решение по нужному вопросу, его дату и статус. Если решения нет или оно отменено, запись не считается
    утверждённой: внесите её на заседание."""
    for subject in SUBJECTS:
        if scene.office.has(subject.key):
            known = approvals(scene.office, subject)
            for index in known.table.counted:
                fault = (
                    _wrong_decision(known, index)
                    or _lost(known, index, scene.today)
                    or _wrong_status(known, index, scene.today)
                    or _wrong_day(known, index)
                    or _wrong_type(known, index)
                )
                if fault is not None:
                    yield Complaint(RowOf(known.table, index), fault.field, fault.text, fault.advice, fault.severity)


def _wrong_decision(known: Approvals, index: int) -> _Fault | None:
    """The decision that a person typed can't approve this row."""
    table, subject = known.table, known.subject
    one = (known.decisions or {}).get(str(table.values["decision"][index]))
    if one is None or not table.is_typed(index, "decision"):
        return None
    questions = ("C4", "C2") if subject is INSTITUTIONS else (subject.question,)
    if one.question not in questions:
        wanted = " или ".join(questions)
        return _Fault("decision", f"Решение {one.id} принято по вопросу «{one.words}», а нужно по вопросу {wanted}.")
    if subject.status is not None and table.values["status"][index] != subject.status:
        return None
    if one.result != ACCEPTED:
        return _Fault("decision", f"Решение {one.id} не принято: его результат «{one.result}».")
    if not one.is_of_the_body:
        return _Fault("decision", f"Решение {one.id} принял не коллегиальный орган, а «{one.body}».")
    return None


def _lost(known: Approvals, index: int, today: date) -> _Fault | None:
    """The row says that it is approved, and no decision of today says so."""
    found = known.shortfall(index, today)
    if found is None or found.lack in {Lack.STATUS, Lack.RAN_OUT}:
        return None
    table, why = known.table, lacking(known.subject, found)
    if known.subject.status is not None and table.is_typed(index, "status"):
        return _Fault("status", f"Статус «{table.values['status'][index]}», но {why}.")
    if found.lack in {Lack.REVOKED, Lack.EXCEPTED}:
        return _Fault("decision", f"Запись не утверждена: {why}.")
    missing = known.subject is INSTITUTIONS and found.lack is Lack.NO_DECISION
    return _claimed(table, index, why) if missing else None


def _claimed(table: Table[Any], index: int, why: str) -> _Fault | None:
    """An institution without a status says by its other cells that it is approved."""
    if table.is_typed(index, "approved") and not table.is_typed(index, "decision"):
        return _Fault("approved", f"Дата утверждения есть, но {why}.")
    if table.values["trains"][index]:
        text = f"Указано, что организация готовит по приоритетным направлениям, но {why}."
        return _Fault("trains", text, Severity.WARNING)
    return None


def _wrong_status(known: Approvals, index: int, today: date) -> _Fault | None:
    """A decision approves the row, and its status has not followed."""
    if known.subject.status is None or not known.table.is_typed(index, "status"):
        return None
    state = known.table.values["status"][index]
    live = next((one for one in known.behind(index) if one.is_live(today)), None)
    if state not in _NOT_APPROVED_YET or live is None:
        return None
    advice = _FOLLOWS if state in PROPOSED else ""
    return _Fault("status", f"Статус «{state}», а решение {live.id} запись утвердило.", advice=advice)


def _wrong_day(known: Approvals, index: int) -> _Fault | None:
    """The typed day is not that of the decision; the term of a priority may begin later than its decision."""
    field = known.subject.since or "approved"
    typed, behind = known.table.values[field][index], known.behind(index)
    decided = [one.decided for one in behind if one.decided is not None]
    if not isinstance(typed, date) or not decided or not known.table.is_typed(index, field):
        return None
    if typed in decided or (known.subject.since and typed > min(decided)):
        return None
    heading = known.table.register.by_field[field].heading
    return _Fault(field, f"«{heading}» — {typed:%d.%m.%Y}, а решение {behind[0].id} принято {decided[0]:%d.%m.%Y}.")


def _wrong_type(known: Approvals, index: int) -> _Fault | None:
    """The list of question C4 holds colleges and universities only (domain.md §6.5)."""
    if known.subject is not INSTITUTIONS or not known.behind(index):
        return None
    kind = known.table.values["type"][index]
    if kind in {None, COLLEGE, UNIVERSITY}:
        return None
    return _Fault("type", f"По вопросу C4 утверждают колледжи и вузы, а тип этой организации — «{kind}».")
