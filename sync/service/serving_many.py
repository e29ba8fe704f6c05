"""The service of many offices: started, and stopped politely."""

import os
import sys
from argparse import Namespace
from collections import Counter
from functools import partial
from importlib.metadata import version
from pathlib import Path

from config.errors import UsageError
from sync.lock import only_service_of_many
from sync.logs import close_log, note, open_log
from sync.offices import folders_in, offices_in
from sync.service.many import Many, Measure
from sync.service.notify import Notifier
from sync.service.stopping import Stop


def serve_many(options: Namespace) -> Counter[str]:
    """Works until it is asked to stop, with `--once` until nothing is due; how many jobs ended how.

    Raises BusyError when the offices of the folder are served already, SettingsError when there are none.
    """
    folder = Path(options.offices).resolve()
    measure = measure_of(options.limit)
    folders_in(folder)
    if options.once:
        offices_in(folder)
    stop, notifier, say = Stop(), Notifier(), partial(_say, quiet=options.quiet)
    stop.listen()
    with only_service_of_many(folder):
        handler = open_log(folder / "logs")
        try:
            note("service.started", version=version("rpo"), hands=measure.hands)
            notifier.ready()
            say(f"Служба ведёт офисы папки {folder}. Остановить: Ctrl-C. Состояние: rpo status --offices {folder}.")
            many = Many(folder, measure, stop, notifier, say, options.today)
            many.run(once=options.once)
            note("service.stopped")
        finally:
            close_log(handler)
    say("Служба остановлена.")
    return many.results


def measure_of(minutes: int) -> Measure:
    """As many processes as the machine has processors, but never one alone. Raises UsageError."""
    if minutes < 1:
        raise UsageError("--limit меньше минуты.", advice="Укажите, сколько минут может идти одно обновление.")
    return Measure(hands=max(2, os.cpu_count() or 2), job=60.0 * minutes)


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
