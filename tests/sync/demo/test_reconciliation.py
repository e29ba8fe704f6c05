"""The made-up office agrees with itself; where it is made to disagree, «Сверка» tells exactly that."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from config.registers import REGISTERS
from config.settings import parse
from reports.reconciliation import Outcome, outcomes
from sync.backends.readers.file import read_file
from sync.demo.crossing.ground import Ground, TypedRow
from sync.demo.crossing.money import MONEY
from sync.demo.crossing.papers import PAPERS
from sync.demo.office import DemoOffice
from sync.demo.planting import plant
from sync.demo.season import TODAY
from sync.demo.spoiling import Typed
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.memo import Memo

LOOK = Look(parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS)), TODAY, memo=Memo())
NOTHING_TYPED = "indicator_fact"
"""No fact that the service counts itself is typed in the clean office."""

STATED = {"X31": "coverage", "typed fact is not the counted one": "indicator_fact"}
"""Code or kind of a planted fault that is also a disagreement → the pair."""


def copied(office: DemoOffice) -> dict[str, list[TypedRow]]:
    return {key: [dict(row) for row in rows] for key, rows in office.rows.items()}


def reconciled(rows: Mapping[str, Sequence[Mapping[str, Typed]]]) -> list[Outcome]:
    files = [read_file(name, data) for name, data in workbooks(rows).items()]
    return outcomes(survey(files, LOOK).facts)


def apart(found: Sequence[Outcome]) -> set[tuple[str, str]]:
    """(pair, code) of every disagreement."""
    return {
        (one.pair.key, told.subject.partition(" ")[0])
        for one in found
        if one.compared
        for told in one.compared.disagreements
    }


def test_a_clean_office_agrees_in_everything(clean: DemoOffice) -> None:
    found = reconciled(clean.rows)
    assert apart(found) == set()
    assert {one.pair.key for one in found if not one.compared or not one.compared.facts} == {NOTHING_TYPED}


def test_planted_faults_that_are_disagreements_are_told_and_the_others_are_not(clean: DemoOffice) -> None:
    ground = Ground(clean, copied(clean), Random(5))
    broken = [(crossing, crossing.spoil(ground)) for crossing in (*MONEY, *PAPERS)]
    expected = {
        (STATED[key], str(fault.row["id"]))
        for crossing, fault in broken
        for key in (crossing.code, crossing.kind)
        if key in STATED and fault.row
    }
    assert len(expected) == len(STATED)
    assert apart(reconciled(ground.rows)) == expected


def test_the_spoiled_office_tells_them_too(clean: DemoOffice) -> None:
    spoiled = plant(clean)
    expected = {
        (STATED[key], one.id) for one in spoiled.planted for key in (one.code, one.kind) if key in STATED and one.id
    }
    assert apart(reconciled(spoiled.rows)) >= expected


def test_each_pair_that_is_made_to_disagree_is_told_once(clean: DemoOffice) -> None:
    rows = copied(clean)
    teams, used = rows["TEAM"], rows["PROG"]

    def one(key: str, fit: Callable[[TypedRow], bool]) -> TypedRow:
        return next(row for row in rows[key] if fit(row))

    teams[0]["size"] = 44
    leader = one("UNI", lambda row: row["id"] == str(teams[1]["leaders"]).partition(";")[0])
    leader["teams"], teams[1]["size"] = None, None
    teams[3]["captain"] = one("SCH", lambda row: str(row.get("team")).startswith(str(teams[4]["id"])))["id"]
    mentor = one("MENT", lambda row: row["status"] == "Утверждён" and str(row["id"]) not in str(teams))
    mentor["status"] = "На утверждении"
    site = one(
        "ENT", lambda row: bool(row.get("approved")) and not any(row["id"] == trip.get("organisation") for trip in used)
    )
    site["decision"] = one("DEC", lambda row: str(row["question"]).startswith("C3"))["id"]
    school = one("EDU", lambda row: bool(row.get("decision")))
    school["approved"] = TODAY
    proposed = one("ENT", lambda row: row["status"] == "Предложена")
    one("PROG", lambda row: row["kind"] == "Стажировка")["organisation"] = proposed["id"]
    measure = one("PLAN", lambda row: row["financed"] == "Да" and row["status"] != "Отменено")
    measure["financed"] = "Нет"
    coordination = one("NP", lambda row: bool(row["covered_fact"]))
    coordination["covered_fact"] = 1
    indicator = one("IND", lambda row: row["indicator"] == "K15")
    indicator["manual_fact"] = 1
    page = one("PAGE", lambda row: row["official"] == "Да")
    page["last_post"] = one("PUB", lambda row: row["status"] == "Вышла")["day"]
    other = one("STAFF", lambda row: "R4.1" in str(row["functions"]))
    trip = one("PLAN", lambda row: row["function"] == "R3.3" and row["status"] != "Отменено")
    trip["responsible"] = other["id"]
    assert apart(reconciled(rows)) == {
        ("team_size", str(teams[0]["id"])),
        ("leaders", str(teams[1]["id"])),
        ("captain", str(teams[3]["id"])),
        ("mentor_approval", str(mentor["id"])),
        ("site_approval", str(site["id"])),
        ("institution_approval", str(school["id"])),
        ("site_use", str(proposed["id"])),
        ("financing", str(measure["id"])),
        ("coverage", str(coordination["id"])),
        ("indicator_fact", str(indicator["id"])),
        ("last_post", str(page["id"])),
        ("duties", "R3.3"),
    }
