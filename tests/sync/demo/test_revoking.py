"""A decision of the made-up council is revoked: everybody who leaned on it is told in the same run, and counts drop."""

from collections.abc import Mapping, Sequence

import pytest

from config.registers import REGISTERS
from config.settings import parse
from sync.backends.readers.file import read_file
from sync.demo.draft import Row
from sync.demo.office import DemoOffice
from sync.demo.season import LISTS, OPENING, TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import Survey, survey
from sync.sheets import Look
from validators.counts import COUNTS
from validators.memo import Memo

LOOK = Look(parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS)), TODAY, memo=Memo())


def looked(rows: Mapping[str, Sequence[Row]]) -> Survey:
    return survey([read_file(name, data) for name, data in workbooks(rows).items()], LOOK)


def revoked(clean: DemoOffice, decision: Row) -> Survey:
    changed = [{**row, "revoked": TODAY} if row is decision else row for row in clean.rows["DEC"]]
    return looked({**clean.rows, "DEC": changed})


def the_decision(clean: DemoOffice, question: str, **cells: object) -> Row:
    return next(
        row
        for row in clean.rows["DEC"]
        if str(row["question"]).startswith(question) and all(row[name] == cell for name, cell in cells.items())
    )


def approved_by(clean: DemoOffice, key: str, decision: Row) -> set[object]:
    return {row["id"] for row in clean.rows[key] if row.get("decision") == decision["id"]}


def told(found: Survey, code: str, key: str) -> set[object]:
    return {one.place.id for one in found.remarks if one.code == code and one.place.register == key}


def test_every_team_of_a_mentor_who_lost_his_approval_is_told_at_once(clean: DemoOffice) -> None:
    decision = the_decision(clean, "C3", decided=LISTS)
    mentors = approved_by(clean, "MENT", decision)
    teams = {row["id"] for row in clean.rows["TEAM"] if mentors & set(str(row["mentors"]).split("; "))}
    found = revoked(clean, decision)
    assert len(teams) == len(clean.rows["TEAM"])
    assert told(found, "X12", "TEAM") == teams
    assert told(found, "X35", "MENT") == mentors
    experts = {row["id"] for row in clean.rows["AGENDA"] if row.get("wards") and row["status"] == "Включён"}
    assert told(found, "X41", "AGENDA") == experts


def test_the_count_of_mentors_drops_by_those_of_the_revoked_list(clean: DemoOffice) -> None:
    decision = the_decision(clean, "C3", decided=LISTS)
    before = set(COUNTS["K13"](looked(clean.rows).facts.scene.office, TODAY).rows)
    after = set(COUNTS["K13"](revoked(clean, decision).facts.scene.office, TODAY).rows)
    assert before - after == approved_by(clean, "MENT", decision)
    assert after


@pytest.mark.parametrize(
    ("question", "on", "key"), [("C2", LISTS, "ENT"), ("C4", LISTS, "EDU"), ("C1", OPENING, "PRIORITY")]
)
def test_a_revoked_list_of_any_kind_reopens_its_rows(clean: DemoOffice, question: str, on: object, key: str) -> None:
    decision = the_decision(clean, question, decided=on)
    living = {row["id"] for row in clean.rows[key] if row.get("status") in {None, "Утверждена"}}
    assert told(revoked(clean, decision), "X35", key) == approved_by(clean, key, decision) & living


def test_every_team_of_a_priority_that_lost_its_approval_is_told(clean: DemoOffice) -> None:
    found = revoked(clean, the_decision(clean, "C1", decided=OPENING))
    assert told(found, "X33", "TEAM") == {row["id"] for row in clean.rows["TEAM"]}


def test_every_activity_on_a_site_after_the_revocation_is_told(clean: DemoOffice) -> None:
    decision = the_decision(clean, "C2", decided=LISTS)
    sites = approved_by(clean, "ENT", decision)
    changed = [{**row, "revoked": LISTS} if row is decision else row for row in clean.rows["DEC"]]
    found = looked({**clean.rows, "DEC": changed})
    assert told(found, "X15", "PROG") == {row["id"] for row in clean.rows["PROG"] if row.get("organisation") in sites}
