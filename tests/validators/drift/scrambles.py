"""Tables in which codes and records are parted: a column sorted alone, a block pasted some rows off."""

import random
from dataclasses import dataclass

from tests.validators.drift.editing import edit_some
from tests.validators.drift.ledgers import LEAST_ROWS, Ledger, in_order, ledger

FULL = 15
"""From so many parted rows on every case must be found (decisions.md 27)."""

_CUT = 5
"""Cells that were cut leave blank ones behind; nobody cuts and misses by more rows than that."""


@dataclass(frozen=True)
class Scramble:
    """A table before and after, what was done, and the columns whose cells changed their places."""

    before: Ledger
    after: Ledger
    deed: str
    moved: frozenset[int]


def sorted_alone(dice: random.Random, least: int = FULL) -> Scramble:
    """One column sorted without the others, up or down; ties and blanks as they come."""
    while True:
        before = ledger(dice)
        after = before.copy()
        at = dice.randrange(len(before.fields))
        for row, cell in zip(after.rows, in_order(before.column(at), down=dice.random() < 0.4), strict=True):
            row[at] = cell
        changed = parted(before, after)
        if changed >= least:
            deed = f"{before.register.key}: sorted {before.fields[at]} alone, {changed} of {len(before.rows)}"
            return Scramble(before, after, deed, frozenset({at}))


def shifted(dice: random.Random, least: int = FULL) -> Scramble:
    """A block of cells with the name, or the code, of the records pasted some rows lower or higher."""
    while True:
        before = ledger(dice)
        own = [at for at, name in enumerate(before.fields) if name in {"id", *before.register.natural}]
        first = dice.choice(own)
        last = dice.randint(first, min(len(before.fields) - 1, first + 6))
        if first == 0 and last == len(before.fields) - 1:
            continue
        rows = len(before.rows)
        length = dice.randint(LEAST_ROWS, rows) if rows > LEAST_ROWS else rows
        step = dice.randint(1, 3) if dice.random() < 0.7 else dice.randint(1, length // 2)
        after = _pasted(before, (first, last), length, step, dice)
        changed = parted(before, after)
        if changed >= least:
            deed = f"{before.register.key}: {before.fields[first : last + 1]} moved by {step}, {changed} of {rows}"
            return Scramble(before, after, deed, frozenset(range(first, last + 1)))


def _pasted(before: Ledger, columns: tuple[int, int], length: int, step: int, dice: random.Random) -> Ledger:
    """Down or up; what was above stays as it is, or is left blank; the last cells may need rows of their own."""
    after, rows = before.copy(), len(before.rows)
    start = dice.randint(0, rows - length)
    cut, step = step <= _CUT and dice.random() < 0.4, step if dice.random() < 0.7 else -step
    block = [before.rows[start + number][columns[0] : columns[1] + 1] for number in range(length)]
    if cut:
        for number in range(length):
            after.rows[start + number][columns[0] : columns[1] + 1] = [None] * len(block[0])
    for number, cells in enumerate(block):
        target = start + number + step
        if target >= len(after.rows):
            after.rows.append([None] * len(before.fields))
        if target >= 0:
            after.rows[target][columns[0] : columns[1] + 1] = cells
    return after


def parted(before: Ledger, after: Ledger) -> int:
    """How many codes stand at cells that are not theirs; of rows with one code the first is it."""
    known, now = ({row[0]: row for row in reversed(one.rows) if row[0]} for one in (before, after))
    pairs = ((known[code], row) for code, row in now.items() if code in known)
    return sum(any(one not in (None, other) for other, one in zip(was, row, strict=True)) for was, row in pairs)


def scrambled(seed: int, least: int = FULL) -> Scramble:
    """A case of either kind in which so many rows parted at least; in every third something else was edited too."""
    dice = random.Random(f"scramble {seed}")
    found = (sorted_alone if dice.random() < 0.5 else shifted)(dice, least)
    others = [at for at in range(1, len(found.before.fields)) if at not in found.moved]
    if others and dice.random() < 0.3:
        edit_some(found.after, dice, dice.randint(1, 3), others)
    return found
