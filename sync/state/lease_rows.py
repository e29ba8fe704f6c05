"""The lease in the history: one row says which machine writes, by a token that only grows."""

from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from config.errors import OfficeError
from sync.state.service_tables import LEASES

_OFFICE = "office"


class LeaseLostError(OfficeError):
    """Писать начала служба на другой машине: здесь ничего не записано."""

    def __init__(self) -> None:
        """The sentence is that of the class."""
        super().__init__(advice="Пусть работает одна служба; какая пишет, показывает rpo status.")


class LeaseRow(NamedTuple):
    """Who holds the lease: the token, the machine ("" is nobody), and how often it was renewed."""

    token: int
    holder: str
    beat: int


def lease_row(connection: Connection) -> LeaseRow | None:
    """The lease as it stands; None when nobody has ever held it."""
    columns = (LEASES.c.token, LEASES.c.holder, LEASES.c.beat)
    row = connection.execute(select(*columns).where(LEASES.c.name == _OFFICE)).one_or_none()
    return LeaseRow(*row) if row is not None else None


def take_lease(connection: Connection, holder: str, seen: LeaseRow | None) -> int | None:
    """Takes the lease when it stands as it was seen, with the next token; None when somebody was faster."""
    if seen is None:
        if lease_row(connection) is not None:
            return None
        connection.execute(insert(LEASES).values(name=_OFFICE, token=1, holder=holder, beat=0))
        return 1
    same = (LEASES.c.name == _OFFICE, LEASES.c.token == seen.token, LEASES.c.beat == seen.beat)
    token = seen.token + 1
    done = connection.execute(update(LEASES).where(*same).values(token=token, holder=holder, beat=0))
    return token if done.rowcount else None


def renew_lease(connection: Connection, token: int) -> bool:
    """Says that the holder of the token lives; False when another one has come after it."""
    mine = (LEASES.c.name == _OFFICE, LEASES.c.token == token)
    return bool(connection.execute(update(LEASES).where(*mine).values(beat=LEASES.c.beat + 1)).rowcount)


def free_lease(connection: Connection, token: int) -> None:
    """Lets the next one take the lease at once; does nothing when another one has."""
    connection.execute(update(LEASES).where(LEASES.c.name == _OFFICE, LEASES.c.token == token).values(holder=""))


def check_token(connection: Connection, token: int | None) -> None:
    """Raises LeaseLostError when the token is not the last one given; None is a write that needs no lease.

    The row stays locked until the transaction ends, where the database can do so.
    """
    if token is None:
        return
    query = select(LEASES.c.token).where(LEASES.c.name == _OFFICE).with_for_update()
    if connection.execute(query).scalar_one_or_none() != token:
        raise LeaseLostError
