"""Breaking the server on purpose: one function of it replaced everywhere it is known, for a while."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

PACKAGE = "tests.sheets_server"
_UNDER_PYTEST = f"{PACKAGE.rpartition('.')[2]}."
"""Under what name pytest imports the modules of tests."""
Function = Callable[..., Any]  # Any: whatever the broken function takes and gives


class Breakage(NamedTuple):
    """A way of being wrong: `target` is the function that goes wrong, by module and name within the package.

    `broken` makes the wrong function out of the right one; `tests` are those of which one at least must fail.
    """

    name: str
    target: str
    broken: Callable[[Function], Function]
    tests: tuple[str, ...]


@contextmanager
def broken(breakage: Breakage) -> Iterator[None]:
    """The server is wrong in that way while the block lasts."""
    owner, name = _owner(breakage.target)
    right = vars(owner)[name]
    wrong = breakage.broken(right)
    _put(owner, name, right, wrong)
    try:
        yield
    finally:
        _put(owner, name, wrong, right)


def _owner(target: str) -> tuple[Any, str]:
    """The module or class that holds the function, and the function's name."""
    module, _, name = target.partition(":")
    owner = import_module(f"{PACKAGE}.{module}")
    *outer, last = name.split(".")
    for each in outer:
        owner = getattr(owner, each)
    return owner, last


def _put(owner: object, name: str, old: Function, new: Function) -> None:
    """Replaces the function where it is defined and wherever it was imported or listed by kind."""
    setattr(owner, name, new)
    for module in [each for key, each in sys.modules.items() if key.startswith((PACKAGE, _UNDER_PYTEST))]:
        for key, value in list(vars(module).items()):
            if value is old:
                setattr(module, key, new)
            elif isinstance(value, dict) and key.isupper():
                value.update({inner: new for inner, found in value.items() if found is old})
