"""The sign of life: a file touched or an address called after each cycle that succeeded; nothing is told but that."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

from config.schedule import ScheduleSection

_SECONDS = 5.0
_GOOD = range(200, 300)


def sign_of_life(schedule: ScheduleSection, root: Path) -> dict[str, bool]:
    """Gives every sign that the settings name: which of them succeeded. Never raises."""
    given = {}
    if schedule.alive_file is not None:
        given["file"] = _touched(root / schedule.alive_file)
    if schedule.alive_url is not None:
        given["url"] = _called(schedule.alive_url)
    return given


def _touched(path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return False
    return True


def _called(address: str) -> bool:
    """The address answers well; it is not followed to another one."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        connection = kind(parts.hostname or "", parts.port, timeout=_SECONDS)
        connection.request("GET", f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}")
        status = connection.getresponse().status
        connection.close()
    except (OSError, http.client.HTTPException, ValueError):
        return False
    return status in _GOOD
