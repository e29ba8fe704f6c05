"""How the service's tabs in Google are called among its report files: «Google: Отчёты РПО#Замечания»."""

from config.placing import called
from config.settings import Settings
from reports import beside, now, quality_report, questions
from reports.naming import REMARKS
from reports.report import Report

REPORTS_TITLE = "Отчёты РПО"
"""The spreadsheet of reports, as people call it."""

SHARED = frozenset({quality_report.WORKBOOK, REMARKS, questions.WORKBOOK, now.WORKBOOK})
"""Workbooks whose every tab keeps to codes: only these may leave the machine, all others stay in the folder."""

_START = "Google: "


def file_of(spreadsheet: str, tab: str) -> str:
    """The file under which a tab is remembered: one tab is one file, for it is replaced as a whole."""
    return f"{_START}{spreadsheet}#{tab}"


def is_in_google(name: str) -> bool:
    """The file is a tab in Google."""
    return name.startswith(_START)


def parted(name: str) -> tuple[str, str]:
    """Spreadsheet and tab of a file's name."""
    spreadsheet, _, tab = name.removeprefix(_START).rpartition("#")
    return spreadsheet, tab


def service_name(name: str) -> str:
    """How the tab of a file calls itself in its metadata: its spreadsheet and its title, as people know them."""
    return name.removeprefix(_START)


def spreadsheets_of(settings: Settings) -> dict[str, str]:
    """What people call each spreadsheet of the office → its id; the one of reports first."""
    found = {REPORTS_TITLE: settings.google.reports_spreadsheet} if settings.google.reports_spreadsheet else {}
    return found | {called(one): one.id for one in settings.google.spreadsheets}


def place_of(report: Report, settings: Settings) -> str | None:
    """The file of a report that stands in Google; None for one that stays in the folder."""
    if report.local:
        return None
    if report.workbook in SHARED and settings.google.reports_spreadsheet is not None:
        return file_of(REPORTS_TITLE, report.tab)
    if report.tab == beside.TAB and report.workbook in map(called, settings.google.spreadsheets):
        return file_of(report.workbook, report.tab)
    return None
