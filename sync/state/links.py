"""Personal links to the page: whose they are and what they let him do. Only digests are kept, never a link itself."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from sync.state.database import insert
from sync.state.tables import LINKS


@dataclass(frozen=True)
class Link:
    """A link of an employee (`person` is his code). `token` and `session` are sha256 of what only he has.

    A link is opened once, until `until`, and becomes a session; `revoked` ends both.
    """

    person: str
    role: str
    token: str
    made: datetime
    until: datetime
    number: int = 0
    opened: datetime | None = None
    session: str | None = None
    session_until: datetime | None = None
    revoked: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """It can still be opened, or its session goes on."""
        end = self.until if self.opened is None else self.session_until
        return self.revoked is None and end is not None and moment < end


def add_link(connection: Connection, link: Link) -> int:
    """Adds a link that nobody has opened under the next number, and gives the number."""
    number = int(connection.execute(select(func.max(LINKS.c.number))).scalar_one() or 0) + 1
    made, until = link.made.isoformat(), link.until.isoformat()
    insert(connection, LINKS, [(number, link.person, link.role, link.token, made, until, None, None, None, None)])
    return number


def all_links(connection: Connection) -> tuple[Link, ...]:
    """Every link in the order of the numbers."""
    return tuple(_link(row) for row in connection.execute(select(LINKS).order_by(LINKS.c.number)))


def open_link(connection: Connection, token: str, session: tuple[str, datetime], moment: datetime) -> Link | None:
    """Exchanges a link for a session (its digest and end); None when it does not hold or was opened before."""
    link = _one(connection, LINKS.c.token == token)
    if link is None or link.opened is not None or not link.holds(moment):
        return None
    digest, until = session
    connection.execute(
        update(LINKS)
        .where(LINKS.c.number == link.number)
        .values(opened=moment.isoformat(), session=digest, session_until=until.isoformat())
    )
    return link


def session_of(connection: Connection, session: str, moment: datetime) -> Link | None:
    """The link whose session this is, while it holds."""
    link = _one(connection, LINKS.c.session == session)
    return link if link is not None and link.holds(moment) else None


def revoke_links(connection: Connection, moment: datetime, person: str, session: str) -> int:
    """Ends what is not ended yet: all links of the person, or the one of the session."""
    mine = LINKS.c.person == person if person else LINKS.c.session == session
    ended = connection.execute(update(LINKS).where(mine, LINKS.c.revoked.is_(None)).values(revoked=moment.isoformat()))
    return ended.rowcount


def _one(connection: Connection, mine: object) -> Link | None:
    row = connection.execute(select(LINKS).where(mine)).one_or_none()  # type: ignore[arg-type]  # a condition of SQLAlchemy
    return None if row is None else _link(row)


def _link(row: object) -> Link:
    values = row._asdict()  # type: ignore[attr-defined]  # a row of the table
    for name in ("made", "until", "opened", "session_until", "revoked"):
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    return Link(**values)
