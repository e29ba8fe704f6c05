"""The whole trip on one page, nothing written: read, assign, parse, guard, link, check, compose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from config.cells.text import fold
from config.register import Register
from config.registers import REGISTERS
from config.settings import Settings
from reports.report import Facts, Past, Pending, Question
from sync.backends.base import FileRead
from sync.before import Before
from sync.reading import Look, Reading, numbered, read_register
from validators.catalogue import FAULTS
from validators.derive import derive
from validators.marksheet.once import count_once
from validators.office import Account, Office, Scene, Standing
from validators.owners import with_owners
from validators.references import link, unasked
from validators.remark import Place, Remark, Severity
from validators.rule import check, not_checked, settle
from validators.standing import let_stand
from validators.tabs import assign, begins_with


@dataclass(frozen=True)
class Survey:
    """Everything that one look at the office gave; what the reports and the state are made of."""

    facts: Facts
    readings: Mapping[str, Reading]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks, with owners and days."""
        return self.facts.remarks


def kept_registers(settings: Settings) -> tuple[Register[Any], ...]:
    """The registers that the office keeps, in the order of the catalogue; all when the settings name none."""
    return tuple(one for one in REGISTERS if settings.kept is None or one.key in settings.kept or one.list_of)


def survey(files: Sequence[FileRead], look: Look) -> Survey:
    """One whole look at the office. Pure: the same files, settings, memory and day give the same survey."""
    kept = kept_registers(look.settings)
    assigned = assign([grid for file in files for grid in file.grids], kept, look.settings)
    refused = _refused(files, kept, look)
    readings: dict[str, Reading] = {}
    for one in kept:
        read = {key: reading.table for key, reading in readings.items() if reading.table is not None}
        tabs, refusal = assigned.tabs.get(one.key, ()), refused.get(one.key)
        readings[one.key] = read_register(one, tabs, refusal, replace(look, known=read))
    readings = numbered(readings, look.before)
    office, unsettled, questions = _office(readings.values(), look)
    scene = Scene(office, look.today, look.settings)
    remarks = [*_file_remarks(files, refused), *assigned.remarks]
    remarks += [remark for reading in readings.values() for remark in reading.remarks]
    remarks = [*settle([*remarks, *unsettled], look.settings), *check(scene, look.rules)]
    known = _dated(with_owners(remarks, office, look.today), look)
    facts = Facts(
        scene,
        known,
        _past(known, readings, look),
        _pending(readings.values()),
        questions,
        (*not_checked(office, look.rules), *(("X01", key) for key in unasked(office))),
    )
    return Survey(facts, readings)


def _office(readings: Iterable[Reading], look: Look) -> tuple[Office, tuple[Remark, ...], tuple[Question, ...]]:
    accounts = {one.register.key: one.account for one in readings}
    accounts |= {one.key: Account(Standing.NOT_KEPT) for one in REGISTERS if one.key not in accounts}
    tables = {one.register.key: one.table for one in readings if one.table is not None}
    linked = link(Office(tables, accounts), look.before.answers)
    questions = [Question(one.registers, one.spelling, one.times, one.candidates) for one in linked.questions]
    office, unsettled = let_stand(derive(linked.office, look.settings))
    office, told_twice = count_once(office)
    return office, (*unsettled, *told_twice), (*questions, *_answered(look.before))


def _answered(before: Before) -> list[Question]:
    return [Question((key,), spelling, 0, (), answer) for (key, spelling), answer in sorted(before.answers.items())]


def _refused(files: Sequence[FileRead], kept: Sequence[Register[Any]], look: Look) -> dict[str, FileRead]:
    """Register key → the file that could not be read and holds it, as far as that can be known."""
    found: dict[str, FileRead] = {}
    for file in files:
        if file.code is None:
            continue
        stem = fold(file.name.rpartition("/")[2].rpartition(".")[0])
        for register in kept:
            snapshot = look.before.snapshots.get(register.key)
            sources = look.settings.keeping(register.key).source
            known = snapshot is not None and any(source == file.name for source in snapshot.files)
            titled = register.marksheet is not None and begins_with(stem, register.marksheet)
            if known or titled or file.name in sources or stem in {fold(register.workbook), fold(register.tab)}:
                found.setdefault(register.key, file)
    return found


def _file_remarks(files: Sequence[FileRead], refused: Mapping[str, FileRead]) -> list[Remark]:
    remarks = []
    for file in files:
        place = Place(None, None, None, None, None, file.name, local_key=file.name)
        if file.code is not None:
            fault = FAULTS[file.code]
            keys = [key for key, one in refused.items() if one is file]
            own = place._replace(register=keys[0] if len(keys) == 1 else None)
            remarks.append(
                Remark(file.code, fault.severity, own, file.text or fault.title, file.advice or fault.advice)
            )
        for code, text in file.notes:
            remarks.append(Remark(code, Severity.INFO, place, text, "Ничего делать не нужно."))
    return remarks


def _dated(remarks: Iterable[Remark], look: Look) -> tuple[Remark, ...]:
    dated = []
    for remark in remarks:
        opened = look.before.opened.get(remark.fingerprint)
        first = remark.place.register is not None and remark.place.register not in look.before.snapshots
        since = opened.since if opened else look.today
        dated.append(remark._replace(since=since, old=opened.old if opened else first))
    return tuple(dated)


def _pending(readings: Iterable[Reading]) -> tuple[Pending, ...]:
    holds = [reading.hold for reading in readings if reading.hold is not None]
    return tuple(Pending(hold.number, hold.register, hold.reason, hold.since) for hold in holds)


def _past(remarks: Sequence[Remark], readings: Mapping[str, Reading], look: Look) -> Past:
    """The past with what this very look adds to it, so that looking again says the same."""
    before = look.before
    worth = {remark.fingerprint for remark in remarks if remark.old and remark.asks}
    fresh = len(worth - before.opened.keys())
    changed = {
        key: look.today
        for key, one in readings.items()
        if one.account.standing is Standing.ACCEPTED and one.grids and _is_new(key, one, look)
    }
    started = (before.past.started or 0) + fresh
    return replace(before.past, started=started, changed_on={**before.past.changed_on, **changed})


def _is_new(key: str, reading: Reading, look: Look) -> bool:
    snapshot = look.before.snapshots.get(key)
    return snapshot is None or snapshot.digest != reading.digest
