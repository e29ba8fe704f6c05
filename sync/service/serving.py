"""A service from its start to its end: one a machine, one lease an office, signals, the log, the thread beside."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version

from config.errors import StateError
from sync.lease import Lease
from sync.lock import only_service
from sync.logs import close_log, note, note_trouble, open_log
from sync.service.beside import start
from sync.service.clock import Clock
from sync.service.keeper import Keeper, obtained
from sync.service.loop import Service
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stopping import Stop
from sync.state.jobs import JobRun
from sync.state.lease_rows import LeaseLostError
from sync.state.service_store import ServiceStore
from sync.writer import Writer


def serve(options: Namespace) -> None:
    """Works until it is asked to stop. Raises BusyError when a service is at work here, SettingsError, StateError.

    When another machine takes over, this one waits for its turn.
    """
    stop, notifier, clock = Stop(), Notifier(), Clock()
    stop.listen()
    premises = Premises(options, clock)
    say = partial(_say, quiet=options.quiet)
    with _alone(premises):
        notifier.ready()
        say(f"Служба работает. Остановить: Ctrl-C. Журнал: {premises.root / 'logs'}.")
        for words in start(premises.desk, stop.event):
            say(words)
        while not stop():
            _for_a_lease(premises, clock, stop, notifier, say)
        notifier.stopping()
        note("service.stopped")
    say("Служба остановлена.")


def serve_once(options: Namespace) -> list[JobRun]:
    """Everything that is due, done. Raises as `serve` does, BusyError also when another machine holds the lease."""
    stop, clock = Stop(), Clock()
    stop.listen()
    premises = Premises(options, clock)
    with _alone(premises), ServiceStore.open(premises.settled.history) as store:
        premises.writer = Writer(stopping=stop)
        with premises.writer.at_work(store):
            return Service(premises, store, clock, stop, Notifier()).once()


def _for_a_lease(premises: Premises, clock: Clock, stop: Stop, notifier: Notifier, say: partial[None]) -> None:
    """The work under one lease: until it is lost or the service stops."""
    history = premises.settled.history
    with ServiceStore.open(history) as schedule, ServiceStore.open(history) as renewing:
        lease = obtained(renewing, stop, lambda: say("Пишет служба на другой машине: эта ждёт своей очереди."))
        if lease is None:
            return
        note("lease.taken", token=lease.token)
        premises.writer = Writer(lease, stop, notifier.progress)
        schedule.fence(lease.token)
        with _kept(lease):
            try:
                Service(premises, schedule, clock, stop, notifier).run()
            except LeaseLostError:
                note("lease.lost", token=lease.token)


@contextmanager
def _kept(lease: Lease) -> Iterator[None]:
    keeper = Keeper(lease)
    keeper.start()
    try:
        yield
    finally:
        keeper.end()
        try:
            lease.release()
        except StateError as trouble:  # the history that it was of is not there any more
            note_trouble("lease.not_released", trouble)


@contextmanager
def _alone(premises: Premises) -> Iterator[None]:
    """One service of an office on a machine, with its log open."""
    with only_service(premises.settled.state.parent):
        handler = open_log(premises.root / "logs")
        try:
            note("service.started", version=version("rpo"))
            yield
        finally:
            close_log(handler)


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
