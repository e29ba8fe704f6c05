"""`make torture`: the same checks as the tests, in large counts; a part per theme, resumable, seeds printed.

What is done already stands in `.torture.json`, each case with its commit; the last table goes to TORTURE.md.
`make torture PART=Google` runs the parts with that word in their names.
"""

import json
import os
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.crash_torture import (
    A_CHANCE,
    A_CROWD,
    A_PAIRING,
    A_ROT,
    beside_another,
    bits_turned,
    crowded,
    killed_by_chance,
    killed_in_new_interpreters,
    killed_twice,
    letters_and_links,
    whole_commands,
)
from benchmarks.demo_torture import demo_office
from benchmarks.disclosure_torture import (
    MOST_HIDDEN,
    PAIRS,
    SMALL,
    TABLES,
    attackers,
    fewest,
    offices_through_the_gate,
    pairs,
)
from benchmarks.fleet_torture import FLEET, fifty_offices
from benchmarks.google_torture import A_CASE as A_HISTORY
from benchmarks.google_torture import faults_at, hand_at_every_step, hand_by_chance
from benchmarks.mutants import A_CASE, spoiled_templates
from benchmarks.office_torture import (
    A_SCRAMBLE,
    A_STORY,
    A_WHILE,
    explained_changes,
    one_human_being,
    ordinary_weeks,
    parted_codes,
    wiped_rows,
)
from benchmarks.outcome import Outcome
from benchmarks.quota_torture import OFFICES, QUOTAS, all_spreadsheets
from benchmarks.selftest import PLACES, known_mistakes
from benchmarks.service_torture import ten_years
from benchmarks.stateful_torture import A_FOLDER, A_GOOGLE, A_MEMORY, in_a_folder, in_google, in_memory
from tests.sync.google.at_work import KINDS
from tests.sync.google.sweeps import RATES

TABLE = Path(__file__).parent / "TORTURE.md"
MEMORY = TABLE.parent.parent / ".torture.json"
SEEDS = int(os.environ.get("RPO_TORTURE_SEEDS", "20"))


@dataclass(frozen=True)
class Part:
    """A part of the torture: its name, its cases, and what one case comes to."""

    name: str
    cases: Sequence[int]
    run: Callable[[int], Outcome]


