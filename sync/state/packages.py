"""The log of what went outside: each package is one row for ever, with its bytes; the next names it by its digest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, select

from sync.state.contents import content, keep_bytes
from sync.state.database import insert
from sync.state.tables import PACKAGES


@dataclass(frozen=True)
class IssuedPackage:
    """A package as it was issued. `number` counts the packages of the season from 1, `digest` is that of the manifest.

    `kept` — (code of a row, place) of the texts that stayed at home; `files` — name → bytes.
    """

    season: str
    recipient: str
    number: int
    period: str
    as_of: date
    issued_at: datetime
    digest: str
    correction: int = 0
    request: str = ""
    reason: str = ""
    previous: str | None = None
    kept: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def record_package(connection: Connection, one: IssuedPackage) -> None:
    """Appends a package."""
    files = {name: keep_bytes(connection, data) for name, data in one.files.items()}
    row = (
        one.season,
        one.recipient,
        one.number,
        one.period,
        one.correction,
        one.request,
        one.as_of.isoformat(),
        one.reason,
        one.issued_at.isoformat(),
        one.digest,
        one.previous,
        json.dumps(one.kept, ensure_ascii=False),
        json.dumps(files, ensure_ascii=False),
    )
    insert(connection, PACKAGES, [row])


def packages_of(connection: Connection, season: str, recipient: str) -> tuple[IssuedPackage, ...]:
    """The packages of a season and a recipient in the order of their numbers."""
    mine = (PACKAGES.c.season == season, PACKAGES.c.recipient == recipient)
    query = select(PACKAGES).where(*mine).order_by(PACKAGES.c.number)
    return tuple(
        IssuedPackage(
            season=row.season,
            recipient=row.recipient,
            number=row.number,
            period=row.period,
            as_of=date.fromisoformat(row.as_of),
            issued_at=datetime.fromisoformat(row.issued_at),
            digest=row.digest,
            correction=row.correction,
            request=row.request,
            reason=row.reason,
            previous=row.previous,
            kept=tuple((code, place) for code, place in json.loads(row.kept)),
            files={name: content(connection, digest) for name, digest in json.loads(row.files).items()},
        )
        for row in connection.execute(query).all()
    )
