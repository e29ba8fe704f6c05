"""Workbooks in which staff keep registers: empty, or with rows that are known already."""

from reports.templates.contents import Numbering
from reports.templates.dropdowns import reference_options
from reports.templates.workbook import render_workbook

__all__ = ["Numbering", "reference_options", "render_workbook"]
