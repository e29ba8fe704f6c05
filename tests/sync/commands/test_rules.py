"""`rpo rules`: every code once, in order, with what to do."""

import json
import re
from argparse import Namespace
from collections.abc import Iterator

import pytest

from reports.catalogues.rules import entries
from sync.commands import rules
from validators.catalogue import FAULTS, Fault
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, rule
from validators.rules import RULES


@rule("X09", Severity.CRITICAL, needs=("TEAM",))
def team_has_a_mentor(_scene: Scene) -> Iterator[Complaint]:
    """Закрепите наставника за командой."""
    yield from ()


@rule("C05", Severity.ERROR)
def codes_differ(_scene: Scene) -> Iterator[Complaint]:
    """Поставьте лишней строке «Ошибочная запись»."""
    yield from ()


def test_programs_get_every_code_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.run(Namespace(json=True)) == 0
    listed = json.loads(capsys.readouterr().out)
    codes = [entry["code"] for entry in listed]
    assert sorted(codes) == sorted({*FAULTS, *(one.code for one in RULES)})
    assert all(entry.keys() >= {"code", "severity", "title", "advice"} for entry in listed)
    assert all(entry["title"] and entry["advice"] for entry in listed)


def test_people_read_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.run(Namespace(json=False)) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Правила проверки\n")
    rows = re.findall(r"^\| ([CFSX]\d+) \|", printed, re.MULTILINE)
    assert len(rows) == len({*FAULTS, *(one.code for one in RULES)})


def test_every_code_is_told_with_an_example_and_who_may_leave_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.run(Namespace(json=False)) == 0
    chapters = re.split(r"^### ", capsys.readouterr().out, flags=re.MULTILINE)[1:]
    assert len(chapters) == len({*FAULTS, *(one.code for one in RULES)})
    assert all("- Пример" in one and "- Что сделать: " in one and "Оставить как есть: " in one for one in chapters)


def test_only_the_head_may_leave_what_keeps_a_row_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.run(Namespace(json=True)) == 0
    for entry in json.loads(capsys.readouterr().out):
        assert (entry["left_by"] == "head") is (entry["severity"] == "critical"), entry["code"]


def test_codes_stand_in_the_order_of_their_numbers() -> None:
    faults = [Fault(code, Severity.ERROR, "Что", "Как.") for code in ("S10", "X02", "S9", "F01", "C01")]
    assert [entry.code for entry in entries(faults, [team_has_a_mentor])] == ["C01", "F01", "S9", "S10", "X02", "X09"]


def test_a_rule_of_its_own_is_an_entry_with_the_registers_it_needs() -> None:
    (entry,) = entries((), [team_has_a_mentor])
    assert entry.severity is Severity.CRITICAL
    assert entry.advice == "Закрепите наставника за командой."
    assert entry.needs == ("TEAM",)


def test_a_rule_adds_its_advice_to_a_fault_of_the_same_code() -> None:
    (entry,) = entries([FAULTS["C05"]], [codes_differ])
    assert entry.title == FAULTS["C05"].title
    assert entry.advice == f"{FAULTS['C05'].advice} Поставьте лишней строке «Ошибочная запись»."
