"""The office as the service sees it through the days: settings read anew when they change, a desk for each job."""

import hashlib
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from config.errors import OfficeError
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.google.bucket import Quota
from sync.logs import note, note_trouble
from sync.service.clock import Clock
from sync.writer import Writer


class Premises:
    """One office for as long as the service runs. Settings that can't be read are told, and the old ones stay."""

    def __init__(
        self, options: Namespace, clock: Clock, writer: Writer | None = None, quota: Quota | None = None
    ) -> None:
        """`quota` is shared with other offices. Raises SettingsError when settings can't be read at the start."""
        self._options, self._clock, self._quota = options, clock, quota
        self._desk = self._opened()
        self._mark = self._settings_mark()
        self.writer = writer or Writer()
        self.refused = ""

    @property
    def root(self) -> Path:
        """The folder of the office."""
        return self._desk.root

    @property
    def now(self) -> datetime:
        """The moment in the office's zone. A day that somebody set stands for today, with the hour of the clock."""
        moment = datetime.fromtimestamp(self._clock.wall(), ZoneInfo(self._desk.settings.office.time_zone))
        day = self._set_day
        return moment if day is None else moment.replace(year=day.year, month=day.month, day=day.day)

    @property
    def desk(self) -> Desk:
        """The office as a job sees it at this moment: what Google said before is asked anew."""
        if "google" in vars(self._desk):
            self._desk.google.forget()
        return self.desk_as_known

    @property
    def desk_as_known(self) -> Desk:
        """The same for a short look, with the spreadsheets as they were known last."""
        now = self.now
        desk = replace(self._desk, moment=now, today=now.date(), writer=self.writer)
        if self._desk.settings.storage.kind != "folder":
            vars(desk)["google"] = self._desk.google
        return desk

    @property
    def settled(self) -> Desk:
        """The desk that lives as long as the settings: the connection to Google is made once."""
        return self._desk

    @property
    def mark(self) -> str:
        """What changes when somebody saves the settings."""
        return " ".join(map(str, self._mark.values()))

    @property
    def history_mark(self) -> str:
        """A digest of where the history is: two offices with the same one are one office."""
        history = self._desk.history
        where = str(history.resolve()) if isinstance(history, Path) else history.url
        return hashlib.sha256(where.encode()).hexdigest()[:16]

    def settle(self, desk: Desk) -> None:
        """The office is seen by this desk from now on."""
        self._desk = desk

    def renew(self) -> bool:
        """Reads the settings anew when their file has changed; whether other ones hold from now on. Never raises."""
        mark = self._settings_mark()
        if mark == self._mark:
            return False
        self._mark = mark
        try:
            self.settle(replace(self._opened(), quota=self._desk.quota))
        except OfficeError as trouble:
            self.refused = type(trouble).__name__
            note_trouble("settings.refused", trouble)
            return False
        self.refused = ""
        note("settings.renewed")
        return True

    def _opened(self) -> Desk:
        desk = open_desk(self._options)
        return desk if self._quota is None else replace(desk, quota=self._quota)

    @property
    def _set_day(self) -> date | None:
        """The day that stands for today, when somebody set one."""
        given = self._desk.settings.office.today
        return self._desk.today if self._options.today or given else None

    def _settings_mark(self) -> Mapping[str, int]:
        try:
            known = (self._desk.root / SETTINGS_FILE).stat()
        except OSError:
            return {}
        return {"size": known.st_size, "changed": known.st_mtime_ns}
