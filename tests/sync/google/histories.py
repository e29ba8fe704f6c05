"""Histories of an office in Google: people at work in the middle of updates, and the same without the middle."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from sync.google.office import METADATA_LAST
from sync.google.own_tabs import sheet_id_of
from sync.result import Result
from tests.sheets_server.call import Call
from tests.sheets_server.fault_kinds import DISTURBING
from tests.sheets_server.faults import Rule
from tests.sheets_server.human import Deed, Done, HumanHand, random_action
from tests.sheets_server.twin import twin
from tests.sync.google.stage import BOOKS, Moment, Stage

QUIET_AFTER = 4
"""Updates after which an office in which nobody does anything must have become quiet."""
_THE_END = 10_000


@dataclass(frozen=True)
class Act:
    """Somebody does something in a spreadsheet right before a call of an update, both counted from 1.

    Without a `deed` it is drawn at that very moment, by the chance of `seed`. What comes too late for any call of the
    update is done when it has ended.
    """

    book: str
    update: int
    call: int
    deed: Deed | None = None
    seed: str = ""


@dataclass(frozen=True)
class Played:
    """What was done, and after which update the service can have seen it first when nobody works in the middle."""

    book: str
    deed: Deed
    done: Done
    after: int


@dataclass
class History:
    """Acts on a stage, with a twin of every spreadsheet in which no service ever wrote."""

    stage: Stage
    acts: Sequence[Act]
    played: list[Played] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    hands: dict[str, HumanHand] = field(init=False)
    own: frozenset[int] = field(init=False)
    _waiting: list[Act] = field(default_factory=list)
    _calls: Iterable[int] = field(default_factory=count)
    _now: list[tuple[Act, Done]] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _wrote: bool = False

    def __post_init__(self) -> None:
        world = self.stage.world
        self.hands = {name: HumanHand(world, self.stage.office.ids[name]) for name in BOOKS}
        self.own = frozenset(sheet_id_of(name) for name in self.stage.ours())
        for hand in self.hands.values():
            twin(hand)

    @property
    def changed(self) -> int:
        """How many deeds changed the value of a cell."""
        return sum(one.done.changed for one in self.played)

    @property
    def touched_ours(self) -> bool:
        """Somebody did something to a tab of ours: its colours and notes are mended only when it is written next."""
        return any(one.deed.arguments.get("sheet") in self.own for one in self.played)

    def open(self, book: str, deed: Deed) -> None:
        """Somebody does something before the first update."""
        self.played.append(Played(book, deed, self._done(book, deed), 0))

    def play(self, updates: int) -> None:
        """So many updates with everything that happens in the middle of them."""
        rules = (Rule(tuple(DISTURBING), deed=self._before), Rule(tuple(DISTURBING), deed=self._after, after=1.0))
        for number in range(1, updates + 1):
            self._waiting = sorted((one for one in self.acts if one.update == number), key=lambda one: one.call)
            self._calls, self._seen, self._wrote = count(1), {}, False
            self.stage.around.faults.set(rules)
            self.results.append(self.stage.update())
            self.stage.around.faults.set(())
            self._do(_THE_END)
            self._remember(number)

    def again(self, one: Played) -> None:
        """Does what was done in another history."""
        self._done(one.book, one.deed)

    def settle(self) -> Result:
        """Updates until nothing is written, at once and after metadata have become old. Raises AssertionError if never."""
        _until_quiet(self.stage)
        self.stage.time.pass_by(METADATA_LAST + 1)
        return _until_quiet(self.stage)

    def _before(self, _call: Call) -> None:
        self._do(next(iter(self._calls)))

    def _after(self, call: Call) -> None:
        self._wrote = self._wrote or call.path.endswith(":batchUpdate")
        name = next((name for name, key in self.stage.office.ids.items() if key in call.path), "")
        if call.path.endswith("values:batchGet") and not self._wrote:
            self._seen[name] = len(self._now)

    def _do(self, call: int) -> None:
        while self._waiting and self._waiting[0].call <= call:
            act = self._waiting.pop(0)
            deed = act.deed or self._drawn(act)
            if deed is not None:
                self._now.append((act, self._done(act.book, deed)))

    def _drawn(self, act: Act) -> Deed | None:
        try:
            return random_action(random.Random(act.seed), self.stage.world, self.stage.office.ids[act.book])
        except ValueError:
            return None

    def _done(self, book: str, deed: Deed) -> Done:
        hand = self.hands[book]
        done = hand.perform(deed)
        if deed.name == "duplicate_tab" and deed.arguments["sheet"] in self.own and not done.refused:
            self._copied(hand, int(deed.arguments["id"]))
        return done

    def _copied(self, hand: HumanHand, copy: int) -> None:
        """A copy of our tab holds what stood there at that moment: so does the twin's."""
        mirror, sheet = hand.mirror, hand.book.sheet(copy)
        assert mirror is not None
        assert sheet is not None
        book = mirror.world.books[hand.spreadsheet_id]
        book.sheets = [sheet.copy() if one.id == copy else one for one in book.sheets]

    def _remember(self, number: int) -> None:
        for index, (act, done) in enumerate(self._now):
            seen = index < self._seen.get(act.book, 0)
            self.played.append(Played(act.book, done.deed, done, number - 1 if seen else number))
        self._now = []


def _until_quiet(stage: Stage) -> Result:
    for _ in range(QUIET_AFTER):
        result = stage.update()
        if not result.calls["write"]:
            return result
    raise AssertionError(f"{QUIET_AFTER} updates have not brought peace: {result.written}, {dict(result.left)}")


def in_order(stage: Stage, start: Moment, played: Sequence[Played], updates: int) -> History:
    """The same deeds when nobody works in the middle of an update: what the service saw late is done after it."""
    stage.put_back(start)
    history = History(stage, [])
    for number in range(updates + 1):
        if number:
            history.results.append(stage.update())
        for one in played:
            if one.after == number and not one.done.refused:
                history.again(one)
    return history
