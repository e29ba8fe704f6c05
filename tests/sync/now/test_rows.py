"""The tab is read by its headings and marks, whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.now import ASKED, GO, MARK
from sync.now.rows import Row, rows_of
from validators.grid import grid_of

HEADS = ("Что сделать", "Как заполнить", *ASKED, GO, "Что получилось", MARK)
CELL = st.one_of(st.text(max_size=12), st.integers(), st.floats(), st.booleans(), st.none())


def row(*cells: object) -> Row:
    """The one line of a small tab."""
    (found,) = rows_of([grid_of("f", "t", [("слова",), HEADS, ("Закрыть период", "", *cells)])]).values()
    return found


def test_a_line_says_what_is_asked_for() -> None:
    found = row(" 2026-04 ", "", "—", "Да ", "", "close.7")
    assert found == Row("close", 7, ("2026-04", "", ""), "Да")
    assert found.is_wish
    ticked: object = True
    assert row("2026-04", "", "", ticked, "", "close.7").is_wish, "a box that is ticked"


@pytest.mark.parametrize(("cell", "words"), [(46113, "2026-04-01"), (2026, "2026"), (3.0, "3"), (None, "")])
def test_what_the_spreadsheet_took_for_a_number_is_read_as_it_was_meant(cell: object, words: str) -> None:
    assert row(cell, "", "", "", "", "close.0").asked[0] == words


@pytest.mark.parametrize("go", ["", "нет", "да?", "потом", "—", False])
def test_only_a_plain_yes_is_one(go: object) -> None:
    assert not row("2026-04", "", "", go, "", "close.0").is_wish


def test_a_column_put_between_and_lines_sorted_change_nothing() -> None:
    moved = [("", HEADS[-1], *HEADS[:-1]), ("", "close.0", "Закрыть период", "", "2026-04", "", "", "да", "")]
    assert rows_of([grid_of("f", "t", moved)])["close"].asked == ("2026-04", "", "")


@given(st.lists(st.lists(CELL, max_size=9), max_size=8))
def test_no_tab_breaks_the_reading(rows: list[list[object]]) -> None:
    found = rows_of([grid_of("f", "t", [HEADS, *map(tuple, rows)])])
    assert all(key == one.deed for key, one in found.items())


@given(st.tuples(st.text(max_size=6), st.text(max_size=6)), st.tuples(st.text(max_size=6), st.text(max_size=6)))
def test_other_words_are_another_wish(one: tuple[str, str], other: tuple[str, str]) -> None:
    ids = {Row("close", 1, (*words, ""), "да").id for words in (one, other)}
    assert len(ids) == len({one, other})
