"""One register in one reading: parsed and accepted, or put aside with its last good data left in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from config.register import Register
from config.registers import REGISTERS
from sync.backends.base import FileRead
from sync.before import Before, Hold, Replaced, Snapshot, agreed
from sync.doubts import NAMES_MISSING, Fresh, doubts, let_go
from sync.drift import EMPTIED, HOLLOW, PARTED, REPLACED, RETYPED
from sync.sendings import Choice, choose, passed_over, present
from sync.sheets import Look, Sheet, parse_all
from validators.catalogue import FAULTS
from validators.drift.matching import Drift
from validators.drift.notices import LetGo
from validators.grid import Grid
from validators.guard import Copies, copies
from validators.join import join, together
from validators.office import Account, Standing, Table
from validators.remark import Place, Remark, Severity


@dataclass(frozen=True)
class Reading:
    """What became of one register in this reading: its account, its table (the last good one when held), its remarks.

    `grids` are set when the reading is accepted; `holds` are what waits for a person: the reading itself when it was
    put aside, a new file beside an accepted one. `replaced` — files whose next sending was taken, None as before.
    `drift` is set when the reading is accepted and is not what was accepted last; `was` are the tabs of that one and
    `let_go` is what it lost knowingly.
    """

    register: Register[Any]
    account: Account
    table: Table[Any] | None = None
    grids: tuple[Grid, ...] = ()
    remarks: tuple[Remark, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    holds: tuple[Hold, ...] = ()
    replaced: Mapping[str, Replaced] | None = None
    drift: Drift | None = None
    was: tuple[Grid, ...] = ()
    let_go: LetGo = LetGo()


def read_register(register: Register[Any], grids: tuple[Grid, ...], refusal: FileRead | None, look: Look) -> Reading:
    """Reads a register from its tabs, or says why its last good data stay."""
    if refusal is not None:
        return _failed(register, refusal.text or FAULTS[refusal.code or "F05"].title, (), look)
    if not grids:
        return _absent(register, look)
    parsed = parse_all(register, present(register, grids, look), look)
    if parsed.failed:
        return _stopped(register, parsed.failed, look)
    choice = Choice(parsed.sheets) if register.overlaps else choose(register, parsed.sheets, look)
    copy = None if register.overlaps else copies([sheet.table for sheet in choice.sheets])
    if copy is not None:
        return _stopped(register, (_copy_words(register, copy, choice),), look)
    table, repeats = joined(register, choice.sheets)
    read = tuple(sheet.grid for sheet in choice.sheets)
    fresh = _beside_earlier(Fresh(table, look.digest_of(read), choice.sheets, choice.heirs, choice.agreed), look)
    found = doubts(register, fresh, look)
    doubtful = tuple(hold for hold in found if not agreed(hold, look.before.holds))
    if doubtful:
        return _held(register, doubtful, look, choice.holds)
    remarks = (
        *(remark for sheet in choice.sheets for remark in sheet.remarks),
        *repeats,
        *passed_over(register, grids, choice),
    )
    account = Account(Standing.ACCEPTED, _reasons(choice.holds), look.today)
    accepted = Reading(register, account, table, read, remarks, parsed.issued, fresh.digest)
    accepted = replace(accepted, holds=choice.holds, replaced=choice.replaced)
    was = tuple(sheet.grid for sheet in fresh.earlier)
    return replace(accepted, drift=fresh.drift, was=was, let_go=let_go(found, fresh))


def _beside_earlier(fresh: Fresh, look: Look) -> Fresh:
    """The reading with the last good one, parsed only when something has changed since."""
    register = fresh.table.register
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is None or snapshot.digest == fresh.digest or register.overlaps:
        return fresh
    earlier = parse_all(register, look.grids_of(snapshot.digest), look).sheets
    drift = Drift(joined(register, earlier)[0], fresh.table) if earlier else None
    return replace(fresh, earlier=earlier, drift=drift)


def joined(register: Register[Any], sheets: Sequence[Sheet]) -> tuple[Table[Any], tuple[Remark, ...]]:
    """One table of all tabs of a register, and the remarks on rows that repeat each other."""
    tables = [sheet.table for sheet in sheets]
    return (together(tables), ()) if register.overlaps else join(tables)


def _failed(register: Register[Any], reason: str, remarks: tuple[Remark, ...], look: Look) -> Reading:
    account = _account(Standing.FAILED, reason, look.before.snapshots.get(register.key))
    return replace(_last_good(register, look), account=account, remarks=remarks)


def _stopped(register: Register[Any], remarks: tuple[Remark, ...], look: Look) -> Reading:
    critical = (remark.text for remark in remarks if remark.severity is Severity.CRITICAL)
    return _failed(register, next(critical, "Таблица не читается."), remarks, look)


def _copy_words(register: Register[Any], copy: Copies, choice: Choice) -> Remark:
    tab = next(sheet.grid.source for sheet in choice.sheets if sheet.file == copy.second)
    return Remark("F07", FAULTS["F07"].severity, Place(register.key, source=tab), copy.text, copy.advice)


def _absent(register: Register[Any], look: Look) -> Reading:
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is not None and snapshot.ids:
        was = len(snapshot.ids)
        reason = f"Лист «{register.tab}» не найден, а раньше в нём было строк: {was}."
        hold = Hold(0, register.key, "tab_missing", "", reason, look.today, was=was)
        if not agreed(hold, look.before.holds):
            return _held(register, (hold,), look)
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


def _held(register: Register[Any], doubtful: tuple[Hold, ...], look: Look, waiting: tuple[Hold, ...] = ()) -> Reading:
    """The last good data, with what made this reading doubtful and the files that wait besides."""
    account = _account(Standing.HELD, _reasons(doubtful) or "", look.before.snapshots[register.key])
    return replace(_last_good(register, look), account=account, holds=(*doubtful, *waiting))


def _reasons(holds: tuple[Hold, ...]) -> str | None:
    """The reasons in a row; when there are many, the first of them: each stands in «Ждут решения» by itself."""
    more = f" И ещё причин: {len(holds) - _SHOWN}." if len(holds) > _SHOWN else ""
    return " ".join(hold.reason for hold in holds[:_SHOWN]) + more if holds else None


_SHOWN = 3


def numbered(readings: Mapping[str, Reading], before: Before) -> dict[str, Reading]:
    """The readings whose holds bear their numbers, each with the remark that says how to lift it."""
    known = {_key(one): one for one in before.holds if not one.accepted}
    fresh = count(before.last_hold + 1)
    return {key: _numbered(reading, known, fresh) if reading.holds else reading for key, reading in readings.items()}


def _key(hold: Hold) -> tuple[str, str, str]:
    return hold.register, hold.kind, hold.subject


def _numbered(reading: Reading, known: Mapping[tuple[str, str, str], Hold], fresh: Iterator[int]) -> Reading:
    holds = []
    for hold in reading.holds:
        old = known.get(_key(hold))
        number, since = (old.number, old.since) if old else (next(fresh), hold.since)
        holds.append(replace(hold, number=number, since=since))
    words = tuple(_held_words(reading, hold) for hold in holds)
    return replace(reading, holds=tuple(holds), remarks=(*reading.remarks, *words))


def _held_words(reading: Reading, hold: Hold) -> Remark:
    place = Place(hold.register, source=hold.subject or None, local_key=hold.subject)
    accept = f'rpo ack {hold.number} --reason "причина"'
    if hold.of_file:
        text = f"Новый файл ждёт решения. {hold.reason} Пока учитывается прежний файл."
        advice = f"Если так и есть, пусть руководитель возьмёт новый файл: {accept}. Лишний файл уберите из папки."
        return Remark("F08", Severity.WARNING, place, text, advice)
    day = reading.account.data_of
    text = f"Приём данных приостановлен. {hold.reason} В отчётах остались данные на {day:%d.%m.%Y}."
    advice = f"{_BACK[hold.kind]} или, если так и нужно, пусть руководитель примет изменение: {accept}."
    return Remark(_CODES.get(hold.kind, "F08"), Severity.CRITICAL, place, text, advice)


_HISTORY = "в Google Таблицах: Файл → История версий; в папке — прежняя версия файла"
_CODES = {PARTED: "S13", RETYPED: "S11"}
_BACK = {
    "rows_vanished": "Верните строки",
    "columns_vanished": "Верните столбцы",
    "tab_missing": "Верните лист",
    "file_missing": "Верните файл",
    NAMES_MISSING: "Верните файл с именами",
    REPLACED: f"Верните прежнюю таблицу ({_HISTORY})",
    PARTED: f"Отмените сортировку или вставку ({_HISTORY})",
    RETYPED: f"Верните прежние данные ({_HISTORY})",
    HOLLOW: f"Верните данные строк ({_HISTORY})",
    EMPTIED: f"Верните данные столбца ({_HISTORY})",
}


def _account(standing: Standing, reason: str, snapshot: Snapshot | None) -> Account:
    return Account(standing, reason, snapshot.day if snapshot else None)


def _last_good(register: Register[Any], look: Look) -> Reading:
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is None:
        return Reading(register, Account(Standing.FAILED))
    return Reading(register, Account(Standing.HELD), _table_of(register, snapshot.digest, look))


def _table_of(register: Register[Any], digest: str, look: Look) -> Table[Any] | None:
    sheets = parse_all(register, look.grids_of(digest), look).sheets
    return joined(register, sheets)[0] if sheets else None


def read_again(look: Look, key: str, digest: str) -> Table[Any] | None:
    """A register of the office as it stood in an earlier content of it; None when it can't be read so."""
    register = next((one for one in REGISTERS if one.key == key), None)
    return _table_of(register, digest, look) if register is not None else None
