"""What staff wrote beside remarks → the history, with the days until which it silences them."""

import json

from sqlalchemy import Connection, select

from sync.state.closing import renew
from sync.state.database import insert
from sync.state.memory import present_leaves
from sync.state.outcome import Outcome
from sync.state.tables import LEAVES
from validators.leave import Leave


def record_leaves(connection: Connection, outcome: Outcome) -> None:
    """Appends what is new or has begun or ceased to silence its remark, closes what is no longer so.

    What came late is appended and closed at once.
    """
    known = {
        one.fingerprint: one.silent_until
        for one in connection.execute(select(LEAVES).where(LEAVES.c.gone_run.is_(None)))
    }
    before = present_leaves(connection)
    ends = {name: outcome.silent[name].isoformat() if name in outcome.silent else None for name in outcome.leaves}
    same = {name for name, one in outcome.leaves.items() if before.get(name) == one and known[name] == ends[name]}
    renew(connection, outcome.run, LEAVES, ("fingerprint",), [(name,) for name in known if name not in same])
    fresh = [_row(name, one, outcome, ends[name], None) for name, one in outcome.leaves.items() if name not in same]
    late = [_row(name, one, outcome, None, outcome.run) for name, one in outcome.late.items()]
    insert(connection, LEAVES, [*fresh, *late])


def _row(name: str, one: Leave, outcome: Outcome, end: str | None, gone: int | None) -> tuple[object, ...]:
    return (
        name, outcome.run, one.reason, one.until, one.place, one.since.isoformat(), one.number, one.value,
        one.by_head, json.dumps(one.taken, ensure_ascii=False), end, gone,
    )  # fmt: skip
