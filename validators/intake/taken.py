"""What an export is and what was taken from it: how many rows, whose they are, and whom nobody knows."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from config.exports import register_of
from config.imports import Import
from validators.identity import natural_id
from validators.intake.who import Directory
from validators.office import Account, Table
from validators.remark import Remark

_ADDRESSES = ("email", "login", "phone")

Answers = Mapping[tuple[str, str], str]
"""(register or export, folded spelling or mark) → what staff said it is."""


@dataclass(frozen=True)
class Export:
    """An export as read; `table` is the last good one when `account` says so, None when there is none.

    `faults` are the remarks on single cells: nobody can mend them in another system's file.
    """

    settings: Import
    account: Account
    table: Table[Any] | None = None
    faults: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Stranger:
    """A person of an export whom the office does not know, or may take for several.

    `mark` is his sign in shared lists, `said` his name and address for those who may see them, `rows` how many rows are
    his, `alike` the codes that he may be, `answer` what staff said; `waits` when that settles nothing yet.
    """

    mark: str
    said: str
    rows: int
    alike: tuple[str, ...] = ()
    answer: str | None = None
    waits: bool = True


@dataclass(frozen=True)
class Taken:
    """What an export gave. All numbers are of rows, but `people`, who are the human beings of the rows.

    `known` — rows of people whom the office knows; `given` — candidates or facts that were added; `repeats` — rows left
    out for another row says the same better; `silent` — rows that tell nobody or nothing; `members` — index of a row →
    code of the person, None for one who is not in the register; `lost` — key of the register that gave no data, so that
    nothing could be added to it.
    """

    export: Export
    rows: int = 0
    known: int = 0
    given: int = 0
    repeats: int = 0
    silent: int = 0
    people: int = 0
    strangers: tuple[Stranger, ...] = ()
    members: Mapping[int, str | None] = field(default_factory=dict)
    lost: str = ""

    @property
    def owner(self) -> str:
        """The role of STAFF whose the people of the export are."""
        return register_of(self.export.settings).owner

    @property
    def waiting(self) -> tuple[Stranger, ...]:
        """Those of whom nobody has said who they are."""
        return tuple(one for one in self.strangers if one.waits)


def extended(
    table: Table[Any], export: Table[Any], rows: Sequence[int], told: Mapping[str, Sequence[object]]
) -> Table[Any]:
    """The register with rows of an export at its end: `told` gives their values by field, one for each row."""
    values, raw = {}, {}
    for column in table.register.columns:
        name, blank = column.field, (column.blank_means,) * len(rows)
        values[name] = (*table.values[name], *told.get(name, blank))
    for name, cells in table.raw.items():
        own = export.raw.get(name)
        raw[name] = (*cells, *((own[row] if own is not None else None) for row in rows))
    return Table(
        register=table.register,
        ids=(*table.ids, *_ids(table, told, len(rows))),
        values=values,
        raw=raw,
        rows=(*table.rows, *(export.rows[row] for row in rows)),
        origin=(*table.origin, *(len(table.sources) + export.origin[row] for row in rows)),
        sources=(*table.sources, *export.sources),
        fallen=table.fallen,
        missing=table.missing,
        left_out=table.left_out,
    )


def _ids(table: Table[Any], told: Mapping[str, Sequence[object]], count: int) -> list[str]:
    """Natural ids; two namesakes whose day of birth is unknown differ by their addresses, else by their order."""
    blank = (None,) * count
    names = (*table.register.natural, *_ADDRESSES)
    made = Table(table.register, ("",) * count, {name: told.get(name, blank) for name in names})
    used, ids = set(table.ids), list[str]()
    for index in range(count):
        own = natural_id(made, index)
        tail = "".join(str(made.values[name][index] or "") for name in _ADDRESSES)
        while own in used:
            own = "?" + hashlib.sha256(f"{own}{tail}".encode()).hexdigest()[:12]
        used.add(own)
        ids.append(own)
    return ids


def answer_of(mark: str, key: str, answers: Answers, known: Directory) -> tuple[str | None, str | None, bool]:
    """What staff said of a mark: the answer as typed, the id of the person it names, and whether it settles the matter.

    «Нет», «не наш» settle it too: the person has nothing to do with the office.
    """
    answer = answers.get((key, mark)) if mark else None
    if answer is None:
        return None, None, False
    if answer.casefold() in NOT_OURS:
        return answer, None, True
    return answer, answer if answer in known.ids else None, answer in known.ids


NOT_OURS = frozenset({"нет", "не наш", "не наша", "чужой", "чужая", "-", "—"})
"""Answers that say: not a participant of ours."""
