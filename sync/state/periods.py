"""Closed periods in the history: each report of a period is one row for ever; a correction is another row beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from sync.state.contents import content, keep_bytes
from sync.state.database import insert
from sync.state.tables import PERIODS
from validators.closed import Closed
from validators.counting.count import Count, Way


@dataclass(frozen=True)
class Period:
    """A closed period as it is kept, with its correction (0 for the first report).

    `run` — the update as of which it was counted, `known_run` — the last update when it was closed; `reason` — why it
    was corrected, or closed though a register was not read; `figures` — name → value; `files` — name → bytes of what
    was written; `settings` and `reports` are in their own encodings.
    """

    period: str
    cut: date
    closed_at: datetime
    run: int
    known_run: int
    correction: int = 0
    reason: str | None = None
    digests: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, float | None] = field(default_factory=dict)
    counts: Mapping[str, Count] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    settings: bytes = b""
    reports: bytes = b""


def record_period(connection: Connection, period: Period) -> None:
    """Appends a report of a period."""
    files = {name: keep_bytes(connection, data) for name, data in period.files.items()}
    counts = _json({key: _count_as_object(count) for key, count in period.counts.items()}).encode()
    row = (
        period.period,
        period.correction,
        period.run,
        period.known_run,
        period.cut.isoformat(),
        period.closed_at.isoformat(),
        period.reason,
        _json(period.digests),
        _json(period.figures),
        _json(files),
        *(keep_bytes(connection, data) for data in (period.settings, counts, period.reports)),
    )
    insert(connection, PERIODS, [row])


def period_of(connection: Connection, name: str, correction: int | None = None) -> Period | None:
    """A report of a period: the last one, or the one with this number; None when there is none."""
    query = select(PERIODS).where(PERIODS.c.period == name)
    if correction is not None:
        query = query.where(PERIODS.c.correction == correction)
    row = connection.execute(query.order_by(PERIODS.c.correction.desc()).limit(1)).one_or_none()
    return _period(connection, row) if row is not None else None


def closed_periods(connection: Connection) -> tuple[Closed, ...]:
    """Every closed period as it was reported last, the earliest first."""
    last = select(PERIODS.c.period, func.max(PERIODS.c.correction).label("last")).group_by(PERIODS.c.period).subquery()
    same = (PERIODS.c.period == last.c.period) & (PERIODS.c.correction == last.c.last)
    columns = (PERIODS.c.period, PERIODS.c.cut, PERIODS.c.correction, PERIODS.c.counts, PERIODS.c.digests)
    query = select(*columns).join(last, same).order_by(PERIODS.c.cut, PERIODS.c.period)
    return tuple(
        Closed(name, date.fromisoformat(cut), number, _counts(content(connection, counts)), json.loads(digests))
        for name, cut, number, counts, digests in connection.execute(query).all()
    )


def closed_names(connection: Connection) -> frozenset[str]:
    """The names of all closed periods."""
    return frozenset(connection.execute(select(PERIODS.c.period).distinct()).scalars())


def last_known_run(connection: Connection) -> int:
    """The last update when a period was closed last; 0 when none was."""
    return connection.execute(select(func.max(PERIODS.c.known_run))).scalar_one() or 0


def _period(connection: Connection, row: Any) -> Period:  # Any: a row of the table
    return Period(
        period=row.period,
        cut=date.fromisoformat(row.cut),
        closed_at=datetime.fromisoformat(row.closed_at),
        run=row.run,
        known_run=row.known_run,
        correction=row.correction,
        reason=row.reason,
        digests=json.loads(row.digests),
        figures=json.loads(row.figures),
        counts=_counts(content(connection, row.counts)),
        files={name: content(connection, digest) for name, digest in json.loads(row.files).items()},
        settings=content(connection, row.settings),
        reports=content(connection, row.reports),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _count_as_object(count: Count) -> Mapping[str, object]:
    weights = {"weights": count.weights, "of_weights": count.of_weights}
    shape = {"value": count.value, "rows": count.rows, "of": count.of, "way": count.way.name, "why": count.why}
    return shape | {key: dict(one) for key, one in weights.items() if one}


def _counts(data: bytes) -> dict[str, Count]:
    return {key: _count(one) for key, one in json.loads(data).items()}


def _count(one: Mapping[str, Any]) -> Count:  # Any: whatever JSON holds
    weights = one.get("weights", {}), one.get("of_weights", {})
    return Count(one["value"], tuple(one["rows"]), tuple(one["of"]), one["why"], Way[one["way"]], *weights)
