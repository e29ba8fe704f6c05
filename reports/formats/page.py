"""What every format is given: a report with its stamp."""

from dataclasses import dataclass
from functools import cached_property

from reports.layout import blocks_of, lay_out
from reports.report import Block, Report, Stamp
from reports.sheet import Sheet


@dataclass(frozen=True)
class Page:
    """A report ready to be rendered. Without a stamp it says nothing of an update."""

    report: Report
    stamp: Stamp | None = None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """From top to bottom, with the stamp and the notice of the office."""
        return blocks_of(self.report, self.stamp)

    @cached_property
    def sheet(self) -> Sheet:
        """The same as a grid of cells."""
        return lay_out(self.report, self.stamp)
