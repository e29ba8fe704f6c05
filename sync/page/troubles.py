"""The rim of the page: trouble becomes a sentence with advice; a bug is logged by its place, never by its words."""

import logging
import re
import traceback
from typing import NamedTuple

from config.errors import OfficeError
from sync.deeds import DEEDS

_LOG = logging.getLogger("rpo.page")
_WORD = r"""--[a-z-]+|«[^»]*»|"[^"]*"|[0-9A-ZА-ЯЁ][\w/-]*(?:\.\w+)*"""
_COMMAND = re.compile(rf"rpo ([a-z-]+(?: federal| --correct)?)((?: (?:{_WORD}))*)")
_TITLES = {one.command: one.title for one in DEEDS}


class Trouble(NamedTuple):
    """What a person reads when something went wrong."""

    sentence: str
    advice: str


class Place(NamedTuple):
    """Where a person reads: how the deeds there are pointed at, and where he finds the state of the registers."""

    deeds: str
    state: str


ON_PAGE = Place("на этой странице", "«Состояние» на этой странице")


def trouble_of(error: Exception, place: Place = ON_PAGE) -> Trouble:
    """The words for an error: those of the office's own, one sentence for a bug."""
    if isinstance(error, OfficeError):
        return Trouble(error.sentence, without_commands(error.advice, place))
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    _LOG.error("bug %s at %s", type(error).__name__, places)
    return Trouble(
        "Сбой программы. Данные сотрудников не тронуты.", "Скажите администратору: место сбоя записано в журнал службы."
    )


def without_commands(words: str, place: Place = ON_PAGE) -> str:
    """The words with deeds of the page, or of another place, where they name commands."""
    return _COMMAND.sub(lambda found: _named(found, place), words)


def _named(found: re.Match[str], place: Place) -> str:
    command = found[1]
    title = _TITLES.get(command) or _TITLES.get(command.split(" ")[0])
    if title is None:
        return place.state if command == "status" else found[0]
    return f"«{title}» {place.deeds}"
