"""What may vanish without a word: little of each file, little of the whole, never a file."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from config.settings import Settings
from sync.before import Before, Snapshot
from sync.reading import Reading, read_register
from sync.sheets import Look
from sync.state.codec import digest_of
from tests.text_tables import BY_KEY, TODAY, grid
from validators.grid import Grid

TEAM = BY_KEY["TEAM"]
Sizes = Sequence[tuple[int, int | None]]
"""Of each file: rows before, rows now; None when the file is gone."""


def files(counts: Sequence[int | None]) -> tuple[Grid, ...]:
    """A file for every count, with codes of its own."""
    made = []
    for at, count in enumerate(counts):
        if count is not None:
            rows = "\n".join(f"КМ-{at * 1000 + row:04d} | Команда {at}-{row} | Идея" for row in range(1, count + 1))
            made.append(grid(f"Код | Название команды | Стадия\n{rows}", file=f"{at}.xlsx", tab=TEAM.tab))
    return tuple(made)


def reading(before: tuple[Grid, ...], now: tuple[Grid, ...]) -> Reading:
    """What becomes of `now` when `before` was the last good reading."""
    look = Look(Settings(), TODAY, digest_of=digest_of)
    first = read_register(TEAM, before, None, look)
    assert first.table is not None
    names = tuple(one.file for one in before)
    snapshot = Snapshot(TEAM.key, first.digest, frozenset(first.table.ids), TODAY, names)
    known = Before(snapshots={TEAM.key: snapshot})
    return read_register(TEAM, now, None, Look(Settings(), TODAY, known, lambda _: before, digest_of))


def too_much(was: int, gone: int) -> bool:
    """decisions.md 27 with the usual limits."""
    return was > 0 and (gone == was or gone > max(10, int(was * 0.2)) or gone > was * 0.5)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 60), min_size=2, max_size=6).flatmap(
        lambda sizes: st.tuples(*(st.tuples(st.just(size), st.none() | st.integers(0, size)) for size in sizes))
    )
)
def test_a_smaller_register_is_taken_only_within_the_limits_of_each_file_and_of_the_whole(sizes: Sizes) -> None:
    now = files([after for _, after in sizes])
    if not now:
        return
    result = reading(files([was for was, _ in sizes]), now)
    flagged = {at for at, (was, after) in enumerate(sizes) if after is None or too_much(was, was - after)}
    rest = [(was, after or 0) for at, (was, after) in enumerate(sizes) if at not in flagged]
    whole = too_much(sum(was for was, _ in rest), sum(was - after for was, after in rest))
    expected = {f"{at}.xlsx" for at in flagged} | ({""} if whole else set())
    assert {hold.subject for hold in result.holds} == expected
    assert (result.account.standing == "held") == bool(expected)
    missing = {hold.subject for hold in result.holds if hold.kind == "file_missing"}
    assert missing == {f"{at}.xlsx" for at, (_, after) in enumerate(sizes) if after is None}
