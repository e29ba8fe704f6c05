"""The formats in which reports are rendered, each loaded when it is asked for: an update needs only one of them."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from reports.formats.page import Page

Renderer = Callable[[str, Sequence[Page]], Mapping[str, bytes]]
"""Title and pages → what is in each file, by its name."""


def _xlsx(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    from reports.formats.xlsx import workbook

    return workbook(title, pages)


def _html(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    from reports.formats.html import render

    return render(title, pages)


def _pdf(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    from reports.formats.pdf import render

    return render(title, pages)


def _csv(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    from reports.formats.csv import render

    return render(title, pages)


def _json(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    from reports.formats.json import render

    return render(title, pages)


FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {"xlsx": _xlsx, "html": _html, "pdf": _pdf, "csv": _csv, "json": _json}
)
"""Word of the command line → renderer."""
