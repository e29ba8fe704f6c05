"""The whole trip on one page, nothing written: read, assign, parse, guard, link, check, compose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from config.imports import is_export, name_of_key
from config.register import Register
from config.registers import REGISTERS
from config.settings import Settings
from reports.facts import Facts, Past, Pending, Question
from sync.backends.base import FileRead
from sync.before import Before
from sync.intake import Exports, intake_remarks, read_exports, unread
from sync.keys import Keys, keys_of, with_names
from sync.leaves import Lives, lives_of
from sync.noticing import noticed
from sync.reading import Reading, numbered, read_again, read_register
from sync.refusals import file_remarks, refusals
from sync.sheets import Look
from validators.closed import moved_since
from validators.derive import derive
from validators.duplicates.answers import pair_of, with_pairs
from validators.grid import Grid
from validators.intake.candidates import with_candidates
from validators.intake.older import compared
from validators.intake.progress import with_progress
from validators.intake.taken import Taken
from validators.marksheet.once import count_once
from validators.office import Account, Office, Scene, Standing
from validators.owners import with_owners
from validators.parts import with_municipalities
from validators.purging.kept_out import all_without_purged
from validators.references import link, unasked
from validators.remark import Remark, Severity
from validators.rule import check, not_checked, settle
from validators.service_column import without_remarks
from validators.shared import names_beside_codes
from validators.speaking import one_speaker
from validators.standing import let_stand
from validators.tabs import assign


@dataclass(frozen=True)
class Survey:
    """Everything that one look at the office gave; what the reports and the state are made of."""

    facts: Facts
    readings: Mapping[str, Reading]
    lives: Lives

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The open remarks, with owners and days."""
        return self.facts.remarks

    @property
    def all_remarks(self) -> tuple[Remark, ...]:
        """Those that are silent, too: they are still there."""
        return self.facts.remarks + self.facts.silent


def kept_registers(settings: Settings) -> tuple[Register[Any], ...]:
    """The registers that the office keeps, in the order of the catalogue; all when the settings name none."""
    return tuple(one for one in REGISTERS if settings.kept is None or one.key in settings.kept or one.list_of)


def survey(
    files: Sequence[FileRead], look: Look, far: Sequence[FileRead] = (), private: Sequence[FileRead] = ()
) -> Survey:
    """One whole look at the office. Pure: the same files, settings, memory and day give the same survey.

    `far` are the files of other systems' exports and `private` those with names, under their names in the office.
    """
    kept = kept_registers(look.settings)
    keys = keys_of(private, kept, look.settings)
    assigned = assign([without_remarks(grid) for file in files for grid in file.grids], kept, look.settings)
    refused = refusals(files, kept, assigned.tabs, look)
    own = _read_registers(kept, assigned.tabs, keys, {**_stopped_by(keys, look), **refused.stops}, look)
    exports = read_exports(far, look)
    refused = refused.also(exports.refused).also(keys.refused)
    about = [*file_remarks([*files, *exports.claimed, *private], refused), *assigned.remarks, *keys.remarks]
    outside = tuple(_names_outside(files, assigned.tabs, look.settings))
    addresses = {f"{file.name}#{tab}": address for file in files for tab, address in file.addresses.items()}
    return put_together(own, exports, look, Around(tuple(about), outside, addresses))


@dataclass(frozen=True)
class Around:
    """What is known of files besides the registers in them: remarks (said first, and last), addresses of tabs."""

    about: tuple[Remark, ...] = ()
    outside: tuple[Remark, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)


def put_together(own: Mapping[str, Reading], exports: Exports, look: Look, around: Around) -> Survey:
    """The registers as they were read, one by one → the office, its remarks and everything that reports look at."""
    readings = numbered({**own, **exports.readings}, look.before)
    office, unsettled, questions, taken = _office([readings[key] for key in own], exports, look)
    earlier = {key: one.drift.earlier for key, one in readings.items() if one.drift is not None}
    moved = moved_since(office, look.before.closed, _digests(readings, look), partial(read_again, look))
    scene = Scene(office, look.today, look.settings, earlier, noticed(readings, look), moved)
    remarks = [*around.about, *(remark for reading in readings.values() for remark in reading.remarks)]
    remarks += intake_remarks(taken, exports.unclaimed)
    remarks += around.outside
    remarks = [*settle([*remarks, *unsettled], look.settings), *check(scene, look.rules)]
    remarks = [remark for remark in one_speaker(remarks) if not _is_far(remark)]
    known = _dated(with_owners(remarks, office, look.today, exports.roles), look)
    found = lives_of(known, office, look)
    facts = Facts(
        scene,
        tuple(one for one in known if not found.is_silent(one)),
        _past(known, readings, look),
        _pending(readings.values()),
        questions,
        (*not_checked(office, look.rules), *(("X01", key) for key in unasked(office))),
        taken,
        around.addresses,
        tuple(one for one in known if found.is_silent(one)),
        found.ruled,
        found.versions,
        look.before.parts,
    )
    return Survey(facts, readings, found)


