"""What is held: parted codes and columns, other people's data, emptied columns and rows; and what is let pass."""

import random

import pytest

from config.settings import LimitsSection
from sync.drift import drifted
from tests.validators.drift.editing import history
from tests.validators.drift.ledgers import KEYS, Ledger, drift, in_order, ledger, sort_whole
from tests.validators.drift.outcomes import false_alarm, missed
from tests.validators.drift.scrambles import FULL, parted, scrambled


def kinds(before: Ledger, after: Ledger) -> list[str]:
    """The kinds of doubts about a table that was `before` and is `after`."""
    return [one.kind for one in drifted(drift(before, after), frozenset(), LimitsSection())]


def pupils(seed: int = 1, key: str = "SCH") -> Ledger:
    while True:
        one = ledger(random.Random(f"{key} {seed}"), key)
        if {"phone", "email", "enrolled"} <= set(one.fields) or key != "SCH":
            return one
        seed += 100


@pytest.mark.parametrize("seed", range(40))
def test_a_column_sorted_alone_or_a_block_pasted_off_is_held(seed: int) -> None:
    assert missed(seed) == []


@pytest.mark.parametrize("seed", range(20))
def test_so_it_is_when_four_rows_have_parted(seed: int) -> None:
    assert missed(seed, least=4) == []


def test_the_cases_are_of_many_registers_with_ties_and_blanks() -> None:
    cases = [scrambled(seed) for seed in range(40)]
    assert len({one.before.register.key for one in cases}) >= 6
    columns = [one.before.column(at) for one in cases for at in one.moved]
    assert any(None in cells for cells in columns)
    assert any(len(set(cells)) < len(cells) / 4 for cells in columns)
    assert all(len(one.before.rows) >= 15 and parted(one.before, one.after) >= FULL for one in cases)


@pytest.mark.parametrize("seed", range(20))
def test_an_ordinary_week_raises_no_alarm(seed: int) -> None:
    assert false_alarm(seed) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("down", [False, True])
def test_a_table_sorted_as_a_whole_is_let_pass(key: str, down: bool) -> None:  # noqa: FBT001
    before = pupils(2, key)
    for at in range(len(before.fields)):
        after = before.copy()
        sort_whole(after, at, down=down)
        assert kinds(before, after) == []


@pytest.mark.parametrize("swapped", [2, 3, 4, 6])
def test_from_four_parted_codes_on_a_reading_is_held(swapped: int) -> None:
    before = pupils()
    after = before.copy()
    codes = [row[0] for row in after.rows[:swapped]]
    for row, code in zip(after.rows, [*codes[1:], codes[0]], strict=False):
        row[0] = code
    assert kinds(before, after) == (["pairs_parted"] if swapped > 3 else [])


def test_codes_alone_sorted_are_told_as_codes() -> None:
    before = pupils()
    random.Random(1).shuffle(before.rows)
    after = before.copy()
    for row, code in zip(after.rows, in_order(before.column(0)), strict=True):
        row[0] = code
    (doubt,) = drifted(drift(before, after), frozenset(), LimitsSection())
    assert doubt.reason.startswith("Коды стоят не у своих записей")


def test_telephones_alone_sorted_are_told_by_their_column() -> None:
    before = pupils()
    after, at = before.copy(), before.fields.index("phone")
    for row, phone in zip(after.rows, in_order(before.column(at)), strict=True):
        row[at] = phone
    (doubt,) = drifted(drift(before, after), frozenset(), LimitsSection())
    assert "столбца «Телефон»" in doubt.reason
    assert "+7" not in doubt.reason


def test_other_people_under_the_same_codes_are_a_replaced_tab() -> None:
    before, other = pupils(1), pupils(5)
    rows = [row for row in other.rows if row[0] not in set(before.column(0))] * 5
    names = {name: at for at, name in enumerate(other.fields)}
    after = before.copy()
    for row, stranger in zip(after.rows, rows, strict=False):
        row[1:] = [stranger[names[name]] if name in names else None for name in before.fields[1:]]
    assert kinds(before, after) == ["tab_replaced"]


def test_words_in_place_of_days_are_other_data() -> None:
    before = pupils()
    after, at = before.copy(), before.fields.index("enrolled")
    filled = [row for row in after.rows if row[at] is not None]
    for row in filled[: len(filled) // 2]:
        row[at] = "по приказу"
    (doubt,) = drifted(drift(before, after), frozenset(), LimitsSection())
    assert doubt.kind == "types_changed"
    assert "«Дата зачисления»" in doubt.reason


@pytest.mark.parametrize("share", [0.1, 0.25])
def test_a_few_cells_of_another_type_are_let_pass(share: float) -> None:
    before = pupils()
    after, at = before.copy(), before.fields.index("enrolled")
    for row in after.rows[: int(len(after.rows) * share)]:
        row[at] = "по приказу"
    assert kinds(before, after) == []


def test_unreadable_cells_that_are_mended_are_let_pass() -> None:
    after = pupils()
    before, at = after.copy(), after.fields.index("enrolled")
    for row in before.rows:
        row[at] = "по приказу"
    assert kinds(before, after) == []


def test_an_emptied_column_is_held_and_a_filled_one_is_not() -> None:
    full = pupils()
    empty, at = full.copy(), full.fields.index("email")
    for row in full.rows:
        row[at] = row[at] or f"a{row[0]}@example.ru".replace("ШК", "s")
    for row in empty.rows:
        row[at] = None
    assert kinds(full, empty) == ["columns_emptied"]
    assert kinds(empty, full) == []


def test_rows_of_which_only_codes_and_names_are_left_are_held() -> None:
    before = pupils()
    after = before.copy()
    own = {at for at, name in enumerate(before.fields) if name in {"id", *before.register.natural}}
    for row in after.rows[: len(after.rows) // 2 + 2]:
        row[:] = [cell if at in own else None for at, cell in enumerate(row)]
    assert kinds(before, after) == ["rows_emptied"]


def test_a_history_is_long_and_of_every_deed() -> None:
    deeds = {word for seed in range(60) for _, told in history(seed) for word in told.partition(": ")[2].split(", ")}
    assert len(deeds - {""}) == 11
