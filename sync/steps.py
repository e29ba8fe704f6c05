"""Named steps: every outer effect stands in one, so that a test can stop the program right before it or right after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[str, str, bool], None]
"""Told of a step: its name, its target, whether the effect has taken place. What it raises comes out of the step."""


@contextmanager
def step(name: str, target: str = "") -> Iterator[None]:
    """One outer effect: nothing has happened before the block, all of it has happened when the block is over."""
    watch = _WATCH.get()
    watch(name, target, False)  # noqa: FBT003  the shape of Watch
    yield
    watch(name, target, True)  # noqa: FBT003  the shape of Watch


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """While the block lasts, `watch` is told of every step of this thread."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


def _nobody(_name: str, _target: str, _done: bool) -> None:  # noqa: FBT001  the shape of Watch
    """Nobody watches: the usual case."""


_WATCH: ContextVar[Watch] = ContextVar("watch", default=_nobody)
