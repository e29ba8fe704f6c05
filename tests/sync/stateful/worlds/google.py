"""An office whose registers and reports stand in the local Sheets server, with a twin in which no service ever wrote."""

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sync.google.own_tabs import sheet_id_of
from sync.shelves.folder import KEPT_ASIDE
from tests.sheets_server.fault_kinds import STALE
from tests.sheets_server.faults import Rule
from tests.sheets_server.human import Deed, HumanHand
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.twin import differences, twin
from tests.sync.google.stage import BOOKS, Moment, Stage
from tests.sync.offices import desk_of
from tests.sync.stateful.comparing import HEADS
from tests.sync.stateful.model.tabs import KEY, Row
from tests.sync.stateful.worlds.base import Clock, Lines, StandingDesk
from tests.sync.stateful.worlds.sheets import digests_of, ours_in, rows_of, tabs_of, words_in

PLACES = {"STAFF": ("РПО", 1), "TEAM": ("Команды", 1), "MENT": ("Команды", 2)}
"""Register → the spreadsheet and the sheetId of its tab on the first day."""
_RATHER_THIS = 3
"""So many headings of a register stand in no tab of another one."""
_Made = TypeVar("_Made")
_SPARE = {"addSheet": {"properties": {"sheetId": 1_999_999_998, "title": "Запасной пустой лист"}}}


