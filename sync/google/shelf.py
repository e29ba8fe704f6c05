"""The service's tabs in Google as a shelf of reports: what stands there, and one atomic batch a spreadsheet."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from config.settings import Settings
from reports.formats.google import prepared, values_of
from reports.formats.xlsx import render
from reports.freshness import kept_fresh
from reports.report import Report, Stamp
from reports.sheet import Box, Sheet
from sync.google.failures import AmbiguousWriteError, GoogleError
from sync.google.names import REPORTS_TITLE, is_in_google, parted, place_of, service_name, spreadsheets_of
from sync.google.office import GoogleOffice, Read
from sync.google.own_tabs import Request, content_digest
from sync.google.publishing import Desired, batches, digests_after, title_of
from sync.google.ranges import Values
from sync.google.spreadsheet import Spreadsheet, Tab
from sync.plan import FilePlan, Stands
from sync.shelves.base import CHANGED_MEANWHILE, Put, Staged
from sync.shelves.folder import OnlyAnswers, keep_aside
from sync.writer import Writer
from validators.grid import Grid, grid_of

TRIES = 3
"""How often a batch is sent when nobody can say whether the first one took effect."""

_DISORDER = "in disorder: "
"""Before the digest of a tab that holds what it should, but is hidden, open to everybody or called otherwise."""
_UNSURE = "Google не подтвердил запись, она повторится при следующем обновлении"
_AHEAD = (
    "в таблице стоит обновление № {there}, а история этого офиса помнит только № {here}: похоже, отчёты пишет другая "
    "копия сервиса или папка state старая. Остановите другую копию или верните последнюю папку state; если она "
    "потеряна насовсем, удалите в таблице листы сервиса, и он сделает их заново"
)
_TAKEN_OVER = "в эту таблицу уже пишет служба на другой машине; эта копия ничего не записала"


class GoogleShelf:
    """The tabs in the spreadsheet of reports and in those of the registers."""

    def __init__(
        self,
        office: GoogleOffice,
        settings: Settings,
        reports: Path,
        only_answers: OnlyAnswers = lambda _grids: False,
        writer: Writer | None = None,
    ) -> None:
        """`reports` is the folder where edits of our tabs are kept aside; what is but answers need not be."""
        self._writer = writer or Writer()
        self._only_answers = only_answers
        self._office, self._settings, self._reports = office, settings, reports
        self._ids = spreadsheets_of(settings)

    def place(self, report: Report) -> str | None:
        """A tab in Google for what keeps to codes; None for what stays in the folder."""
        return place_of(report, self._settings)

    def owns(self, name: str) -> bool:
        """The file is a tab in Google, of a spreadsheet of today or of one that the settings named earlier."""
        return is_in_google(name)

    def standing(self, names: Collection[str]) -> Mapping[str, Stands]:
        """The digest of each tab's values, as they were read in this cycle."""
        return {name: self._stands(name) for name in names}

    def present(self, name: str) -> tuple[Grid, ...]:
        """The tab as it stands."""
        try:
            tab, values = self._tab(name)
        except GoogleError:
            return ()
        return (grid_of(name, parted(name)[1], values),) if tab is not None else ()

    def stage(self, files: Sequence[FilePlan], stamp: Stamp) -> Mapping[str, Staged]:
        """The sheets are laid out; nothing is asked of Google."""
        return {file.name: _staged(file, stamp) for file in files}

    def put(self, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> Mapping[str, Put]:
        """All tabs of one spreadsheet at once, or none of them."""
        done: dict[str, Put] = {}
        for title in self._ids:
            own = [file for file in files if parted(file.name)[0] == title]
            if own:
                done |= self._put(title, own, staged)
        return done

    def remove(self, files: Sequence[FilePlan]) -> tuple[str, ...]:
        """Takes away tabs of ours that are not made any more; those of other spreadsheets are left where they are."""
        return tuple(file.name for file in files if self._remove(file))

    def _stands(self, name: str) -> Stands:
        if parted(name)[0] not in self._ids:
            return Stands()
        try:
            tab, values = self._tab(name)
        except GoogleError as error:
            return Stands(blocked=_sentence(error))
        if tab is None:
            return Stands()
        digest = content_digest(values)
        expected = title_of(parted(name)[1], tab.sheet_id, self._office.read(self._ids[parted(name)[0]]).spreadsheet)
        in_order = tab.locked and not tab.hidden and tab.title == expected
        return Stands(digest if in_order else f"{_DISORDER}{digest}")

    def _tab(self, name: str) -> tuple[Tab | None, Values]:
        """Our tab and its values; (None, ()) when it is not there. Raises GoogleError."""
        read = self._read(name)
        tab = read.spreadsheet.ours.get(service_name(name)) if read is not None else None
        return (tab, read.values.get(tab.sheet_id, ())) if tab is not None and read is not None else (None, ())

    def _read(self, name: str) -> Read | None:
        spreadsheet_id = self._ids.get(parted(name)[0])
        return self._office.read(spreadsheet_id) if spreadsheet_id else None

    def _put(self, title: str, files: Sequence[FilePlan], staged: Mapping[str, Staged]) -> dict[str, Put]:
        try:
            present = self._office.read(self._ids[title]).spreadsheet
        except GoogleError as error:
            return {file.name: Put(None, _sentence(error)) for file in files}
        ahead = max((tab.mark.run for tab in present.ours.values() if tab.mark is not None), default=0)
        run = min(staged[file.name].run for file in files)
        if ahead > run:
            return {file.name: Put(None, _AHEAD.format(there=ahead, here=run - 1)) for file in files}
        token = self._writer.token
        if token and any(tab.mark.token > token for tab in present.ours.values() if tab.mark is not None):
            return {file.name: Put(None, _TAKEN_OVER) for file in files}
        for file in files:
            self._keep_aside(file)
        in_order = title == REPORTS_TITLE
        try:
            changed = self._changed(self._ids[title], files)
            places = [(index, file) for index, file in enumerate(files) if file.name not in changed]
            desired = [
                Desired(service_name(file.name), staged[file.name].sheets[0], run, index if in_order else None, token)
                for index, file in places
            ]
            after = self._written(self._ids[title], desired) if desired else {}
        except GoogleError as error:
            return {file.name: Put(None, _sentence(error)) for file in files}
        untold = CHANGED_MEANWHILE if after is None else _UNSURE
        digests = {file.name: (after or {}).get(service_name(file.name)) for _, file in places}
        done = {name: Put(digest, "" if digest else untold) for name, digest in digests.items()}
        return done | {name: Put(None, CHANGED_MEANWHILE) for name in changed}

    def _changed(self, spreadsheet_id: str, files: Sequence[FilePlan], *, again: bool = False) -> frozenset[str]:
        """The tabs into which somebody has written since they were read: looked at right before they are replaced.

        The owner of a spreadsheet can write into all of them. Raises GoogleError.
        """
        ours = self._office.metadata(spreadsheet_id).ours
        asked = {file: ours[service_name(file.name)] for file in files if service_name(file.name) in ours}
        try:
            now = self._office.values_now(spreadsheet_id, asked.values())
        except GoogleError as error:
            if again or not error.failure.may_be_of_old_metadata:
                raise
            self._office.renew(spreadsheet_id)
            return self._changed(spreadsheet_id, files, again=True)
        digests = {file: content_digest(now[tab.sheet_id]) for file, tab in asked.items()}
        return frozenset(one.name for one, now in digests.items() if now != (one.seen or "").removeprefix(_DISORDER))

    def _written(self, spreadsheet_id: str, desired: Sequence[Desired]) -> dict[str, str] | None:
        """Service name → digest of what stands after the write; None where a tab stands that was not seen before.

        Raises GoogleError when nothing was written.
        """
        known = self._office.metadata(spreadsheet_id).ours.keys()
        for last in range(TRIES):
            present = self._office.metadata(spreadsheet_id)
            if any(tab.name in present.ours.keys() - known for tab in desired):
                return None
            try:
                return self._sent(spreadsheet_id, desired, present)
            except AmbiguousWriteError:
                present = self._office.renew(spreadsheet_id)
                if all(_bears(present, tab) for tab in desired):
                    return {tab.name: tab.mark.digest for tab in desired}
                if last + 1 == TRIES:
                    raise
            except GoogleError as error:
                if last + 1 == TRIES or not error.failure.may_be_of_old_metadata:
                    raise
                self._office.renew(spreadsheet_id)
        raise AssertionError  # the last try has returned or raised

    def _sent(self, spreadsheet_id: str, desired: Sequence[Desired], present: Spreadsheet) -> dict[str, str]:
        calls = batches(desired, present, self._office.account)
        for call in calls[:-1]:
            self._writer.check()
            self._office.write(spreadsheet_id, call.requests, call.titles)
        self._writer.check()
        reply = self._office.write(spreadsheet_id, calls[-1].requests, calls[-1].titles)
        return digests_after(reply, desired)

    def _keep_aside(self, file: FilePlan) -> None:
        """What somebody typed into our tab is kept in the folder before the tab is written anew."""
        if not file.is_foreign or file.seen == f"{_DISORDER}{file.written}" or self._is_as_marked(file):
            return
        grids = self.present(file.name)
        for grid in () if self._only_answers(grids) else grids:
            cells = [
                Box(row, at, at, cell)
                for row, line in enumerate(grid.rows)
                for at, cell in enumerate(line)
                if isinstance(cell, str | int | float)
            ]
            sheet = Sheet("", grid.tab, (16.0,) * max(grid.width, 1), (15.0,) * len(grid.rows), tuple(cells))
            keep_aside(self._reports, f"{grid.tab}.xlsx", render([sheet]))

    def _is_as_marked(self, file: FilePlan) -> bool:
        """The history does not know what was written there, and it holds what its own mark says."""
        if file.written:
            return False
        tab, values = self._tab(file.name)
        return tab is not None and tab.mark is not None and content_digest(values).startswith(tab.mark.digest)

    def _remove(self, file: FilePlan) -> bool:
        try:
            read = self._read(file.name)
            tab = read.spreadsheet.ours.get(service_name(file.name)) if read is not None else None
            if read is None or tab is None:
                return True
            self._writer.check()
            self._keep_aside(file)
            request: Request = {"deleteSheet": {"sheetId": tab.sheet_id}}
            self._office.write(read.spreadsheet.id, [request], ())
        except GoogleError:
            return False
        return True


def _staged(file: FilePlan, stamp: Stamp) -> Staged:
    (tab,) = file.tabs
    sheet = prepared(kept_fresh(tab.report, tab.stamp or stamp))
    return Staged(content_digest(values_of(sheet)), stamp.run, sheets=(sheet,))


def _bears(present: Spreadsheet, desired: Desired) -> bool:
    tab = present.ours.get(desired.name)
    return tab is not None and tab.mark is not None and str(tab.mark) == str(desired.mark)


def _sentence(error: GoogleError) -> str:
    """The failure as a part of a line: no full stop, no capital."""
    text = f"{error.failure.text} {error.failure.advice}".strip().rstrip(".")
    return text[:1].lower() + text[1:]
