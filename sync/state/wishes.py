"""Wishes in the history: each is heard once under its own id, begun before it is done, settled when it is over."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from sync.before import Fate, Wished
from sync.state.database import insert
from sync.state.wish_tables import WISHES


def wishes_of(connection: Connection) -> tuple[Wished, ...]:
    """Every wish in the order of the numbers; what came of it is told of the last one of each deed only."""
    last = select(func.max(WISHES.c.number)).group_by(WISHES.c.deed)
    words = select(WISHES.c.number, WISHES.c.told).where(WISHES.c.number.in_(last))
    told: dict[int, str] = {one.number: one.told for one in connection.execute(words)}
    row = WISHES.c
    columns = (row.id, row.number, row.deed, row.heard, row.tries, row.was, row.fate, row.settled, row.shown_run)
    query = select(*columns).order_by(row.number)
    return tuple(_wished(one, told.get(one.number, "")) for one in connection.execute(query))


def wish_of(connection: Connection, wish_id: str) -> Wished | None:
    """The wish with this id; None when it was never heard."""
    row = connection.execute(select(WISHES).where(WISHES.c.id == wish_id)).one_or_none()
    return None if row is None else _wished(row, row.told)


def last_wish(connection: Connection, deed: str) -> int:
    """The number of the last settled wish for a deed; 0 when there is none."""
    query = select(func.max(WISHES.c.number)).where(WISHES.c.deed == deed, WISHES.c.settled.is_not(None))
    return int(connection.execute(query).scalar_one() or 0)


def begin_wish(connection: Connection, wish: Wished) -> None:
    """Appends a wish that is about to be done, under the next number."""
    number = int(connection.execute(select(func.max(WISHES.c.number))).scalar_one() or 0) + 1
    heard = wish.heard.isoformat()
    insert(connection, WISHES, [(wish.id, number, wish.deed, heard, 1, wish.was, Fate.BEGUN, "", None, None)])


def try_wish(connection: Connection, wish_id: str, more: int) -> None:
    """Counts a try, or takes one back that came to nothing."""
    mine = update(WISHES).where(WISHES.c.id == wish_id, WISHES.c.fate == Fate.BEGUN)
    connection.execute(mine.values(tries=WISHES.c.tries + more))


def settle_wish(connection: Connection, wish_id: str, fate: Fate, told: str, moment: datetime) -> None:
    """Notes how a wish ended; what was settled before stays as it is."""
    mine = update(WISHES).where(WISHES.c.id == wish_id, WISHES.c.fate == Fate.BEGUN)
    connection.execute(mine.values(fate=fate, told=told, settled=moment.isoformat()))


def show_wishes(connection: Connection, ids: Collection[str], run: int) -> None:
    """Notes the update that has shown how these wishes ended."""
    for wish_id in ids:
        mine = update(WISHES).where(WISHES.c.id == wish_id, WISHES.c.shown_run.is_(None))
        connection.execute(mine.values(shown_run=run))


def _wished(row: Any, told: str) -> Wished:  # Any: a row of the table
    settled = datetime.fromisoformat(row.settled) if row.settled else None
    heard, fate = datetime.fromisoformat(row.heard), Fate(row.fate)
    return Wished(row.id, row.deed, heard, row.number, row.tries, row.was, fate, told, settled, row.shown_run)
