"""«Оставить как есть» between updates: what staff wrote now, over what they wrote before; pure."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.naming import head_of, workbook_of
from reports.reader import is_own
from sync.before import Before, Edit, Opened
from sync.sheets import Look
from sync.state.outcome import Seen
from validators.leave import Leave, Ruled, ruled_on, values_of
from validators.office import Office
from validators.remark import Remark

_UNKNOWN = "?"
"""Stands for the value that somebody saw beside a remark when nobody knows it any more: it is equal to none."""
_MOST_TAKEN = 12


@dataclass(frozen=True)
class Lives:
    """What staff wrote beside remarks, all that is known; what became of it; what the cells hold, and since when."""

    leaves: Mapping[str, Leave]
    ruled: Mapping[str, Ruled]
    values: Mapping[str, str]
    versions: Mapping[str, int]

    def is_silent(self, remark: Remark) -> bool:
        """The remark asks nothing now."""
        found = self.ruled.get(remark.fingerprint)
        return found is not None and found.is_silent


def lives_of(remarks: Sequence[Remark], office: Office, look: Look) -> Lives:
    """The life of each remark as of this look."""
    before, asking = look.before, [one for one in remarks if one.asks]
    values = values_of(asking, office)
    head = head_of(office, look.today)
    heads = f"{workbook_of(office, head)}.xlsx" if head else None
    leaves = {**before.leaves, **_taken(look, heads)}
    versions = {name: _version(value, before.opened.get(name), before.last_run + 1) for name, value in values.items()}
    return Lives(leaves, ruled_on(asking, leaves, values, look.today), values, versions)


def lasting(
    leaves: Mapping[str, Leave], there: Iterable[str], before: Before, covered: frozenset[str]
) -> dict[str, Leave]:
    """The leaves that last after an update: of the remarks that are there, or of which nobody could say."""
    seen = frozenset(there)
    return {name: one for name, one in leaves.items() if name in seen or _is_unseen(before.opened.get(name), covered)}


def late(leaves: Mapping[str, Leave], kept: Collection[str], before: Before) -> dict[str, Leave]:
    """What staff wrote now beside remarks that are over by now."""
    fresh = {name: one for name, one in leaves.items() if name not in kept and one != before.leaves.get(name)}
    return {name: one for name, one in fresh.items() if one.reason or one.until}


def _is_unseen(opened: Opened | None, covered: frozenset[str]) -> bool:
    return opened is not None and opened.register is not None and opened.register not in covered


def _version(value: str, opened: Opened | None, run: int) -> int:
    return opened.version if opened is not None and opened.value == value else run


def _taken(look: Look, heads: str | None) -> dict[str, Leave]:
    """The leaves that change by what stands in the tabs now."""
    by_remark: dict[str, list[Edit]] = {}
    for edit in look.before.edits:
        by_remark.setdefault(edit.fingerprint, []).append(edit)
    found = {name: _leave(edits, look, heads) for name, edits in by_remark.items()}
    return {name: one for name, one in found.items() if one is not None}


def _leave(edits: Sequence[Edit], look: Look, heads: str | None) -> Leave | None:
    """What edits of one remark make of it; None when all of them were taken before."""
    name, before = edits[0].fingerprint, look.before
    known = before.leaves.get(name)
    old = known.taken if known is not None else ()
    fresh = [one for one in edits if _digest(one) not in old]
    if not fresh:
        return None
    said = [one for one in fresh if one.reason or one.until] or fresh
    said.sort(key=lambda one: (_file(one.place) == heads, is_own(one.place), one.place))
    last = said[-1]
    by_head = heads is not None and _file(last.place) == heads
    opened = before.opened.get(name)
    return Leave(
        reason=last.reason if by_head else "; ".join(dict.fromkeys(one.reason for one in said if one.reason)),
        until=last.until or next((one.until for one in said if one.until), ""),
        place=last.place,
        since=look.today,
        number=before.last_run + 1,
        value=opened.value if opened is not None and opened.version == last.version else _UNKNOWN,
        by_head=by_head,
        taken=tuple(dict.fromkeys((*old, *map(_digest, edits))))[-_MOST_TAKEN:],
    )


def _digest(edit: Edit) -> str:
    """What tells one edit from another; the number is that of the update whose words stood there before it."""
    parts = (edit.place, str(edit.number), str(edit.version), edit.reason, edit.until)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def _file(place: str) -> str:
    return place.rpartition("#")[0]


def seen(remark: Remark, lives: Lives) -> Seen:
    """A remark that is there, as the history keeps it."""
    name = remark.fingerprint
    known = (lives.values.get(name, ""), lives.versions.get(name, 0))
    return Seen(name, remark.code, remark.severity.value, remark.place.register, remark.old, remark.owner, *known)
