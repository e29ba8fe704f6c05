"""`rpo page`: the page of the office by itself, for an office without the background service."""

import signal
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

NAME = "page"
HELP = "открыть страницу офиса: состояние, замечания, отчёты, действия без команд"
ENDS = {0: "страница закрыта по просьбе"}


def add_options(parser: ArgumentParser) -> None:
    """No options of its own: where it answers is said in the settings."""


def run(options: Namespace) -> int:
    """0 when stopped. Raises SettingsError, PageError when the page may not or can't start."""
    from sync.desk import open_desk
    from sync.page.app import check
    from sync.page.server import run_page

    desk, stop = open_desk(options), threading.Event()
    check(desk.settings.page)
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    if not options.quiet:
        print(
            f"Страница: {desk.settings.page.url}. Войти можно по личной ссылке: rpo link РП-0003 --role руководитель."
        )
        print("Остановить: Ctrl+C.")
    failed: list[Exception] = []
    serving = threading.Thread(target=_serve, args=(lambda: run_page(desk, stop), failed), name="page")
    serving.start()
    try:
        while serving.is_alive():
            serving.join(1)
    except KeyboardInterrupt:
        stop.set()
        serving.join()
    if failed:
        raise failed[0]
    return 0


def _serve(serve: Callable[[], None], failed: list[Exception]) -> None:
    try:
        serve()
    except Exception as error:  # noqa: BLE001  carried over to the thread that has the rim
        failed.append(error)