@dataclass
class GoogleWorld:
    """The office. `secrets` must be seen nowhere; `out` — every call fails until `mend`; `shut` — spreadsheets that the
    account of the service may not open now; `known_ours` — the tabs of the service at the beginning.
    """

    stage: Stage
    secrets: tuple[str, ...]
    clock: Clock = field(default_factory=Clock.new)
    most_calls: int = 120
    out: bool = False
    shut: dict[str, Json] = field(default_factory=dict)
    hands: dict[str, HumanHand] = field(default_factory=dict)
    known_ours: frozenset[int] = frozenset()
    _old_answers: int = 0
    _made: dict[tuple[str, object], tuple[Spreadsheet, Any]] = field(default_factory=dict)  # Any: what was made

    @classmethod
    def begun(cls, stage: Stage, start: Moment, secrets: tuple[str, ...]) -> "GoogleWorld":
        """The office at a moment, with new people at work."""
        stage.put_back(start)
        world = cls(stage, secrets)
        world.known_ours = world._own | {sheet_id_of(name) for name in stage.ours()}
        world.hands = {name: HumanHand(stage.world, stage.office.ids[name]) for name in BOOKS}
        for hand in world.hands.values():
            twin(hand)
        return world

    @property
    def root(self) -> Path:
        return self.stage.office.folder

    @property
    def old_answers(self) -> int:
        return self._old_answers + self.stage.around.faults.fired[STALE]

    @property
    def canaries(self) -> tuple[str, ...]:
        """Secrets of the account. Names of people may stand in Google here, where staff move them as they like."""
        return self.secrets

    def beside(self, _root: Path) -> None:
        """There is one server: what becomes of an update that was stopped is compared in test_killed.py."""

    def fresh(self, _root: Path) -> "GoogleWorld":
        """The same spreadsheets without tabs of ours, and no history."""
        for name in BOOKS:
            ours = [{"deleteSheet": {"sheetId": one.id}} for one in self._ours(name)]
            self.stage.office.batch(name, [_SPARE, *ours])
            twin(self.hands[name])
        for folder in ("state", "reports"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        return GoogleWorld(self.stage, self.secrets, self.clock, hands=self.hands, known_ours=self.known_ours)

    def desk(self) -> StandingDesk:
        desk, moment = desk_of(self.root), self.clock.moment
        ports = self.stage.time.ports
        return StandingDesk(self.root, desk.settings, desk.settings_text, moment.date(), moment, ports)

    def typed(self, register: str) -> Sequence[Row] | None:
        """None when the tab is away or stands twice, or when its heading does: then people can't tell, either."""
        book, sheet_id = PLACES[register]
        tabs = list(self._theirs(book))
        headed = [sheet for sheet in tabs if any(KEY in row for row in rows_of(sheet))]
        alike = [sheet for sheet in tabs if _holds(sheet, HEADS[register], _RATHER_THIS)]
        own = next((rows_of(sheet) for sheet in tabs if sheet.id == sheet_id), None)
        others = sum(place == book for place, _ in PLACES.values())
        if own is None or len(headed) > others or len(alike) > 1 or sum(KEY in row for row in own) != 1:
            return None
        top = next(at for at, row in enumerate(own) if KEY in row)
        heads = [str(cell) for cell in own[top]]
        if len(set(filter(None, heads))) != sum(map(bool, heads)):
            return None
        lines = (dict(zip(heads, row, strict=False)) for row in own[top + 1 :])
        return [{head: cell for head, cell in line.items() if head} for line in lines if any(line.values())]

    def unreadable(self) -> frozenset[str]:
        """Registers of spreadsheets that can't be opened, and those of which no tab with a heading is left."""
        if self.out:
            return frozenset(PLACES)
        return frozenset(key for key, (book, _) in PLACES.items() if book in self.shut or not self._has_heading(book))

    def is_disturbed(self) -> bool:
        return bool(self.stage.around.faults.rules)

    def excused(self) -> frozenset[str]:
        """Whatever staff have done to a register, only they can mend it; nobody mends it here."""
        return frozenset(PLACES)

    def altered(self) -> Sequence[str]:
        own = self.known_ours | self._own
        return [f"{name}: {one}" for name in BOOKS for one in differences(self.hands[name], without=own)]

    def standing(self) -> Mapping[str, str]:
        """A tab with its mark: whoever saw one replaced without the other would see a third generation."""
        return {key: digest for name in BOOKS for key, digest in self._of(name, digests_of).items()}

    def tabs(self) -> Mapping[str, Lines]:
        return {key: rows for name in BOOKS for key, rows in self._of(name, tabs_of).items()}

    def disturb(self, _name: str, _target: str) -> None:
        """Here calls fail, not steps."""

    def kept_aside(self) -> str:
        return " ".join(words_in(path) for path in (self.root / "reports").glob(f"{KEPT_ASIDE}/*.xlsx"))

    def cell_at(self, name: str, place: tuple[int, int]) -> tuple[int, int]:
        """A cell under a merged one can't be typed into: the words go into the first cell of all."""
        sheet = self._titled(name)
        row, column = place[0] % sheet.rows, place[1] % sheet.columns
        areas = (sheet.area(one) for one in sheet.merges)
        over = (one for one in areas if one.top <= row < one.bottom and one.left <= column < one.right)
        return next(((one.top, one.left) for one in over), (row, column))

    def type_ours(self, name: str, place: tuple[int, int], words: str) -> None:
        """Somebody types into a tab of ours."""
        sheet = self._titled(name)
        start = {"sheetId": sheet.id, "rowIndex": place[0], "columnIndex": place[1]}
        rows = [{"values": [{"userEnteredValue": {"stringValue": words}}]}]
        request = {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}
        self.stage.office.batch(name.partition("#")[0], [request])

    def throw_ours_away(self, name: str) -> None:
        """Somebody deletes a tab of ours, unless it is the last one in sight."""
        book, _, sheet_id = name.partition("#")
        HumanHand(self.stage.world, self.stage.office.ids[book]).do("delete_tab", sheet=int(sheet_id))

    def do(self, book: str, deed: Deed) -> None:
        """Staff do something in a spreadsheet, and in its twin."""
        self.hands[book].perform(deed)

    def theirs(self, book: str) -> list[Sheet]:
        """The tabs of staff as they are now."""
        own = ours_in(self.stage.book(book))
        return [sheet for sheet in self.stage.book(book).sheets if sheet.id not in own]

    def set_faults(self, rules: Sequence[Rule], seed: int, *, every: bool = False) -> None:
        """Calls fail by these rules, until `mend` or the next ones."""
        self.out = every
        self._old_answers = self.old_answers
        self.stage.around.faults.set(tuple(rules), seed=seed)

    def shut_out(self, book: str) -> None:
        """The owner takes the access to a spreadsheet away, until `mend`."""
        record = self.stage.world.files[self.stage.office.ids[book]]
        self.shut.setdefault(book, record["permissions"])
        owners = [one for one in record["permissions"] if one["role"] == "owner"]
        self.stage.world.files[self.stage.office.ids[book]] = {**record, "permissions": owners}

    def mend(self) -> None:
        """Every call goes through again."""
        self.set_faults((), 0)
        for book, permissions in self.shut.items():
            spreadsheet_id = self.stage.office.ids[book]
            self.stage.world.files[spreadsheet_id] = {
                **self.stage.world.files[spreadsheet_id],
                "permissions": permissions,
            }
        self.shut.clear()

    def _of(self, name: str, make: Callable[[str, Spreadsheet], _Made]) -> _Made:
        """What is made of a spreadsheet, once: the server puts a changed copy in its place, it changes none."""
        book = self.stage.book(name)
        known = self._made.get((name, make))
        if known is None or known[0] is not book:
            known = self._made[name, make] = book, make(name, book)
        made: _Made = known[1]
        return made

    @property
    def _own(self) -> frozenset[int]:
        return frozenset(sheet_id for name in BOOKS for sheet_id in ours_in(self.stage.book(name)))

    def _ours(self, book: str) -> list[Sheet]:
        own = ours_in(self.stage.book(book))
        return [sheet for sheet in self.stage.book(book).sheets if sheet.id in own]

    def _theirs(self, book: str) -> Iterator[Sheet]:
        mirror = self.hands[book].mirror
        assert mirror is not None
        own = self.known_ours | ours_in(self.stage.book(book))
        yield from (sheet for sheet in mirror.book.sheets if sheet.id not in own)

    def _has_heading(self, book: str) -> bool:
        """A heading stands there: without the column of codes it is one, too."""
        known = [HEADS[key] for key, (place, _) in PLACES.items() if place == book]
        tabs = list(self._theirs(book))
        return any(_holds(sheet, heads, 2) for sheet in tabs for heads in known) or any(
            _holds(sheet, {KEY}, 1) for sheet in tabs
        )

    def _titled(self, name: str) -> Sheet:
        book, _, title = name.partition("#")
        return next(sheet for sheet in self._ours(book) if sheet.title == title)


def _holds(sheet: Sheet, headings: Collection[str], least: int) -> bool:
    """Some row of the tab holds at least so many of them."""
    return any(len(set(headings).intersection(map(str, row))) >= least for row in rows_of(sheet))
