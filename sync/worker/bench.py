"""The one hand of a worker: a visit at a time, ended when it takes too long."""

import queue
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reports import wording
from sync.google.bucket import Quota
from sync.lease import steady
from sync.service.call import Answer, Call
from sync.service.hands import Hand

HANGING = "HangingError"


@dataclass
class Bench:
    """Where a worker works. `quota` is that of all workers; `look` and `job` are seconds for a unit of work.

    `took` — how many the last one took.
    """

    quota: Quota
    look: float = 60.0
    job: float = 1800.0
    took: float = field(default=0.0, init=False)
    _hand: Hand | None = None
    _heard: "queue.SimpleQueue[Answer]" = field(default_factory=queue.SimpleQueue)

    def visit(self, call: Call) -> Answer:
        """One unit of work. What hangs is ended, and that it hung is written down, if the office lets."""
        answer = self._visit(call)
        self.took = steady() - self._hand.since if self._hand is not None else 0.0
        if answer.trouble == HANGING and call.job:
            self._visit(replace(call, gave_up=True))
        return answer

    def stop(self) -> None:
        """Asks to end the step in hand and to put the rest off."""
        if self._hand is not None:
            self._hand.stop()

    def close(self) -> None:
        """Nothing more is asked; what still goes on is ended."""
        if self._hand is not None:
            self._hand.kill()
            self._hand.ended(1.0)

    def _visit(self, call: Call) -> Answer:
        hand = self._hand if self._hand is not None and not self._hand.is_over else self._new()
        hand.ask(call)
        limit = self.job if call.job and not call.gave_up else self.look
        answer = self._answer(hand, limit)
        if answer is None:
            hand.kill()
            self._hand = None
            minutes = wording.counted(max(round(limit / 60), 1), "минуты", "минут", "минут")
            return Answer(seen=call.seen, trouble=HANGING, words=f"Не отвечает дольше {minutes}.")
        if hand.is_worn or answer.trouble == "LostError":
            hand.let_go()
            self._hand = None
        return answer

    def _answer(self, hand: Hand, limit: float) -> Answer | None:
        """What the hand says; None when it has given no sign of life for so many seconds."""
        while (left := limit - (steady() - hand.lives)) > 0:
            with suppress(queue.Empty):
                return self._heard.get(timeout=left)
        return None

    def _new(self) -> Hand:
        """A process of its own queue: what one that was ended says late is heard by nobody."""
        heard: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._heard, self._hand = heard, Hand(lambda _hand, answer: heard.put(answer), self.quota)
        return self._hand
