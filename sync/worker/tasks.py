"""The two tasks of the queue: an office is looked at, again and again; what is due there is done, one thing at a time.

What a look has seen rides in the queue to the next one. Nothing depends on it: a look that begins with nothing finds
the same work.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from procrastinate import App
from procrastinate.connector import BaseConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status

from sync.service.call import Answer, Call, Seen, Wanted, as_json, seen_of
from sync.service.clock import Clock
from sync.service.jobs.urgency import LOOK as LOOKS_FIRST
from sync.service.jobs.urgency import URGENCY
from sync.service.turns import pause_of, rest_after
from sync.worker.bench import Bench

QUEUE, LOOK, WORK = "offices", "look", "work"

Args = dict[str, Any]  # Any: a JSON object


@dataclass
class Tasks:
    """The tasks of one worker. An office is its folder's name in `folder`: workers of other machines know it so.

    `offices` — how many there are.
    """

    folder: Path
    connector: BaseConnector
    bench: Bench
    say: Callable[[str], None]
    clock: Clock = field(default_factory=Clock)
    today: str | None = None
    offices: int = field(default=0, init=False)
    app: App = field(init=False)
    _told: dict[str, str] = field(default_factory=dict)
    _histories: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The tasks are those of an app of Procrastinate."""
        self.app = App(connector=self.connector)
        self.app.task(name=LOOK, queue=QUEUE)(self._look)
        self.app.task(name=WORK, queue=QUEUE)(self._work)

    async def _look(self, office: str, seen: Args, troubles: int) -> None:
        answer = await self._visit(Call(str(self.folder / office), seen=seen_of(seen)), office)
        if not answer.is_office:
            return  # it is found again if it comes back
        if answer.trouble:
            await self.ask_for_look(office, answer.seen, troubles + 1, rest_after(troubles, busy=answer.is_busy))
            return
        if not await self.app.job_manager.list_jobs_async(lock=office, status=Status.DOING.value):
            await self._ask_for_all(office, answer)
        await self.ask_for_look(office, answer.seen, 0, self._pause(answer))

    async def _work(self, office: str, job: str, occasion: str, seen: Args) -> None:
        before = seen_of(seen)
        answer = await self._visit(Call(str(self.folder / office), job, occasion, before), office)
        if answer.trouble:
            return
        await self._ask_for_all(office, answer)
        await self._look_sooner(office, answer, has_read=answer.seen.files[0] != before.files[0])

    async def _ask_for_all(self, office: str, answer: Answer) -> None:
        for one in answer.due:
            await self.ask_for_work(office, one, answer.seen)

    def _pause(self, answer: Answer) -> float:
        return pause_of(answer, self.bench.took, max(self.offices, 1))

    async def _visit(self, call: Call, office: str) -> Answer:
        asked = Call(call.folder, call.job, call.occasion, call.seen, self.today, self.clock.is_doubtful)
        answer = await asyncio.to_thread(self.bench.visit, asked)
        owner = self._histories.setdefault(answer.history, office) if answer.history else office
        if owner != office and (self.folder / owner).exists():
            answer = Answer(seen=answer.seen, trouble="OneHistoryError", words=f"История та же, что у офиса «{owner}».")
        self._tell(office, answer)
        return answer

    def _tell(self, office: str, answer: Answer) -> None:
        """Each new trouble of an office is told once."""
        if answer.is_busy or self._told.get(office, "") == answer.trouble:
            return
        self._told[office] = answer.trouble
        words = answer.words or f"Сбой программы: {answer.trouble}."
        self.say(f"Офис «{office}»: {words if answer.trouble else 'работа идёт снова.'}")

    async def ask_for_look(self, office: str, seen: Seen, troubles: int, pause: float) -> None:
        """One look at an office waits at a time. It takes no lock: it reads."""
        task = self.app.configure_task(
            LOOK,
            queueing_lock=look_of(office),
            priority=LOOKS_FIRST,
            queue=QUEUE,
            schedule_in={"seconds": round(pause)} if pause else None,
        )
        with suppress(AlreadyEnqueued):
            await task.defer_async(office=office, seen=as_json(seen), troubles=troubles)

    async def ask_for_work(self, office: str, wanted: Wanted, seen: Seen) -> None:
        """One job of a kind waits at a time; jobs of an office, which read and write its spreadsheets, share a lock."""
        task = self.app.configure_task(
            WORK,
            lock=office,
            queueing_lock=f"{office}/{wanted.job}",
            priority=URGENCY.get(wanted.job, 0),
            queue=QUEUE,
        )
        with suppress(AlreadyEnqueued):
            await task.defer_async(office=office, job=wanted.job, occasion=wanted.occasion, seen=as_json(seen))

    async def _look_sooner(self, office: str, answer: Answer, *, has_read: bool) -> None:
        """The look that waits is put in its place in time; when registers were read, it learns what was seen then."""
        seen = answer.seen
        waiting = await self.app.job_manager.list_jobs_async(queueing_lock=look_of(office), status=Status.TODO.value)
        for one in waiting:
            if one.id is not None:
                await self.app.job_manager.cancel_job_by_id_async(one.id, delete_job=True)
            known = one.task_kwargs["seen"]
            if not has_read and isinstance(known, dict):
                seen = seen_of(known)
        await self.ask_for_look(office, seen, 0, self._pause(answer))


def look_of(office: str) -> str:
    """By what name the looks at an office wait."""
    return f"{office}/"
