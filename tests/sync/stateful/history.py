"""The history of an office read by SQLite itself, past all of our own code but the two checks of seal and chain."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sync.state.rows import is_chain
from tests.sync.crash.small import is_sealed

_CHAIN = "register, number, story, id, run, day, gone, source, cells, link"
Line = tuple[Any, ...]  # Any: what a column holds
_LASTING = {
    "runs": "number, day, started, finished, key, quiet, summary",
    "snapshots": "run, register, digest, day, ids",
    "contents": "digest, length(data)",
    "row_versions": _CHAIN,
    "row_layouts": "register, source, run, columns",
    "holds": "number, run, register, kind, since, subject",
    "intents": "number, run, target, token, kind",
    "outbox": "id, recipient, kind, day, text",
    "periods": "period, correction, run, cut, digests, figures",
}
"""What is only added to, table by table."""


@dataclass(frozen=True)
class Told:
    """What a history says. `lasting` — table → its rows in the order in which they were added."""

    lasting: Mapping[str, list[Line]] = field(default_factory=lambda: {name: [] for name in _LASTING})
    waiting: Mapping[int, str] = field(default_factory=dict)
    accepted: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    open_remarks: frozenset[tuple[str, ...]] = frozenset()
    open_intents: int = 0
    answers: int = 0
    reasons: str = ""

    @property
    def last_run(self) -> int:
        return max((row[0] for row in self.lasting["runs"]), default=0)

    @property
    def last_states(self) -> Mapping[str, str]:
        """Register → its state in the last update."""
        runs = self.lasting["runs"]
        found = json.loads(max(runs)[6])["registers"] if runs else {}
        return {key: one["state"] for key, one in found.items()}

    @property
    def tokens(self) -> list[int]:
        return [row[3] for row in self.lasting["intents"]]

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, list[Mapping[str, Any]]]]:  # Any: what a cell holds
        """Register → code → the rows that stand under it by the last update, by headings."""
        titles = {(one[0], one[1]): {name: title for name, _, title in json.loads(one[3])} for one in self._layouts}
        found: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
        for register, _, _, code, _, _, gone, source, cells, _ in self._last_versions.values():
            if not gone:
                heads = titles.get((register, source), {})
                known = {heads.get(name, name): cell for name, cell in json.loads(cells).items()}
                found[register][code].append(known)
        return found

    @cached_property
    def _last_versions(self) -> Mapping[tuple[str, int], Line]:
        """Register and the number of a row → its last version."""
        return {(row[0], row[2]): row for row in self.lasting["row_versions"]}

    def numbers(self, register: str) -> Mapping[int, str]:
        """The rows of a register by the last accepted reading: number → code. A row whose code is changed keeps its number."""
        last = self._last_versions.items()
        return {number: row[3] for (key, number), row in last if key == register and not row[6]}

    def codes(self, register: str) -> frozenset[str]:
        """The codes of a register by the last accepted reading."""
        return frozenset(code for code in self.rows.get(register, {}) if not code.startswith("?"))

    @property
    def _layouts(self) -> list[Line]:
        return sorted(self.lasting["row_layouts"], key=lambda one: one[2])


def told(path: Path) -> Told:
    """Reads a history; an empty one when there is none yet."""
    if not path.exists():
        return Told()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:

        def rows(query: str) -> list[Line]:
            return connection.execute(query).fetchall()

        if not rows("SELECT 1 FROM sqlite_master WHERE name = 'runs'"):
            return Told()
        lasting = {name: rows(f"SELECT {columns} FROM {name} ORDER BY rowid") for name, columns in _LASTING.items()}  # noqa: S608  own names
        waiting = rows("SELECT number, register FROM holds WHERE released_run IS NULL AND accepted_at IS NULL")
        accepted = rows("SELECT number, register, accepted_reason FROM holds WHERE accepted_at IS NOT NULL")
        ((intents,),) = rows("SELECT count(*) FROM intents WHERE ended IS NULL")
        remarks = rows("SELECT code, register, fingerprint FROM remarks WHERE closed_run IS NULL")
        ((answers,),) = rows("SELECT count(*) FROM answers")
        reasons = rows("SELECT reason, until FROM leaves")
    opened = frozenset((code, register or "", fingerprint) for code, register, fingerprint in remarks)
    known = {number: (register, reason) for number, register, reason in accepted}
    return Told(lasting, dict(waiting), known, opened, intents, answers, repr(reasons))


def damage(path: Path, known: Told) -> list[str]:
    """What is wrong with a history as such: the chain of its rows, its seal, a row that stands twice."""
    versions = known.lasting["row_versions"]
    by_register: dict[str, list[Line]] = defaultdict(list)
    for row in versions:
        by_register[row[0]].append(row)
    found = [f"the chain of {key} is broken" for key, rows in by_register.items() if not _is_whole(rows)]
    if len({row[:2] for row in versions}) != len(versions):
        found.append("a version of a row stands twice")
    if path.exists() and not is_sealed(path):
        found.append("the history is not what its seal says")
    return found


def _is_whole(rows: list[Line]) -> bool:
    return is_chain((*row[:6], bool(row[6]), *row[7:]) for row in sorted(rows))
