"""What waits for the collegial body: what is proposed and not approved, stages, the agenda; instructions undated."""

from datetime import date

from config.cells.text import fold
from config.registers.record_state import FINISHED
from validators.counting.approvals import PROPOSED, Approvals, Lack, Shortfall, Subject, approvals
from validators.counting.count import days, references
from validators.counting.decisions import ACCEPTED, decisions, stages_heard
from validators.counting.work import CALLED_OFF, DONE
from validators.duplicates.repeats import uncounted
from validators.office import Office

REFUSED = "Отклонено"
AGENDA_PROPOSED = "Предложено"
"""The status of what is proposed for the regional agenda."""

_OPEN = frozenset({Lack.NO_DECISION, Lack.EXCEPTED, Lack.NOT_YET, Lack.STATUS})
"""What a decision may still mend. Of what was revoked, or has run out, the body has already spoken."""


def pending(office: Office, subject: Subject, on: date) -> list[tuple[int, Shortfall]]:
    """Rows of a register that is kept, proposed to the body and not approved on the day, with what each lacks.

    An institution is proposed when it trains for priorities (domain.md §5.1, EDU); what was refused waits no more.
    """
    known, twice = approvals(office, subject), office.once(uncounted)
    refused = _refused(office, subject)
    found = []
    for index in known.table.counted:
        if (subject.key, index) in twice or not _is_proposed(known, index) or known.table.ids[index] in refused:
            continue
        lacks = known.shortfall(index, on)
        if lacks is not None and lacks.lack in _OPEN:
            found.append((index, lacks))
    return found


def _is_proposed(known: Approvals, index: int) -> bool:
    table, subject = known.table, known.subject
    if subject.status is not None:
        return table.values["status"][index] in {*PROPOSED, subject.status, None}
    trains = subject.key != "EDU" or bool(references(table.values["trains"][index]))
    return trains and table.values["state"][index] != FINISHED


def _refused(office: Office, subject: Subject) -> frozenset[str]:
    """Rows that the last decision about them has refused."""
    last: dict[str, tuple[date, bool]] = {}
    for one in decisions(office).values():
        if one.is_of_the_body and one.question == subject.question and one.decided is not None:
            for row_id in one.names:
                last[row_id] = max(last.get(row_id, (date.min, False)), (one.decided, one.result == REFUSED))
    return frozenset(row_id for row_id, (_, refused) in last.items() if refused)


def stages_unheard(office: Office, on: date) -> list[int]:
    """Indexes of the stages closed by the day whose report (C5) the body has not considered."""
    if not office.has("STAGE"):
        return []
    table, heard = office.tables["STAGE"], stages_heard(office)
    closed = days(table, "closed")
    return [
        index
        for index in table.counted
        if (day := closed[index]) is not None and day <= on and fold(table.ids[index]) not in heard
    ]


def proposed_for_agenda(office: Office) -> list[int]:
    """Indexes of the rows of the regional agenda (C6) that are proposed and that no decision has settled yet."""
    if not office.has("AGENDA"):
        return []
    table, told = office.tables["AGENDA"], _settled(office)
    proposed = (index for index in table.counted if table.values["status"][index] == AGENDA_PROPOSED)
    return [index for index in proposed if table.ids[index] not in told]


def _settled(office: Office) -> frozenset[str]:
    """Rows of the agenda that the body has included or refused: their own status is changed by hand."""
    some = (one for one in decisions(office).values() if one.is_of_the_body and one.question == "C6")
    return frozenset(code for one in some if one.result in {ACCEPTED, REFUSED} for code in one.names - one.excepts)


def instructions_undated(office: Office) -> list[int]:
    """Indexes of the instructions of accepted decisions that have no term and are neither done nor called off."""
    if not office.has("DEC"):
        return []
    table = office.tables["DEC"]
    told, results, states = (table.values[name] for name in ("instruction", "result", "execution"))
    due, moved = days(table, "due"), days(table, "due_new")
    return [
        index
        for index in table.counted
        if told[index] is not None
        and results[index] == ACCEPTED
        and (moved[index] or due[index]) is None
        and states[index] not in {DONE, *CALLED_OFF}
    ]
