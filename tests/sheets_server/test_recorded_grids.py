"""Grids as Google recorded them come out of what was entered: values, texts and formats of every cell."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sheets_server.grids import cell_json
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.recalculation import recalculate

GRIDS = Path(__file__).parents[3] / "shared" / "sheets_api" / "grids"
ENTERED = ("userEnteredValue", "userEnteredFormat", "note", "textFormatRuns", "dataValidation")
CELLS = {"mixed-data": 368, "single-cell": 1, "time-formula": 8, "with-formula": 6}
EDITED = {"single-cell": [(1, 0)]}
"""Edited by hand: its value is "a", its text an emoji."""
pytestmark = pytest.mark.skipif(not GRIDS.is_dir(), reason="the recorded answers are not beside the checkout")


def recorded_cells(answer: Json) -> tuple[Spreadsheet, dict[tuple[int, int], Json]]:
    sheet = answer["sheets"][0]
    cells = {}
    for block in sheet["data"]:
        for row, line in enumerate(block.get("rowData", []), block.get("startRow", 0)):
            for column, cell in enumerate(line.get("values", []), block.get("startColumn", 0)):
                cells[row, column] = cell
    book = Spreadsheet(answer["spreadsheetId"], answer["properties"], [Sheet(sheet["properties"])])
    for place, cell in cells.items():
        book.sheets[0].put(place, {key: cell[key] for key in ENTERED if key in cell})
    return book, cells


def leans_on_a_hidden_cell(cell: Json) -> bool:
    """`=NOW()+TIME(0,C2,0)`: the time of the recording and the column C are not in it."""
    return bool(cell.get("userEnteredValue", {}).get("formulaValue", "").startswith("=NOW()"))


@pytest.mark.parametrize("name", CELLS)
def test_every_recorded_cell_comes_out_of_what_was_entered(name: str) -> None:
    book, cells = recorded_cells(json.loads((GRIDS / f"{name}.json").read_text(encoding="utf-8")))
    recalculate(book, datetime(2026, 1, 1, tzinfo=UTC))
    hidden = {place: cell["effectiveValue"] for place, cell in cells.items() if leans_on_a_hidden_cell(cell)}
    book.sheets[0].computed |= hidden
    ours = {place: cell_json(book, book.sheets[0], place) for place in cells}
    different = [place for place, cell in cells.items() if ours[place] != cell]
    assert different == EDITED.get(name, [])
    assert len(cells) == CELLS[name]
