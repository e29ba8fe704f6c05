"""`make bench`: builds the inputs from a seed, runs the peers beside us, checks the findings, writes RESULTS.md."""

import gc
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import reading
from benchmarks.checking import office_work
from benchmarks.people import HEADINGS, PEOPLE, Bench, make, touched
from sync.demo.build import build
from sync.desk import open_desk
from sync.run import update
from validators.memo import Memo
from validators.parse import parse
from validators.rules import RULES

HERE = Path(__file__).parent
PEERS = HERE.parent / ".bench" / "bin" / "python"
COUNT = int(os.environ.get("RPO_BENCH_ROWS", "100000"))
ROUNDS = 5


@dataclass(frozen=True)
class Line:
    """A line of the table: what was measured, the median in seconds, how it compares, and the target."""

    what: str
    seconds: float
    compared: str = ""
    target: str = ""


def median_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of a piece of work, in seconds."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def findings(bench: Bench, memo: Memo | None = None) -> set[tuple[int, int]]:
    """(row, column) of every remark on a cell of the people table."""
    remarks = parse(bench.grid, PEOPLE, memo=memo).remarks
    return {(one.place.row - 2, HEADINGS.index(str(one.place.column))) for one in remarks if one.place.row}


def peer(script: str, bench: Bench, folder: Path, rounds: int) -> tuple[float, set[tuple[int, int]]]:
    """The median time and the findings of a peer, run in its own environment from outside the checkout."""
    table = folder / "table.json"
    table.write_text(json.dumps({"headings": HEADINGS, "rows": bench.rows}), encoding="utf-8")
    done = subprocess.run(
        [PEERS, HERE / "peers" / script, table, str(rounds)], cwd=folder, capture_output=True, text=True, check=True
    )
    result = json.loads(done.stdout.splitlines()[-1])
    return result["seconds"], {(row, column) for row, column in result["findings"]}


def people_lines(share: float, folder: Path) -> list[Line]:
    """Reading and checking one people table: we, warm and cold, and the peers on the same rows."""
    bench = make(COUNT, share)
    if findings(bench) != bench.spoiled:
        raise SystemExit("our findings are not the spoiled cells")
    rows = f"{COUNT:,}".replace(",", " ")
    name = f"{rows} rows × {len(HEADINGS)}, {100 * share:g} % bad cells"
    cold = median_of(lambda: parse(bench.grid, PEOPLE))
    memo = Memo()
    parse(bench.grid, PEOPLE, memo=memo)
    again = touched(bench, 0.01).grid
    warm = median_of(lambda: parse(again, PEOPLE, memo=memo))
    lines = [
        Line(f"parse and cell checks, {name}", cold),
        Line(
            "· the same with 1 % of the rows changed, memo warm", warm, f"{warm / cold:.0%} of the first time", "≤ 15 %"
        ),
    ]
    for title, script, target, rounds in _PEERS:
        seconds, found = peer(script, bench, folder, rounds)
        agrees = "same findings" if found == bench.spoiled else f"DIFFERENT FINDINGS: {len(found ^ bench.spoiled)}"
        wanted = target if isinstance(target, str) else target[share]
        lines.append(Line(f"· {title}", seconds, f"we are {seconds / cold:.2f} × as fast; {agrees}", wanted))
    return lines


_PEERS: tuple[tuple[str, str, str | dict[float, str], int], ...] = (
    ("pandera on pandas", "pandera_peer.py", {0.08: "≥ 2.5 ×", 0.005: "≥ 4 ×"}, 3),
    ("frictionless", "frictionless_peer.py", "≥ 20 ×", 1),
)


def reading_line(folder: Path) -> Line:
    """A whole .xlsx from its bytes to a grid, beside bare calamine."""
    ours, theirs = reading.measured(folder, COUNT)
    rows = f"{COUNT:,}".replace(",", " ")
    name = f"read .xlsx, {rows} × {len(HEADINGS)}, error cells kept, guard included"
    return Line(name, ours, f"{ours / theirs:.2f} × bare calamine ({theirs:.3f} s)", "≤ 1.3 ×")


def growth_line() -> Line:
    """How the cost grows with the rows: the exponent between a tenth and the whole."""
    small, large = make(COUNT // 10, 0.08).grid, make(COUNT, 0.08).grid
    first, second = median_of(lambda: parse(small, PEOPLE)), median_of(lambda: parse(large, PEOPLE))
    exponent = math.log10(second / first)
    return Line(
        f"growth {COUNT // 10:,} → {COUNT:,} rows".replace(",", " "), second, f"exponent {exponent:.2f}", "≤ 1.05"
    )


def demo_lines(folder: Path) -> list[Line]:
    """The demo office: the first update, a quiet one, and a whole process of each."""
    office = folder / "office"
    build(office, 1)
    desk = open_desk(Namespace(office=str(office), today=None))
    first = median_of(lambda: update(desk), rounds=1)
    quiet = median_of(lambda: update(desk))
    parsing, checking = map(median_of, office_work(office))
    return [
        Line("demo office parsed", parsing),
        Line(f"{len(RULES)} rules over the demo office", checking, f"{checking / parsing:.2f} × parsing", "≤ 1.5 ×"),
        Line("demo `sync`, first, inside the process", first),
        Line("demo `sync`, nothing changed, inside the process", quiet),
        Line(
            "demo `rpo sync`, nothing changed, start to end",
            median_of(lambda: program("sync", "--office", office)),
            "",
            "≤ 1 s",
        ),
        Line("demo `rpo sync`, all anew, start to end", median_of(lambda: anew(office), rounds=3), "", "≤ 3 s"),
        Line("`rpo --help`", median_of(lambda: program("--help")), "", "≤ 0.2 s"),
    ]


def program(*words: object) -> None:
    """Runs `rpo` as a person does."""
    subprocess.run([Path(sys.executable).with_name("rpo"), *map(str, words)], stdout=subprocess.DEVNULL, check=False)


def again(office: Path) -> None:
    """An update of an office in which nothing changed."""
    program("sync", "--office", office)


def anew(office: Path) -> None:
    """An update of an office that remembers nothing."""
    for path in [*(office / "state").glob("*"), *(office / "reports").glob("*.xlsx")]:
        path.unlink()
    program("sync", "--office", office)


def main() -> None:
    """Measures everything and writes the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [*people_lines(0.08, folder), *people_lines(0.005, folder), growth_line()]
        lines += [reading_line(folder), *demo_lines(folder)]
    rows = [f"| {one.what} | {one.seconds:.3f} s | {one.compared} | {one.target} |" for one in lines]
    table = "\n".join(["| what | median | compared | target |", "| --- | --- | --- | --- |", *rows])
    print(table)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    head = f"Measured {datetime.now(UTC):%Y-%m-%d} on {machine}. `make bench` makes it anew."
    (HERE / "RESULTS.md").write_text(f"# How quick it is\n\n{head}\n\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
