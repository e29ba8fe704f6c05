"""A worker: takes work of the offices from the queue until it is asked to stop."""

import asyncio
import logging
import sys
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from procrastinate.exceptions import ConnectorException

from config.errors import OfficeError, UsageError
from sync.google.server_quota import ServerQuota
from sync.lock import only_service_of_many
from sync.logs import note_trouble
from sync.offices import one_history_each
from sync.service.notify import Notifier
from sync.service.stopping import Stop
from sync.worker.bench import Bench
from sync.worker.database import QueueError, connector_of, prepare, server_of, told
from sync.worker.rounds import go_round, sweep
from sync.worker.tasks import QUEUE, Tasks


@dataclass(frozen=True)
class Pace:
    """Seconds. `beat` — between two signs of life; `stalled` — of silence after which a worker is dead; `rounds` and
    `polls` — between two rounds and two looks into the queue; `look` — for a look at an office; `stop` — for what is
    begun when it is time to stop.
    """

    beat: float = 10.0
    stalled: float = 30.0
    rounds: float = 15.0
    polls: float = 5.0
    look: float = 60.0
    stop: float = 24.0


USUAL = Pace()


def work(options: Namespace, pace: Pace = USUAL) -> None:
    """Works until it is asked to stop.

    Raises QueueError when the database does not answer, SettingsError when no office is there or two share a history.
    """
    folder, server = Path(options.offices).resolve(), server_of(options.database, options.password_file)
    if options.limit < 1:
        raise UsageError("--limit меньше минуты.", advice="Укажите, сколько минут может идти одно обновление.")
    one_history_each(folder)
    prepare(server)
    stop, say = Stop(), partial(_say, quiet=options.quiet)
    stop.listen()
    logging.getLogger("procrastinate").propagate = False
    quota = ServerQuota(server)
    bench = Bench(quota, look=pace.look, job=60.0 * options.limit)
    tasks = Tasks(folder, connector_of(server), bench, say, today=options.today)
    say(f"Работаем с офисами папки {folder}. Остановить: Ctrl-C. Состояние: rpo status --offices {folder}.")
    try:
        with told():
            asyncio.run(_work(tasks, stop, pace))
    finally:
        bench.close()
        quota.close()
    say("Остановлено.")


async def _work(tasks: Tasks, stop: Stop, pace: Pace) -> None:
    notifier = Notifier()
    async with tasks.app.open_async():
        worker = asyncio.create_task(
            tasks.app.run_worker_async(
                queues=[QUEUE],
                concurrency=1,
                install_signal_handlers=False,
                delete_jobs="always",
                shutdown_graceful_timeout=pace.stop,
                fetch_job_polling_interval=pace.polls,
                update_heartbeat_interval=pace.beat,
                stalled_worker_timeout=pace.stalled,
            )
        )
        rounds = asyncio.create_task(_rounds(tasks, notifier, pace))
        notifier.ready()
        while not stop() and not worker.done():
            await asyncio.sleep(0.2)
        notifier.stopping()
        tasks.bench.stop()
        for one in (worker, rounds):
            one.cancel()
        await asyncio.gather(worker, rounds, return_exceptions=True)
    if not stop():
        raise QueueError


async def _rounds(tasks: Tasks, notifier: Notifier, pace: Pace) -> None:
    """The rounds of a worker, and the sign that many are served here: whichever worker is first holds it."""
    with ExitStack() as held:
        is_told = False
        while True:
            is_told = is_told or _told_of(tasks, held)
            tasks.clock.look()
            try:
                await sweep(tasks, pace.stalled)
                await go_round(tasks)
                notifier.progress()
            except (ConnectorException, OfficeError) as trouble:
                note_trouble("worker.round", trouble)
            await asyncio.sleep(pace.rounds)


def _told_of(tasks: Tasks, held: ExitStack) -> bool:
    try:
        held.enter_context(only_service_of_many(tasks.folder))
    except OfficeError:
        return False
    return True


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
