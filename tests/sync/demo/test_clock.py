"""The demo office says the same on any date of the machine's clock."""

import json
from pathlib import Path

import pytest
import time_machine

from sync.cli import main
from sync.demo.build import build


@pytest.mark.parametrize("moment", ["2024-02-29 12:00", "2031-12-31 23:59"])
def test_check_says_the_same_on_any_date(tmp_path: Path, moment: str, capsys: pytest.CaptureFixture[str]) -> None:
    with time_machine.travel(moment, tick=False):
        planted = build(tmp_path / "office", 3)
        assert main(["check", "--json", "--office", str(tmp_path / "office")]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    here = [one.code for one in planted if one.office == "."]
    assert sorted(one["code"] for one in found) == sorted(here)
    assert {one["since"] for one in found} == {"2026-04-15"}
