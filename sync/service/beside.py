"""What runs beside the loop, each in a thread of its own: one line a neighbour."""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sync.desk import Desk
from sync.logs import note, note_trouble


class Neighbour(NamedTuple):
    """Something that works for as long as the service does.

    `told` — what a person reads of it when the service starts, "" when the settings do not ask for it; `run` — works
    until the event is set.
    """

    name: str
    told: Callable[[Desk], str]
    run: Callable[[Desk, threading.Event], None]


def _page_told(desk: Desk) -> str:
    asked = "page" in desk.settings.model_fields_set
    return f"Страница: {desk.settings.page.url}. Войти можно по личной ссылке: rpo link." if asked else ""


def _page_run(desk: Desk, over: threading.Event) -> None:
    from sync.page.server import run_page  # here: a service without a page does not need its libraries

    run_page(desk, over)


NEIGHBOURS: tuple[Neighbour, ...] = (Neighbour("page", _page_told, _page_run),)


def start(desk: Desk, over: threading.Event, neighbours: Sequence[Neighbour] = NEIGHBOURS) -> list[str]:
    """Starts those that the settings ask for; what is to be told of them."""
    asked = [(one, words) for one in neighbours if (words := one.told(desk))]
    for one, _ in asked:
        threading.Thread(target=_guarded, args=(one, desk, over), name=one.name, daemon=True).start()
    return [words for _, words in asked]


def _guarded(one: Neighbour, desk: Desk, over: threading.Event) -> None:
    note("beside.started", name=one.name)
    try:
        one.run(desk, over)
    except Exception as bug:  # noqa: BLE001  the last resort of a thread: a neighbour that falls takes nobody with it
        note_trouble("beside.fell", bug, name=one.name)
