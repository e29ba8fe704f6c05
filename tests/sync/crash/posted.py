"""The letters of a day, killed on their way: how often each came to the real mail server, and what came."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sync.state.mail_store import MailStore
from tests.sync.crash.killing import Point, forked, killed, points, steps_of, was_killed
from tests.sync.crash.small import copied
from tests.sync.mail.post_office import PostOffice, post_office
from tests.sync.mail.test_due import office, on, repeats, set_mail
from tests.sync.offices import desk_of

DAY = "2026-04-15"


@dataclass(frozen=True)
class Post:
    """An office that has letters to send, and the steps in which it sends them."""

    start: Path
    steps: Sequence[tuple[str, str]]
    letters: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> "Post":
        """Builds it, and sends the letters of a copy."""
        with post_office() as post:
            office(folder, post.port)
            with copied(folder) as place:
                steps = steps_of(lambda: on(desk_of(place), DAY))
            return cls(folder, steps, frozenset(repeats(post)))

    def telling(self) -> list[Point]:
        """The point before each step; of a letter the one after it, too: the server has it then."""
        return [one for one in points(self.steps) if not one.done or self.steps[one.number][0] == "mail.send"]

    def every(self) -> list[Point]:
        """The points before and after each step."""
        return points(self.steps)

    def in_doubt(self, point: Point) -> str | None:
        """The letter that the server has and of which the history does not know it yet; None when there is none."""
        last = None
        for number, (name, target) in enumerate(self.steps):
            if (number, False) >= (point.number, point.done):
                break
            last = target if name == "mail.send" else None if target == "note a letter sent" else last
        return last

    def wrong_at(self, point: Point) -> Iterator[str]:
        """Killed at the point, then sent again by the next cycle: each fault a sentence."""
        yield from self.wrong_after(lambda _post, work: killed(work, point), str(point), self.in_doubt(point))

    def wrong_after(
        self, stop: Callable[[PostOffice, Callable[[], object]], bool], where: str, doubted: str | None
    ) -> Iterator[str]:
        """`stop` kills the cycle; `doubted` is the letter that then comes twice, and it alone."""
        with copied(self.start) as place, post_office() as post:
            set_mail(desk_of(place), post.port)
            if not stop(post, lambda: on(desk_of(place), DAY)):
                yield f"{where}: never came there"
            on(desk_of(place), DAY)
            on(desk_of(place), DAY, "15:00")
            came = repeats(post)
            yield from (f"{where}: lost {one}" for one in self.letters - came.keys())
            twice = {one: len(copies) for one, copies in came.items() if len(copies) > 1}
            if twice != ({doubted: 2} if doubted else {}):
                yield f"{where}: came more than once: {twice}, in doubt was {doubted}"
            yield from (f"{where}: {one} is another one" for one, copies in came.items() if len(set(copies)) > 1)
            with MailStore.open(desk_of(place).history, read_only=True) as store:
                yield from (f"{where}: {one.recipient} still waits" for one in store.waiting())


def dies_unanswered(post: PostOffice, work: Callable[[], object]) -> bool:
    """The server takes the first letter, and the sender is killed before it has heard so."""
    told, here = os.pipe()

    def working() -> None:
        os.write(here, str(os.getpid()).encode())
        work()

    def take() -> None:
        post.heard = lambda: None
        os.kill(int(os.read(told, 20)), signal.SIGKILL)

    post.heard = take
    return was_killed(forked(working))


def came_twice(post: Post, every: Sequence[Point]) -> Counter[str]:
    """At how many points a letter is in doubt, and at how many none is."""
    return Counter("in doubt" if post.in_doubt(one) else "sure" for one in every)
