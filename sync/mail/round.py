"""Giving letters to the server: each at most three times a cycle, with a random wait in between, one line for many."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence

from sync.google.ports import Ports
from sync.mail.message import message_of
from sync.mail.server import RefusedError, Server, opened
from sync.state.outbox import Letter

TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 64.0
_BREAKS = 2
"""After so many broken lines in a row the rest of the letters waits for the next try."""

Sent = Callable[[Letter], None]


def give(server: Server, letters: Sequence[Letter], ports: Ports, sent: Sent) -> dict[str, str]:
    """Gives the letters and tells of each at once when it is taken; id → why, of those that did not go."""
    left, why = list(letters), dict[str, str]()
    for number in range(TRIES):
        if number:
            ports.sleep(ports.chance() * min(_LONGEST_WAIT, _FIRST_WAIT * 2**number))
        refused = dict(_round(server, left, sent))
        why = {**{name: old for name, old in why.items() if name not in {one.id for one in left}}, **_said(refused)}
        left = [one for one in left if one.id in refused and refused[one.id].again]
        if not left:
            break
    return why


def _said(refused: dict[str, RefusedError]) -> dict[str, str]:
    return {name: one.why for name, one in refused.items()}


def _round(server: Server, letters: Sequence[Letter], sent: Sent) -> Iterator[tuple[str, RefusedError]]:
    """Each letter once, over as many lines as that takes; yields what was refused."""
    waiting, broken = deque(letters), 0
    while waiting:
        many = len(waiting)
        end = yield from _over_one_line(server, waiting, sent)
        if end is None:
            return
        broken = broken + 1 if many - len(waiting) <= 1 else 0
        if many == len(waiting) or broken >= _BREAKS:
            yield from ((one.id, end) for one in waiting)
            return


def _over_one_line(
    server: Server, waiting: deque[Letter], sent: Sent
) -> Generator[tuple[str, RefusedError], None, RefusedError | None]:
    """As many letters as the line bears; what is refused is yielded, what ended the line is returned."""
    try:
        with opened(server) as line:
            while waiting:
                letter = waiting.popleft()
                try:
                    line.send(message_of(letter, server.sender))
                except RefusedError as refused:
                    yield letter.id, refused
                    if refused.lost:
                        return refused
                else:
                    sent(letter)
    except RefusedError as refused:
        return refused
    return None