PARTS = (
    Part("demo offices: planted faults found exactly once", range(1, SEEDS + 1), demo_office),
    Part(f"known mistakes of staff, {PLACES} places a kind: 98 % caught", range(1, 4), known_mistakes),
    Part("10,000 people, some of them with two rows", range(1, max(1, SEEDS // 5) + 1), one_human_being),
    Part(
        f"codes parted from their records, {A_SCRAMBLE} tables a case", range(1, max(1, SEEDS // 2) + 1), parted_codes
    ),
    Part(f"{50 * SEEDS} ordinary histories of editing", [1], partial(ordinary_weeks, 50 * SEEDS)),
    Part(f"rows wiped, {A_STORY} histories a case", range(1, SEEDS + 1), wiped_rows),
    Part(f"changes of figures explained, {A_WHILE} histories a case", range(1, SEEDS + 1), explained_changes),
    Part(
        f"templates spoiled, {A_CASE} mutants a case: read whole or refused", range(1, 5 * SEEDS + 1), spoiled_templates
    ),
    Part(f"killed at a step and again in the recovery: {A_PAIRING} pairs a case", range(1, SEEDS + 1), killed_twice),
    Part(f"killed at any moment: {A_CHANCE} kills a case", range(1, SEEDS + 1), killed_by_chance),
    Part("killed at every step in new interpreters", range(1, 4), killed_in_new_interpreters),
    Part("killed at every step of whole commands", range(1, 5), whole_commands),
    Part("killed at every step of letters and links", range(1, 3), letters_and_links),
    Part("killed or held at every step beside another writer", range(1, 3), beside_another),
    Part(
        f"several processes at one history, killed at any moment: {A_CROWD} kills a case",
        range(1, max(1, SEEDS // 2) + 1),
        crowded,
    ),
    Part(f"bits of the history turned over: {A_ROT} a case", range(1, max(1, SEEDS // 2) + 1), bits_turned),
    Part(f"machine of an office in memory: {A_MEMORY:,} steps a case", range(1, SEEDS + 1), in_memory),
    Part(f"machine of an office in a folder: {A_FOLDER:,} steps a case", range(1, SEEDS + 1), in_a_folder),
    Part(f"machine of an office in Google: {A_GOOGLE:,} steps a case", range(1, SEEDS + 1), in_google),
    Part(
        f"disclosure, {TABLES} random offices a case: nothing leaks", range(1, 5 * SEEDS + 1), offices_through_the_gate
    ),
    Part(f"disclosure, {PAIRS} pairs of packages a case: nothing leaks", range(1, 5 * SEEDS + 1), pairs),
    Part(
        f"disclosure, {SMALL} small tables a case: at most {MOST_HIDDEN} of the least hidden",
        range(1, max(1, SEEDS // 2) + 1),
        fewest,
    ),
    Part(
        f"disclosure, {SMALL} tiny packages a case: both attackers find the same",
        range(1, max(1, SEEDS // 2) + 1),
        attackers,
    ),
    Part(
        "Google, a person at work: each kind of action at every step of an update",
        range(1, len(KINDS) + 1),
        hand_at_every_step,
    ),
    Part(f"Google, a person at work: {A_HISTORY} histories a case", range(1, 5 * SEEDS + 1), hand_by_chance),
    Part(f"workers: {FLEET} offices by two of them on PostgreSQL, one killed", [1], fifty_offices),
    Part("service: ten years in one of eleven zones, its clock moved and its sleep deep", range(1, 23), ten_years),
    *(
        Part(f"Google, {rate:.0%} of calls fail: {10 * SEEDS} offices", [1], partial(faults_at, rate, 10 * SEEDS))
        for rate in RATES
    ),
    *(
        Part(f"Google, {10 * OFFICES:,} spreadsheets of one operator, {words}", [1], partial(all_spreadsheets, words))
        for words in QUOTAS
    ),
)
"""One line a part."""


def commit() -> str:
    """The commit that is being tortured."""
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


@dataclass(frozen=True)
class Ended:
    """What a case came to, and of which commit."""

    commit: str
    outcome: Outcome


Done = dict[str, Ended]
"""Case → what it came to last."""


def remembered() -> Done:
    """What was done last, of any commit."""
    if not MEMORY.is_file():
        return {}
    memory = json.loads(MEMORY.read_text(encoding="utf-8"))
    return {name: Ended(one["commit"], Outcome(one["wrong"], Counter(one["figures"]))) for name, one in memory.items()}


def remember(done: Done) -> None:
    """Keeps it for a torture that is resumed."""
    kept = {
        name: {"commit": one.commit, "wrong": one.outcome.wrong, "figures": one.outcome.figures}
        for name, one in done.items()
    }
    MEMORY.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def case_of(part: int, case: int) -> Outcome:
    """What one case comes to, in a process of its own: there a part is told by its number."""
    try:
        return PARTS[part].run(case)
    except Exception as error:  # noqa: BLE001  the torture goes on; where it broke is told
        return Outcome(["".join(traceback.format_exception(error))])


def run(done: Done, now: str, word: str) -> None:
    """Every case that is not done yet of this commit, on all processors; each is remembered when it ends."""
    fresh = {name for name, one in done.items() if one.commit == now}
    wanted = [(at, case) for at, part in enumerate(PARTS) if word in part.name for case in part.cases]
    waiting = [(at, case) for at, case in wanted if named(at, case) not in fresh]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        cases = {pool.submit(case_of, at, case): named(at, case) for at, case in waiting}
        for ended in as_completed(cases):
            one = ended.result()
            done[cases[ended]] = Ended(now, one)
            remember(done)
            print(f"{cases[ended]}: {_said(one.wrong)} {dict(one.figures)}", flush=True)


def _said(wrong: Sequence[str]) -> str:
    """The first of them; all are in the memory."""
    return f"{len(wrong)} WRONG: {'; '.join(one[:200] for one in wrong[:3])}" if wrong else "right"


def named(part: int, case: int) -> str:
    """How a case is called in the memory and on the screen."""
    return f"{PARTS[part].name} #{case}"


def standing() -> dict[str, str]:
    """Part → its row in the table as it stands, which may come from another machine."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.is_file() else []
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}


def row(at: int, done: Done, before: Mapping[str, str]) -> str:
    """The row of a part in the table; one that nobody has begun here stays as it was."""
    part = PARTS[at]
    ended = [one for case in part.cases if (one := done.get(named(at, case))) is not None]
    if not ended and part.name in before:
        return before[part.name]
    if len(ended) < len(part.cases):
        return f"| {part.name} | | {len(ended)} of {len(part.cases)} | not ended | |"
    figures = sum((one.outcome.figures for one in ended), Counter[str]())
    counted = "; ".join(f"{name}: {number:,}" for name, number in sorted(figures.items()))
    commits = ", ".join(sorted({one.commit for one in ended}))
    wrong = sum(bool(one.outcome.wrong) for one in ended)
    return f"| {part.name} | {commits} | {len(ended)} | {wrong} | {counted} |"


def main() -> None:
    """Runs what is not done yet and writes the table."""
    done = remembered()
    run(done, commit(), " ".join(sys.argv[1:]))
    before = standing()
    rows = [row(at, done, before) for at in range(len(PARTS))]
    table = "\n".join(["| part | commit | cases | wrong | counted |", "| --- | --- | --- | --- | --- |", *rows])
    text = f"# Torture\n\n`make torture` makes it anew, `make torture PART=Google` a part of it.\n\n{table}\n"
    TABLE.write_text(text, encoding="utf-8")
    raise SystemExit(int(any(one.outcome.wrong for one in done.values())))


if __name__ == "__main__":
    main()
