"""The examination: for every kind some places, in each the mistake alone, and the check of the copy judged."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

from sync.selftest.choosing import places, suits
from sync.selftest.injectors.injector import Injected, Injector
from sync.selftest.judging import Judged, judge
from sync.selftest.kinds import Kind, Trial
from sync.selftest.place import Place
from sync.selftest.subject import Subject

_WORTH_PROCESSES = 10.0
"""From how many seconds of work on other processes cost less than they save."""

Heard = Callable[[str], None]
"""Is told the name of a kind that has been tried."""


@dataclass(frozen=True)
class Result:
    """One kind and what became of its mistakes; none of them, when there was nowhere to make it."""

    kind: Kind
    cases: tuple[Judged, ...] = ()


@dataclass(frozen=True)
class Task:
    """What is asked of the examination: how many places a kind, and which chance."""

    places: int = 5
    seed: int = 1


def unheard(_name: str) -> None:
    """The progress that nobody listens to."""


def examine(subject: Subject, trials: Sequence[Trial], task: Task, heard: Heard = unheard) -> list[Result]:
    """All kinds, on all processors when there are many; the same office, kinds and seed give the same results."""
    count = min(os.cpu_count() or 1, len(trials))
    if count < 2 or len(trials) * task.places * subject.seconds < _WORTH_PROCESSES:
        return [_heard(examine_one(subject, trial, task), heard) for trial in trials]
    context = get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(subject, task)) as pool:
        return [_heard(result, heard) for result in pool.map(_one, trials)]


_at_work: dict[str, tuple[Subject, Task]] = {}


def _begin(subject: Subject, task: Task) -> None:
    _at_work["now"] = subject, task


def _one(trial: Trial) -> Result:
    subject, task = _at_work["now"]
    return examine_one(subject, trial, task)


def _heard(result: Result, heard: Heard) -> Result:
    heard(result.kind.name)
    return result


def examine_one(subject: Subject, trial: Trial, task: Task) -> Result:
    """One kind: its mistake is made in one place after another, each time in a copy of its own."""
    kind, injector = trial.kind, trial.injector
    if injector is None:
        return Result(kind)
    before = subject.later if kind.history else subject.plain
    cases: list[Judged] = []
    done: set[tuple[str, str | None]] = set()
    for place in places(subject, before, kind, task.seed):
        target = place.table.register.key, place.field
        alike = target in done and (injector.of_tab or kind.rows == "all")
        injected = None if alike else inject(injector, kind, place)
        if injected is not None:
            done.add(target)
            after = subject.look(injected.copy, history=kind.history, closed=kind.after_closing)
            cases.append(judge(kind, place, injected, before, after))
        if len(cases) == task.places:
            break
    return Result(kind, tuple(cases))


def inject(injector: Injector, kind: Kind, place: Place) -> Injected | None:
    """The mistake in as many rows as the kind wants, from the place on, and from the first row when it ends."""
    found = injector.inject(place)
    if found is None or kind.rows == 1:
        return found
    counted = place.table.counted
    others = [*(at for at in counted if at > place.index), *(at for at in counted if at < place.index)]
    wanted = len(others) if kind.rows == "all" else kind.rows - 1
    for at in others:
        if not wanted:
            break
        other = replace(place, copy=found.copy, index=at)
        also = injector.inject(other) if suits(kind, other) else None
        if also is not None:
            found = Injected(also.copy, found.rows | also.rows, found.ids | also.ids)
            wanted -= 1
    return found
