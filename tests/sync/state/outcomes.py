"""Outcomes of updates made for tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from sync.before import Hold
from sync.state.codec import digest_of
from sync.state.outcome import Accepted, Outcome, Seen
from validators.grid import Grid

FIRST_DAY = date(2026, 4, 1)


def outcome(run: int, day: date = FIRST_DAY, **parts: Any) -> Outcome:  # Any: the fields of an Outcome
    """An update of that number on that day."""
    moment = datetime.combine(day, time(9, 0), UTC)
    return replace(Outcome(run, moment, moment, day, f"key-{run}"), **parts)


def accepted(register: str, rows: Sequence[Sequence[str]], *files: str) -> Accepted:
    """A reading of one tab whose first cells are the ids."""
    grids = (Grid(files[0] if files else "Книга.xlsx", register, tuple(map(tuple, rows))),)
    return Accepted(register, digest_of(grids), frozenset(row[0] for row in rows), files or ("Книга.xlsx",), grids)


def seen(fingerprint: str, register: str | None = "TEAM", severity: str = "error", *, old: bool = False) -> Seen:
    """A remark that is there."""
    return Seen(fingerprint, "C01", severity, register, old)


def held(register: str = "TEAM", now: int = 5, kind: str = "rows_vanished", since: date = FIRST_DAY) -> Hold:
    """A reading put aside, not numbered yet."""
    return Hold(0, register, kind, f"digest-{now}", f"Строк стало {now}.", since, was=100, now=now, limit=20)
