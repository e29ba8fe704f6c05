"""A wish is done once: begun in the history, done outside the lock of the update, settled with what came of it.

A process that is killed in the middle leaves a wish begun; the next look finds out whether it is done, or does it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from config.cells.text import fold
from config.errors import BusyError, OfficeError
from sync.before import Fate, Wished
from sync.deeds.deed import Ask, Deed, Done, Wish, checked, signed
from sync.deeds.refresh import REFRESH
from sync.desk import Desk
from sync.now.rows import Row
from sync.now.tab import HEADS
from sync.now.words import BEFORE, GIVEN_UP, HERE, discreet, told_of, told_of_trouble
from sync.page.troubles import trouble_of
from sync.state.lease_rows import LeaseLostError
from sync.state.wish_store import WishStore
from sync.writer import StoppedError

MOST_TRIES = 3
"""How often a wish is begun whose process is killed every time."""

_NOT_NOW = (BusyError, StoppedError, LeaseLostError)
"""The office is busy, the service stops, another machine writes: nothing was done, or its trace tells the next look."""

_BY = "лист «Сделать сейчас»"
_BY_KEY = {one.key: one for one in HEADS}


@dataclass(frozen=True)
class Settled:
    """A wish that is over: the title of its deed, how it ended, what is told of it."""

    title: str
    fate: Fate
    told: str


@dataclass(frozen=True)
class Looked:
    """What one look at the tab gave: the wishes that were settled, in order.

    `is_behind` — the tab does not say yet how some wish ended: an update is due, and writes it.
    """

    done: tuple[Settled, ...] = ()
    is_behind: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """What was done, a line each."""
        return tuple(f"«Сделать сейчас», {one.title}: {one.told.splitlines()[0]}" for one in self.done)


def do_all(desk: Desk, rows: Sequence[Row], now: datetime) -> Looked:
    """Does what the lines ask for, one after another; an office that is busy is asked again at the next look.

    Raises StateError when the history can't be read or written: nothing is done that could not be noted.
    """
    done: list[Settled] = []
    behind = False
    for row in rows:
        with WishStore.open(desk.history, read_only=True) as store:
            known, last = store.wish(row.id), store.last_wish(row.deed)
        if row.after > last or (known is not None and known.fate is not Fate.BEGUN):
            behind = True
            continue
        settled = _Work(replace(desk, moment=now), _BY_KEY[row.deed], row, known).settled()
        if settled is None:
            break
        done.append(settled)
    return Looked(tuple(done), behind or bool(done))


@dataclass(frozen=True)
class _Work:
    """One wish. `known` — it was begun before, by a process that was killed."""

    desk: Desk
    deed: Deed
    row: Row
    known: Wished | None

    def settled(self) -> Settled | None:
        """How it ended; None when it is left to the next look, for the office is busy."""
        if self.known is not None and self.known.tries >= MOST_TRIES:
            return self._settle(Fate.UNKNOWN, GIVEN_UP)
        try:
            wish = checked(self.deed, self.desk, self._typed())
            was = "" if self.deed.once is None else self.deed.once.trace(self.desk, wish)
        except OfficeError as error:
            self._begin("")
            return self._settle(Fate.REFUSED, told_of_trouble(trouble_of(error, HERE)))
        self._begin(was)
        return self._done(wish, was)

    def _done(self, wish: Wish, trace: str) -> Settled | None:
        try:
            done = self._tried(wish, trace)
        except _NOT_NOW:
            with WishStore.open(self.desk.history) as store:
                store.put_off(self.row.id)
            return None
        except Exception as error:  # noqa: BLE001  the rim of a deed: the head reads a sentence, the service lives on
            return self._settle(Fate.REFUSED, told_of_trouble(trouble_of(error, HERE)))
        return self._settle(Fate.DONE, told_of(done))

    def _tried(self, wish: Wish, trace: str) -> Done:
        if self.deed.key == REFRESH.key:
            return _next_update(self.desk)
        if self.deed.once is not None and self.known is not None and trace != self.known.was:
            told = self.deed.once.again(self.desk, wish)
            return replace(told, lines=(BEFORE, *told.lines))
        return self.deed.do(self.desk, signed(self.deed, wish, _BY))

    def _typed(self) -> dict[str, str]:
        """What was typed under the names of the asks; a choice may be typed by its words."""
        pairs = zip(self.deed.asks, self.row.asked, strict=False)
        return {ask.name: _chosen(ask, words, self.desk) for ask, words in pairs}

    def _begin(self, was: str) -> None:
        with WishStore.open(self.desk.history) as store:
            store.begin(Wished(self.row.id, self.deed.key, self.desk.moment, was=was))

    def _settle(self, fate: Fate, told: str) -> Settled:
        words = discreet(told, self.deed, self.row.asked)
        with WishStore.open(self.desk.history) as store:
            store.settle(self.row.id, fate, words, self.desk.moment)
        return Settled(self.deed.title, fate, words)


def _chosen(ask: Ask, words: str, desk: Desk) -> str:
    if ask.choices is None or not words:
        return words
    wanted = {fold(words), fold(words.partition(" · ")[0])}
    return next((one.value for one in ask.choices(desk) if wanted & {fold(one.value), fold(one.words)}), words)


def _next_update(desk: Desk) -> Done:
    """«Обновить» is the update that follows: nobody reads this before that update has written it."""
    with WishStore.open(desk.history, read_only=True) as store:
        number = store.last_run() + 1
    return Done((f"Обновление № {number}. Что оно нашло — на листах «Состояние» и «Замечания».",))
