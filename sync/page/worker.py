"""One deed at a time, in a thread of its own: who asks while one is being done is told so."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from config.errors import BusyError
from sync.deeds.deed import Deed, Done, checked, signed
from sync.desk import Desk
from sync.page.doors import Person
from sync.page.troubles import Trouble, trouble_of

_LOG = logging.getLogger("rpo.page")
_REMEMBERED = 50
_PATIENCE = 120.0
_PAUSE = 0.5
"""Seconds: how long a deed waits for an update that is going on, and how often it looks."""


@dataclass
class Task:
    """A deed that was asked for; `done` or `trouble` when it is over."""

    number: int
    deed: Deed
    person: Person
    began: datetime
    done: Done | None = None
    trouble: Trouble | None = None
    over: threading.Event = field(default_factory=threading.Event)


@dataclass
class Worker:
    """Does deeds on the office that `desk` gives anew; `stopping` is set when the service stops."""

    desk: Callable[[], Desk]
    stopping: threading.Event = field(default_factory=threading.Event)
    patience: float = _PATIENCE
    _tasks: dict[int, Task] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, deed: Deed, wish: dict[str, str], person: Person) -> Task:
        """Begins the deed. Raises BusyError while another one is being done, UsageError for a wish that lacks words."""
        desk = self.desk()
        told = signed(deed, checked(deed, desk, wish), person.code)
        with self._lock:
            going = next((one for one in self._tasks.values() if not one.over.is_set()), None)
            if going is not None:
                raise BusyError(
                    f"Сейчас выполняется «{going.deed.title}», начато в {going.began:%H:%M}.",
                    advice="Дождитесь конца и повторите.",
                )
            task = Task(max(self._tasks, default=0) + 1, deed, person, desk.moment)
            self._tasks[task.number] = task
            self._tasks.pop(task.number - _REMEMBERED, None)
        threading.Thread(target=self._do, args=(task, told), name=f"deed {deed.key}", daemon=True).start()
        return task

    def task(self, number: int) -> Task | None:
        """A deed by its number; None for one that is unknown or forgotten."""
        return self._tasks.get(number)

    def wait(self, seconds: float) -> None:
        """Waits for the deed that is being done."""
        for one in list(self._tasks.values()):
            one.over.wait(seconds)

    def _do(self, task: Task, wish: dict[str, str]) -> None:
        try:
            task.done = self._done(task.deed, wish)
        except Exception as error:  # noqa: BLE001  the rim of a deed: a person reads a sentence, the page lives on
            task.trouble = trouble_of(error)
        finally:
            task.over.set()
        _LOG.info("deed %s by %s: %s", task.deed.key, task.person.code, "done" if task.done else "refused")

    def _done(self, deed: Deed, wish: dict[str, str]) -> Done:
        """Tries again while the service itself is updating the office: nothing was done yet when it is busy."""
        tries = int(self.patience / _PAUSE)
        for _ in range(tries):
            try:
                return deed.do(self.desk(), wish)
            except BusyError:
                if self.stopping.wait(_PAUSE):
                    raise
        return deed.do(self.desk(), wish)
