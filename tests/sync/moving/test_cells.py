"""Whatever the history holds comes back out of a CSV file exactly, and no spreadsheet takes any of it for a formula."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.moving.cells import MARK, guarded, line_of, lines_in, meant, told

FIELDS = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bytes: {"type": "string", "format": "binary"},
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["", "\\N", "'\\N", "''", "=1+1", "'=1", "+7", "-", "@a", "\t", "\r", "\r\n", "a;b", 'a"b', "\ufeff", "\x00", "нет"]
)
CELLS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.binary())


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4))
def test_every_cell_comes_back_as_it_was(rows: list[list[object]]) -> None:
    data = MARK.encode() + line_of(["a"]) + b"".join(line_of(list(map(told, row))) for row in rows)
    heading, *lines = lines_in(io.BytesIO(data))
    assert heading == ["a"]
    read = [
        [meant(cell, FIELDS.get(type(value), FIELDS[str])) for cell, value in zip(line, row, strict=True)]
        for line, row in zip(lines, rows, strict=True)
    ]
    assert read == rows


@settings(max_examples=40)
@given(TEXTS)
def test_no_text_is_a_live_formula_or_is_taken_for_nothing(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text) != told(None)


@pytest.mark.parametrize("data", [b'"a;b', b"\xff\xfe", b'"a"b;c'])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(lines_in(io.BytesIO(data)))
