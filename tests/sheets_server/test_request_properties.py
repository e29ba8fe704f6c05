"""What must hold of requests whatever the cells say: made-up sheets against the plainest model in Python."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json, Value

WORDS = st.sampled_from(["", "а", "А", "б", "аб", "в г"])
TABLES = st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6)


def written(table: list[list[str]]) -> Office:
    office = Office()
    office.put("A1", table)
    return office


def cells(office: Office, height: int = 12, width: int = 8) -> list[list[str]]:
    """The values, filled up with empty texts to a rectangle."""
    found = office.values("A1:H12")
    lines = [*found, *[[]] * (height - len(found))]
    return [[*line, *[""] * (width - len(line))] for line in lines]


@given(TABLES, st.integers(0, 5), st.integers(1, 3), st.integers(0, 2), st.sampled_from(["ROWS", "COLUMNS"]))
def test_cells_put_in_and_taken_out_again_leave_the_sheet_as_it_was(
    table: list[list[str]], top: int, count: int, left: int, dimension: str
) -> None:
    office = written(table)
    before = cells(office)
    band = {"range": grid(top, left, top + count, left + 1), "shiftDimension": dimension}
    office.batch({"insertRange": band}, {"deleteRange": band})
    assert cells(office) == before


@given(TABLES, st.integers(0, 4), st.integers(1, 3), st.integers(0, 8))
def test_rows_moved_are_a_list_with_a_slice_moved(table: list[list[str]], start: int, count: int, to: int) -> None:
    office = written(table)
    lines = cells(office)
    end = start + count
    if start < to < end:
        assert "inside of the source" in office.refusal(
            {"moveDimension": {"source": rows(start, end), "destinationIndex": to}}
        )
        return
    office.batch({"moveDimension": {"source": rows(start, end), "destinationIndex": to}})
    taken = lines[start:end]
    left = lines[:start] + lines[end:]
    place = to if to <= start else to - count
    assert cells(office) == left[:place] + taken + left[place:]


@given(TABLES)
def test_of_rows_alike_the_first_stays(table: list[list[str]]) -> None:
    office = written(table)
    while table and not any(table[-1]):
        table = table[:-1]  # empty rows at the end are no rows
    (reply,) = office.batch({"deleteDuplicates": {"range": grid(0, 0, 12, 3)}})["replies"]
    kept: dict[tuple[str, ...], list[str]] = {}
    for line in table:
        kept.setdefault(tuple(word.lower() for word in line), line)
    assert [line[:3] for line in cells(office)[: len(kept)]] == list(kept.values())
    assert reply["deleteDuplicates"].get("duplicatesRemovedCount", 0) == len(table) - len(kept)


@given(TABLES, st.sampled_from(["а", "б", "аб", " "]), st.sampled_from(["", "я", "аа"]), st.booleans())
def test_a_text_is_found_as_often_as_it_stands_there(
    table: list[list[str]], find: str, replacement: str, match_case: Value
) -> None:
    office = written(table)
    request = {"find": find, "replacement": replacement, "matchCase": match_case, "allSheets": True}
    (reply,) = office.batch({"findReplace": request})["replies"]
    pattern = re.compile(re.escape(find), 0 if match_case else re.IGNORECASE)
    made = [[pattern.subn(replacement, word) for word in line] for line in table]
    assert [line[:3] for line in cells(office)[: len(table)]] == [[word for word, _ in line] for line in made]
    counts = [[count for _, count in line] for line in made]
    found = reply["findReplace"]
    assert found.get("occurrencesChanged", 0) == sum(map(sum, counts))
    assert found.get("valuesChanged", 0) == sum(count > 0 for line in counts for count in line)
    assert found.get("rowsChanged", 0) == sum(any(line) for line in counts)


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "replace", "move", "delete"]), st.integers(0, 5), st.integers(0, 5)), max_size=12
)


def ruled(number: int) -> Json:
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": f"=A1={number}"}]}
    return {
        "ranges": [grid(0, 0, 2, 2)],
        "booleanRule": {"condition": condition, "format": {"textFormat": {"bold": True}}},
    }


@given(STEPS)
def test_rules_of_a_sheet_are_a_list(steps: list[tuple[str, int, int]]) -> None:
    office = Office()
    model: list[Json] = []
    for number, (step, one, other) in enumerate(steps):
        rule = ruled(number)
        requests: dict[str, Json] = {
            "add": {"addConditionalFormatRule": {"rule": rule, "index": one}},
            "replace": {"updateConditionalFormatRule": {"rule": rule, "index": one}},
            "move": {"updateConditionalFormatRule": {"sheetId": 0, "index": one, "newIndex": other}},
            "delete": {"deleteConditionalFormatRule": {"sheetId": 0, "index": one}},
        }
        answer = office.ask("POST", ":batchUpdate", {"requests": [requests[step]]})
        assert (answer.status == 200) == carried_out(model, step, one, other, rule)
    found = office.get(fields="sheets.conditionalFormats")["sheets"][0].get("conditionalFormats", [])
    assert found == model


def carried_out(model: list[Json], step: str, one: int, other: int, rule: Json) -> bool:
    """Does the step to the list; whether it could be done."""
    if one > len(model) - (step != "add") or (step == "move" and other >= len(model)):
        return False
    match step:
        case "add":
            model.insert(one, rule)
        case "replace":
            model[one] = rule
        case "move":
            model.insert(other, model.pop(one))
        case _:
            del model[one]
    return True
