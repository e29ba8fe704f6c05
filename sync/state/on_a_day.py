"""What the history knew when a day ended: the last good reading of every register, and the answers of staff."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, and_, func, or_, select

from sync.state.tables import ANSWERS, RUNS, SNAPSHOTS


@dataclass(frozen=True)
class Known:
    """Register → digest of its last good reading; (register, spelling) → the answer that stood."""

    digests: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)


def known_on(connection: Connection, day: date) -> Known | None:
    """None before the first update."""
    last = select(func.max(RUNS.c.number)).where(RUNS.c.day <= day.isoformat())
    run = connection.execute(last).scalar_one()
    return None if run is None else Known(_digests(connection, run), _answers(connection, run))


def _digests(connection: Connection, run: int) -> dict[str, str]:
    newest = (
        select(SNAPSHOTS.c.register, func.max(SNAPSHOTS.c.run).label("run"))
        .where(SNAPSHOTS.c.run <= run)
        .group_by(SNAPSHOTS.c.register)
        .subquery()
    )
    same = and_(newest.c.register == SNAPSHOTS.c.register, newest.c.run == SNAPSHOTS.c.run)
    query = select(SNAPSHOTS.c.register, SNAPSHOTS.c.digest).join(newest, same).order_by(SNAPSHOTS.c.register)
    return dict(connection.execute(query).all())


def _answers(connection: Connection, run: int) -> dict[tuple[str, str], str]:
    still = or_(ANSWERS.c.gone_run.is_(None), ANSWERS.c.gone_run > run)
    query = select(ANSWERS.c.register, ANSWERS.c.spelling, ANSWERS.c.id).where(ANSWERS.c.run <= run, still)
    return {(key, spelling): known for key, spelling, known in connection.execute(query)}
