"""Sweeps of faults: a share of all calls fails, half of them after their effect, while an office is updated."""

import logging
import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sync.google.http import LOG, WHOLE, WRITE_WHOLE
from sync.google.own_tabs import content_digest
from tests.sheets_server.call import Call
from tests.sheets_server.fault_kinds import DISTURBING
from tests.sheets_server.faults import SWEPT, Rule, sweep
from tests.sheets_server.model import Sheet
from tests.sync.google.processes import TAB, TEAMS
from tests.sync.google.stage import BOOKS, Moment, Stage
from tests.sync.google.virtual import VirtualTime

KINDS = (*SWEPT, "401", "usage", "stranger", "twice", "stale")
"""Everything that goes wrong by itself; a slow answer is tried apart, with the deadline of a call."""
RATES = {0.1: 2, 0.3: 4, 0.5: 9}
"""Share of calls that fail → the cycles in which 99 of 100 offices must have come to the fault-free result."""
LONGEST = 30
MOST_CALLS = 1.5
"""How many calls may be made for one that was planned, all offices taken together, until the fault-free result."""
_MILLISECONDS = re.compile(r"(\w+) \S+ \S+ (\d+) ms")


@dataclass
class Swept:
    """What a sweep has come to.

    `cycles` until the fault-free result, 0 for never; `calls` made and planned in them; `took_effect` — how many
    failed calls had taken effect; `fired` — faults by kind; `wrong` — sentences.
    """

    cycles: int = 0
    calls: int = 0
    planned: int = 0
    took_effect: int = 0
    fired: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """Somebody who looks at our tabs after every call: what he sees must be one generation, and one tab of each."""

    stage: Stage
    wrong: list[str] = field(default_factory=list)

    def look(self, call: Call) -> None:
        """After a call; reads change nothing."""
        if not call.path.endswith(":batchUpdate"):
            return
        for name in BOOKS:
            if self.stage.office.ids[name] in call.path:
                self.wrong += self._seen(name)

    def _seen(self, name: str) -> Iterator[str]:
        tabs = [tab for tab in self.stage.known(name).tabs if tab.name is not None]
        twice = {tab.name for tab in tabs if sum(other.name == tab.name for other in tabs) > 1}
        yield from (f"{one} stands twice" for one in sorted(map(str, twice)))
        for tab in tabs:
            sheet = self.stage.book(name).sheet(tab.sheet_id)
            if sheet is None or tab.mark is None or not content_digest(_rows(sheet)).startswith(tab.mark.digest):
                yield f"{tab.name} is not what its mark {tab.mark} says"


def swept(stage: Stage, start: Moment, rate: float, seed: int) -> Swept:
    """Cycles of an office where that share of calls fails, until it stands as it does without faults.

    Before the first of them staff have spoilt and mended a few cells; which, the seed says.
    """
    expected = _faultless(stage, start, seed)
    stage.put_back(start, seed)
    _work(stage, seed)
    found, reader = Swept(), Reader(stage)
    with _tries() as tries:
        for cycle in range(1, LONGEST + 1):
            found.planned += _planned(stage)
            stage.around.faults.set(_rules(rate, reader), seed=seed * 1_000 + cycle)
            stage.around.counts.clear()
            stage.update()
            found.calls += stage.around.counts.reads + stage.around.counts.writes
            found.took_effect += stage.around.faults.took_effect
            found.fired.update({kind: n for kind, n in stage.around.faults.fired.items() if kind not in DISTURBING})
            stage.around.faults.set(())
            stage.time.pass_by(60)
            if stage.told() == expected:
                found.cycles = cycle
                break
    found.wrong = reader.wrong + [f"a try outlived its deadline: {one}" for one in tries if _is_late(one)]
    if not found.cycles:
        found.wrong.append(f"not as without faults after {LONGEST} cycles")
    return found


def _work(stage: Stage, seed: int) -> None:
    chance = random.Random(f"work {seed}")
    for row in chance.sample(range(2, 10), 3):
        stage.office.type(TEAMS, f"'{TAB}'!G{row}", chance.choice(("Идея", "Прототип", "Скоро", "")))


def _faultless(stage: Stage, start: Moment, seed: int) -> dict[str, object]:
    stage.put_back(start, seed)
    _work(stage, seed)
    for _ in range(3):
        stage.update()
    return stage.told()


def _planned(stage: Stage) -> int:
    """How many calls this very cycle would take if nothing failed in it."""
    now, time = stage.save(), stage.time
    stage.time = VirtualTime(time.now)
    stage.around.counts.clear()
    stage.update()
    calls = stage.around.counts.reads + stage.around.counts.writes
    stage.put_back(now)
    stage.drop(now)
    stage.time = time
    return calls


def _rules(rate: float, reader: Reader) -> tuple[Rule, ...]:
    return (*sweep(rate, kinds=KINDS), Rule(tuple(DISTURBING), deed=reader.look, after=1.0))


@contextmanager
def _tries() -> Iterator[list[str]]:
    """The client's own log of every try while the block lasts."""
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    handler, level = Kept(), LOG.level
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        LOG.removeHandler(handler)
        LOG.setLevel(level)


def _is_late(line: str) -> bool:
    found = _MILLISECONDS.search(line)
    assert found is not None, line
    return int(found[2]) > 1000 * (WHOLE if found[1] == "GET" else WRITE_WHOLE)


def _rows(sheet: Sheet) -> list[list[object]]:
    rows: list[list[object]] = [[] for _ in range(sheet.rows)]
    for row, column in sheet.used():
        line = rows[row]
        line.extend("" for _ in range(column + 1 - len(line)))
        line[column] = next(iter((sheet.effective((row, column)) or {"": ""}).values()))
    return rows
