"""A whole update of an office, after staff have worked in it, killed at its steps; `make torture` does all."""

import os
from pathlib import Path

import pytest

from tests.sync.crash.whole import UPDATE, expected, lived_in, wrong_after

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("lived") / "office")


def test_an_update_killed_at_one_effect_or_another_ends_as_without_faults(lived: Path) -> None:
    known = expected(lived, UPDATE)
    assert {target for name, target in known.steps if name == "file.rename"} >= {"Отчёты.xlsx", "Замечания.xlsx"}
    assert any(name.startswith("Правленное вручную") for name in known.after)
    assert [one for point in known.points()[::2] for one in wrong_after(known, point)] == []
