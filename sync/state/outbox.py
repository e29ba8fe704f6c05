"""Letters in the history: composed once a day, tried until they go out, replaced by the next day's or given up."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select, update

from reports.facts import Undelivered
from sync.state.database import insert
from sync.state.mail_tables import MAIL_DAYS, OUTBOX


class Fate(StrEnum):
    """What became of a letter."""

    WAITING = "waiting"
    SENT = "sent"
    REPLACED = "replaced"
    GIVEN_UP = "given_up"


@dataclass(frozen=True)
class Letter:
    """A letter as it is kept; the same every time it is tried.

    `id` is the delivery id, from which the Message-ID is made; `recipient` a code of STAFF; `since` — the day since
    which this employee gets nothing, when letters before this one did not go out either; `told` — keys of what it says.
    `trouble` — why the last try failed, in Russian.
    """

    id: str
    recipient: str
    address: str
    kind: str
    day: date
    since: date
    composed: datetime
    subject: str
    text: str
    html: str
    told: tuple[str, ...] = ()
    tries: int = 0
    trouble: str | None = None
    fate: Fate = Fate.WAITING


def is_composed(connection: Connection, day: date) -> bool:
    """The letters of the day were composed."""
    query = select(MAIL_DAYS.c.day).where(MAIL_DAYS.c.day == day.isoformat())
    return connection.execute(query).one_or_none() is not None


def told_to(connection: Connection) -> dict[str, dict[str, date]]:
    """Code of an employee → what letters that went out told him → the last day on which they did."""
    columns = (OUTBOX.c.recipient, OUTBOX.c.day, OUTBOX.c.told)
    query = select(*columns).where(OUTBOX.c.state == Fate.SENT).order_by(OUTBOX.c.day)
    found: dict[str, dict[str, date]] = {}
    for recipient, day, told in connection.execute(query):
        found.setdefault(recipient, {}).update(dict.fromkeys(json.loads(told), date.fromisoformat(day)))
    return found


def record_letters(connection: Connection, day: date, moment: datetime, letters: Sequence[Letter]) -> int:
    """Notes the letters of the day and that they were composed; gives how many are new.

    Letters of earlier days that did not go out are replaced: what they told and still holds is told by the new ones,
    which know since when nothing goes out. Nothing happens when the day was composed before.
    """
    if is_composed(connection, day):
        return 0
    insert(connection, MAIL_DAYS, [(day.isoformat(), moment.isoformat(), len(letters))])
    since = {one.recipient: one.since for one in waiting(connection)}
    old = update(OUTBOX).where(OUTBOX.c.state == Fate.WAITING)
    connection.execute(old.values(state=Fate.REPLACED, settled=moment.isoformat()))
    insert(connection, OUTBOX, [_row(one, since.get(one.recipient, one.day)) for one in letters])
    return len(letters)


def waiting(connection: Connection) -> tuple[Letter, ...]:
    """The letters that wait to go out, the earliest first."""
    query = select(OUTBOX).where(OUTBOX.c.state == Fate.WAITING).order_by(OUTBOX.c.day, OUTBOX.c.recipient)
    return tuple(_letter(row) for row in connection.execute(query))


def note_sent(connection: Connection, letter_id: str, moment: datetime) -> None:
    """The mail server has taken the letter."""
    _settle(connection, letter_id, moment, Fate.SENT, None)


def note_trouble(connection: Connection, letter_id: str, moment: datetime, why: str, *, give_up: bool) -> None:
    """A try failed; with `give_up` it was the last."""
    _settle(connection, letter_id, moment, Fate.GIVEN_UP if give_up else Fate.WAITING, why)


def undelivered(connection: Connection, today: date) -> tuple[Undelivered, ...]:
    """The letters that do not go out, and those given up after which nothing went to the same employee, as of a day."""
    last = select(OUTBOX.c.recipient, func.max(OUTBOX.c.day).label("day")).group_by(OUTBOX.c.recipient).subquery()
    same = (OUTBOX.c.recipient == last.c.recipient) & (OUTBOX.c.day == last.c.day)
    query = select(OUTBOX).join(last, same).where(OUTBOX.c.trouble.is_not(None), OUTBOX.c.day <= today.isoformat())
    found = map(_letter, connection.execute(query.order_by(OUTBOX.c.since, OUTBOX.c.recipient)))
    return tuple(
        Undelivered(one.recipient, one.since, one.trouble or "", one.fate is Fate.GIVEN_UP)
        for one in found
        if one.fate in (Fate.WAITING, Fate.GIVEN_UP)
    )


def _settle(connection: Connection, letter_id: str, moment: datetime, fate: Fate, why: str | None) -> None:
    values = {"state": fate, "tried": moment.isoformat(), "trouble": why, "tries": OUTBOX.c.tries + 1}
    values |= {} if fate is Fate.WAITING else {"settled": moment.isoformat()}
    mine = OUTBOX.c.id == letter_id, OUTBOX.c.state == Fate.WAITING
    connection.execute(update(OUTBOX).where(*mine).values(values))


def _row(one: Letter, since: date) -> tuple[object, ...]:
    told, day = json.dumps(one.told, ensure_ascii=False), one.day.isoformat()
    head = (one.id, one.recipient, one.address, one.kind, day, since.isoformat(), one.composed.isoformat())
    return (*head, one.subject, one.text, one.html, told, 0, None, None, Fate.WAITING, None)


def _letter(row: Any) -> Letter:  # Any: a row of the table
    return Letter(
        id=row.id,
        recipient=row.recipient,
        address=row.address,
        kind=row.kind,
        day=date.fromisoformat(row.day),
        since=date.fromisoformat(row.since),
        composed=datetime.fromisoformat(row.composed),
        subject=row.subject,
        text=row.text,
        html=row.html,
        told=tuple(json.loads(row.told)),
        tries=row.tries,
        trouble=row.trouble,
        fate=Fate(row.state),
    )
