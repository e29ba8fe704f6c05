"""Years of a service in minutes: the real schedule and the real doubt of the clock over a made-up machine.

The machine sleeps, its clock is moved by an hour, a day or five years and set right again, the process dies, jobs fail.
What is true is known here by plain arithmetic with days, not by the code under test.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from config.schedule import ScheduleSection
from sync.service.clock import Clock
from sync.service.due import due
from sync.service.job import Frame, Job
from sync.service.jobs import JOBS
from sync.state.jobs import JobRun

ZONES = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk",
    "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
)  # fmt: skip
SHIFTS = (3600, -3600, 86_400, -86_400, 5 * 365 * 86_400, -5 * 365 * 86_400)
DAY = timedelta(days=1)
LETTERS = time(8, 30)
STAGE_DAYS = 45
"""A stage ends every so many days, so that its ends fall on any day of the week and the month."""


@dataclass
class Machine:
    """A machine of which everything is known: the true time, how far its clock is off, how long it has been awake."""

    zone: ZoneInfo
    true: float
    off: float = 0.0
    awake: float = 0.0
    done: dict[str, dict[str, JobRun]] = field(default_factory=dict)
    times: Counter[tuple[str, str]] = field(default_factory=Counter)
    when: dict[tuple[str, str], datetime] = field(default_factory=dict)
    looked: set[date] = field(default_factory=set)
    nights: set[date] = field(default_factory=set)

    @property
    def wall(self) -> float:
        """What the machine's clock says."""
        return self.true + self.off

    def local(self, seconds: float) -> datetime:
        """The moment in the office's zone."""
        return datetime.fromtimestamp(seconds, self.zone)


@dataclass(frozen=True)
class Course:
    """How the years go: from when, how many days, how often anything happens, in chances a look."""

    seed: int
    zone: str
    days: int
    start: date = date(2025, 9, 1)
    look_seconds: int = 1800
    moved: float = 0.0
    asleep: float = 0.0
    killed: float = 0.0
    failing: float = 0.0


def live(course: Course, jobs: Sequence[Job] = JOBS) -> Machine:
    """Lets the years go by."""
    chance = random.Random(course.seed)
    zone = ZoneInfo(course.zone)
    began = datetime(course.start.year, course.start.month, course.start.day, 10, tzinfo=zone)
    machine = Machine(zone, began.timestamp())
    clock = Clock(lambda: machine.wall, lambda: machine.awake)
    clock.look()
    right_at = 0.0
    while machine.true < began.timestamp() + course.days * 86_400:
        step = course.look_seconds * chance.choice((1, 1, 1, 2))
        if chance.random() < course.asleep:
            step = chance.randrange(3_600, 12 * 86_400)
        machine.true, machine.awake = machine.true + step, machine.awake + step
        if machine.off and machine.true >= right_at:
            machine.off = 0.0
        elif not machine.off and chance.random() < course.moved:
            machine.off, right_at = float(chance.choice(SHIFTS)), machine.true + chance.randrange(600, 20 * 3_600)
        if chance.random() < course.killed:
            clock = _started_anew(clock, machine)
        clock.look()
        _round(machine, clock, course, chance, jobs)
    return machine


@lru_cache(maxsize=16)
def stages_of(course: Course) -> dict[str, date]:
    """Stage → its last day."""
    count = range(1, course.days // STAGE_DAYS + 1)
    return {f"Э{number}": course.start + number * STAGE_DAYS * DAY for number in count}


def _started_anew(old: Clock, machine: Machine) -> Clock:
    """Another process: of the clock it knows what the history has kept."""
    clock = Clock(lambda: machine.wall, lambda: machine.awake)
    clock.look()
    if old.is_doubtful or (old.look() and old.is_doubtful):
        clock.distrust()
    return clock


def _round(machine: Machine, clock: Clock, course: Course, chance: random.Random, jobs: Sequence[Job]) -> None:
    now = machine.local(machine.wall)
    if clock.is_doubtful:
        _forget(machine, now)
    elif machine.off == 0.0:
        machine.looked.add(now.date())
    frame = _frame(machine, course, doubtful=clock.is_doubtful)
    for one in list(due(jobs, frame, now.replace(tzinfo=None))):
        key = (one.job.name, one.occasion.name)
        if chance.random() < course.failing:
            if one.job.name == "full":
                machine.looked.discard(now.date())
            continue
        machine.done.setdefault(key[0], {})[key[1]] = JobRun(*key, "done", now, now, sure=not clock.is_doubtful)
        machine.times[key] += 1
        machine.when[key] = machine.local(machine.true)
        if one.job.name == "full":
            machine.nights.add(machine.when[key].date())


def _forget(machine: Machine, now: datetime) -> None:
    """As the history forgets what was done by a wrong clock; a period that is closed stays so."""
    for job, runs in machine.done.items():
        if job == "close":
            continue
        for occasion in [name for name, run in islice(reversed(runs.items()), 60) if run.is_of_no_time(now)]:
            del runs[occasion], machine.times[job, occasion]


def _frame(machine: Machine, course: Course, *, doubtful: bool) -> Frame:
    done = {job: runs.keys() for job, runs in machine.done.items()}
    return Frame(
        ScheduleSection(), done, done.get("close", frozenset()), stages_of(course), course.start, doubtful, LETTERS
    )


def wrong_in(machine: Machine, course: Course) -> list[str]:
    """What was missed, done twice, or done before its time; nothing is what should come out."""
    wrong = [f"{key} {count} times" for key, count in machine.times.items() if count != 1]
    today = machine.local(machine.true).date()
    over = dict(ends_of(course, today))
    early = [
        (job, name)
        for job in ("close", "drafts")
        for name in machine.done.get(job, {})
        if not _in_time(machine, job, name, over)
    ]
    wrong += [f"{job} {name} before it was over" for job, name in early]
    wrong += [
        f"{name} was never closed" for name in over if name not in machine.done["close"] and _is_old(over[name], today)
    ]
    if not course.asleep:
        wrong += [
            f"no drafts of {name}" for name in over if name not in machine.done["drafts"] and _is_old(over[name], today)
        ]
    return wrong + [f"no night of {day}" for day in machine.looked if not {day, day - DAY} & machine.nights]


def _is_old(end: date, today: date) -> bool:
    """Everybody has had the time by now, holidays and doubts included."""
    return end < today - 16 * DAY


def _in_time(machine: Machine, job: str, name: str, over: dict[str, date]) -> bool:
    return name in over and machine.when[job, name].date() > over[name]


def ends_of(course: Course, before: date) -> list[tuple[str, date]]:
    """Every month, quarter, year and stage that has ended since the start and before the day."""
    found = [(name, end) for name, end in stages_of(course).items() if end < before]
    day = course.start
    while day < before:
        following = day + DAY
        if following.month != day.month:
            found.append((f"{day:%Y-%m}", day))
            if day.month % 3 == 0:
                found.append((f"{day.year}-К{day.month // 3}", day))
            if day.month == 12:
                found.append((str(day.year), day))
        day = following
    return found
