"""Why a person must look at a reading before it is taken: what was there is gone, or is not what it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from config.apart import FOLDER, key_file, personal_columns
from config.register import Register
from sync.before import Hold, Snapshot
from sync.drift import PARTED, REPLACED, drifted
from sync.sheets import Look, Sheet, by_file, lost_columns
from validators.drift.matching import Drift
from validators.drift.notices import LetGo
from validators.guard import Vanishing, vanished
from validators.kinship import NEXT_SENDING, kinship, roll
from validators.office import Table

NAMES_MISSING = "names_missing"
"""The kind of a hold: the names of a table of codes were read before, and are not there now."""

MOVED = 0.8
"""A file whose rows are found elsewhere at this share was moved or divided: nothing is asked of it as a file."""


@dataclass(frozen=True)
class Fresh:
    """A register as it was just read: its table, its tabs, and the files that changed places (see `Choice`).

    `earlier` are the tabs of the last good reading, parsed anew; none when nothing has changed since, or when the
    settings of today can't read them. `drift` is set with them.
    """

    table: Table[Any]
    digest: str
    sheets: Sequence[Sheet]
    heirs: Mapping[str, str] = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()
    earlier: tuple[Sheet, ...] = ()
    drift: Drift | None = None


def doubts(register: Register[Any], fresh: Fresh, look: Look) -> tuple[Hold, ...]:
    """The holds of this reading: those of single files first, then of the register as a whole without them."""
    snapshot = look.before.snapshots.get(register.key)
    if snapshot is None or snapshot.digest == fresh.digest:
        return ()
    case = _Case(register, fresh, look, snapshot)
    if register.overlaps:
        return (*_rows(case, frozenset()), *_columns(case))
    if len(snapshot.files) < 2:
        return () if fresh.agreed else (*_rows(case, frozenset()), *_columns(case), *_drifted(case))
    earlier = by_file(fresh.earlier)
    heirs = _heirs(earlier, fresh)
    holds: list[Hold] = []
    settled: set[str] = set()
    for file, sheet in earlier.items():
        found = () if file in fresh.agreed else tuple(_of_file(case, sheet, heirs.get(file)))
        holds += found
        if found or file in fresh.agreed:
            settled.update(sheet.table.ids)
    return (*holds, *_rows(case, frozenset(settled)), *_drifted(case))


@dataclass(frozen=True)
class _Case:
    """A reading beside the last good one."""

    register: Register[Any]
    fresh: Fresh
    look: Look
    snapshot: Snapshot

    def hold(self, kind: str, reason: str, counts: tuple[int, int, int], subject: str = "") -> Hold:
        """A hold, not numbered yet; `counts` — how many rows were, are now, may go."""
        was, now, limit = counts
        found = Hold(0, self.register.key, kind, self.fresh.digest, reason, self.look.today, subject=subject)
        return replace(found, was=was, now=now, limit=limit)


def _heirs(before: Mapping[str, Sheet], fresh: Fresh) -> dict[str, Sheet]:
    """Earlier file → the tab that stands for it now: of the same name, its next sending, or the file renamed."""
    now = by_file(fresh.sheets)
    successor = {file: fresh.heirs.get(file, file) for file in before}
    heirs = {file: now[name] for file, name in successor.items() if name in now}
    newcomers = [sheet for file, sheet in now.items() if file not in before and file not in fresh.heirs.values()]
    people = {sheet.file: roll(sheet.table) for sheet in newcomers}
    for file in before.keys() - heirs.keys():
        own = roll(before[file].table)
        near = [sheet for sheet in newcomers if kinship(own, people[sheet.file]).share >= NEXT_SENDING]
        if len(near) == 1:
            heirs[file] = near[0]
    return heirs


def _of_file(case: _Case, was: Sheet, heir: Sheet | None) -> Iterator[Hold]:
    ids = frozenset(was.table.ids)
    found = ids & frozenset(case.fresh.table.ids)
    if heir is None:
        if len(found) < len(ids) * MOVED:
            yield _file_missing(case, was.file, len(ids), len(found))
        return
    file = f"«{heir.file}»" if heir.file == was.file else f"«{heir.file}» (раньше «{was.file}»)"
    gone = vanished(ids, frozenset(heir.table.ids) | found, case.look.settings.limits)
    if gone is not None:
        reason = f"В файле {file} строк было {gone.was}, стало {len(heir.table)}: {_lost(gone)}."
        yield case.hold("rows_vanished", reason, (gone.was, len(heir.table), gone.limit), heir.file)
    lost = lost_columns(was.table, heir.table)
    if _is_without_names(heir, lost):
        yield _names_missing(case, lost, heir.file)
    elif lost:
        reason = f"В файле {file} пропали столбцы, которые раньше были заполнены: {_named(lost)}."
        yield case.hold("columns_vanished", reason, (len(was.table), len(heir.table), 0), heir.file)


def _file_missing(case: _Case, file: str, was: int, found: int) -> Hold:
    elsewhere = f", в других файлах нашлось {found}" if found else ""
    reason = f"Пропал файл «{file}» (или лист «{case.register.tab}» в нём): строк в нём было {was}{elsewhere}."
    return case.hold("file_missing", reason, (was, found, 0), file)


def _rows(case: _Case, settled: frozenset[str]) -> Iterator[Hold]:
    """The register as a whole, the rows that were spoken of already left out. What domain.md calls S12 is this hold.

    Rows that went a few at a time count together: those of the last days that nobody has explained yet.
    """
    recent = _lost_lately(case)
    before, now = (case.snapshot.ids | recent) - settled, frozenset(case.fresh.table.ids) - settled
    gone = vanished(before, now, case.look.settings.limits)
    if gone is not None:
        since = f"За {_LATELY.days} дней строк" if recent - now else "Строк"
        reason = f"{since} было {gone.was}, стало {gone.now}: {_lost(gone)}."
        yield case.hold("rows_vanished", reason, (gone.was, gone.now, gone.limit))


_LATELY = timedelta(days=7)


def _lost_lately(case: _Case) -> frozenset[str]:
    """Codes that went in the last days, with their rows or from them, and nobody has said why."""
    since = case.look.today - _LATELY
    known = [one for one in case.look.before.noticed if one.register == case.register.key and one.since > since]
    return frozenset(code for one in known if (code := one.lost_code) and not code.startswith("?"))


def _drifted(case: _Case) -> Iterator[Hold]:
    """Rows and columns that are there and are not what they were."""
    fresh = case.fresh
    if fresh.drift is not None:
        seen = frozenset(fresh.heirs[file] for file in fresh.agreed if file in fresh.heirs)
        for kind, reason, counts, file in drifted(fresh.drift, seen, case.look.settings.limits):
            yield case.hold(kind, reason, counts, file)


def let_go(holds: Sequence[Hold], fresh: Fresh) -> LetGo:
    """The files whose losses are no news: a person has accepted them with one of these holds, or with an exchange."""
    files = frozenset(sheet.file for sheet in (*fresh.earlier, *fresh.sheets))
    lost, parted = set(fresh.agreed), set(fresh.heirs.values())
    for hold in holds:
        named = frozenset({hold.subject}) if hold.subject else files
        if hold.kind in _LOSSES:
            lost |= named | {old for old, new in fresh.heirs.items() if new in named}
        if hold.kind in {PARTED, REPLACED}:
            parted |= named
            lost |= named
    return LetGo(frozenset(lost), frozenset(parted))


_LOSSES = frozenset({"rows_vanished", "file_missing"})


def _columns(case: _Case) -> Iterator[Hold]:
    table = case.fresh.table
    earlier = by_file(case.fresh.earlier) if table.missing else {}
    lost = lost_columns(next(iter(earlier.values())).table, table) if earlier else []
    if _is_without_names(case.fresh.sheets[0], lost):
        yield _names_missing(case, lost)
    elif lost:
        reason = f"Пропали столбцы, которые раньше были заполнены: {_named(lost)}."
        yield case.hold("columns_vanished", reason, (len(table), len(table), 0))


def _is_without_names(sheet: Sheet, lost: Sequence[str]) -> bool:
    """A table of codes that has lost nothing but what stood in its key file."""
    personal = {column.heading for column in personal_columns(sheet.table.register)}
    return bool(lost) and sheet.grid.annex is not None and personal.issuperset(lost)


def _names_missing(case: _Case, lost: Sequence[str], subject: str = "") -> Hold:
    name = f"{FOLDER}/{key_file(case.register)}"
    reason = f"Нет файла с именами «{name}» или столбцов в нём, раньше из него читались {_named(lost)}."
    return case.hold(NAMES_MISSING, reason, (len(case.fresh.table), len(case.fresh.table), 0), subject)


def _lost(gone: Vanishing) -> str:
    return f"пропало {gone.gone}, без вопроса можно {gone.limit}"


def _named(headings: Sequence[str]) -> str:
    return f"«{'», «'.join(headings)}»"
