"""Named papers given to somebody outside: what was given, to whom and of whom; rows that are only ever added."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from sync.state.database import insert
from sync.state.tables import PAPERS


@dataclass(frozen=True)
class GivenPaper:
    """One issue. `digest` is the sha256 of the template's bytes; `number` is 0 until it is recorded."""

    moment: datetime
    template: str
    digest: str
    register: str
    recipient: str
    codes: tuple[str, ...]
    number: int = 0


def record_paper(connection: Connection, paper: GivenPaper) -> int:
    """Adds the issue under the next number, and gives the number."""
    number = int(connection.execute(select(func.max(PAPERS.c.number))).scalar_one() or 0) + 1
    moment, codes = paper.moment.isoformat(), json.dumps(paper.codes, ensure_ascii=False)
    row = (number, moment, paper.template, paper.digest, paper.register, paper.recipient, codes, len(paper.codes))
    insert(connection, PAPERS, [row])
    return number


def given_papers(connection: Connection) -> tuple[GivenPaper, ...]:
    """All issues in the order of their numbers."""
    return tuple(
        GivenPaper(
            datetime.fromisoformat(one.moment),
            one.template,
            one.digest,
            one.register,
            one.recipient,
            tuple(json.loads(one.codes)),
            one.number,
        )
        for one in connection.execute(select(PAPERS).order_by(PAPERS.c.number))
    )
