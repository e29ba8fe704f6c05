"""What makes a tab ours, and that nothing else can be written."""

import pytest

from sync.google.own_tabs import (
    ForeignTabError,
    Mark,
    Request,
    added,
    check_only_ours,
    content_digest,
    mark_of,
    marked,
    sheet_id_of,
)


def test_a_tab_gets_the_same_sheet_id_every_time_and_another_tab_another() -> None:
    assert sheet_id_of("Замечания") == sheet_id_of("Замечания")
    assert sheet_id_of("Замечания") != sheet_id_of("Состояние")
    assert 0 < sheet_id_of("Отчёт. Сводка руководителя") < 2**31


def test_a_mark_is_read_as_it_was_written() -> None:
    mark = Mark(17, "0123456789abcdef")
    assert mark_of(str(mark)) == mark


@pytest.mark.parametrize("text", ["", "17", "семнадцать:abc", ":abc", "17:"])
def test_other_words_are_no_mark(text: str) -> None:
    assert mark_of(text) is None


def test_a_mark_that_stands_is_changed_and_not_made_twice() -> None:
    assert "createDeveloperMetadata" in marked(5, Mark(1, "a"), None)
    assert "updateDeveloperMetadata" in marked(5, Mark(2, "b"), 77)


def test_requests_that_make_our_own_tab_pass() -> None:
    check_only_ours(added("Замечания", "Замечания", 0, 5), frozenset({5}))


@pytest.mark.parametrize(
    "request_",
    [
        {"updateCells": {"range": {"sheetId": 7, "startRowIndex": 0}, "fields": "userEnteredValue"}},
        {"updateCells": {"start": {"rowIndex": 3, "columnIndex": 1}, "fields": "userEnteredValue"}},
        {"deleteDimension": {"range": {"dimension": "ROWS", "startIndex": 0}}},
        {"addProtectedRange": {"protectedRange": {"range": {"sheetId": 7}}}},
        {"copyPaste": {"source": {"sheetId": 1}, "destination": {"sheetId": 7}}},
    ],
    ids=["another sheet", "sheet 0 unsaid", "sheet 0 rows", "inside a value", "one of two"],
)
def test_a_request_to_a_sheet_of_staff_is_stopped(request_: Request) -> None:
    with pytest.raises(ForeignTabError):
        check_only_ours([request_], frozenset({1}))


def test_trailing_empty_cells_do_not_change_a_content() -> None:
    assert content_digest([["a", ""], [], ["", 5]]) == content_digest([["a"], [""], ["", 5.0], ["", ""]])


def test_a_number_and_the_same_digits_as_text_differ() -> None:
    assert content_digest([["5"]]) != content_digest([["05"]])
