"""`make torture`: the same checks as the tests, in large counts; a part per theme, resumable, seeds printed.

What is done already stands in `.torture.json` (for the same commit); the last table goes to TORTURE.md.
"""

import contextlib
import io
import json
import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.google_torture import A_CASE as A_HISTORY
from benchmarks.google_torture import faults_at, hand_at_every_step, hand_by_chance
from benchmarks.mutants import A_CASE, spoiled_templates
from sync.cli import main as rpo
from sync.demo.build import build
from tests.sync.google.at_work import KINDS
from tests.sync.google.sweeps import RATES

HERE = Path(__file__).parent
MEMORY = HERE.parent / ".torture.json"
SEEDS = int(os.environ.get("RPO_TORTURE_SEEDS", "20"))

Planted = dict[str, Any]  # Any: what JSON gives
Key = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True)
class Part:
    """A part of the torture: its name, its cases, and what one case says is wrong (nothing, when all is right)."""

    name: str
    cases: Iterable[int]
    run: Callable[[int], list[str]]


def check(office: Path) -> list[Planted]:
    """The remarks of `rpo check --json`."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        rpo(["check", "--json", "--office", str(office)])
    return [json.loads(line) for line in said.getvalue().splitlines()]


def demo_office(seed: int) -> list[str]:
    """Every planted fault exactly once with its code, register, row and column; no other remark above info."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "office"
        build(folder, seed)
        planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
        return [wrong for office in offices(planted) for wrong in compare(folder / office, office, planted)]


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


GOOGLE = max(1, SEEDS // 2)
"""Cases of 20 of each sweep: 200 offices a rate with the usual 20 seeds."""
PARTS = (
    Part("demo offices: planted faults found exactly once", range(1, SEEDS + 1), demo_office),
    Part(
        f"templates spoiled, {A_CASE} mutants a case: read whole or refused", range(1, 5 * SEEDS + 1), spoiled_templates
    ),
    Part(
        "Google, a person at work: each kind of action at every step of an update",
        range(1, len(KINDS) + 1),
        hand_at_every_step,
    ),
    Part(f"Google, a person at work: {A_HISTORY} histories a case", range(1, 5 * SEEDS + 1), hand_by_chance),
    *(
        Part(
            f"Google, {rate:.0%} of calls fail: {A_HISTORY} offices a case",
            range(1, GOOGLE + 1),
            partial(faults_at, rate),
        )
        for rate in RATES
    ),
)
"""One line a part."""


def commit() -> str:
    """The commit that is being tortured."""
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def remembered(now: str) -> dict[str, list[str]]:
    """Case → what was wrong with it, of this commit only."""
    if not MEMORY.is_file():
        return {}
    memory = json.loads(MEMORY.read_text(encoding="utf-8"))
    return dict(memory["done"]) if memory["commit"] == now else {}


def main() -> None:
    """Runs what is not done yet and writes the table."""
    now, started = commit(), time.perf_counter()
    done = remembered(now)
    rows = []
    for part in PARTS:
        for case in part.cases:
            name = f"{part.name} #{case}"
            if name not in done:
                done[name] = part.run(case)
                MEMORY.write_text(json.dumps({"commit": now, "done": done}, ensure_ascii=False), encoding="utf-8")
            print(f"{name}: {'; '.join(done[name]) or 'right'}", flush=True)
        wrong = sum(bool(done[f"{part.name} #{case}"]) for case in part.cases)
        rows.append(f"| {part.name} | {len(list(part.cases))} | {wrong} |")
    seconds = time.perf_counter() - started
    table = "\n".join(["| part | cases | wrong |", "| --- | --- | --- |", *rows])
    text = f"# Torture\n\nCommit {now}, {seconds:.0f} s. `make torture` makes it anew.\n\n{table}\n"
    (HERE / "TORTURE.md").write_text(text, encoding="utf-8")
    raise SystemExit(int(any(done.values())))


if __name__ == "__main__":
    main()
