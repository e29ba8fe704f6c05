"""Every count over the made-up office: its value is that of its rows, and each row is a real one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from reports.figures.catalogue import INDICATORS
from sync.backends.readers.file import read_file
from sync.demo.office import office as demo_office
from sync.demo.planting import plant
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from tests.sync.demo.test_planting import LOOK
from validators.counting.count import Count, Way
from validators.counts import COUNTS, PARTS, Counter
from validators.office import Account, Office, Standing

ALL = [
    *(pytest.param(count, id=key) for key, count in COUNTS.items()),
    *(pytest.param(count, id=f"{key} {part}") for key, parts in PARTS.items() for part, count in parts.items()),
]
DAYS = (LOOK.today, date(2026, 1, 15), date(2025, 8, 1))
_MOST_SECONDS = 0.06


@pytest.fixture(scope="module")
def office() -> Office:
    files = [read_file(name, data) for name, data in workbooks(plant(demo_office(1)).rows).items()]
    return survey(files, LOOK).facts.scene.office


def asked(office: Office, count: Counter) -> Iterator[Count]:
    return (count(office, on) for on in DAYS)


def test_every_indicator_but_the_index_of_data_is_counted() -> None:
    assert [*COUNTS, "K32"] == sorted([*COUNTS, "K32"], key=lambda key: (key == "K32", key))
    assert {*COUNTS, "K32"} == {one.id for one in INDICATORS}
    assert {*PARTS} <= {*COUNTS}


@pytest.mark.parametrize("count", ALL)
def test_the_value_is_what_the_rows_and_their_weights_give(office: Office, count: Counter) -> None:
    for one in asked(office, count):
        assert one.valued().value == one.value
        assert (one.value is None) == bool(one.why)
        assert one.part(lambda _: True).value == one.value


@pytest.mark.parametrize("count", ALL)
def test_every_row_is_a_counted_row_of_a_register_and_stands_once(office: Office, count: Counter) -> None:
    real = {table.ids[index] for table in office.tables.values() for index in table.counted}
    for one in asked(office, count):
        for rows, weights in ((one.rows, one.weights), (one.of, one.of_weights)):
            assert set(rows) <= real
            assert len(set(rows)) == len(rows)
            assert not weights or set(weights) == set(rows)


@pytest.mark.parametrize("count", ALL)
def test_a_share_of_people_and_things_is_of_those_in_its_denominator(office: Office, count: Counter) -> None:
    for one in asked(office, count):
        if one.way is Way.SHARE and not one.of_weights:
            assert set(one.rows) <= set(one.of)


@pytest.mark.parametrize("count", ALL)
def test_on_the_day_of_the_office_every_figure_has_a_value(office: Office, count: Counter) -> None:
    assert count(office, LOOK.today).value is not None


@pytest.mark.parametrize("count", ALL)
def test_what_is_not_kept_is_no_zero(count: Counter) -> None:
    one = count(Office({}), LOOK.today)
    assert (one.value, one.why, one.rows, one.of) == (None, "не ведётся", (), ())


@pytest.mark.parametrize("count", ALL)
def test_what_could_not_be_read_is_no_zero(office: Office, count: Counter) -> None:
    unread = Office({}, dict.fromkeys(office.tables, Account(Standing.FAILED, "файл закрыт паролем")))
    one = count(unread, LOOK.today)
    assert (one.value, one.why) == (None, "не прочитано")


@pytest.mark.parametrize("count", ALL)
def test_registers_that_are_kept_but_empty_break_nothing(office: Office, count: Counter) -> None:
    bare = {
        key: replace(table, ids=(), rows=(), origin=(), fallen=frozenset(), values=dict.fromkeys(table.values, ()))
        for key, table in office.tables.items()
    }
    one = count(Office(bare), LOOK.today)
    assert one.value in {0, None}
    assert (one.value is None) == bool(one.why)


def test_all_together_are_quick(office: Office) -> None:
    took = []
    for _ in range(5):
        fresh, start = replace(office), process_time()
        for one in ALL:
            one.values[0](fresh, LOOK.today)  # type: ignore[operator]  # pytest calls its values objects
        took.append(process_time() - start)
    assert min(took) < _MOST_SECONDS
