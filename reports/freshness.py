"""The stamp of a tab that turns red by itself: a service that has died can't say that it has.

The condition stands in the tab and looks at the reader's own clock. The last day on which the stamp is fresh is counted
when the tab is written, by the calendar of Russian working days, so the formula compares two numbers and nothing else:
it knows no names of functions in another language, no separators, no lists of holidays.
"""

from dataclasses import replace
from datetime import date

from config.calendar import add_working_days
from reports.layout import lay_out, stamp_words
from reports.report import Report, Stamp
from reports.sheet import Freshness, Sheet

WARNING = "давно не обновлялось: проверьте, работает ли служба"
"""What is added to the words of the stamp, where a conditional format can add words."""

_EPOCH = date(1899, 12, 30)


def kept_fresh(report: Report, stamp: Stamp) -> Sheet:
    """The report as a sheet of a tab that is kept up to date: its stamp turns red when nobody does so any more."""
    sheet = lay_out(report, stamp)
    words = stamp_words(stamp)
    row = next((box.row for box in sheet.boxes if isinstance(box.value, str) and words in box.value), None)
    return sheet if row is None else replace(sheet, fresh=Freshness(row, fresh_until(stamp.moment.date())))


def fresh_until(day: date) -> date:
    """The working day after the update: it is over before anything is overdue."""
    return add_working_days(day, 1)


def stale_formula(fresh: Freshness) -> str:
    """The formula of a conditional format; days are numbers in Excel and in Google Sheets alike."""
    return f"=TODAY()>{(fresh.until - _EPOCH).days}"
