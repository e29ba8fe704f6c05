"""Tombstones: when whose data were destroyed, by code, and why; a chain of its own, so that none can be taken out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from config.errors import DamagedStateError
from sync.state.codec import write_json
from sync.state.database import RESTORE, insert
from sync.state.purge_tables import PURGED_ROWS, PURGES


@dataclass(frozen=True)
class Purge:
    """A tombstone.

    `done` — what was destroyed, by its Russian name, and how much; `kinds` — headings of the data; `digest` — of the
    rows destroyed.
    """

    number: int
    moment: datetime
    day: date
    register: str
    code: str
    reason: str
    done: Mapping[str, int] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    digest: str = ""


def purges(connection: Connection) -> tuple[Purge, ...]:
    """All tombstones, the first one first. Raises DamagedStateError when one was changed or taken out."""
    found: list[Purge] = []
    link = ""
    for row in connection.execute(select(PURGES).order_by(PURGES.c.purge)):
        link = _link(link, tuple(row)[:-1])
        if row.link != link or row.purge != len(found) + 1 or row.digest != _digest(connection, row.purge):
            raise DamagedStateError("Записи об уничтожении данных изменены мимо программы.", advice=RESTORE)
        found.append(_purge(row))
    return tuple(found)


def purged_codes(connection: Connection) -> dict[str, frozenset[str]]:
    """Register → the codes whose data were destroyed."""
    found: dict[str, set[str]] = {}
    for register, code in connection.execute(select(PURGES.c.register, PURGES.c.code)):
        found.setdefault(register, set()).add(code)
    return {register: frozenset(codes) for register, codes in found.items()}


def last_purge_run(connection: Connection) -> int:
    """The last update when data were destroyed last; 0 when they never were."""
    return connection.execute(select(func.max(PURGES.c.known_run))).scalar_one() or 0


def add_purge(connection: Connection, purge: Purge, known_run: int, rows: Sequence[tuple[str, int, str, str]]) -> Purge:
    """Appends a tombstone under the next number, with its rows: (register, number, hash before, hash now)."""
    last = connection.execute(select(PURGES.c.purge, PURGES.c.link).order_by(PURGES.c.purge.desc()).limit(1)).first()
    number, before = last if last is not None else (0, "")
    number += 1
    digest = _digest_of([(register, at, was) for register, at, was, _ in rows])
    head = (number, known_run, purge.moment.isoformat(), purge.day.isoformat(), purge.register, purge.code)
    told = (*head, purge.reason, _told(purge), digest)
    insert(connection, PURGES, [(*told, _link(before, told))])
    insert(connection, PURGED_ROWS, [(register, at, number, was, now) for register, at, was, now in rows])
    return replace(purge, number=number, digest=digest)


def _digest(connection: Connection, number: int) -> str:
    row = PURGED_ROWS.c
    query = select(row.register, row.number, row.was).where(row.purge == number)
    return _digest_of([tuple(one) for one in connection.execute(query)])


def _digest_of(rows: Sequence[tuple[Any, ...]]) -> str:
    return hashlib.sha256(write_json(sorted(map(list, rows))).encode()).hexdigest()


def _link(before: str, told: Sequence[Any]) -> str:
    return hashlib.sha256(write_json([before, *told]).encode()).hexdigest()


def _told(purge: Purge) -> str:
    return json.dumps({"done": dict(purge.done), "kinds": purge.kinds}, ensure_ascii=False)


def _purge(row: Any) -> Purge:  # Any: a row of the table
    told = json.loads(row.done)
    return Purge(
        row.purge,
        datetime.fromisoformat(row.moment),
        date.fromisoformat(row.day),
        row.register,
        row.code,
        row.reason,
        told["done"],
        tuple(told["kinds"]),
        row.digest,
    )
