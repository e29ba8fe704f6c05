"""What earlier days of the office knew: open remarks, figures, days of change; for paces and comparisons in reports."""

import json
from datetime import date, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from reports.facts import Mended, Past, Reported
from sync.state.outbox import undelivered
from sync.state.tables import FIGURES, LEAVES, PERIODS, REMARKS, RUNS, SNAPSHOTS
from validators.remark import UNDERSTOOD

FIXED_WITHIN = timedelta(days=30)
WEEK = timedelta(days=7)
_COUNTED = and_(REMARKS.c.severity != "info", REMARKS.c.code.not_in(sorted(UNDERSTOOD)))


def remember_past(connection: Connection, today: date) -> Past:
    """The past as it looks on `today`; remarks that ask nothing are left out of it."""
    yesterday = _last_day(connection, today - timedelta(days=1))
    week_ago = _last_day(connection, today - WEEK)
    return Past(
        open_yesterday=_open_on(connection, yesterday),
        open_week_ago=_open_on(connection, week_ago),
        figures_yesterday=_figures_on(connection, yesterday),
        figures_week_ago=_figures_on(connection, week_ago),
        changed_on=_changed_on(connection),
        fixed=_fixed(connection, today),
        started=_started(connection),
        reported=_reported(connection, today),
        undelivered=undelivered(connection, today),
    )


def _last_day(connection: Connection, until: date) -> str | None:
    """The last day not after `until` on which there was an update."""
    day: str | None = connection.execute(
        select(func.max(RUNS.c.day)).where(RUNS.c.day <= until.isoformat())
    ).scalar_one()
    return day


def _open_on(connection: Connection, day: str | None) -> frozenset[str] | None:
    if day is None:
        return None
    still = or_(REMARKS.c.closed_day.is_(None), REMARKS.c.closed_day > day)
    query = select(REMARKS.c.fingerprint).where(REMARKS.c.opened_day <= day, still, _COUNTED)
    return frozenset(connection.execute(query).scalars().all()) - _silent_on(connection, day)


def _silent_on(connection: Connection, day: str) -> frozenset[str]:
    """The remarks that staff had left as they are when the day ended."""
    begun, ended = RUNS.alias(), RUNS.alias()
    query = (
        select(LEAVES.c.fingerprint)
        .join(begun, begun.c.number == LEAVES.c.run)
        .outerjoin(ended, ended.c.number == LEAVES.c.gone_run)
        .where(begun.c.day <= day, LEAVES.c.silent_until >= day, or_(ended.c.day.is_(None), ended.c.day > day))
    )
    return frozenset(connection.execute(query).scalars().all())


def _figures_on(connection: Connection, day: str | None) -> dict[str, float]:
    """The figures at the end of the day: those of the last update that was not a quiet one."""
    if day is None:
        return {}
    run = select(func.max(RUNS.c.number)).where(RUNS.c.day <= day, RUNS.c.quiet.is_(False)).scalar_subquery()
    query = select(FIGURES.c.id, FIGURES.c.value).where(FIGURES.c.run == run)
    return dict(connection.execute(query).all())


def _changed_on(connection: Connection) -> dict[str, date]:
    query = select(SNAPSHOTS.c.register, SNAPSHOTS.c.digest, SNAPSHOTS.c.day).order_by(SNAPSHOTS.c.run)
    seen: dict[str, str] = {}
    days: dict[str, date] = {}
    for register, digest, day in connection.execute(query):
        if seen.get(register) != digest:
            seen[register], days[register] = digest, date.fromisoformat(day)
    return days


def _fixed(connection: Connection, today: date) -> tuple[Mended, ...]:
    """Closed up to yesterday, so that a second update of the day says the same."""
    first, last = (today - FIXED_WITHIN).isoformat(), today.isoformat()
    query = (
        select(REMARKS.c.opened_day, REMARKS.c.closed_day, REMARKS.c.register, REMARKS.c.owner)
        .where(REMARKS.c.closed_day > first, REMARKS.c.closed_day < last, _COUNTED)
        .order_by(REMARKS.c.closed_day, REMARKS.c.opened_day, REMARKS.c.fingerprint)
    )
    return tuple(
        Mended(date.fromisoformat(opened), date.fromisoformat(closed), register, owner)
        for opened, closed, register, owner in connection.execute(query)
    )


def _started(connection: Connection) -> int | None:
    """How many remarks the first readings gave; None before the first update."""
    if connection.execute(select(func.count()).select_from(RUNS)).scalar_one() == 0:
        return None
    query = select(func.count(func.distinct(REMARKS.c.fingerprint))).where(REMARKS.c.old.is_(True), _COUNTED)
    return connection.execute(query).scalar_one()


def _reported(connection: Connection, today: date) -> tuple[Reported, ...]:
    """Each period that had ended by the day, as it was reported last."""
    last = select(PERIODS.c.period, func.max(PERIODS.c.correction).label("last")).group_by(PERIODS.c.period).subquery()
    same = (PERIODS.c.period == last.c.period) & (PERIODS.c.correction == last.c.last)
    query = select(PERIODS.c.period, PERIODS.c.cut, PERIODS.c.figures).join(last, same)
    query = query.where(PERIODS.c.cut <= today.isoformat()).order_by(PERIODS.c.cut, PERIODS.c.period)
    found = connection.execute(query).all()
    return tuple(Reported(name, date.fromisoformat(cut), json.loads(told)) for name, cut, told in found)
