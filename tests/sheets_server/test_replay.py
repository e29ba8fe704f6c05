"""Recorded answers of Google's servers are ours too, request by request."""

from pathlib import Path

import pytest

from tests.sheets_server import replay
from tests.sheets_server.methods import answer_problems, request_problems
from tests.sheets_server.replay import Outcome, cases, replayed

RECORDINGS = Path(__file__).parents[3] / "shared" / "sheets_api"
GSPREAD = RECORDINGS / "gspread_head.jsonl.gz"
PANDAS = RECORDINGS / "gspread_pandas.jsonl.gz"
here = pytest.mark.skipif(not GSPREAD.is_file(), reason="the recorded answers are not beside the checkout")


def outcome_of(path: Path, *, from_before: bool = False) -> Outcome:
    outcome = Outcome()
    for case in cases(path):
        outcome.add(replayed(case, from_before=from_before))
    return outcome


@here
def test_no_recorded_answer_of_gspreads_own_cases_differs_from_ours() -> None:
    outcome = outcome_of(GSPREAD)
    assert outcome.differences == []
    assert (outcome.compared, len(outcome.skipped)) == (1924, 197)
    reasons = {each.rpartition(": ")[2] for each in outcome.skipped}
    assert reasons == {
        "a file that this case did not make",
        "a list of files that this case did not make",
        "carried out; the answer tells of the tester's account",
        "an answer of 403 speaks of the account or its quota",
    }


@here
def test_no_recorded_answer_of_gspread_pandas_differs_where_the_state_before_it_is_known() -> None:
    """Those cases work on a spreadsheet of their author: its first answer is the state they begin with."""
    outcome = outcome_of(PANDAS, from_before=True)
    assert outcome.differences == []
    assert (outcome.compared, len(outcome.skipped)) == (2091, 276)


@here
def test_a_replay_finds_an_answer_that_is_not_googles() -> None:
    case = next(case for case in cases(GSPREAD) if "test_append_row_with_empty_value." in case["cassette"])
    for each in case["interactions"]:
        if isinstance(each["res"], dict) and "updates" in each["res"]:
            each["res"]["updates"]["updatedRange"] = "Sheet1!A2:C2"  # what one would rather have
    differences = replayed(case).differences
    assert {(each.path, each.recorded, each.ours) for each in differences} == {
        ("updates.updatedRange", "Sheet1!A2:C2", "Sheet1!A1:C1"),
        ("updates.updatedRange", "Sheet1!A2:C2", "Sheet1!C2:E2"),
    }


@pytest.mark.parametrize(
    "path",
    [
        "createdTime",
        "files[0].modifiedTime",
        "properties.spreadsheetTheme",
        "properties.defaultFormat.textFormat.foregroundColorStyle",
        "sheets[0].protectedRanges[0].editors.users",
        "sheets[0].data[0].columnMetadata[3].pixelSize",
    ],
)
def test_what_may_differ_is_what_depends_on_the_day_the_account_or_a_font(path: str) -> None:
    assert replay.may_differ(path)


@pytest.mark.parametrize(
    "path",
    [
        "values[0][0]",
        "properties.title",
        "sheets[0].properties.title",
        "sheets[0].protectedRanges[0].requestingUserCanEdit",
        "sheets[0].data[0].rowData[0].values[0].userEnteredFormat",
    ],
)
def test_nothing_else_may_differ(path: str) -> None:
    assert not replay.may_differ(path)


@here
def test_every_recorded_answer_is_what_googles_description_says() -> None:
    seen, wrong = 0, []
    for path in (GSPREAD, PANDAS):
        for case in cases(path):
            for recorded in case["interactions"]:
                call, answer = replay.exchange(recorded)
                wrong += answer_problems(call, answer)
                seen += 1
    assert wrong == []
    assert seen == 2121 + 2367


@here
def test_every_recorded_request_but_the_two_wrong_ones_is_what_googles_description_says() -> None:
    wrong = []
    for case in cases(GSPREAD):
        for recorded in case["interactions"]:
            call, _ = replay.exchange(recorded)
            wrong += request_problems(call)
    assert len(wrong) == 3
    assert all("sheets.spreadsheets.values.update.values: a list expected" in each for each in wrong)
