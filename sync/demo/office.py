"""The made-up office before any fault is planted: all registers of a season, consistent with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sync.demo.council import make_decisions
from sync.demo.documents import document_day, make_acts, make_documents
from sync.demo.draft import Draft, Row, day_of
from sync.demo.enterprises import make_enterprises
from sync.demo.institutions import make_institutions
from sync.demo.life import make_agenda, make_indicators
from sync.demo.media import make_media
from sync.demo.mentors import make_mentors
from sync.demo.money import make_money
from sync.demo.people import make_pupils, make_students
from sync.demo.plan import make_plan
from sync.demo.region import make_lists, make_passport
from sync.demo.staff import make_staff
from sync.demo.teams import make_teams
from sync.demo.trip import make_trip


@dataclass(frozen=True)
class DemoOffice:
    """The rows of every register, by field; nobody changes them once they are made."""

    seed: int
    rows: Mapping[str, Sequence[Row]]


def office(seed: int) -> DemoOffice:
    """The office of a seed: the same rows on any machine and any day."""
    draft = Draft(Random(f"rpo demo {seed}"))  # noqa: S311  chance of a game, not of a secret
    make_lists(draft)
    make_staff(draft)
    founding, delegation = make_acts(draft)
    make_passport(draft, str(draft.rows["STAFF"][0]["full_name"]), founding, delegation)
    make_institutions(draft)
    make_enterprises(draft)
    make_students(draft)
    make_mentors(draft)
    make_pupils(draft)
    make_teams(draft)
    make_decisions(draft)
    make_plan(draft)
    order = make_documents(draft)
    make_trip(draft, order)
    make_money(draft)
    make_media(draft)
    make_agenda(draft)
    make_indicators(draft)
    draft.put_in_order("DOC", document_day)
    draft.put_in_order("DEC", _decided)
    return DemoOffice(seed, draft.rows)


def _decided(row: Row) -> date:
    return day_of(row, "decided")