def _digests(readings: Mapping[str, Reading], look: Look) -> dict[str, str]:
    """Register → the content that stands in its table now: that of this reading, else the last good one."""
    return {key: one.digest for key, one in look.before.snapshots.items()} | {
        key: one.digest for key, one in readings.items() if one.digest
    }


def _read_registers(
    kept: Sequence[Register[Any]],
    tabs: Mapping[str, tuple[Grid, ...]],
    keys: Keys,
    stops: Mapping[str, FileRead],
    look: Look,
) -> dict[str, Reading]:
    """Each register in the order of the catalogue; those read before are known to the later ones."""
    readings: dict[str, Reading] = {}
    for one in kept:
        known = {key: reading.table for key, reading in readings.items() if reading.table is not None}
        own = replace(look, known=known)
        here, remains = all_without_purged(
            tabs.get(one.key, ()), one, look.settings.keeping(one.key), look.before.purged.get(one.key, frozenset())
        )
        named = with_names(one, here, keys, look.settings)
        reading = read_register(one, named.grids, stops.get(one.key), own)
        readings[one.key] = replace(reading, remarks=(*reading.remarks, *named.remarks, *remains))
    return readings


def _names_outside(
    files: Sequence[FileRead], tabs: Mapping[str, Sequence[Grid]], settings: Settings
) -> Iterator[Remark]:
    """Names of people in spreadsheets in the browser, where the office keeps them apart."""
    if settings.personal_data.mode == "in_sheet":
        return
    whose = {grid.source: key for key, grids in tabs.items() for grid in grids}
    for file in files:
        for grid in file.grids if file.addresses else ():
            key = whose.get(grid.source)
            found = None if key and settings.personal_data.mode == "codes" else names_beside_codes(grid, key)
            if found is not None:
                yield found


def _stopped_by(keys: Keys, look: Look) -> dict[str, FileRead]:
    """Registers whose names were known and can't be read now: their last good data stay."""
    return {key: file for key, file in keys.refused.items() if key in look.before.snapshots}


def _is_far(remark: Remark) -> bool:
    """A fault of a register's row that stands in another system's export: shown where the row is, not to be mended."""
    place = remark.place
    of_row = name_of_key(place.register or "") is None and place.register is not None
    return of_row and is_export(place.source or "") and remark.severity is not Severity.CRITICAL


def _office(
    readings: Iterable[Reading], exports: Exports, look: Look
) -> tuple[Office, tuple[Remark, ...], tuple[Question, ...], tuple[Taken, ...]]:
    readings, answers = tuple(readings), look.before.answers
    accounts = {one.register.key: one.account for one in readings}
    accounts |= {one.key: Account(Standing.NOT_KEPT) for one in REGISTERS if one.key not in accounts}
    tables = {one.register.key: one.table for one in readings if one.table is not None}
    tables, applied = with_candidates(tables, exports.values)
    linked = link(Office(tables, accounts, settings=look.settings), answers)
    office, gone_through = with_progress(linked.office, exports.values, answers)
    office = replace(office, unread=unread(exports.values, office))
    older = tuple(compared(office, one) for one in exports.values if one.settings.gives == "people")
    questions = [Question(one.registers, one.spelling, one.times, one.candidates) for one in linked.questions]
    derived = with_municipalities(derive(office, look.settings), look.before.parts)
    office, unsettled = let_stand(derived)
    office, told_twice = count_once(with_pairs(office, answers))
    destroyed = frozenset(code for codes in look.before.purged.values() for code in codes)
    broken = tuple(one for one in office.broken if one.code not in destroyed)
    office = replace(office, destroyed=destroyed, broken=broken)
    asked = (*questions, *_answered(look.before))
    return office, (*unsettled, *told_twice), asked, (*applied, *gone_through, *older)


def _answered(before: Before) -> list[Question]:
    return [
        Question((key,), spelling, 0, (), answer)
        for (key, spelling), answer in sorted(before.answers.items())
        if name_of_key(key) is None and pair_of(spelling) is None
    ]


def _dated(remarks: Iterable[Remark], look: Look) -> tuple[Remark, ...]:
    dated = []
    for remark in remarks:
        opened = look.before.opened.get(remark.fingerprint)
        first = remark.place.register is not None and remark.place.register not in look.before.snapshots
        since = opened.since if opened else look.today
        back = look.before.first.get(remark.fingerprint)
        dated.append(remark._replace(since=since, old=opened.old if opened else first, first=back))
    return tuple(dated)


def _pending(readings: Iterable[Reading]) -> tuple[Pending, ...]:
    holds = [hold for reading in readings for hold in reading.holds]
    return tuple(
        Pending(hold.number, hold.register, hold.reason, hold.since, hold.subject if hold.of_file else None)
        for hold in holds
    )


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
