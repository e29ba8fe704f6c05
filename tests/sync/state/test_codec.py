"""Grids go into bytes and come back exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.columns import CellError, Raw
from sync.state.codec import decode, digest_of, encode, pack, unpack
from validators.grid import Annex, Area, Grid

CELLS: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(allow_nan=False),
    st.builds(CellError, st.text()),
)
ANNEXES = st.builds(
    Annex,
    first=st.integers(0, 99),
    tabs=st.lists(st.tuples(st.text(), st.lists(st.integers(-1, 9), max_size=3).map(tuple)), max_size=2).map(tuple),
    rows=st.lists(st.tuples(st.integers(1, 99), st.integers(0, 1), st.integers(1, 99)), max_size=3).map(tuple),
    typed=st.booleans(),
)
GRIDS = st.builds(
    Grid,
    file=st.text(),
    tab=st.text(),
    rows=st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=5).map(tuple),
    merges=st.lists(st.builds(Area, *[st.integers(1, 99)] * 4), max_size=3).map(tuple),
    hidden_rows=st.frozensets(st.integers(1, 1_048_576), max_size=4),
    hidden_columns=st.frozensets(st.integers(1, 16_384), max_size=4),
    typed=st.booleans(),
    annex=st.none() | ANNEXES,
)


def types_of(grids: tuple[Grid, ...]) -> list[list[list[type]]]:
    return [[[type(cell) for cell in row] for row in grid.rows] for grid in grids]


@given(st.lists(GRIDS, max_size=3).map(tuple))
def test_what_was_encoded_comes_back_with_its_types(grids: tuple[Grid, ...]) -> None:
    back = decode(unpack(pack(encode(grids))))
    assert back == grids
    assert types_of(back) == types_of(grids)


@given(GRIDS, GRIDS)
def test_different_grids_have_different_names(one: Grid, other: Grid) -> None:
    same = one == other and types_of((one,)) == types_of((other,)) and repr(one.rows) == repr(other.rows)
    assert (digest_of((one,)) == digest_of((other,))) == same


@pytest.mark.parametrize(
    ("one", "other"),
    [(12, 12.0), ("12", 12), (None, ""), (CellError("#REF!"), "#REF!"), ("ё", "е"), (0.0, -0.0), ("\ud800", "\udfff")],
)
def test_cells_that_look_alike_are_told_apart(one: Raw, other: Raw) -> None:
    assert digest_of([Grid("а", "б", ((one,),))]) != digest_of([Grid("а", "б", ((other,),))])


def test_the_order_in_which_hidden_rows_were_found_does_not_matter() -> None:
    there = Grid("а", "б", hidden_rows=frozenset([3, 1_000_000, 2]))
    back = Grid("а", "б", hidden_rows=frozenset([2, 3, 1_000_000]))
    assert encode([there]) == encode([back])


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"not json", b'{"form": 99, "grids": []}'])
def test_bytes_of_another_kind_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode(data)


def test_damaged_packing_is_refused() -> None:
    packed = pack(encode([Grid("а", "б")]))
    with pytest.raises(ValueError, match=r".*"):
        unpack(packed[:-3])
