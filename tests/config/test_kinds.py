"""Kinds of cell: what many cells are read as at once, each of them is read as alone."""

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import kinds
from config.cells.official import inn_is_right, odd_inns
from config.columns import CellError, Column, Kind, Raw
from validators.memo import EMPTY, Readings, read_cell


def finished(start: str) -> str:
    """The right ИНН that begins so: nine digits want one check digit, ten want two."""
    length = 10 if len(start) == 9 else 12
    ends = (f"{end:0{length - len(start)}d}" for end in range(100))
    return next(start + end for end in ends if inn_is_right(start + end))


RIGHT_INNS = st.from_regex("(0[1-9]|[1-9][0-9])[0-9]{7,8}", fullmatch=True).map(finished)
FACTS: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {},
        {"refers": ("SCH",)},
        {"refers": ("TEAM", "FUNCTION"), "words_allowed": True},
        {"low": 1, "high": 11},
        {"low_warn": 100.5, "high_warn": 45000},
        {"low": -5},
    ]
)
SHAPES = (
    r"(ШК|КМ|ZZ|шк)-[0-9]{3,6}",
    r"\+79[0-9]{9}",
    r"\+7(930|999)[0-9]{7}",
    r"\+79{10}",
    r"[a-z0-9_.+-]{1,12}@(mail|maill|yndex|school1|Mail)\.(ru|com|con)",
    r"[А-ЯЁ][а-яё]{1,8}(-[А-ЯЁ][а-яё]{1,5})?",
    r"Нет|Отсутствует|нет|Не-Нет",
    r"[0-9]{8,14}",
    r"00[0-9]{8}(?:[0-9]{2})?",
)
TEXTS = st.one_of(st.text(max_size=20), *(st.from_regex(shape, fullmatch=True) for shape in SHAPES), RIGHT_INNS)
NUMBERS = st.one_of(
    st.floats(),
    st.integers(),
    st.floats(-10, 3000),
    st.integers(1890, 2110),
    st.integers(-100, 10**15).map(lambda kopecks: kopecks / 100),
    st.floats(0, 3e6).map(lambda number: round(number, 3)),
)
CELLS: st.SearchStrategy[list[Raw]] = st.lists(st.one_of(TEXTS, NUMBERS, st.none(), st.just(CellError("#REF!"))))
ALL = [part for name in vars(kinds).values() for part in get_args(name) if isinstance(part, Kind)]
IN_BULK = [kind for kind in ALL if kind.odd or kind.figures]
COLUMN_OF_INN = Column("ИНН", next(kind for kind in ALL if kind.name == "inn"))


@pytest.mark.parametrize("kind", IN_BULK, ids=lambda kind: kind.name)
@settings(max_examples=200)
@given(cells=CELLS, facts=FACTS)
def test_many_cells_read_at_once_are_read_as_each_alone(kind: Kind, cells: list[Raw], facts: dict[str, Any]) -> None:
    column = Column("Столбец", kind, **facts)
    memo = Readings()
    read = memo.read(column, cells)
    alone = [read_cell(cell, column) for cell in cells]
    assert list(map(repr, read.values)) == [repr(reading.value) for reading in alone]
    assert read.faulty == tuple(index for index, reading in enumerate(alone) if reading.code)
    assert [memo.faults[cells[index]] for index in read.faulty] == [reading for reading in alone if reading.code]


@given(st.lists(st.one_of(st.from_regex("[0-9]{10}|[0-9]{12}", fullmatch=True), RIGHT_INNS)))
def test_check_digits_of_many_numbers_are_right_where_each_is(numbers: list[str]) -> None:
    odd = odd_inns(numbers, COLUMN_OF_INN)
    assert sorted(odd) == sorted(number for number in numbers if not inn_is_right(number))


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
    assert len(readings.read(Column("Столбец", kind), [raw]).values) == 1
