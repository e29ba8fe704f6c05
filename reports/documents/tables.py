"""Tables of the reports as tables of a document: the same cells, only the columns that a page of paper needs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reports.report import Field, Form, Jump, Light, Link, Listing, Value

Row = tuple[Value, ...]


def taken(
    listing: Listing,
    *headings: str,
    title: str | None = None,
    called: Mapping[str, str] | None = None,
    only: Callable[[Row], bool] | None = None,
) -> Listing:
    """The listing with these columns alone, in this order; links become their words.

    `called` — the other headings that columns get; `only` — which rows are kept. A column that says nothing of any row
    but the first is left out: its register is not kept, or its cells are blank.
    """
    names = [one.heading for one in listing.fields]
    places = [names.index(one) for one in headings] if headings else list(range(len(names)))
    kept = [row for row in listing.rows if only is None or only(row)]
    places = [at for at in places if at == places[0] or not kept or _is_told(kept, at)]
    new = called or {}
    fields = tuple(replace(listing.fields[at], heading=new.get(names[at], names[at]), hidden=False) for at in places)
    rows = tuple(tuple(plain(row[at]) for at in places) for row in kept)
    shown = listing.title if title is None else title
    return Listing(shown, fields, rows, listing.empty, leading=min(listing.leading, len(rows)))


def _is_told(rows: Sequence[Row], at: int) -> bool:
    mine = rows[1:] if len(rows) > 1 else rows
    return any(row[at] not in (None, "—") for row in mine)


def plain(value: Value) -> Value:
    """A cell without a link in it."""
    match value:
        case Light():
            return value.value
        case Link() | Jump():
            return value.words
        case _:
            return value


def pairs(title: str, rows: Iterable[tuple[str, Value]]) -> Listing:
    """Two columns without a heading row: what, and its value; a line without a value is left out."""
    fields = (Field("Сведение", 34), Field("Значение", 66))
    return Listing(title, fields, tuple((name, value) for name, value in rows if value not in (None, "")), bare=True)


def text(heading: str, width: int) -> Field:
    """A column of words."""
    return Field(heading, width)


def whole(heading: str, width: int) -> Field:
    """A column of whole numbers."""
    return Field(heading, width, Form.WHOLE)


def cleared(listing: Listing, is_clean: Callable[[str], bool], *headings: str) -> Listing:
    """The listing with words instead of those cells of these columns that may hold personal data."""
    places = {at for at, one in enumerate(listing.fields) if one.heading in headings}
    rows = tuple(
        tuple(
            _UNSAID if at in places and isinstance(cell, str) and not is_clean(cell) else cell
            for at, cell in enumerate(row)
        )
        for row in listing.rows
    )
    return replace(listing, rows=rows)


_UNSAID = "текст не приведён: в нём, похоже, есть персональные данные"
