"""The server is broken in every deliberate way, and its own tests notice each time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sheets_server.breakages import BREAKAGES

ROOT = Path(__file__).parents[2]
CONTROLS = """
import json
from tests.sheets_server.break_all import verdict
from tests.sheets_server.breaking import Breakage

test = ("test_quota.py::test_no_refusal_says_when_to_come_back",)
harmless = Breakage("", "quota:exceeded", lambda right: lambda *a: right(*a), test)
unknown = Breakage("", "quota:exceeded", lambda right: right, ("test_quota.py::test_of_nothing",))
print(json.dumps([verdict(harmless), verdict(unknown)]))
"""


def run(*arguments: str) -> str:
    """What a process of its own prints: broken functions stay out of this one."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300).stdout


@pytest.fixture(scope="module")
def verdicts() -> dict[str, str]:
    """What became of each breakage, by its name."""
    lines = run("-m", "tests.sheets_server.break_all").splitlines()
    found = [json.loads(line) for line in lines]
    return {each["name"]: each["verdict"] for each in found}


def test_there_are_thirty_at_least_and_each_has_its_tests() -> None:
    assert len({breakage.name for breakage in BREAKAGES}) == len(BREAKAGES) >= 30
    assert all(breakage.tests for breakage in BREAKAGES)


@pytest.mark.parametrize("name", [breakage.name for breakage in BREAKAGES])
def test_it_is_noticed_when(name: str, verdicts: dict[str, str]) -> None:
    assert verdicts.get("unbroken") is None, verdicts["unbroken"]
    assert verdicts[name] == "caught"


def test_a_harmless_change_is_missed_and_a_test_that_is_not_there_proves_nothing() -> None:
    assert json.loads(run("-c", CONTROLS)) == ["MISSED", "USELESS"]
