"""One register in one reading: parsed and accepted, or put aside with its last good data left in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Any

from config.register import Register
from config.settings import Settings
from sync.backends.base import FileRead
from sync.before import Before, Hold, Snapshot
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.guard import copies, vanished
from validators.join import join
from validators.marksheet.facts import is_marksheet, parse_marksheet
from validators.memo import Memo
from validators.office import Account, Standing, Table
from validators.parse import parse
from validators.remark import Place, Remark, Severity
from validators.rule import Rule
from validators.rules import RULES

GridsOf = Callable[[str], tuple[Grid, ...]]
"""Digest of a snapshot → its grids."""


@dataclass(frozen=True)
class Look:
    """What a reading needs besides the files: settings, the day, what is remembered, the memo of values.

    `known` are the registers read before this one: a ведомость takes titles and days from the plan.
    """

    settings: Settings
    today: date
    before: Before = Before()
    grids_of: GridsOf = lambda _digest: ()
    digest_of: Callable[[Sequence[Grid]], str] = lambda _grids: ""
    memo: Memo = field(default_factory=Memo)
    known: Mapping[str, Table[Any]] = field(default_factory=dict)
    rules: Sequence[Rule] = RULES


@dataclass(frozen=True)
class Reading:
    """What became of one register in this reading: its account, its table (the last good one when held), its remarks.

    `grids` are set when the reading is accepted; `hold` when it was put aside.
    """

    register: Register[Any]
    account: Account
    table: Table[Any] | None = None
    grids: tuple[Grid, ...] = ()
    remarks: tuple[Remark, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    hold: Hold | None = None


def read_register(register: Register[Any], grids: tuple[Grid, ...], refusal: FileRead | None, look: Look) -> Reading:
    """Reads a register from its tabs, or says why its last good data stay."""
    snapshot = look.before.snapshots.get(register.key)
    if refusal is not None:
        reason = refusal.text or FAULTS[refusal.code or "F05"].title
        return replace(_last_good(register, look), account=_account(Standing.FAILED, reason, snapshot))
    if not grids:
        return _absent(register, look)
    table, remarks, issued = _parse_all(register, grids, look)
    if table is None:
        reason = next(
            (remark.text for remark in remarks if remark.severity is Severity.CRITICAL), "Таблица не читается."
        )
        return replace(_last_good(register, look), account=_account(Standing.FAILED, reason, snapshot), remarks=remarks)
    digest = look.digest_of(grids)
    hold = _doubt(register, table, digest, look)
    if hold is not None and not _accepted(hold, look.before.holds):
        return _held(register, hold, look)
    return Reading(register, Account(Standing.ACCEPTED, None, look.today), table, grids, remarks, issued, digest)


def _doubt(register: Register[Any], table: Table[Any], digest: str, look: Look) -> Hold | None:
    """Why a person must look at this reading before it is taken: rows or a column that were there are gone."""
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is None or snapshot.digest == digest:
        return None
    gone = vanished(snapshot.ids, frozenset(table.ids), look.settings.limits)
    if gone is not None:
        reason = f"Строк было {gone.was}, стало {gone.now}: пропало {gone.gone}, без вопроса можно {gone.limit}."
        found = Hold(0, register.key, "rows_vanished", digest, reason, look.today)
        return replace(found, was=gone.was, now=gone.now, limit=gone.limit)
    lost = _lost_columns(register, table, snapshot, look)
    if lost:
        reason = f"Пропали столбцы, которые раньше были заполнены: «{'», «'.join(lost)}»."
        return Hold(0, register.key, "columns_vanished", digest, reason, look.today, was=len(table), now=len(table))
    return None


def _lost_columns(register: Register[Any], table: Table[Any], snapshot: Snapshot, look: Look) -> list[str]:
    if not table.missing:
        return []
    before, _, _ = _parse_all(register, look.grids_of(snapshot.digest), look)
    if before is None:
        return []
    gone = table.missing - before.missing
    return [one.heading for one in register.columns if one.field in gone and any(before.raw[one.field])]


def _absent(register: Register[Any], look: Look) -> Reading:
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is not None and snapshot.ids:
        was = len(snapshot.ids)
        reason = f"Лист «{register.tab}» не найден, а раньше в нём было строк: {was}."
        hold = Hold(0, register.key, "tab_missing", "", reason, look.today, was=was)
        if not _accepted(hold, look.before.holds):
            return _held(register, hold, look)
    if register.list_of and not _expected(register, look):
        return Reading(register, Account(Standing.NOT_KEPT))
    place = Place(register.key, None, None, None, None, None)
    text = f"Лист «{register.tab}» не найден ни в одном файле."
    remark = Remark(
        "S1", FAULTS["S1"].severity, place, text, f"Назовите лист «{register.tab}» или укажите его имя в настройках."
    )
    return Reading(register, Account(Standing.FAILED, text), remarks=(remark,))


def _expected(register: Register[Any], look: Look) -> bool:
    return look.settings.kept is None or register.key in look.settings.kept


def _held(register: Register[Any], hold: Hold, look: Look) -> Reading:
    account = _account(Standing.HELD, hold.reason, look.before.snapshots[register.key])
    return replace(_last_good(register, look), account=account, hold=hold)


def numbered(readings: Mapping[str, Reading], before: Before) -> dict[str, Reading]:
    """The readings whose holds bear their numbers, each with the remark that says how to lift it."""
    known = {one.register: one for one in before.holds if not one.accepted}
    fresh = count(before.last_hold + 1)
    numbered = dict(readings)
    for key, reading in readings.items():
        if reading.hold is not None:
            old = known.get(key)
            number, since = (old.number, old.since) if old else (next(fresh), reading.hold.since)
            hold = replace(reading.hold, number=number, since=since)
            numbered[key] = replace(reading, hold=hold, remarks=(_held_words(reading, hold),))
    return numbered


def _held_words(reading: Reading, hold: Hold) -> Remark:
    day = reading.account.data_of
    text = f"Приём данных приостановлен. {hold.reason} В отчётах остались данные на {day:%d.%m.%Y}."
    advice = (
        "Верните строки или, если так и нужно, пусть руководитель примет изменение: "
        f'rpo ack {hold.number} --reason "причина".'
    )
    return Remark("F08", Severity.CRITICAL, Place(hold.register), text, advice)


def _account(standing: Standing, reason: str, snapshot: Snapshot | None) -> Account:
    return Account(standing, reason, snapshot.day if snapshot else None)


def _last_good(register: Register[Any], look: Look) -> Reading:
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is None:
        return Reading(register, Account(Standing.FAILED))
    table, _, _ = _parse_all(register, look.grids_of(snapshot.digest), look)
    return Reading(register, Account(Standing.HELD), table)


def _parse_all(
    register: Register[Any], grids: Sequence[Grid], look: Look
) -> tuple[Table[Any] | None, tuple[Remark, ...], dict[str, str]]:
    keeping, issued = look.settings.keeping(register.key), dict(look.before.issued.get(register.key, {}))
    fresh: dict[str, str] = {}
    tables: list[Table[Any]] = []
    remarks: list[Remark] = []
    for grid in grids:
        if is_marksheet(grid, register, keeping):
            parsed = parse_marksheet(grid, keeping, look.known)
        else:
            parsed = parse(grid, register, keeping, look.memo, issued | fresh)
        remarks.extend(remark for remark in parsed.remarks if remark.code != "S10" or not tables)
        fresh |= parsed.issued
        if parsed.table is None:
            return None, tuple(remarks), {}
        tables.append(parsed.table)
    copy = copies(tables)
    if copy is not None:
        text = f"Файлы «{copy[0]}» и «{copy[1]}» похожи на копии друг друга, какой из них верный — неизвестно."
        place = Place(register.key, None, None, None, None, f"{copy[1]}#{grids[0].tab}")
        return None, (Remark("F07", FAULTS["F07"].severity, place, text, FAULTS["F07"].advice),), {}
    table, repeats = join(tables)
    return table, (*remarks, *repeats), fresh


def _accepted(hold: Hold, holds: Sequence[Hold]) -> bool:
    """A person has accepted this, or something of the kind that took away even more."""
    return any(
        one.accepted and (one.register, one.kind) == (hold.register, hold.kind) and hold.now >= one.now for one in holds
    )
