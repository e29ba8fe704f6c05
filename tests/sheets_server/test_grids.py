"""Every recorded cell shows what Google showed: formattedValue from (effectiveValue, numberFormat)."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sheets_server.cell_values import scalar
from tests.sheets_server.locales import Locale, locale_of
from tests.sheets_server.number_formats import rendered

GRIDS = Path(__file__).parents[3] / "shared" / "sheets_api" / "grids"
CELLS = {"mixed-data": 359, "single-cell": 1, "time-formula": 8, "with-formula": 6}
# This recording was edited by hand: its effectiveValue is "a", its formattedValue an emoji, and it has no format.
EDITED = {("single-cell", "🌭")}
pytestmark = pytest.mark.skipif(not GRIDS.is_dir(), reason="the recorded answers are not beside the checkout")


def recorded(name: str) -> dict[str, Any]:  # Any: an answer of the API as it was recorded
    answer: dict[str, Any] = json.loads((GRIDS / f"{name}.json").read_text(encoding="utf-8"))
    return answer


def cells(answer: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Locale]]:  # Any: recorded answer
    locale = locale_of(answer["properties"]["locale"])
    for sheet in answer["sheets"]:
        for block in sheet.get("data", []):
            for row in block.get("rowData", []):
                yield from ((cell, locale) for cell in row.get("values", []))


@pytest.mark.parametrize("name", CELLS)
def test_every_recorded_cell_shows_what_google_showed(name: str) -> None:
    compared = 0
    for cell, locale in cells(recorded(name)):
        if "formattedValue" not in cell:
            assert "effectiveValue" not in cell
            continue
        compared += 1
        if (name, cell["formattedValue"]) in EDITED:
            continue
        number_format = cell.get("effectiveFormat", {}).get("numberFormat")
        assert rendered(scalar(cell["effectiveValue"]), number_format, locale) == cell["formattedValue"]
    assert compared == CELLS[name]


def test_the_recordings_hold_374_cells_of_which_282_are_numbers_in_18_formats() -> None:
    kinds: Counter[str] = Counter()
    formats = set()
    for name in CELLS:
        for cell, _ in cells(recorded(name)):
            if "formattedValue" in cell:
                kinds.update(list(cell["effectiveValue"]))
                formats.add(json.dumps(cell.get("effectiveFormat", {}).get("numberFormat"), sort_keys=True))
    assert kinds == {"stringValue": 92, "numberValue": 282}
    assert len(formats - {"null"}) == 18
