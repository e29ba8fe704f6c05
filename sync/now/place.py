"""Where «Сделать сейчас» stands: in the table of reports in Google; an office in a folder has the page instead."""

from config.settings import Settings
from reports.now import TAB
from sync.google.names import REPORTS_TITLE, file_of

FILE = file_of(REPORTS_TITLE, TAB)
"""The tab among the files of the office."""


def has_tab(settings: Settings) -> bool:
    """The office has such a tab."""
    return settings.storage.kind != "folder" and settings.google.reports_spreadsheet is not None
