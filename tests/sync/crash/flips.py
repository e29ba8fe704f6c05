"""Bits of the history's file turned over one at a time: every one that changes anything we read is found before use."""

import random
import shutil
from collections import Counter
from pathlib import Path

from config.errors import StateError
from sync.state.seal import Seal
from sync.state.store import Store
from tests.sync.crash.small import Small, told

FOUND, HARMLESS, MISSED = "found before use", "harmless", "missed"


def lived(root: Path, generations: int = 6) -> Path:
    """The file of a small office that has lived; at rest."""
    office = Small(root)
    for generation in range(1, generations + 1):
        office.publish(generation)
    return office.state


def flipped(state: Path, place: Path, flips: int, seed: int) -> Counter[str]:
    """So many flips, each in a copy of its own that is opened to be read and, every other time, to be written."""
    whole, known, chance = state.read_bytes(), told(state), random.Random(seed)
    copy = place / state.name
    found: Counter[str] = Counter()
    for number in range(flips):
        at = chance.randrange(len(whole) * 8)
        for beside in place.iterdir():
            beside.unlink()
        shutil.copy(Seal(state).path, Seal(copy).path)
        copy.write_bytes(_turned(whole, at))
        try:
            Store.open(copy, read_only=number % 2 == 0).close()
            found[HARMLESS if told(copy) == known else MISSED] += 1
        except StateError:
            found[FOUND] += 1
    return found


def _turned(data: bytes, at: int) -> bytes:
    place, bit = divmod(at, 8)
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
