"""Made-up offices: every planted fault is told exactly once, and nothing else is."""

import contextlib
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.outcome import Outcome
from sync.cli import main as rpo
from sync.demo.build import build

Planted = dict[str, Any]  # Any: what JSON gives
Key = tuple[str, str | None, str | None, str | None]


def check(office: Path) -> list[Planted]:
    """The remarks of `rpo check --json`."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        rpo(["check", "--json", "--office", str(office)])
    return [json.loads(line) for line in said.getvalue().splitlines()]


def demo_office(seed: int) -> Outcome:
    """Every planted fault exactly once with its code, register, row and column; no other remark above info."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "office"
        build(folder, seed)
        planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
        wrong = [wrong for office in offices(planted) for wrong in compare(folder / office, office, planted)]
        return Outcome(wrong, Counter({"planted faults": len(planted)}))


def offices(planted: list[Planted]) -> list[str]:
    """The main office and the small ones, in their order."""
    return list(dict.fromkeys(one["office"] for one in planted))


def compare(folder: Path, office: str, planted: list[Planted]) -> Iterator[str]:
    """What differs between the planted faults of an office and its remarks."""
    expected = Counter(key(one) for one in planted if one["office"] == office)
    found = check(folder)
    loud = Counter(key(one) for one in found if one["severity"] != "info" or key(one) in expected)
    yield from (f"{office}: not found {one}" for one in (expected - loud).elements())
    yield from (f"{office}: not planted {one}" for one in (loud - expected).elements())


def key(one: Planted) -> Key:
    """What a fault and its remark share."""
    return one["code"], one["register"], one["id"], one["column"]
