"""Every report of the office, composed from the facts of one look."""

from dataclasses import replace

from reports.catalogue import REPORTS
from reports.facts import Facts
from reports.layout import IN_SHEET
from reports.report import Report


def compose_all(facts: Facts) -> tuple[Report, ...]:
    """The reports in the order of the catalogue; each bears the notice that the office owes to its readers."""
    notice = IN_SHEET if facts.scene.settings.personal_data.mode == "in_sheet" else ""
    return tuple(replace(report, notice=notice) for recipe in REPORTS for report in recipe.compose(facts))
