"""Many offices of one operator: units of work given to a few processes, fairly; no office waits for one that hangs."""

import queue
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports import wording
from sync.google.bucket import ProcessQuota
from sync.logs import note
from sync.offices import folders_in
from sync.service.call import Answer, Call
from sync.service.clock import Clock
from sync.service.hands import Hand
from sync.service.notify import Notifier
from sync.service.stopping import Stop
from sync.service.turns import Standing, next_turn, pause_of

_AT_MOST = 4


@dataclass(frozen=True)
class Measure:
    """How many processes work, and the seconds that things may take.

    `hands` — processes that work at a time; one that has worked for `slow` counts no more and another one begins, until
    there are four times as many; `look` and `job` — how long a unit of work may take before it is ended; `lists` —
    between two looks for offices that came or went; `stop` — how long what is begun may go on when the service stops.
    """

    hands: int
    slow: float = 60.0
    look: float = 60.0
    job: float = 1800.0
    lists: float = 15.0
    stop: float = 25.0


@dataclass
class _Work:
    standing: Standing
    call: Call


class Many:
    """The offices of a folder at work. What touches an office is done by a hand, never here."""

    def __init__(
        self,
        folder: Path,
        measure: Measure,
        stop: Stop,
        notifier: Notifier,
        say: Callable[[str], None],
        today: str | None = None,
    ) -> None:
        """`say` — told of what a person should know."""
        self._folder, self._measure, self._today = folder, measure, today
        self._stop, self._notifier, self._say = stop, notifier, say
        self._clock, self._quota = Clock(), ProcessQuota()
        self._heard: queue.SimpleQueue[tuple[Hand, Answer]] = queue.SimpleQueue()
        self._idle: list[Hand] = []
        self._busy: dict[int, tuple[Hand, _Work]] = {}
        self._standings: dict[str, Standing] = {}
        self._histories: dict[str, str] = {}
        self._listed = float("-inf")
        self.results: Counter[str] = Counter()

    def run(self, *, once: bool = False) -> None:
        """Works until somebody asks to stop; `once` — until nothing is due anywhere."""
        while not self._stop() and not (once and self._is_done()):
            self._clock.look()
            now = self._clock.steady()
            self._list(now)
            self._end_hanging(now)
            self._give_work(now)
            self._hear(0.5)
            self._notifier.progress()
        self._finish()

    @property
    def offices(self) -> int:
        """How many offices there are."""
        return sum(one.is_office for one in self._standings.values())

    def _list(self, now: float) -> None:
        """Offices come and go while the service works."""
        if now - self._listed < self._measure.lists:
            return
        self._listed = now
        found = folders_in(self._folder)
        for name in found:
            self._standings.setdefault(name, Standing(name, str(self._folder / name)))
        for name in self._standings.keys() - set(found):
            if not self._standings[name].at_work:
                del self._standings[name]
                self._histories = {history: owner for history, owner in self._histories.items() if owner != name}

    def _give_work(self, now: float) -> None:
        while self._has_room(now) and (turn := next_turn(self._standings.values(), now)) is not None:
            one, wanted = turn.standing, turn.wanted
            job, occasion = (wanted.job, wanted.occasion) if wanted is not None else ("", "")
            doubtful = self._clock.is_doubtful
            call = Call(one.folder, job, occasion, one.seen, self._today, doubtful, turn.gives_up)
            hand = self._free_hand()
            one.at_work, one.served = True, now
            self._busy[id(hand)] = hand, _Work(one, call)
            hand.ask(call)

    def _free_hand(self) -> Hand:
        while self._idle:
            hand = self._idle.pop()
            if not hand.is_over:
                return hand
        return Hand(lambda who, answer: self._heard.put((who, answer)), self._quota)

    def _has_room(self, now: float) -> bool:
        quick = sum(now - hand.since < self._measure.slow for hand, _ in self._busy.values())
        return quick < self._measure.hands and len(self._busy) < _AT_MOST * self._measure.hands

    def _hear(self, seconds: float) -> None:
        """Takes in every answer that there is; waits so long for the first."""
        try:
            hand, answer = self._heard.get(timeout=seconds)
        except queue.Empty:
            return
        _, work = self._busy.pop(id(hand), (None, None))
        if work is None:
            return  # it was given up
        if answer.trouble == "LostError" or hand.is_worn or len(self._idle) >= self._measure.hands:
            hand.let_go()
        else:
            self._idle.append(hand)
        self._take_in(work, answer, self._clock.steady() - hand.since)

    def _take_in(self, work: _Work, answer: Answer, took: float) -> None:
        one, now = work.standing, self._clock.steady()
        one.heard(work.call, answer, now, pause_of(answer, took, len(self._standings)))
        if answer.result:
            self.results[answer.result] += 1
        owner = self._histories.setdefault(answer.history, one.name) if answer.history else one.name
        if owner != one.name:
            one.leave_alone(now)
            answer = Answer(trouble="OneHistoryError", words=f"История та же, что у офиса «{owner}».")
        self._tell(one, answer)

    def _tell(self, one: Standing, answer: Answer) -> None:
        """Each new trouble of an office is told once, and so is its end."""
        if answer.is_busy or one.told == answer.trouble:
            return
        one.told = answer.trouble
        if not answer.trouble:
            self._say(f"Офис «{one.name}»: работа идёт снова.")
            return
        self.results[answer.trouble] += 1
        note("office.trouble", office=one.name, code=answer.trouble)
        words = answer.words or f"Сбой программы: {answer.trouble}."
        self._say(f"Офис «{one.name}»: {words} Остальные офисы это не задерживает, этот пробуем снова.")

    def _end_hanging(self, now: float) -> None:
        for key, (hand, work) in list(self._busy.items()):
            limit = self._measure.job if work.call.job else self._measure.look
            if now - hand.lives > limit:
                del self._busy[key]
                hand.kill()
                work.standing.hung(work.call, now)
                minutes = wording.counted(max(round(limit / 60), 1), "минуты", "минут", "минут")
                self._tell(work.standing, Answer(trouble="HangingError", words=f"Не отвечает дольше {minutes}."))

    def _is_done(self) -> bool:
        """Every office has been looked at, and nothing waits there that can be done."""
        ready = (one.is_known and not one.at_work and (one.troubles or not one.due) for one in self._standings.values())
        return bool(self._standings) and all(ready)

    def _finish(self) -> None:
        """What is begun ends its step, the rest is put off."""
        self._notifier.stopping()
        for hand, _ in self._busy.values():
            hand.stop()
        until = self._clock.steady() + self._measure.stop
        while self._busy and (left := until - self._clock.steady()) > 0:
            self._hear(min(left, 0.5))
        killed = [hand for hand, _ in self._busy.values()]
        for hand in killed:
            hand.kill()
        for hand in self._idle:
            hand.let_go()
        for hand in (*killed, *self._idle):
            hand.ended(1.0)
