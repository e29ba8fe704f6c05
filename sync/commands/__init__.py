"""The commands of `rpo`, one line a command, in the order of the help."""

from argparse import ArgumentParser, Namespace
from types import ModuleType
from typing import Protocol

from . import demo
from . import init
from . import explore
from . import check
from . import plan
from . import sync
from . import report
from . import serve
from . import status
from . import explain
from . import ack
from . import close
from . import export
from . import verify
from . import history
from . import restore
from . import season
from . import doctor
from . import rules
from . import registers
from . import figures
from . import form
from . import paper
from . import selftest


class Command(Protocol):
    """A command is a module that answers four questions. Heavy imports stand inside `run`."""

    NAME: str
    HELP: str

    def add_options(self, parser: ArgumentParser, /) -> None:
        """Adds the options that only this command has."""

    def run(self, options: Namespace, /) -> int:
        """Does the work and gives the exit code (interfaces.md §3)."""


COMMANDS: tuple[Command, ...] = tuple(one for one in list(vars().values()) if isinstance(one, ModuleType))
