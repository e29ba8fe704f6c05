"""The lease: one writer among several machines, whatever their clocks say."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import BusyError
from sync.lease import LASTS, RENEWED, Contender, Lease, lease_for_a_while, steady, this_machine
from sync.run import update
from sync.state.lease_rows import LeaseLostError
from sync.state.store import Store
from sync.writer import StoppedError, Writer
from sync.writing import the_only_writer
from tests.sync import offices


@dataclass
class Watch:
    """A steady clock that a test turns."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def record(store: Store, run: int) -> None:
    moment = datetime(2026, 4, 15, 12, 0).astimezone()
    store.record_quiet(run, moment, moment, date(2026, 4, 15), "", {"run": run})


def test_a_second_machine_gets_the_lease_only_after_half_a_minute_of_silence(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        watch = Watch()
        lease = Contender(first, "one").attempt(joining=False)
        other = Contender(second, "two", watch)
        assert lease is not None
        assert lease.token == 1
        assert other.attempt(joining=False) is None
        watch.now = LASTS - 1
        assert other.attempt(joining=False) is None
        watch.now = LASTS
        taken = other.attempt(joining=False)
        assert taken is not None
        assert taken.token == 2


def test_a_lease_that_is_renewed_is_never_taken(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        mine, theirs = Watch(), Watch()
        lease = Contender(first, "one", mine).attempt(joining=False)
        other = Contender(second, "two", theirs)
        assert lease is not None
        for _ in range(20):
            mine.now += RENEWED + 1
            theirs.now += RENEWED + 1
            lease.keep()
            assert other.attempt(joining=False) is None


def test_a_lower_token_writes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        old = Contender(first, "one").attempt(joining=False)
        assert old is not None
        first.fence(old.token)
        record(first, 1)
        old.release()
        new = Contender(second, "two").attempt(joining=False)
        assert new is not None
        second.fence(new.token)
        with pytest.raises(LeaseLostError):
            record(first, 2)
        record(second, 2)
        assert first.last_run() == 2


def test_who_has_lost_the_lease_knows_it_before_the_next_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        watch = Watch()
        old = Contender(first, "one", watch).attempt(joining=False)
        assert old is not None
        late = Watch()
        other = Contender(second, "two", late)
        other.attempt(joining=False)
        late.now = LASTS
        assert other.attempt(joining=False) is not None
        watch.now = LASTS + 5
        with pytest.raises(LeaseLostError):
            Writer(old).check()


def test_processes_of_one_machine_share_its_lease(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        service = Contender(first).attempt(joining=False)
        command = lease_for_a_while(second, lambda _seconds: pytest.fail("it need not wait"))
        assert service is not None
        assert command.token == service.token
        command.release()
        service.keep()


def test_a_command_is_told_when_another_machine_lives(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as first, Store.open(tmp_path / "a.sqlite") as second:
        watch = Watch()
        lease = Contender(first, "another machine", watch).attempt(joining=False)
        assert lease is not None

        def meanwhile(_seconds: float) -> None:
            watch.now += RENEWED + 1
            lease.keep()

        with pytest.raises(BusyError, match="на другой машине") as caught:
            lease_for_a_while(second, meanwhile)
        assert caught.value.advice


def test_an_update_leaves_the_lease_free_and_counts_its_token(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    update(desk)
    update(desk)
    with the_only_writer(desk):
        assert desk.writer.token == 3
    assert desk.writer.token == 0


def test_an_update_that_is_asked_to_stop_has_written_nothing(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    writer = Writer(stopping=lambda: True)
    with pytest.raises(StoppedError), the_only_writer(replace(desk, writer=writer)):
        writer.go_on()


@dataclass
class Machine:
    """A machine at work on the shared history: its clock stands while it is paused."""

    name: str
    store: Store
    watch: Watch = field(default_factory=Watch)
    lease: Lease | None = None


@settings(max_examples=6)
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(("write", "pause", "wait", "free"))), max_size=25))
def test_no_write_ever_bears_a_token_lower_than_one_before_it(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str]]
) -> None:
    path = tmp_path_factory.mktemp("lease") / "a.sqlite"
    machines = [Machine(str(number), Store.open(path)) for number in range(3)]
    contenders = [Contender(one.store, one.name, one.watch) for one in machines]
    tokens: list[int] = []
    for number, step in steps:
        one = machines[number]
        one.lease = one.lease or contenders[number].attempt(joining=False)
        for other in machines:
            other.watch.now += 16.0 if step == "wait" and other is not one else 0.0
        if step == "write" and one.lease is not None:
            tokens += written(one, len(tokens) + 1)
        if step == "free" and one.lease is not None:
            one.lease.release()
            one.lease = None
    assert tokens == sorted(tokens)
    for one in machines:
        one.store.close()


def written(one: Machine, run: int) -> list[int]:
    assert one.lease is not None
    token = one.lease.token
    one.store.fence(token)  # only for the write: a lease is taken and given back past the fence
    try:
        record(one.store, run)
    except LeaseLostError:
        one.lease = None
        return []
    finally:
        one.store.fence(None)
    return [token]


def test_the_steady_clock_only_grows_and_the_machine_has_one_name() -> None:
    assert steady() <= steady()
    assert this_machine() == this_machine()
    assert len(this_machine()) == 16
