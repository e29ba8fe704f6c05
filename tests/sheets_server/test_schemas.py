"""Google's description of its messages: the quick check says what JSON Schema says."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheets_server.asking import Office, grid
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.schemas import problems, validator

GRIDS = Path(__file__).parents[3] / "shared" / "sheets_api" / "grids"
WRONG: tuple[Value, ...] = (None, "x", -1, 2**31, 1.5, True, [], {}, [None], {"no such field": 1})


def places(value: Value, before: tuple[Value, ...] = ()) -> list[tuple[Value, ...]]:
    """Every place inside a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [before] * bool(before) + [place for key, each in inner for place in places(each, (*before, key))]


def spoiled(found: Json, place: tuple[Value, ...], wrong: Value) -> Json:
    found = copy.deepcopy(found)
    inner: Value = found
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = wrong
    return found


def a_spreadsheet() -> Json:
    office = Office(owner="owner@example.org")
    office.put("Sheet1!A1", [["а", 1.5, True, "=1/0"]], "USER_ENTERED")
    office.batch(
        {"addProtectedRange": {"protectedRange": {"range": grid(0, 0, 1, 1)}}},
        {"addNamedRange": {"namedRange": {"name": "Имя", "range": grid(0, 0, 1, 1)}}},
    )
    return office.get(ranges="Sheet1!A1:D1", includeGridData="true")


DOCUMENT = a_spreadsheet()


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(places(DOCUMENT)), st.sampled_from(WRONG))
def test_the_quick_check_and_json_schema_agree_on_every_spoiled_answer(place: tuple[Value, ...], wrong: Value) -> None:
    found = spoiled(DOCUMENT, place, wrong)
    assert bool(list(problems("Spreadsheet", found))) == (not validator("Spreadsheet").is_valid(found))


@pytest.mark.parametrize(
    ("message", "found", "problem"),
    [
        ("SheetProperties", {"sheetId": "0"}, ".sheetId: int32 expected, '0' found"),
        ("SheetProperties", {"sheetId": 2**31}, ".sheetId: int32 expected, 2147483648 found"),
        ("SheetProperties", {"hidden": None}, ".hidden: boolean expected, None found"),
        ("SheetProperties", {"sheetType": "TABLE"}, ".sheetType: 'TABLE' is none of the choices"),
        ("SheetProperties", {"name": "x"}, ".name: SheetProperties has no such field"),
        ("Spreadsheet", {"sheets": {}}, ".sheets: a list expected, {} found"),
        ("Spreadsheet", {"sheets": [7]}, ".sheets[0]: Sheet expected, 7 found"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(message: str, found: Json, problem: str) -> None:
    assert list(problems(message, found)) == [problem]


@pytest.mark.skipif(not GRIDS.is_dir(), reason="the recorded answers are not beside the checkout")
@pytest.mark.parametrize("name", ["mixed-data", "single-cell", "time-formula", "with-formula"])
def test_recorded_grids_are_what_googles_description_says(name: str) -> None:
    found = json.loads((GRIDS / f"{name}.json").read_text(encoding="utf-8"))
    assert list(problems("Spreadsheet", found)) == []
    assert validator("Spreadsheet").is_valid(found)
