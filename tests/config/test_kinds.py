"""Kinds of cell: what is plain needs no reader, and the reader would say the same."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import kinds
from config.columns import Column, Kind, Reading
from validators.memo import EMPTY, Readings, read_cell

ALL = [part for name in vars(kinds).values() for part in get_args(name) if isinstance(part, Kind)]
PLAIN = [kind for kind in ALL if kind.plain is not None]


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
@given(data=st.data())
def test_a_plain_text_reads_as_itself(kind: Kind, data: st.DataObject) -> None:
    assert kind.plain is not None
    text = data.draw(st.from_regex(kind.plain, fullmatch=True))
    if kind.plain.fullmatch(text):
        assert read_cell(text, Column("Столбец", kind)) == Reading(text)


def test_kinds_have_names_of_their_own_and_words_for_people() -> None:
    assert len({kind.name for kind in ALL}) == len(ALL) > 25
    assert all(kind.title for kind in ALL)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_an_example_is_read_without_a_remark(kind: Kind) -> None:
    if kind.example:
        assert read_cell(kind.example, Column("Столбец", kind)).code in {None, "C06", "C08"}


@pytest.mark.parametrize("nothing", ["", " ", "-", "—", "н/д", "нет данных", "?", "\xa0"])
def test_nothing_is_nothing_in_every_kind(nothing: str) -> None:
    for kind in ALL:
        assert read_cell(nothing, Column("Столбец", kind)) == EMPTY


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
@given(raw=st.one_of(st.text(max_size=40), st.integers(), st.floats()))
def test_no_kind_ever_raises(kind: Kind, raw: str | float) -> None:
    readings = Readings()
    readings.take(Column("Столбец", kind), [raw])
    assert len(readings.values) == 1
