"""No strange answer of Google is an empty register."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sync.google.failures import GoogleError
from sync.google.ranges import quoted
from tests.sheets_server.call import Answer, Call, answered
from tests.sync.google.faulty import Faults
from tests.sync.google.processes import Processes, add, rename


def changed(change: Callable[[Any], object]) -> Callable[[Call, Callable[[Call], Answer]], Answer | None]:
    """The values as Google gave them, with a change."""

    def fault(call: Call, answer: Callable[[Call], Answer]) -> Answer | None:
        if not call.path.endswith("values:batchGet"):
            return None
        body = json.loads(answer(call).body)
        change(body)
        return answered(body)

    return fault


STRANGE: dict[str, Callable[[Any], object]] = {
    "nothing": lambda body: body.clear(),
    "no ranges": lambda body: body.update(valueRanges=[]),
    "null": lambda body: body.update(valueRanges=None),
    "fewer ranges": lambda body: body["valueRanges"].pop(),
    "more ranges": lambda body: body["valueRanges"].append(body["valueRanges"][0]),
    "another order": lambda body: body["valueRanges"].reverse(),
    "another tab": lambda body: body["valueRanges"][0].update(range="'Другой'!A1:B2"),
    "no range": lambda body: body["valueRanges"][0].pop("range"),
    "no object": lambda body: body["valueRanges"].__setitem__(0, 5),
    "values of another shape": lambda body: body["valueRanges"][0].update(values=5),
    "rows of another shape": lambda body: body["valueRanges"][0].update(values=[5]),
    "rows of text": lambda body: body["valueRanges"][0].update(values=["Код"]),
}


@pytest.mark.parametrize("change", STRANGE.values(), ids=STRANGE.keys())
def test_an_answer_about_something_else_is_a_failure_and_never_an_empty_tab(
    processes: Processes, faults: Faults, change: Callable[[Any], object]
) -> None:
    faults.faults.append(changed(change))
    with pytest.raises(GoogleError) as found:
        processes.new().read(processes.id)
    assert found.value.failure.code == "cut"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"status": "ok"},
        {"properties": None},
        {"spreadsheetId": "x", "properties": {"title": "x"}, "sheets": [{"properties": "x"}]},
    ],
)
def test_metadata_of_another_shape_are_a_failure_and_are_not_kept(
    processes: Processes, faults: Faults, body: dict[str, Any]
) -> None:
    faults.faults.append(lambda call, _: answered(body) if call.path.startswith("/v4/") else None)
    with pytest.raises(GoogleError) as found:
        processes.new().metadata(processes.id)
    assert found.value.failure.code == "cut"
    assert not processes.memory.exists()


def test_an_empty_tab_is_an_empty_tab(processes: Processes) -> None:
    add(processes, "Черновик")
    read = processes.new().read(processes.id)
    (draft,) = [tab for tab in read.spreadsheet.tabs if tab.title == "Черновик"]
    assert read.values[draft.sheet_id] == ()


@pytest.mark.parametrize("title", ["Лист 'один'", "Итоги!", "A1", "Лист1", "«Два» — 2", "O'Brien", "A1:B2", "5"])
def test_a_tab_is_read_whatever_its_title_is(processes: Processes, title: str) -> None:
    rename(processes, title)
    read = processes.new().read(processes.id)
    (tab,) = [tab for tab in read.spreadsheet.tabs if tab.title == title]
    assert len(read.values[tab.sheet_id]) == 7
    assert quoted(title).startswith("'")
