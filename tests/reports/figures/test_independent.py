"""Indicators of the clean made-up office are the same when somebody else computes them from the workbooks."""

import ast
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from tests.reports.figures import independent
from tests.sync.demo.test_planting import LOOK
from validators.counts import COUNTS

KEYS = ("K01", "K02", "K04", "K09", "K10", "K11", "K12", "K13", "K16", "K18", "K22", "K24", "K27", "K31")
DAYS = (LOOK.today, date(2026, 2, 20))


@pytest.fixture(scope="module", params=[1, 7])
def both(request: pytest.FixtureRequest) -> Mapping[date, tuple[Mapping[str, float], Mapping[str, float | None]]]:
    """By day: the values computed outside and those of the service."""
    files = workbooks(office(request.param).rows)
    one = survey([read_file(name, data) for name, data in files.items()], LOOK).facts.scene.office
    sheets = independent.read(files)
    return {on: (independent.figures(sheets, on), {key: COUNTS[key](one, on).value for key in KEYS}) for on in DAYS}


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("key", KEYS)
def test_the_indicator_is_the_same_when_computed_outside(
    both: Mapping[date, tuple[Mapping[str, float], Mapping[str, float | None]]], key: str, on: date
) -> None:
    outside, ours = both[on]
    assert ours[key] == pytest.approx(outside[key])


def test_the_outside_knows_nothing_of_ours() -> None:
    tree = ast.parse(Path(independent.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names == {"io", "re", "collections.abc", "datetime", "typing", "pandas"}
