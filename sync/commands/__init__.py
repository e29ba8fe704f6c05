"""The commands of `rpo`, one line a command, in the order of the help."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
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
from . import collect
from . import history
from . import restore
from . import backup
from . import restore_state
from . import season
from . import doctor
from . import rules
from . import registers
from . import commands
from . import figures
from . import form
from . import fill
from . import paper
from . import mail
from . import purge
from . import selftest
from . import page
from . import link


class Command(Protocol):
    """A command is a module that answers five questions. Heavy imports stand inside `run`.

    `ENDS` — exit code → what it means here, in Russian; the codes that mean the same everywhere are left out.
    """

    NAME: str
    HELP: str
    ENDS: Mapping[int, str]

    def add_options(self, parser: ArgumentParser, /) -> None:
        """Adds the options that only this command has."""

    def run(self, options: Namespace, /) -> int:
        """Does the work and gives the exit code (interfaces.md §3)."""


COMMANDS: tuple[Command, ...] = tuple(one for one in list(vars().values()) if isinstance(one, ModuleType))
