"""A reading told by its difference: small, exact, never leaning too deep, and damage is told."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import StateError
from sync.run import update
from sync.state.codec import encode, pack
from sync.state.delta import DEEPEST, leaning, pack_upon, unpack_upon
from sync.state.store import Store
from tests.sync.state.tampering import tampered
from tests.sync.through_time import ROWS, begun, named, typed
from validators.grid import Grid, grid_of

DIGEST = "a" * 64


def tab(rows: Sequence[Sequence[object]]) -> Grid:
    return grid_of("Команды.xlsx", "Команды", rows)


def many(count: int = 400) -> list[list[object]]:
    chance = random.Random(1)
    return [[f"КМ-{at:04d}", *(chance.random() for _ in range(10)), "Имя", None] for at in range(count)]


def change_of(stored: bytes) -> bytes:
    found = leaning(stored)
    assert found is not None
    return found.change


def test_one_row_in_a_hundred_is_one_fiftieth_of_the_whole() -> None:
    rows = many()
    base = encode([tab(rows)])
    for at in (50, 150, 250, 350):
        rows[at][1] = 7
    data = encode([tab(rows)])
    stored = pack_upon(data, base, DIGEST, 0)
    assert len(stored) * 50 <= len(pack(data))
    assert unpack_upon(change_of(stored), base) == data


def test_a_reading_that_has_little_in_common_is_written_out() -> None:
    data = encode([tab(many())])
    assert pack_upon(data, encode([tab([["Код"]])]), DIGEST, 0) == pack(data)


def test_the_last_of_many_is_written_out() -> None:
    data = encode([tab(many())])
    assert leaning(pack_upon(data, data, DIGEST, DEEPEST - 1)) is not None
    assert pack_upon(data, data, DIGEST, DEEPEST) == pack(data)


CELLS = st.one_of(st.none(), st.integers(), st.text(), st.sampled_from(["],[", "\ud800", '"],["']))
GRIDS = st.lists(st.lists(CELLS, max_size=4), max_size=12).map(lambda rows: encode([tab(rows)]))


@settings(max_examples=300, deadline=None)
@given(data=GRIDS, base=GRIDS, filler=st.integers(0, 1))
def test_any_reading_comes_back(data: bytes, base: bytes, filler: int) -> None:
    rows = encode([tab(many(60))]) if filler else b""
    stored = pack_upon(data + rows, base + rows, DIGEST, 3)
    found = leaning(stored)
    if found is not None:
        assert (found.base, found.depth) == (DIGEST, 4)
        assert unpack_upon(found.change, base + rows) == data + rows
    else:
        assert stored == pack(data + rows)


def test_every_reading_of_many_updates_is_there_as_it_was(tmp_path: Path) -> None:

    office = begun(tmp_path)
    seen = {}
    for turn in range(20):
        typed(office, [*ROWS[:4], named(5, Балл=turn), *ROWS[5:]], f"2026-05-{turn + 1:02d}")
        with Store.open(office.state, read_only=True) as store:
            digest = store.before(office.today).snapshots["TEAM"].digest
            seen[digest] = store.grids(digest)
    with Store.open(office.state, read_only=True) as store:
        assert all(store.grids(digest) == grids for digest, grids in seen.items())
    assert len(seen) == 20
    with tampered(office.state) as connection:
        stored = [row[0] for row in connection.execute("SELECT data FROM contents")]
        depths = [found.depth for one in stored if (found := leaning(one)) is not None]
        assert max(depths) == DEEPEST
        victim = next(one for one in stored if (found := leaning(one)) is not None and found.depth == 1)
        connection.execute("UPDATE contents SET data = ? WHERE data = ?", (victim[:-3], victim))
    with Store.open(office.state, read_only=True) as store, pytest.raises(StateError, match="повреждено"):
        [store.grids(digest) for digest in seen]
    assert update(office).exit_code == 0
