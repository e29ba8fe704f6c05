"""The formats in which reports are rendered, one line a format."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from reports.formats import csv, html, json, pdf, xlsx
from reports.formats.page import Page

Renderer = Callable[[str, Sequence[Page]], Mapping[str, bytes]]
"""Title and pages → what is in each file, by its name."""

FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {
        "xlsx": xlsx.workbook,
        "html": html.render,
        "pdf": pdf.render,
        "csv": csv.render,
        "json": json.render,
    }
)
"""Word of the command line → renderer."""
