"""The log of the service: JSON lines in `logs/`, rotated, in which only names, codes, counts and times can stand.

The standard library's logging with a formatter of ours: what matters here is what may *not* be written, and that is
one function; a library would add ways to write more.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG = logging.getLogger("rpo.service")
LOG.addHandler(logging.NullHandler())
FILE = "service.jsonl"

_MEGABYTE, _FILES = 2**20, 10
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,63}")
_CODE = re.compile(r"[А-ЯЁ]{1,2}-?[0-9]{1,7}|[0-9]{4}-К[1-4]")
_HIDDEN = "hidden"

Field = str | float | int | bool | None
"""A name, a code, a count, a moment."""


class NoValues(logging.Formatter):
    """A line of JSON. Text that is neither a plain Latin name nor a code of a row or period is hidden."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record: its moment, level and event, then the fields that were given with it."""
        fields = getattr(record, "fields", {})
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Field] = {"at": moment, "level": record.levelname.lower(), "event": plain(record.msg)}
        line |= {name: plain(value) for name, value in fields.items()}
        return json.dumps(line, ensure_ascii=False, allow_nan=False)


def plain(value: object) -> Field:
    """The value as it may be written."""
    match value:
        case None | bool() | int():
            return value
        case float():
            return round(value, 3) if value == value and abs(value) < 1e15 else None  # noqa: PLR0124  NaN is not itself
        case str() if _WORD.fullmatch(value) or _CODE.fullmatch(value):
            return value
        case _:
            return _HIDDEN


class _Handler(RotatingFileHandler):
    """What can't be written, on a full disk for one, is not written: the work goes on."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the name is the library's
        """Says nothing."""


def note(event: str, level: int = logging.INFO, **fields: Field) -> None:
    """Writes an event with its fields, if a log is open."""
    LOG.log(level, event, extra={"fields": fields})


def note_trouble(event: str, trouble: BaseException, **fields: Field) -> None:
    """Writes that something failed: the class of the trouble and the places of the program, never its words."""
    frames = traceback.extract_tb(trouble.__traceback__)[-3:]
    where = "/".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames)
    note(event, logging.ERROR, code=type(trouble).__name__, where=where, **fields)


def open_log(folder: Path) -> RotatingFileHandler | None:
    """Begins to write into the folder; None when it can't be written: the service works without a log, too."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _Handler(folder / FILE, maxBytes=_MEGABYTE, backupCount=_FILES, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(NoValues())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    return handler


def close_log(handler: RotatingFileHandler | None) -> None:
    """Ends the writing."""
    if handler is not None:
        LOG.removeHandler(handler)
        handler.close()
