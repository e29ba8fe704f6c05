"""Formats that formulas bring: recorded cells, and what follows from cells that a formula leans on."""

import json
from pathlib import Path

import pytest

from tests.sheets_server.formulas.implied_formats import NumberFormat, implied_format
from tests.sheets_server.formulas.references import Reference
from tests.sheets_server.locales import locale_of

GRIDS = Path(__file__).parents[4] / "shared" / "sheets_api" / "grids"
US = locale_of("en_US")
DATE = {"type": "DATE", "pattern": "dd.MM.yyyy"}
MONEY = {"type": "CURRENCY", "pattern": '"$"#,##0.00'}


def format_of(found: Reference) -> NumberFormat | None:
    """Column A holds dates, B money, C plain numbers."""
    return {0: DATE, 1: MONEY}.get(found.first.column or 0)


@pytest.mark.skipif(not GRIDS.is_dir(), reason="the recorded answers are not beside the checkout")
def test_recorded_formulas_bring_the_recorded_formats() -> None:
    compared = []
    for name in ("time-formula", "with-formula"):
        answer = json.loads((GRIDS / f"{name}.json").read_text(encoding="utf-8"))
        rows = answer["sheets"][0]["data"][0]["rowData"]
        for cell in (cell for row in rows for cell in row.get("values", [])):
            formula = cell.get("userEnteredValue", {}).get("formulaValue")
            if formula is not None:
                assert "numberFormat" not in cell.get("userEnteredFormat", {})
                found = implied_format(formula, US, lambda _reference: None)
                compared.append((found, cell["effectiveFormat"].get("numberFormat")))
    assert len(compared) == 4
    assert all(ours == theirs for ours, theirs in compared)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=TODAY()", {"type": "DATE"}),
        ("=A1", DATE),
        ("=A1+7", DATE),
        ("=A1-A2", None),
        ("=SUM(B1:B9)", MONEY),
        ("=B1*2", None),
        ('=IF(C1>0,A1,"")', DATE),
        ("=ARRAYFORMULA(IFERROR(A1:A9))", DATE),
        ('={"Дата";A1}', None),
        ("=C1+C2", None),
        ("=SUM(A1", None),
    ],
)  # not proven
def test_a_formula_takes_the_format_of_what_it_leans_on(formula: str, expected: NumberFormat | None) -> None:
    assert implied_format(formula, US, format_of) == expected
