"""Workbooks in which staff keep registers: empty, or with rows that are known already."""

from reports.templates.dropdowns import reference_options
from reports.templates.workbook import Numbering, render_workbook

__all__ = ["Numbering", "reference_options", "render_workbook"]
