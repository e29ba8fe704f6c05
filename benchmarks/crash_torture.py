"""The torture of an office that is killed: at every step, twice, at any moment, beside another; its bits turned."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.outcome import Outcome
from tests.sync.crash.again import Played
from tests.sync.crash.beside import REWRITES, WRITES, begun, points_beside, wrong_in_copy
from tests.sync.crash.chance import killed_at_any_moment, killed_fresh
from tests.sync.crash.crowd import wrong_in_a_crowd
from tests.sync.crash.flips import MISSED, flipped, lived
from tests.sync.crash.killing import points, steps_of
from tests.sync.crash.knocked import Knock, wrong_when_given
from tests.sync.crash.posted import Post, came_twice
from tests.sync.crash.purged import PURGE, aviary
from tests.sync.crash.served import SERVED, monthly
from tests.sync.crash.small import LAST, Small, copied
from tests.sync.crash.verdict import Faultless, pairs, tried
from tests.sync.crash.whole import CLOSING, UPDATE, expected, lived_in, wrong_after
from tests.sync.mail.post_office import PostOffice, post_office

A_PAIRING, A_CHANCE, A_CROWD, A_ROT = 150, 500, 500, 1_000
"""Pairs of kills, kills at any moment, of one and of one of several, and bits turned over, in one case."""

GENERATIONS = (1, 2, LAST)


@contextmanager
def faultless(*generations: int) -> Iterator[dict[int, Faultless]]:
    """Each of these updates without faults, from an office that has lived until then."""
    with tempfile.TemporaryDirectory() as name:
        found = {}
        for generation in generations:
            office = Small(Path(name) / str(generation))
            office.root.mkdir()
            for earlier in range(1, generation):
                office.publish(earlier)
            found[generation] = Faultless.of(office.root, generation)
        yield found


def killed_twice(seed: int) -> Outcome:
    """Killed at a step, and again in the recovery: it ends as without faults."""
    with faultless(*GENERATIONS) as offices:
        wrong = list(pairs(offices, A_PAIRING, seed))
    return Outcome(wrong, Counter({"pairs of SIGKILL": A_PAIRING}))


def killed_by_chance(seed: int) -> Outcome:
    """Killed at moments that nobody named: nothing is lost, nothing is torn."""
    with copied(None) as place:
        wrong = list(killed_at_any_moment(place, A_CHANCE, seed))
    return Outcome(wrong, Counter({"SIGKILL at any moment": A_CHANCE}))


def killed_in_new_interpreters(number: int) -> Outcome:
    """Every point of an update, each in an interpreter of its own."""
    generation = GENERATIONS[number - 1]
    with faultless(generation) as offices:
        one = offices[generation]
        with copied(one.start) as place:
            every = points(steps_of(one.work(Small(place))))
        wrong = [fault for point in every for fault in tried(one, killed_fresh, point)]
    return Outcome(wrong, Counter({"SIGKILL of a new interpreter": len(every)}))


def whole_commands(number: int) -> Outcome:
    """A command of an office killed before and after every step, and done again.

    1 — an update after staff have worked, 2 — the closing of a period, 3 — destroying a person, 4 — a day of the
    service.
    """
    with tempfile.TemporaryDirectory() as name, post_office() as post:
        folder = Path(name) / "office"
        count, wrong = _by_themselves(folder, number) if number <= 2 else _done_again(folder, number, post)
    return Outcome(wrong, Counter({"SIGKILL of a whole command": count}))


def _by_themselves(folder: Path, number: int) -> tuple[int, list[str]]:
    lived_in(folder)
    if number == 2:
        UPDATE(folder)
    known = expected(folder, UPDATE if number == 1 else CLOSING)
    every = points(known.steps)
    return len(every), [fault for point in every for fault in wrong_after(known, point)]


def _done_again(folder: Path, number: int, post: PostOffice) -> tuple[int, list[str]]:
    known = Played.of(PURGE, aviary(folder)) if number == 3 else Played.of(SERVED, monthly(folder, post))
    every = points(known.steps)
    return len(every), [fault for point in every for fault in known.wrong_at(point)]


def letters_and_links(number: int) -> Outcome:
    """At every step: 1 — letters on their way to a real mail server, 2 — a personal link that is opened."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "office"
        if number == 1:
            post = Post.of(folder)
            wrong = [fault for point in post.every() for fault in post.wrong_at(point)]
            doubts = came_twice(post, post.every())
            return Outcome(
                wrong, Counter({"SIGKILL": len(post.every()), "letters that came again": doubts["in doubt"]})
            )
        knock = Knock.of(folder)
        wrong = [fault for point in knock.points() for fault in knock.wrong_at(point)]
        return Outcome([*wrong, *wrong_when_given(folder)], Counter({"SIGKILL": 2 * len(knock.points())}))


def beside_another(number: int) -> Outcome:
    """One of two writers of a history held, or killed, at every step: 1 — one who writes, 2 — who writes it anew."""
    first = (WRITES, REWRITES)[number - 1]
    with tempfile.TemporaryDirectory() as name:
        start = begun(Path(name))
        every = points_beside(first, start)
        fates = [(point, killed) for point in every for killed in (True, False)]
        wrong = [one for point, killed in fates for one in wrong_in_copy(first, start, point, killed=killed)]
    return Outcome(wrong, Counter({"SIGKILL beside another": len(every), "held beside another": len(every)}))


def crowded(seed: int) -> Outcome:
    """Several processes at one history, killed at any moment: nothing is lost, nobody is told that it is damaged."""
    with copied(None) as place:
        place.mkdir()
        wrong = list(wrong_in_a_crowd(place, A_CROWD, seed))
    return Outcome(wrong, Counter({"SIGKILL of one of several": A_CROWD}))


def bits_turned(seed: int) -> Outcome:
    """Bits of the history's file turned over: every one that changes what is read is found before use."""
    with tempfile.TemporaryDirectory() as name:
        state, place = lived(Path(name) / "office"), Path(name) / "copy"
        place.mkdir()
        found = flipped(state, place, A_ROT, seed)
    wrong = [f"seed {seed}: {found[MISSED]} missed"] if found[MISSED] else []
    return Outcome(wrong, Counter({f"bits: {name}": number for name, number in found.items()}))
