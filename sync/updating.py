"""The long part of an update: read, compose, plan, apply, record. Loaded only when something has changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from config.errors import OfficeError
from config.imports import name_of_key
from reports.composed import compose_all
from reports.head.figures import bare_figures
from reports.report import Report, Stamp
from sync.answers import heard, with_answers
from sync.apply import Applied, apply
from sync.before import Before, Heard, Hold, Replaced
from sync.desk import Desk
from sync.following import rows_read
from sync.leaves import lasting, late, seen
from sync.look import look_with
from sync.now.place import has_tab
from sync.pipeline import Survey
from sync.plan import Plan, make_plan
from sync.reading import Reading
from sync.recovery import recovered
from sync.result import Result
from sync.state.outcome import Accepted, Outcome
from sync.state.store import Store
from validators.office import Standing
from validators.remark import Severity


class StalePlanError(OfficeError):
    """Данные изменились после того, как план был показан."""


def update_anew(desk: Desk, store: Store, before: Before, key: str, *, quiet: bool, checksum: str | None) -> Result:
    """Reads everything and records what came of it. `key` is what the office looked like. Raises StalePlanError."""
    known, before = before, with_answers(desk.shelves, before)
    survey = look_with(desk, store, before, quiet=quiet)
    plan = plan_of(desk, survey, before)
    if checksum is not None and checksum != plan.checksum:
        raise StalePlanError(advice="Посмотрите план заново: rpo plan.")
    desk.writer.go_on()
    number = before.last_run + 1
    stamp = Stamp(number, desk.moment.replace(tzinfo=None, microsecond=0))
    applied = apply(
        plan, desk.shelves, stamp, lambda intents: store.intend(intents, heard_of(before, known), desk.moment)
    )
    result = _result(desk, before, survey, plan, applied)
    outcome = _outcome(desk, survey, before, applied, result, key)
    store.record(replace(outcome, rows=tuple(rows_read(desk, store, before, survey.readings))))
    return result


def heard_of(before: Before, known: Before) -> Heard:
    """What was heard of staff in this update and the history does not know: it outlives the files in which it stood."""
    fresh = {key: code for key, code in before.answers.items() if known.answers.get(key) != code}
    return Heard(before.edits, fresh)


def plan_of(desk: Desk, survey: Survey, before: Before) -> Plan:
    """The plan of an update: every report composed and compared with what stands in the folder."""
    composed = (*compose_all(survey.facts), *_now(desk, survey, before))
    placed = [(desk.shelves.place(report), report) for report in composed]
    begun = {one.target for one in before.intents}
    standing = desk.shelves.standing({name for name, _ in placed} | before.files.keys() | begun)
    before = recovered(before, standing)
    return make_plan(placed, before, heard(standing, before), _holds(survey))


def _now(desk: Desk, survey: Survey, before: Before) -> tuple[Report, ...]:
    """«Сделать сейчас», in an office that has it."""
    if not has_tab(desk.settings):
        return ()
    from sync.now.tab import now_tab

    return (now_tab(desk, before, _holds(survey)),)


def _result(desk: Desk, before: Before, survey: Survey, plan: Plan, applied: Applied) -> Result:
    counted = Counter(remark.severity for remark in survey.remarks)
    fingerprints = {remark.fingerprint for remark in survey.all_remarks}
    kept_back = {key for key, one in survey.readings.items() if one.account.standing is not Standing.ACCEPTED}
    return Result(
        run=before.last_run + 1,
        started=desk.moment,
        finished=desk.now,
        registers={key: _register(one, before) for key, one in survey.readings.items() if _is_kept(one)},
        remarks={severity.value: counted[severity] for severity in Severity},
        new=len(fingerprints - before.opened.keys()),
        fixed=sum(one.register not in kept_back for key, one in before.opened.items() if key not in fingerprints),
        written=applied.written,
        held=tuple(dict.fromkeys(hold.register for hold in plan.dangers)),
        left=applied.left,
        calls=desk.calls,
    )


def _holds(survey: Survey) -> tuple[Hold, ...]:
    return tuple(hold for reading in survey.readings.values() for hold in reading.holds)


def _is_kept(reading: Reading) -> bool:
    return reading.account.standing is not Standing.NOT_KEPT


def _register(reading: Reading, before: Before) -> dict[str, object]:
    table, snapshot = reading.table, before.snapshots.get(reading.register.key)
    state = reading.account.standing.value
    if state == "accepted" and snapshot is not None and snapshot.digest == reading.digest:
        state = "unchanged"
    rows, counted = (len(table), len(table.counted)) if table is not None else (0, 0)
    return {"state": state, "rows": rows, "counted": counted, "reason": reading.account.reason}


def _outcome(desk: Desk, survey: Survey, before: Before, applied: Applied, result: Result, key: str) -> Outcome:
    accepted = [
        one for one in survey.readings.values() if one.account.standing is Standing.ACCEPTED and one.table is not None
    ]
    covered = {one.register.key for one in accepted} | _given_up(survey, before)
    leaves = lasting(survey.lives.leaves, (one.fingerprint for one in survey.all_remarks), before, frozenset(covered))
    return Outcome(
        run=result.run,
        started=result.started,
        finished=result.finished,
        today=desk.today,
        key="" if applied.left else key,
        summary=result.as_json(),
        accepted=tuple(_accepted(one) for one in accepted),
        remarks=tuple(seen(one, survey.lives) for one in survey.all_remarks),
        covered=frozenset(covered),
        holds=_holds(survey),
        released=frozenset(covered),
        issued={one.register.key: one.issued for one in accepted if one.issued},
        answers=before.answers,
        leaves=leaves,
        late=late(survey.lives.leaves, leaves, before),
        silent={name: one.leave.end for name, one in survey.facts.ruled.items() if one.is_silent},
        written=applied.tabs,
        files=applied.files,
        replaced=_replaced(survey, before),
        noticed=survey.facts.scene.noticed,
        figures=bare_figures(survey.facts),
        shown=tuple(one.id for one in before.wishes if one.settled is not None and one.shown is None),
    )


def _replaced(survey: Survey, before: Before) -> dict[str, Mapping[str, Replaced]]:
    told = {key: one.replaced for key, one in survey.readings.items() if one.replaced is not None}
    return {**before.replaced, **told}


def _given_up(survey: Survey, before: Before) -> set[str]:
    """The exports that the settings no longer name: nobody will mend their remarks or wait for them."""
    known = {one.register or "" for one in before.opened.values()} | {one.register for one in before.holds}
    return {key for key in known - survey.readings.keys() if name_of_key(key) is not None}


def _accepted(reading: Reading) -> Accepted:
    table: Any = reading.table  # Any: a table of any record, known to be there
    files = tuple(dict.fromkeys(grid.file for grid in reading.grids))
    return Accepted(reading.register.key, reading.digest, frozenset(table.ids), files, reading.grids)
