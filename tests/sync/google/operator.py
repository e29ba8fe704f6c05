"""The offices of one operator in Google, all alike: ten spreadsheets each, served at one time by one program.

An operator keeps many offices, and each of them has the spreadsheets that `rpo init --google` proposes: eight of
registers and one of reports, and one more that it has begun since. So 1,900 spreadsheets are 190 offices.
"""

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from config.registers import REGISTERS
from sync.backends.folder import FolderBackend
from sync.google.bucket import A_MINUTE, PROJECT, Quota
from sync.google.names import REPORTS_TITLE
from sync.google.new_office import spreadsheets_at_start
from sync.run import update
from tests.sheets_server import tokens
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.gate import through
from tests.sheets_server.keys import key_file
from tests.sheets_server.quota import Limits
from tests.sheets_server.running import Running, running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World
from tests.sync.google.offices import OWNER, GoogleOfficeOnTest, fill
from tests.sync.google.together import Together
from tests.sync.google.virtual import A_CALL
from tests.sync.offices import STAFF, desk_of, mentor, team, write_book

BOOKS = {
    **{name: tuple(one.key for one in registers) for name, registers in spreadsheets_at_start("in_sheet").items()},
    "Страницы и публикации": ("PAGE", "PUB"),
    REPORTS_TITLE: (),
}
"""Spreadsheet → the registers in it: those of a new office, and one more."""
ROWS = {"STAFF": STAFF, "TEAM": [team(1), team(2, Стадия="Почти")], "MENT": [mentor(1), mentor(2)]}
WORKERS = 8
"""Offices that are served at the same time."""
PACE = 4 * 3600 / 1900
"""Seconds that a spreadsheet may take when 1,900 of them take four hours."""
SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = {kept}

[storage]
kind = "google"

[personal_data]
mode = "in_sheet"

[google]
endpoint = "{url}"
reports_spreadsheet = "{reports}"
{spreadsheets}
"""
_ADDRESS = re.compile(r"/spreadsheets/([^/:]+)(.*)")


class Came(NamedTuple):
    """A call that reached the server: when, of which account and spreadsheet, metadata, read or write."""

    at: float
    account: str
    book: str
    kind: str


@dataclass
class Cycle:
    """What came to the server; how long the cycle took, in seconds; how often the server said 429."""

    calls: list[Came] = field(default_factory=list)
    lasted: float = 0.0
    refused: int = 0

    @property
    def busiest(self) -> int:
        """The most calls in any sixty seconds."""
        return busiest([one.at for one in self.calls])

    def wrong(self, books: Collection[str]) -> list[str]:
        """What should not be: a 429, too many calls in a minute, a spreadsheet that was left out, a cycle too long."""
        found = [f"{self.refused} calls were refused"] if self.refused else []
        found += [f"{self.busiest} calls in a minute"] if self.busiest > PROJECT else []
        queues: dict[tuple[str, bool], list[float]] = defaultdict(list)
        for one in self.calls:
            queues[one.account, one.kind == "write"].append(one.at)
        most = {queue: busiest(moments) for queue, moments in queues.items()}
        found += [f"{queue}: {calls} calls in a minute" for queue, calls in most.items() if calls > A_MINUTE]
        kinds = {(one.book, one.kind) for one in self.calls}
        left = sum((book, kind) not in kinds for book in books for kind in ("metadata", "read", "write"))
        found += [f"{left} times something was left out"] if left else []
        return found + ([f"{self.lasted} seconds"] if self.lasted > len(books) * PACE else [])

    def figures(self) -> dict[str, int]:
        """Whole minutes of the virtual clock, calls by kind, calls a minute."""
        minutes = max(self.lasted / 60, 1.0)
        kinds = Counter(one.kind for one in self.calls)
        rates = {"most in a minute": self.busiest, "mean in a minute": round(len(self.calls) / minutes)}
        return {"minutes": round(minutes), **kinds, "429": self.refused, **rates}


def busiest(moments: Iterable[float]) -> int:
    """The most of them in any sixty seconds."""
    known = sorted(moments)
    return max((bisect_left(known, at + 60) - number for number, at in enumerate(known)), default=0)


@dataclass
class Operator:
    """The server, the offices' folders, their spreadsheets, and the time that is common to all."""

    around: Surroundings
    server: Running
    time: Together
    folders: list[Path] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    cycle: Cycle = field(default_factory=Cycle)

    def serve(self, quota: Quota, today: str, workers: int = WORKERS) -> Cycle:
        """One update of every office on that day, several offices at a time. The server allows what Google does."""
        self.cycle, began = Cycle(), self.time.at
        self.around.quota.limit(Limits())
        waiting = iter(self.folders)

        def work() -> None:
            for folder in waiting:
                done = update(replace(desk_of(folder, today), ports=self.time.ports, quota=quota))
                assert not done.left, done.left

        self.time.run([work] * workers)
        self.cycle.lasted = self.time.at - began
        return self.cycle

    def came(self, call: Call, status: int) -> None:
        """A call has reached the server, which has answered."""
        found = _ADDRESS.search(call.path)
        if found is not None:
            kind = "write" if call.method == "POST" else "read" if found[2] else "metadata"
            self.cycle.calls.append(Came(self.time.at, tokens.email_of(call.token) or "", found[1], kind))
            self.cycle.refused += status == 429


