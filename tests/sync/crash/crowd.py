"""Several processes at one history, all the time: they open it, write, read, close it, and are killed at any moment."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from sync.state.link_store import LinkStore
from sync.state.seal import Seal, digest_of_file
from tests.sync.crash.beside import begun, give, given
from tests.sync.crash.killing import was_killed

WRITERS, READERS = 3, 2
LONGEST = 0.06
"""Seconds between two kills."""
_A_LIFE = 1_000_000
"""Changes of one process are numbered from so many times its own number."""


def wrong_in_a_crowd(folder: Path, kills: int, seed: int) -> Iterator[str]:
    """So many of them killed, each replaced by a new one; what is wrong then, as sentences."""
    path, said, wrong = begun(folder) / "rpo.sqlite", folder / "said", folder / "wrong"
    chance, lives = random.Random(seed), count(1)
    deeds: list[Callable[[int], None]] = [lambda life: _write(path, said, life)] * WRITERS
    deeds += [lambda _life: _read(path)] * READERS
    crowd = {_born(deed, next(lives), wrong): deed for deed in deeds}
    for _ in range(kills):
        time.sleep(chance.uniform(0, LONGEST))
        child = chance.choice(list(crowd))
        if not _ended(child):
            yield f"seed {seed}: one had ended by himself"
        deed = crowd.pop(child)
        crowd[_born(deed, next(lives), wrong)] = deed
    for child in crowd:
        _ended(child)
    if wrong.exists():
        yield from (f"seed {seed}: {line}" for line in sorted(set(wrong.read_text(encoding="utf-8").splitlines())))
    with LinkStore.open(path) as store:
        store.check_whole()
    if Seal(path).read() != (digest_of_file(path),):
        yield f"seed {seed}: the seal is not true"
    lost = {int(one) for one in said.read_text(encoding="ascii").split()} - given(path)
    if lost:
        yield f"seed {seed}: {len(lost)} changes are lost"


def _born(deed: Callable[[int], None], life: int, wrong: Path) -> int:
    child = os.fork()
    if child:
        return child
    while True:
        try:
            deed(life)
        except BaseException as error:  # noqa: BLE001  the parent tells of it
            _note(wrong, f"{type(error).__name__}: {error}")


def _write(path: Path, said: Path, life: int) -> None:
    """Opens the history, changes it some times, closes it, for ever; what is committed is told at once."""
    numbers, chance = count(life * _A_LIFE), random.Random(life)
    while True:
        with LinkStore.open(path) as store:
            for _ in range(chance.randint(0, 4)):
                number = next(numbers)
                give(store, number)
                _note(said, str(number))


def _read(path: Path) -> None:
    while True:
        given(path)


def _note(file: Path, line: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)


def _ended(child: int) -> bool:
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return was_killed(os.waitstatus_to_exitcode(status))
