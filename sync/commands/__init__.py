"""The commands of `rpo`, one line a command, in the order of the help."""

from argparse import ArgumentParser, Namespace
from types import ModuleType
from typing import Protocol

from sync.commands import demo
from sync.commands import init
from sync.commands import check
from sync.commands import plan
from sync.commands import sync
from sync.commands import status
from sync.commands import ack
from sync.commands import doctor
from sync.commands import rules
from sync.commands import registers


class Command(Protocol):
    """A command is a module that answers four questions. Heavy imports stand inside `run`."""

    NAME: str
    HELP: str

    def add_options(self, parser: ArgumentParser, /) -> None:
        """Adds the options that only this command has."""

    def run(self, options: Namespace, /) -> int:
        """Does the work and gives the exit code (interfaces.md §3)."""


COMMANDS: tuple[Command, ...] = tuple(one for one in list(vars().values()) if isinstance(one, ModuleType))