@contextmanager
def operator(shelf: Path, offices: int, accounts: int) -> Iterator[Operator]:
    """So many offices whose spreadsheets are shared with so many accounts of one project, in turn."""
    time = Together()
    around = Surroundings(World(clock=time))
    holder: list[Operator] = []

    def gate(call: Call, answer: Any) -> Any:  # Any: as the server's gates have it
        if holder:
            time.sleep(A_CALL * (0.5 + time.chance.random()))
        answered = through(around, call, answer)
        for one in holder:
            one.came(call, answered.status if isinstance(answered, Answer) else 0)
        return answered

    with running(around.world, gate=gate) as server:
        one = Operator(around, server, time)
        model = _model(shelf / "model", server)
        for number in range(offices):
            _open(one, model, shelf / f"{number:03d}", f"rpo-{number % accounts}@office.iam.gserviceaccount.com")
        holder.append(one)
        yield one


def _model(folder: Path, server: Running) -> Mapping[str, str]:
    """The spreadsheets that all offices begin with: name → id."""
    folder.mkdir(parents=True)
    (folder / "office.toml").write_text('[office]\nregion = "Приозёрская область"\n', encoding="utf-8")
    office = GoogleOfficeOnTest(folder, server, {name: server.world.create(name, owner=OWNER).id for name in BOOKS})
    settings = desk_of(folder).settings
    for name, keys in BOOKS.items():
        if keys:
            path = write_book(folder, keys, {key: ROWS.get(key, ()) for key in keys}, name)
            (read,) = FolderBackend(folder / "registers", settings).read()
            fill(office, name, read.grids)
            path.unlink()
    return office.ids


def _open(one: Operator, model: Mapping[str, str], folder: Path, account: str) -> None:
    """One more office: its folder, its key, a copy of every spreadsheet."""
    world = one.server.world
    books = {}
    for name, known in model.items():
        record = world.add_file(name, world.files[known]["mimeType"], owner=OWNER)
        record["permissions"].append(world.permission("writer", account))
        world.books[record["id"]] = replace(world.books[known].copy(), id=record["id"])
        books[name] = record["id"]
    (folder / "private").mkdir(parents=True)
    key_file(folder / "private" / "google-key.json", account, f"{one.server.url}/token")
    parts = [
        f'[[google.spreadsheet]]\nid = "{books[name]}"\nname = "{name}"\nregisters = {json.dumps(keys)}\n'
        for name, keys in BOOKS.items()
        if keys
    ]
    kept = [key for key in (each.key for each in REGISTERS) if any(key in keys for keys in BOOKS.values())]
    text = SETTINGS.format(
        kept=json.dumps(kept), url=one.server.url, reports=books[REPORTS_TITLE], spreadsheets="\n".join(parts)
    )
    (folder / "office.toml").write_text(text, encoding="utf-8")
    one.folders.append(folder)
    one.books += books.values()
