"""The office's spreadsheets as one process sees them: metadata kept between runs, values read once a cycle."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from config.google import GoogleSection
from sync.google.calls import Calls
from sync.google.failures import CUT, EVERYWHERE, Failure, GoogleError, Kind
from sync.google.filled import fewer, filled
from sync.google.own_tabs import Request
from sync.google.ports import Ports
from sync.google.ranges import Json, Values, by_address, of_each, quoted
from sync.google.remembered import Remembered
from sync.google.spreadsheet import METADATA_FIELDS, OWN_FIELDS, Spreadsheet, Tab, spreadsheet_of

METADATA_LAST = 15 * 60
"""Seconds for which metadata are believed without a look, unless an answer says that they are old."""

_REFUSED_AS_OLD = 2
_OTHER_SHAPE = (KeyError, TypeError, ValueError, AttributeError)
"""What JSON of another shape raises where it is taken apart."""


class Client(Protocol):
    """The client as it is used here: importing it costs more than a whole quiet update of an office in a folder."""

    account: str | None
    calls: Calls
    skew: float | None

    def metadata(self, spreadsheet_id: str, fields: str) -> Json:
        """One read of what `fields` name."""

    def values(self, spreadsheet_id: str, ranges: Sequence[str]) -> Json:
        """One read of many ranges, numbers as numbers."""

    def batch(self, spreadsheet_id: str, body: Json, fields: str) -> Json:
        """One atomic write."""


@dataclass(frozen=True)
class Read:
    """A spreadsheet in this cycle: its metadata and the values of every tab by sheetId."""

    spreadsheet: Spreadsheet
    values: Mapping[int, Values]


@dataclass
class GoogleOffice:
    """One office in Google. `memory` is the file in which metadata are kept from one process to the next."""

    google: GoogleSection
    root: Path
    memory: Path
    ports: Ports = field(default_factory=Ports)
    _known: dict[str, tuple[float, Spreadsheet]] = field(default_factory=dict)
    _reads: dict[str, Read | Failure] = field(default_factory=dict)
    _renewed: set[str] = field(default_factory=set)

    @cached_property
    def http(self) -> Client:
        """The client, made at the first call. Raises SettingsError for a key that can't be used."""
        from sync.google.credentials import account_of
        from sync.google.http import SheetsHTTP

        return SheetsHTTP(account_of(self.google, self.root), self.ports, self.google.endpoint)

    @property
    def account(self) -> str | None:
        """The e-mail with which spreadsheets are shared."""
        return self.http.account

    def metadata(self, spreadsheet_id: str) -> Spreadsheet:
        """What is known of a spreadsheet, asked anew when it is unknown or old. Raises GoogleError."""
        known = self._known.get(spreadsheet_id) or self._recalled(spreadsheet_id)
        if known is None or not 0 <= self.ports.wall() - known[0] < METADATA_LAST:
            return self.renew(spreadsheet_id)
        self._known[spreadsheet_id] = known
        return known[1]

    def renew(self, spreadsheet_id: str) -> Spreadsheet:
        """Asks for the metadata anew and keeps them. Raises GoogleError."""
        answer = self.http.metadata(spreadsheet_id, METADATA_FIELDS)
        try:
            spreadsheet = spreadsheet_of(answer)
        except _OTHER_SHAPE:
            raise GoogleError(CUT) from None
        now = self.ports.wall()
        self._known[spreadsheet_id] = (now, spreadsheet)
        self._renewed.add(spreadsheet_id)
        self._remembered.keep(spreadsheet_id, answer, now)
        return spreadsheet

    def read(self, spreadsheet_id: str) -> Read:
        """The values of every tab, read once until `forget`; so is a failure. Raises GoogleError."""
        if spreadsheet_id not in self._reads:
            self._reads[spreadsheet_id] = self._down() or self._tried(spreadsheet_id)
        found = self._reads[spreadsheet_id]
        if isinstance(found, Failure):
            raise GoogleError(found)
        return found

    def _tried(self, spreadsheet_id: str) -> Read | Failure:
        try:
            return self._settled(spreadsheet_id)
        except GoogleError as error:
            return error.failure

    def _settled(self, spreadsheet_id: str) -> Read:
        """A reading whose metadata are known to be newer than a merge that may have emptied cells."""
        read = self._read(spreadsheet_id)
        now = filled(read.spreadsheet, read.values)
        if fewer(now, self._remembered.filled(spreadsheet_id)):
            self.renew(spreadsheet_id)
            read = self._read(spreadsheet_id)
            now = filled(read.spreadsheet, read.values)
        self._remembered.count(spreadsheet_id, now)
        return read

    def _down(self) -> Failure | None:
        """What this cycle has found out to be true of all spreadsheets: the others need not be waited for."""
        failed = (one for one in self._reads.values() if isinstance(one, Failure))
        return next((one for one in failed if one.code in EVERYWHERE), None)

    def read_anew(self, spreadsheet_id: str) -> Read:
        """The same with metadata asked for in this process: a tab may have been added since. Raises GoogleError."""
        if spreadsheet_id in self._renewed or isinstance(self._reads.get(spreadsheet_id), Failure):
            return self.read(spreadsheet_id)
        try:
            self.renew(spreadsheet_id)
        except GoogleError as error:
            self._reads[spreadsheet_id] = error.failure
        else:
            self._reads.pop(spreadsheet_id, None)
        return self.read(spreadsheet_id)

    def forget(self) -> None:
        """Ends the cycle: the next look reads anew."""
        self._reads.clear()
        self._renewed.clear()

    def write(self, spreadsheet_id: str, requests: Sequence[Request], tabs: Iterable[str]) -> Json:
        """One atomic batch; the answer tells the marks and the values of `tabs` (titles) after it.

        Raises GoogleError when nothing was written, AmbiguousWriteError when that is not known.
        """
        self._reads.pop(spreadsheet_id, None)
        ranges = [quoted(title) for title in tabs]
        body = {
            "requests": list(requests),
            "includeSpreadsheetInResponse": True,
            "responseRanges": ranges,
            "responseIncludeGridData": bool(ranges),
        }
        reply = self.http.batch(spreadsheet_id, body, OWN_FIELDS)
        gone = {one["deleteSheet"]["sheetId"] for one in requests if "deleteSheet" in one}
        try:
            self._learn(spreadsheet_id, reply, gone)
        except _OTHER_SHAPE:
            self._known.pop(spreadsheet_id, None)
            self._remembered.drop(spreadsheet_id)
        return reply

    def _learn(self, spreadsheet_id: str, reply: Json, gone: Container[int]) -> None:
        """What a write tells of its tabs is known from now on, without asking."""
        remembered = self._remembered.of(spreadsheet_id)
        if remembered is None:
            return
        taken, before = remembered
        known = {sheet["properties"].get("sheetId", 0): sheet for sheet in before["sheets"]}
        for sheet in reply.get("updatedSpreadsheet", {}).get("sheets", ()):
            sheet_id = sheet["properties"].get("sheetId", 0)
            fresh = {key: value for key, value in sheet.items() if key != "data"}
            known[sheet_id] = (
                known.get(sheet_id, {}) | {"protectedRanges": [], "charts": [], "conditionalFormats": []} | fresh
            )
        left = [sheet for sheet_id, sheet in known.items() if sheet_id not in gone]
        metadata = {**before, "sheets": left}
        self._known[spreadsheet_id] = (taken, spreadsheet_of(metadata))
        self._remembered.keep(spreadsheet_id, metadata, taken)

    def _read(self, spreadsheet_id: str) -> Read:
        for last in range(_REFUSED_AS_OLD):
            spreadsheet = self.metadata(spreadsheet_id)
            try:
                return Read(spreadsheet, self._values(spreadsheet))
            except GoogleError as error:
                if error.failure.kind is not Kind.OUTDATED or last:
                    raise
                self.renew(spreadsheet_id)
        raise AssertionError  # the second pass has returned or raised

    def _values(self, spreadsheet: Spreadsheet) -> dict[int, Values]:
        return self.values_now(spreadsheet.id, [tab for tab in spreadsheet.tabs if tab.is_grid])

    def values_now(self, spreadsheet_id: str, wanted: Iterable[Tab]) -> dict[int, Values]:
        """sheetId → values of these tabs, asked anew whatever has been read. Raises GoogleError."""
        found: dict[int, Values] = {}
        for tabs in by_address(wanted):
            body = self.http.values(spreadsheet_id, [quoted(tab.title) for tab in tabs])
            try:
                found |= of_each(body.get("valueRanges", ()), tabs)
            except _OTHER_SHAPE:
                raise GoogleError(CUT) from None
        return found

    @cached_property
    def _remembered(self) -> Remembered:
        return Remembered(self.memory)

    def _recalled(self, spreadsheet_id: str) -> tuple[float, Spreadsheet] | None:
        remembered = self._remembered.of(spreadsheet_id)
        try:
            return (remembered[0], spreadsheet_of(remembered[1])) if remembered else None
        except _OTHER_SHAPE:
            return None
