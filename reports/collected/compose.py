"""The collection as the reports of one workbook."""

from reports.collected.blocks import blocks
from reports.collected.collection import Collection
from reports.collected.indicators import indicators
from reports.collected.packages import packages
from reports.collected.reported import reported
from reports.collected.totals import totals
from reports.report import Report


def compose(collection: Collection) -> tuple[Report, ...]:
    """Who has reported, totals, regions × indicators, the tables, the packages themselves."""
    return (
        reported(collection),
        totals(collection),
        *indicators(collection),
        *blocks(collection),
        packages(collection),
    )
