"""Conditional formats show in the effective format of the cells that they hold for."""

from datetime import UTC, datetime

import pytest

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.world import World

RED, BLUE = {"red": 1}, {"blue": 1}


class Standing:
    """A clock that stands on 1 March 2026."""

    def now(self) -> datetime:
        return datetime(2026, 3, 1, 12, tzinfo=UTC)


def ruled(kind: str, *values: str, colour: Json = RED, place: Json | None = None, bold: bool = False) -> Json:
    text = {"textFormat": {"bold": True}} if bold else {}
    condition = {"type": kind, "values": [_value(value) for value in values]}
    look = ({} if bold else {"backgroundColorStyle": {"rgbColor": colour}}) | text
    rule = {"ranges": [place or grid(0, 0, 10, 3)], "booleanRule": {"condition": condition, "format": look}}
    return {"addConditionalFormatRule": {"rule": rule, "index": 0}}


def _value(text: str) -> Json:
    return {"relativeDate": text} if text.isalpha() and text.isupper() else {"userEnteredValue": text}


def coloured(office: Office, colour: Json = RED) -> list[str]:
    """The cells that are shown in that colour."""
    found = office.get(ranges="A1:C10", fields="sheets.data.rowData.values.effectiveFormat.backgroundColor")
    rows = found["sheets"][0]["data"][0].get("rowData", [])
    return [
        f"{'ABC'[column]}{row + 1}"
        for row, line in enumerate(rows)
        for column, cell in enumerate(line.get("values", []))
        if cell.get("effectiveFormat", {}).get("backgroundColor") == colour
    ]


@pytest.mark.parametrize(
    ("kind", "values", "cells"),
    [
        ("NUMBER_GREATER", ["15"], ["B2", "C2", "C3"]),
        ("NUMBER_BETWEEN", ["5", "20"], ["B1", "B2"]),
        ("NUMBER_EQ", ["=$B$1"], ["B1"]),
        ("TEXT_CONTAINS", ["Анна"], ["A1", "A3"]),
        ("TEXT_EQ", ["анна"], ["A1"]),
        ("NOT_BLANK", [], ["A1", "B1", "A2", "B2", "C2", "A3", "C3"]),
        ("CUSTOM_FORMULA", ["=$B1>=20"], ["A2", "B2", "C2"]),
        ("CUSTOM_FORMULA", ['=A1="Борис"'], ["A2"]),
        ("CUSTOM_FORMULA", ['=COUNTIF($A:$A;$A1&"*")>1'], ["A1", "B1"]),
        ("CUSTOM_FORMULA", ["=$A1"], []),
        ("DATE_BEFORE", ["TODAY"], ["B1", "B2", "C2"]),
        ("DATE_AFTER", ["TODAY"], ["C3"]),
        ("DATE_AFTER", ["2026-02-01"], ["C3"]),
    ],
)  # fmt: skip
def test_a_rule_colours_the_cells_that_it_holds_for(kind: str, values: list[str], cells: list[str]) -> None:
    office = Office(World(Standing()))
    office.put("A1", [["Анна", 10], ["Борис", 20, 46000], ["Анна и Борис", "", "=DATE(2026;3;2)"]], "USER_ENTERED")
    office.batch(ruled(kind, *values))
    assert sorted(coloured(office)) == sorted(cells)


def test_the_earlier_rule_wins_and_both_are_seen_where_they_do_not_meet() -> None:
    """CellData.effectiveFormat: "This includes the results of applying any conditional formatting"."""
    office = Office()
    office.put("A1", [[5], [50]])
    office.batch(
        ruled("NUMBER_GREATER", "1"), ruled("NUMBER_GREATER", "10", colour=BLUE), ruled("NUMBER_LESS", "10", bold=True)
    )
    assert (coloured(office, RED), coloured(office, BLUE)) == (["A1"], ["A2"])
    cells: Value = office.get(ranges="A1:A2", fields="sheets.data.rowData.values")["sheets"][0]["data"][0]["rowData"]
    assert [row["values"][0]["effectiveFormat"]["textFormat"]["bold"] for row in cells] == [True, False]
    assert all("userEnteredFormat" not in row["values"][0] for row in cells)


def test_a_rule_follows_the_values_as_they_change() -> None:
    office = Office()
    office.put("A1", [[1]])
    office.batch(ruled("CUSTOM_FORMULA", "=A1>10"))
    assert coloured(office) == []
    office.put("A1", [[11]])
    assert coloured(office) == ["A1"]


def test_a_rule_reaches_another_sheet_by_indirect() -> None:
    office = Office()
    office.add_sheet("Замечания")
    office.put("'Замечания'!A1", [["ПР-1"]])
    office.put("A1", [["ПР-1"], ["ПР-2"]])
    office.batch(ruled("CUSTOM_FORMULA", "=COUNTIF(INDIRECT(\"'Замечания'!A:A\");$A1)>0"))
    assert coloured(office) == ["A1"]
