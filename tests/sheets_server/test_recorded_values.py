"""What recorded clients typed is shown as Google showed it: every USER_ENTERED write that a plain read follows."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.sheets_server.cell_values import Scalar, scalar
from tests.sheets_server.formulas.recalculation import Book, Page, Position, recalculated
from tests.sheets_server.formulas.references import reference
from tests.sheets_server.locales import locale_of
from tests.sheets_server.number_formats import rendered
from tests.sheets_server.typed_input import Typed, typed

RECORDED = Path(__file__).parents[3] / "shared" / "sheets_api"
US = locale_of("en_US")
CELLS = {"gspread_head": 95, "gspread_pandas": 378}
pytestmark = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not beside the checkout")

Exchange = dict[str, Any]  # Any: a recorded exchange, as it is
_HARMLESS = {"mergeCells", "unmergeCells", "updateSheetProperties", "update_sheet_properties", "setBasicFilter"}
_RANGE = re.compile(r"/v4/spreadsheets/([^/]+)/values/(.+?)(:append|:clear)?$")


def exchanges(name: str) -> Iterator[list[Exchange]]:
    with gzip.open(RECORDED / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["interactions"]


def read_as(value: object) -> Typed:
    """A value of a request: text is typed, numbers and truths are themselves."""
    match value:
        case bool():
            return Typed("boolValue", value)
        case int() | float():
            return Typed("numberValue", value)
    return typed("" if value is None else str(value), US)


class Tab:
    """What was typed into a tab since it was last empty."""

    def __init__(self) -> None:
        self.cells: dict[Position, Typed] = {}

    def write(self, corner: str, rows: list[list[object]]) -> None:
        found = reference(corner.split(":", maxsplit=1)[0])
        assert found is not None
        top, left = found.first.row or 0, found.first.column or 0
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                self.cells[top + down, left + right] = read_as(value)

    def shown(self) -> dict[Position, str]:
        values = {place: scalar(cell.extended) for place, cell in self.cells.items() if cell.kind != "formulaValue"}
        formulas = {place: str(cell.value) for place, cell in self.cells.items() if cell.kind == "formulaValue"}
        found: dict[Position, Scalar] = {
            **values,
            **recalculated(Book([Page("Sheet1", 99, 30, values, formulas)], US))["Sheet1"],
        }
        return {place: rendered(found[place], cell.number_format, US) for place, cell in self.cells.items()}


def compared(interactions: list[Exchange]) -> Iterator[tuple[str, str]]:
    """(shown here, shown by Google) of every cell that was typed right before it was read."""
    tab, last = Tab(), ("", "")
    for exchange in interactions:
        match = _RANGE.search(unquote(exchange["path"]))
        query = dict(map(tuple, exchange["q"]))
        if match is None and _harmless(exchange):
            continue
        if match is None or exchange["status"] != 200 or match[3] or query.get("valueInputOption") == "RAW":
            tab, last = Tab(), ("", "")
            continue
        put = exchange["m"] == "PUT"
        title, _, cells = exchange["res"]["updatedRange" if put else "range"].rpartition("!")
        here = match[1], title
        if put:
            tab, last = (tab if last == here else Tab()), here
            tab.write(cells, exchange["req"]["values"])
        elif last == here and query.get("valueRenderOption", "FORMATTED_VALUE") == "FORMATTED_VALUE":
            yield from _read(tab, cells, exchange["res"].get("values", []))


def _read(tab: Tab, cells: str, rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    corner = reference(cells.partition(":")[0])
    assert corner is not None
    shown = tab.shown()
    for down, row in enumerate(rows):
        for right, text in enumerate(row):
            place = (corner.first.row or 0) + down, (corner.first.column or 0) + right
            if place in shown and text:  # what Google hides (merged, trimmed) is not the matter here
                yield shown[place], text


def _harmless(exchange: Exchange) -> bool:
    """A read of something else, or a change that moves no value (a merge hides some, see `_read`)."""
    body = exchange["req"]
    kinds = set(_kinds(body["requests"])) if isinstance(body, dict) and "requests" in body else {"?"}
    return exchange["m"] == "GET" or kinds <= _HARMLESS


def _kinds(requests: object) -> Iterator[str]:
    """Kinds of requests, which gspread sends in lists of lists too."""
    match requests:
        case list():
            for each in requests:
                yield from _kinds(each)
        case dict():
            yield from requests


@pytest.mark.parametrize("name", CELLS)
def test_what_was_typed_is_shown_as_google_showed_it(name: str) -> None:
    pairs = [pair for interactions in exchanges(name) for pair in compared(interactions)]
    assert [(ours, theirs) for ours, theirs in pairs if ours != theirs] == []
    assert len(pairs) == CELLS[name]
