"""What holds for every reader: it never raises, is never slow, and speaks without quoting the cell."""

from time import perf_counter
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from config import kinds
from config.cells.text import tidy
from config.columns import Choices, Column, Kind, Privacy

KINDS = tuple(
    next(fact for fact in get_args(alias) if isinstance(fact, Kind))
    for alias in vars(kinds).values()
    if any(isinstance(fact, Kind) for fact in get_args(alias))
)
COLUMNS = tuple(
    column
    for kind in KINDS
    for column in (
        Column("Столбец", kind),
        Column(
            "Курс", kind, refers=("TEAM",), low=0, high=10, low_warn=2, high_warn=8, among=Choices(("Да", "Вектор"))
        ),
        Column("Этап", kind, refers=("STAGE", "TEAM"), words_allowed=True, longest=10),
    )
)
CODES = {None, "C02", "C03", "C04", "C06", "C07", "C08", "C09", "C11", "C12", "C13", "C14"}
PIECES = st.text("0123456789,.-+;/@: АаБИвкмeEKMxX«»()№%·'\"", max_size=30)


@given(st.one_of(st.text(max_size=80), PIECES, st.integers(), st.floats()))
def test_a_reader_never_raises(raw: str | float) -> None:
    cell = tidy(raw) if isinstance(raw, str) else raw
    assume(cell != "")
    for column in COLUMNS:
        reading = column.kind.read(cell, column)
        assert reading.code in CODES
        assert reading.value is not None or reading.code or column.kind.name == "text"
        assert bool(reading.code) == bool(reading.text)


@given(st.from_regex(r"[0-9]{5,14}", fullmatch=True), st.sampled_from(["", "Иванов ", "а", "+7 (", "a@b"]))
def test_words_about_a_person_never_quote_the_cell(digits: str, before: str) -> None:
    for kind in KINDS:
        if kind.name in {"name", "patronymic", "full_name", "phone", "email", "snils", "inn", "ogrn"}:
            reading = kind.read(before + digits, Column("Столбец", kind, privacy=Privacy.P3))
            assert digits not in reading.text + reading.advice


def test_there_is_a_reader_for_every_kind() -> None:
    assert len(KINDS) >= 28


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_read(kind: Kind) -> None:
    if kind.example:
        reading = kind.read(kind.example, Column("Столбец", kind))
        assert reading.value is not None
        assert reading.code in {None, "C06", "C08"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "piece", ["9", "а", "аa", "9 ", "9,", "КМ-0012, ", "a@", "1.", "(8", "- ", "'", "; ", "вк.com/"]
)
def test_a_huge_cell_costs_no_time(kind: Kind, piece: str) -> None:
    text = tidy(piece * (50_000 // len(piece)))
    start = perf_counter()
    kind.read(text, Column("Столбец", kind, refers=("TEAM",), among=Choices(("Да", "Вектор"))))
    assert perf_counter() - start < 2
