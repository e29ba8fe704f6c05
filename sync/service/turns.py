"""Whose turn it is among many offices: what has a term first, then whoever was served longest ago."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sync.service.call import Answer, Call, Seen, Wanted
from sync.service.jobs.urgency import LOOK, URGENCY

FIRST_REST, LONGEST_REST = 60.0, 900.0
"""Seconds for which an office that can't be worked in is left alone: twice as many each time, up to a quarter hour."""
AT_WORK = 300.0
"""Seconds after which an office is looked at again while what is due there waits for its turn."""
_A_PART = 4
"""Looks at all offices take up to one fourth of one process, not more."""
_A_MOMENT = 10.0
"""Seconds before work that was put off is tried again."""


def rest_after(troubles: int, *, busy: bool = False) -> float:
    """Seconds for which an office is left alone after another trouble; where somebody is at work, always the first."""
    return FIRST_REST if busy else min(FIRST_REST * 2.0 ** min(troubles, 10), LONGEST_REST)


def pause_of(answer: Answer, took: float, offices: int) -> float:
    """Seconds until the next look at an office: so many that looks take up a small part of the time.

    `took` — seconds of this visit. Where work waits, the end of the work tells what waits after it.
    """
    if answer.due:
        return AT_WORK
    return min(max(answer.again, took * offices * _A_PART), max(AT_WORK, answer.again))


@dataclass
class Standing:
    """How an office stands with the service of many. Moments are seconds of the steady clock.

    `look_at` — when it is to be looked at; `served` — when its last unit of work began; `rests_until` — it is left
    alone till then; `troubles` — how many times in a row nothing could be done there; `gave_up` — the job that hung.
    """

    name: str
    folder: str
    seen: Seen = field(default_factory=Seen)
    due: tuple[Wanted, ...] = ()
    look_at: float = 0.0
    served: float = 0.0
    rests_until: float = 0.0
    troubles: int = 0
    told: str = ""
    gave_up: Wanted | None = None
    at_work: bool = False
    is_known: bool = False
    is_office: bool = True

    def heard(self, call: Call, answer: Answer, now: float, pause: float) -> None:
        """Takes in what came of a unit of work; `pause` — seconds until the next look."""
        self.at_work, self.is_known, self.is_office = False, True, answer.is_office
        self.seen, self.look_at, self.gave_up = answer.seen, now + pause, None
        self.due = answer.due
        put_off = bool(call.job) and not answer.result and Wanted(call.job, call.occasion) in answer.due
        if answer.trouble:
            self.leave_alone(now, busy=answer.is_busy)
        elif put_off:
            self.rests_until = now + _A_MOMENT
        else:
            self.troubles = 0

    def hung(self, call: Call, now: float) -> None:
        """The unit of work did not end in its time. What hung is written down by the next one, if the office lets."""
        self.at_work, self.is_known = False, True
        if call.job and not call.gave_up:
            self.gave_up = Wanted(call.job, call.occasion)
            return
        self.gave_up = None
        self.leave_alone(now)

    def leave_alone(self, now: float, *, busy: bool = False) -> None:
        """Nothing can be done there now."""
        self.due = ()
        self.rests_until = self.look_at = now + rest_after(self.troubles, busy=busy)
        self.troubles += 1


@dataclass(frozen=True)
class Turn:
    """The unit of work that is to be done next, and whose it is. `wanted` None is a look."""

    standing: Standing
    wanted: Wanted | None
    gives_up: bool = False


def next_turn(standings: Iterable[Standing], now: float) -> Turn | None:
    """The most urgent work of the offices that are free; of equally urgent that of whoever was served longest ago."""
    turns = [
        (urgency, -one.served, turn)
        for one in standings
        if not one.at_work and now >= one.rests_until
        for urgency, turn in _turns(one, now)
    ]
    return max(turns, key=lambda one: one[:2])[2] if turns else None


def _turns(one: Standing, now: float) -> Iterable[tuple[int, Turn]]:
    if one.gave_up is not None:
        yield LOOK, Turn(one, one.gave_up, gives_up=True)
    elif now >= one.look_at:
        yield LOOK, Turn(one, None)
    elif one.due:
        wanted = max(one.due, key=lambda each: URGENCY.get(each.job, 0))
        yield URGENCY.get(wanted.job, 0), Turn(one, wanted)
