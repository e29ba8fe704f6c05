"""Sendings: a newer file of one source is proposed as the next one, and takes the place of the older when agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from config.register import Register
from sync.before import NEXT_SENDING, Hold, Replaced, agreed
from sync.sheets import Look, Sheet, lost_columns
from validators.grid import Grid
from validators.kinship import NEXT_SENDING as ENOUGH
from validators.kinship import Kinship, kinship, roll
from validators.remark import Place, Remark, Severity
from validators.tabs import looks_like_copy


@dataclass(frozen=True)
class Choice:
    """The tabs that a register is made of.

    `holds` — files that wait for a person; `heirs` — older file → the one that took its place just now;
    `agreed` — those of the older files whose exchange a person saw and accepted; `replaced` — what is remembered.
    """

    sheets: tuple[Sheet, ...]
    holds: tuple[Hold, ...] = ()
    heirs: Mapping[str, str] = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()
    replaced: Mapping[str, Replaced] = field(default_factory=dict)


@dataclass(frozen=True)
class _Claim:
    """A new file that looks like the next sending of an older one."""

    old: Sheet
    new: Sheet
    kin: Kinship


def present(register: Register[Any], grids: Sequence[Grid], look: Look) -> tuple[Grid, ...]:
    """The tabs without those whose next sending was taken: they are passed over as long as they stay as they were."""
    replaced = look.before.replaced.get(register.key, {})
    here = {grid.file for grid in grids}
    return tuple(grid for grid in grids if not _is_over(grid, replaced.get(grid.file), here, look))


def _is_over(grid: Grid, replaced: Replaced | None, here: set[str], look: Look) -> bool:
    return replaced is not None and replaced.by in here and replaced.digest == look.content_of(grid)


def choose(register: Register[Any], sheets: Sequence[Sheet], look: Look) -> Choice:
    """Tells new files that stand beside an older one of the same source; all others are read side by side.

    Which file is the older one is known from the last accepted reading only; without it neither is guessed.
    """
    remembered = look.before.replaced.get(register.key, {})
    heirs: dict[str, str] = {}
    seen: set[str] = set()
    holds: list[Hold] = []
    aside: set[str] = set()
    for claims in _claims(register, sheets, look).values():
        taken, waiting = _settled(register, claims, look)
        if taken is not None:
            heirs[taken.old.file] = taken.new.file
            aside.add(taken.old.file)
            if _is_agreed(register, taken, look):
                seen.add(taken.old.file)
        aside.update(claim.new.file for claim in waiting)
        holds += [_hold(register, claim, look, several=len(waiting) > 1) for claim in waiting]
    kept = tuple(sheet for sheet in sheets if sheet.file not in aside)
    gone = {sheet.file: look.content_of(sheet.grid) for sheet in sheets if sheet.file in heirs}
    return Choice(kept, tuple(holds), heirs, frozenset(seen), _remembered(remembered, heirs, gone))


def _claims(register: Register[Any], sheets: Sequence[Sheet], look: Look) -> dict[str, list[_Claim]]:
    """Older file → the new files that look like its next sending. A file like several older ones is left alone."""
    snapshot = look.before.snapshots.get(register.key)
    known = frozenset(snapshot.files) if snapshot is not None else frozenset()
    rows = [sheet for sheet in sheets if not sheet.is_marksheet]
    older = [sheet for sheet in rows if sheet.file in known]
    newer = [sheet for sheet in rows if sheet.file not in known and not looks_like_copy(sheet.file)]
    if not older or not newer:
        return {}
    rolls = {sheet.file: roll(sheet.table) for sheet in sheets}
    claims: dict[str, list[_Claim]] = {}
    for new in newer:
        found = [_Claim(old, new, kinship(rolls[old.file], rolls[new.file])) for old in older]
        near = [claim for claim in found if claim.kin.share >= ENOUGH]
        if len(near) == 1:
            claims.setdefault(near[0].old.file, []).append(near[0])
    return claims


def _settled(register: Register[Any], claims: Sequence[_Claim], look: Look) -> tuple[_Claim | None, list[_Claim]]:
    """The sending that is taken, if any, and those that wait for a person: of several none is guessed."""
    sure = [claim for claim in claims if _is_agreed(register, claim, look)]
    if look.settings.keeping(register.key).always_latest and len(claims) == 1 and not _is_asked(claims[0], look):
        sure = list(claims)
    taken = sure[0] if len(sure) == 1 else None
    if taken is None:
        return None, list(claims)
    people = roll(taken.new.table)
    others = [
        _Claim(taken.new, claim.new, kinship(people, roll(claim.new.table))) for claim in claims if claim is not taken
    ]
    return taken, [claim for claim in others if claim.kin.share >= ENOUGH]


def _is_asked(claim: _Claim, look: Look) -> bool:
    """A person was asked about this very file: his silence is not a yes, whatever the settings say since."""
    key = claim.new.table.register.key
    return any(one.of_file and (one.register, one.subject) == (key, claim.new.file) for one in look.before.holds)


def _is_agreed(register: Register[Any], claim: _Claim, look: Look) -> bool:
    return agreed(_hold(register, claim, look), look.before.holds)


def _hold(register: Register[Any], claim: _Claim, look: Look, *, several: bool = False) -> Hold:
    old, new, kin = claim.old, claim.new, claim.kin
    who = "люди" if register.person else "строки"
    reason = (
        f"Файл «{new.file}» похож на следующую присылку файла «{old.file}»: те же {who} {kin.same} из {kin.was}, "
        f"новых {kin.new}, нет {kin.gone}."
    )
    lost = lost_columns(old.table, new.table)
    if lost:
        reason += f" В новом файле нет столбцов, которые были заполнены: «{'», «'.join(lost)}»."
    if several:
        reason += " Таких файлов несколько: возьмите один из них."
    found = Hold(0, register.key, NEXT_SENDING, look.content_of(new.grid), reason, look.today, subject=new.file)
    return replace(found, was=kin.was, now=kin.same)


def _remembered(
    known: Mapping[str, Replaced], heirs: Mapping[str, str], contents: Mapping[str, str]
) -> dict[str, Replaced]:
    """What was replaced earlier, by the file that is read now; a file that is read again is not replaced."""
    moved = {file: Replaced(one.digest, heirs.get(one.by, one.by)) for file, one in known.items()}
    fresh = {old: Replaced(contents[old], new) for old, new in heirs.items()}
    return {file: one for file, one in (moved | fresh).items() if file not in heirs.values()}


def passed_over(register: Register[Any], grids: Sequence[Grid], choice: Choice) -> tuple[Remark, ...]:
    """An information on every file that lies there and is not read, because its next sending was taken."""
    read, waiting = {sheet.file for sheet in choice.sheets}, {hold.subject for hold in choice.holds}
    return tuple(
        _passed(register, grid, choice.replaced[grid.file].by)
        for grid in grids
        if grid.file in choice.replaced and grid.file not in read | waiting
    )


def _passed(register: Register[Any], grid: Grid, by: str) -> Remark:
    place = Place(register.key, source=grid.source, local_key=grid.file)
    text = f"Файл «{grid.file}» не учитывается: вместо него взята следующая присылка «{by}»."
    return Remark("F07", Severity.INFO, place, text, "Ничего делать не нужно. Прежний файл можно убрать из папки.")
