"""How a test reads a tab of the head: by the titles of its listings and of their columns."""

from reports.report import Listing, Report, Value, Words


def listing(page: Report, title: str) -> Listing:
    """The listing with this title."""
    return next(one for one in page.blocks if isinstance(one, Listing) and one.title == title)


def with_titles(found: Listing) -> list[dict[str, Value]]:
    """The rows of a listing, each cell under its heading."""
    return [dict(zip((one.heading for one in found.fields), row, strict=True)) for row in found.rows]


def said(page: Report) -> str:
    """The one sentence with the main thing."""
    return next(one.text for one in page.blocks if isinstance(one, Words) and one.size == "plain")
