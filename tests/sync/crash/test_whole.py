"""Whole commands of an office — an update after staff have worked, the closing of a period — killed at each step."""

import os
from pathlib import Path

import pytest

from tests.sync.crash.whole import CLOSING, UPDATE, expected, lived_in, wrong_after

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("lived") / "office")


def test_an_update_killed_before_any_effect_ends_as_without_faults(lived: Path) -> None:
    known = expected(lived, UPDATE)
    assert {target for name, target in known.steps if name == "file.rename"} >= {"Отчёты.xlsx", "Замечания.xlsx"}
    assert any(name.startswith("Правленное вручную") for name in known.after)
    assert [one for point in known.points() for one in wrong_after(known, point)] == []


def test_the_closing_of_a_period_killed_before_any_effect_ends_as_without_faults(lived: Path) -> None:
    UPDATE(lived)
    known = expected(lived, CLOSING)
    assert {target for name, target in known.steps if name == "file.rename"} >= {"manifest.json"}
    assert [one for point in known.points() for one in wrong_after(known, point)] == []
