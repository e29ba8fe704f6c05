"""Weeks of a register in which rows are wiped, all at once or a few a day, among ordinary editing; and who notices."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from config.columns import Raw
from config.settings import LimitsSection, Settings
from sync.before import Before, Snapshot
from sync.noticing import noticed
from sync.reading import Reading, read_register
from sync.sheets import Look
from sync.state.codec import digest_of
from tests.validators.drift.editing import DEEDS
from tests.validators.drift.ledgers import Ledger, ledger
from validators.grid import Grid
from validators.memo import Memo
from validators.office import Standing

FIRST_DAY = date(2026, 4, 1)
UPDATES = 4
WEEK = timedelta(days=7)
LIMITS = LimitsSection()
_KEYS = ("TEAM", "SCH", "UNI", "MENT", "EDU", "PLAN")
Wipe = Callable[[Ledger, random.Random], None]


@dataclass
class Watch:
    """The service beside a register: what it accepted last, what it noticed; and the truth, kept apart from it."""

    one: Ledger
    memo: Memo
    day: date = FIRST_DAY
    before: Before = Before()
    grids: dict[str, tuple[Grid, ...]] = field(default_factory=dict)
    codes: frozenset[Raw] = frozenset()
    lost: dict[Raw, date] = field(default_factory=dict)
    """Code → the day on which a row with it was lost and nobody was asked."""

    def look(self, now: Ledger) -> Reading:
        """One update; what is accepted becomes the last good reading."""
        look = Look(Settings(), self.day, self.before, self.grids.__getitem__, digest_of, self.memo)
        found = read_register(now.register, (now.grid(),), None, look)
        if found.account.standing is Standing.ACCEPTED and found.table is not None:
            key = now.register.key
            self.grids = {found.digest: found.grids}
            snapshot = Snapshot(key, found.digest, frozenset(found.table.ids), self.day, ("Файл.xlsx",))
            self.before = replace(self.before, snapshots={key: snapshot}, noticed=noticed({key: found}, look), holds=())
        return found

    def is_too_much(self, now: Ledger) -> bool:
        """decisions.md 27, of all rows that went within a week: more than ten and a fifth, or more than half."""
        codes = codes_of(now)
        lately = {code for code, day in self.lost.items() if day > self.day - WEEK}
        base = self.codes | lately
        gone, rows = base - codes, len(base) + self.nameless
        return len(gone) > max(10, int(rows * 0.2)) or len(gone) > rows * 0.5

    @property
    def nameless(self) -> int:
        """Rows that stand without a code."""
        return sum(not row[0] and any(cell is not None for cell in row) for row in self.one.rows)

    def accept(self, now: Ledger) -> None:
        """The truth of what was accepted."""
        codes = codes_of(now)
        self.lost = {code: day for code, day in self.lost.items() if code not in codes}
        self.lost |= dict.fromkeys(_lost(self.one, now), self.day)
        self.codes, self.one = codes, now


def codes_of(one: Ledger) -> frozenset[Raw]:
    """The codes that stand in a table; a code with nothing beside it is no row."""
    return frozenset(row[0] for row in one.rows if row[0] and any(cell is not None for cell in row[1:]))


def _lost(was: Ledger, now: Ledger) -> set[Raw]:
    """Codes that went without a word: not of rows that had been called a mistake, nor of those that stand without one.

    A row that stands under a new code, or whose code was typed over by that of another row, is told so at once, and is
    not waited for.
    """
    life, known, codes = was.register.life, codes_of(was), codes_of(now)
    state = was.fields.index(life.field) if life.field in was.fields else 0
    times = Counter(now.column(0))
    open_rows = [row for row in now.rows if row[0] not in known or times[row[0]] > 1]
    gone = (row for row in was.rows if row[0] in known - codes and row[state] not in life.uncounted)
    return {row[0] for row in gone if not any(_is_same(row, one) for one in open_rows)}


def _is_same(row: list[Raw], other: list[Raw]) -> bool:
    filled = [(was, now) for was, now in zip(row[1:], other[1:], strict=True) if was is not None]
    return sum(was == now for was, now in filled) * 2 >= len(filled)


def _some(one: Ledger, dice: random.Random) -> None:
    """Any number of rows, from here and there."""
    for _ in range(dice.randint(1, len(one.rows))):
        one.rows.pop(dice.randrange(len(one.rows)))


def _block(one: Ledger, dice: random.Random) -> None:
    start = dice.randrange(len(one.rows))
    del one.rows[start : start + dice.randint(1, len(one.rows))]


def _portion(one: Ledger, dice: random.Random) -> None:
    """As many as one may lose at once without being asked; so again next time."""
    for _ in range(min(dice.randint(5, 10), len(one.rows) // 2)):
        one.rows.pop(dice.randrange(len(one.rows)))


def _cleared(one: Ledger, dice: random.Random) -> None:
    """The cells emptied, the codes left where they are."""
    start = dice.randrange(len(one.rows))
    for row in one.rows[start : start + dice.randint(1, len(one.rows))]:
        row[1:] = [None] * (len(row) - 1)


def _replaced(one: Ledger, dice: random.Random) -> None:
    """The codes of a block given anew, from a part of the numbers that nobody had."""
    start = dice.randrange(len(one.rows))
    for row in one.rows[start : start + dice.randint(1, len(one.rows))]:
        row[0] = f"{one.register.prefix}-{dice.randint(5000, 9999)}"


WIPES: Sequence[Wipe] = (_some, _block, _portion, _portion, _cleared, _replaced)


@dataclass
class Story:
    """What a history came to: faults in words, updates, and holds that nobody deserved."""

    wrong: list[str] = field(default_factory=list)
    ordinary: int = 0
    wiped: int = 0
    false: list[str] = field(default_factory=list)


_MEMOS: dict[str, Memo] = {}


def story(seed: int) -> Story:
    """One history. After a hold the rows are brought back, or a person accepts what is gone."""
    dice = random.Random(f"wiping {seed}")
    one = ledger(dice, dice.choice(_KEYS), most=60)
    watch = Watch(one, _MEMOS.setdefault(one.register.key, Memo()))
    watch.look(one)
    watch.accept(one)
    told = Story()
    wiping = dice.random() < 0.6
    for _ in range(UPDATES):
        watch.day += timedelta(days=dice.randint(0, 3))
        _one_update(watch, dice, told, wipe=wiping and dice.random() < 0.7)
        if len(watch.one.rows) < 8:
            break
    return told


def _one_update(watch: Watch, dice: random.Random, told: Story, *, wipe: bool) -> None:
    now = watch.one.copy()
    deeds: list[Wipe] = dice.sample(DEEDS, dice.randint(1, 2))
    if wipe:
        deeds.append(dice.choice(WIPES))
    for deed in deeds:
        if now.rows:
            deed(now, dice)
    names = f"{now.register.key}: {', '.join(deed.__name__ for deed in deeds)}"
    too_much = watch.is_too_much(now)
    found = watch.look(now)
    told.ordinary += not wipe
    told.wiped += too_much
    if found.account.standing is Standing.ACCEPTED:
        if too_much:
            told.wrong.append(f"{names}: {len(watch.codes - codes_of(now))} of {len(watch.codes)} gone, accepted")
        watch.accept(now)
        return
    if not wipe and not too_much:
        told.false.append(f"{names}: {found.account.reason}")
    if dice.random() < 0.3 and found.holds:
        _accepted(watch, found, now)


def _accepted(watch: Watch, found: Reading, now: Ledger) -> None:
    """A person says `ack` to every hold, and the next update takes the reading."""
    holds = tuple(replace(hold, number=number, accepted=True) for number, hold in enumerate(found.holds, 1))
    watch.before = replace(watch.before, holds=holds)
    again = watch.look(now)
    if again.account.standing is Standing.ACCEPTED:
        if {hold.kind for hold in holds} & {"rows_vanished", "pairs_parted", "tab_replaced"}:
            watch.lost, watch.one = {}, now
        watch.accept(now)
    watch.before = replace(watch.before, holds=())
