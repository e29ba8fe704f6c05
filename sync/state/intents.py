"""The journal of intents: before a file is replaced it is written down, and ended when the update is recorded."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from sync.before import Edit, Heard, Intent, Written
from sync.state.database import insert
from sync.state.intent_tables import INTENTS

_REPORT, _PERIOD, _HEARD = "report", "period", "heard"


def open_intents(connection: Connection) -> tuple[Intent, ...]:
    """The reports that an update began to write and whose end nobody has recorded."""
    return tuple(_intent(row) for row in connection.execute(_open(_REPORT)))


def heard_before(connection: Connection) -> Heard:
    """What staff had typed as the updates heard it whose end nobody has recorded; of a cell, what was heard last."""
    edits: dict[tuple[str, str], Edit] = {}
    answers: dict[tuple[str, str], str] = {}
    for row in connection.execute(_open(_HEARD)):
        shape = json.loads(row.tabs)
        edits |= {(one.fingerprint, one.place): one for one in (Edit(*each) for each in shape["edits"])}
        answers |= {(register, spelling): code for register, spelling, code in shape["answers"]}
    return Heard(tuple(edits.values()), answers)


def record_intents(connection: Connection, intents: Sequence[Intent], heard: Heard, moment: datetime) -> int:
    """Appends the intents of one update under its token, which never goes down; gives the token."""
    number, token = _last(connection)
    known: list[tuple[int, str, str, str | None, str, str]] = [
        (one.run, _REPORT, one.target, one.was, one.digest, _tabs(one)) for one in intents
    ]
    if heard != Heard():
        known.append((intents[0].run, _HEARD, "", None, "", _heard(heard)))
    rows = [(at, *one, token + 1, moment.isoformat(), None) for at, one in enumerate(known, number + 1)]
    insert(connection, INTENTS, list(rows))
    return token + 1


def end_intents(connection: Connection, moment: datetime) -> None:
    """All that was begun is recorded: what stands, stands in the history, and what was heard need not stand twice."""
    _end(connection, _REPORT, moment)
    connection.execute(update(INTENTS).where(INTENTS.c.kind == _HEARD, INTENTS.c.ended.is_(None)).values(tabs="{}"))
    _end(connection, _HEARD, moment)


def open_periods(connection: Connection) -> tuple[tuple[str, int], ...]:
    """(period, correction) of the reports of periods whose files may not lie in the archive yet."""
    return tuple((row.target, int(row.digest)) for row in connection.execute(_open(_PERIOD)))


def record_period_intent(connection: Connection, period: str, correction: int, moment: datetime, run: int) -> None:
    """Notes that the files of a period are about to be put into the archive."""
    number, token = _last(connection)
    row = (number + 1, run, _PERIOD, period, None, str(correction), "{}", token + 1, moment.isoformat(), None)
    insert(connection, INTENTS, [row])


def end_periods(connection: Connection, moment: datetime) -> None:
    """The files of all closed periods lie in the archive."""
    _end(connection, _PERIOD, moment)


def _open(kind: str) -> Select[Any]:  # Any: a row of the table
    return select(INTENTS).where(INTENTS.c.kind == kind, INTENTS.c.ended.is_(None)).order_by(INTENTS.c.number)


def _end(connection: Connection, kind: str, moment: datetime) -> None:
    mine = update(INTENTS).where(INTENTS.c.kind == kind, INTENTS.c.ended.is_(None))
    connection.execute(mine.values(ended=moment.isoformat()))


def _last(connection: Connection) -> tuple[int, int]:
    """The last number and the last token; zeros for a new journal."""
    number, token = connection.execute(select(func.max(INTENTS.c.number), func.max(INTENTS.c.token))).one()
    return number or 0, token or 0


def _tabs(intent: Intent) -> str:
    tabs = {tab: (one.digest, one.run, one.moment.isoformat()) for tab, one in intent.tabs.items()}
    return json.dumps(tabs, ensure_ascii=False)


def _heard(heard: Heard) -> str:
    edits = [(one.fingerprint, one.version, one.number, one.reason, one.until, one.place) for one in heard.edits]
    answers = [(register, spelling, code) for (register, spelling), code in heard.answers.items()]
    return json.dumps({"edits": edits, "answers": answers}, ensure_ascii=False)


def _intent(row: Any) -> Intent:  # Any: a row of the table
    tabs = {
        tab: Written(digest, run, datetime.fromisoformat(moment))
        for tab, (digest, run, moment) in json.loads(row.tabs).items()
    }
    return Intent(row.run, row.target, row.was, row.digest, tabs)
