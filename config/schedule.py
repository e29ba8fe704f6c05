"""`[schedule]`: when the service does what, by the clock of the office's own time zone."""

import re
from datetime import time
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from config.google import is_loopback
from config.section import Section

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


class ScheduleSection(Section):
    """`[schedule]`: times are hours and minutes of the office's zone.

    `watch_seconds` — how often the registers are asked whether somebody has saved them; `alive_file` and `alive_url` —
    what is touched or called after each cycle that succeeded, so that somebody outside notices a dead service.
    """

    full: time = time(2)
    light_every_minutes: int = Field(default=60, ge=5, le=720)
    light_from: time = time(8)
    light_to: time = time(19)
    watch_seconds: int = Field(default=20, ge=5, le=60)
    cut: time = time(23, 59)
    drafts: time = time(8)
    alive_file: str | None = None
    alive_url: str | None = None

    @field_validator("full", "light_from", "light_to", "cut", "drafts", mode="before")
    @classmethod
    def _clock(cls, given: object) -> object:
        if isinstance(given, time):
            return given
        found = _CLOCK.fullmatch(given.strip()) if isinstance(given, str) else None
        if found is None:
            msg = 'нужны часы и минуты в кавычках, например: "02:00"'
            raise ValueError(msg)
        return time(int(found[1]), int(found[2]))

    @field_validator("alive_url")
    @classmethod
    def _outside(cls, address: str | None) -> str | None:
        if address is not None and not (is_loopback(address) or _is_https(address)):
            msg = "нужен адрес, который начинается с https://"
            raise ValueError(msg)
        return address

    @model_validator(mode="after")
    def _from_to(self) -> "ScheduleSection":
        if self.light_from >= self.light_to:
            msg = "light_from должно быть раньше light_to"
            raise ValueError(msg)
        return self


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and parts.username is None
