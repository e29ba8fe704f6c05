"""Rules of what befalls an office on a real disk: SIGKILL, a second program at work, a bit of the history turned over."""

import json

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from config.errors import BusyError, DamagedStateError
from sync.cli import main
from sync.lock import only_one
from sync.run import update
from tests.sync.crash.killing import Point, killed
from tests.sync.stateful.model.tabs import CANARIES
from tests.sync.stateful.office import heard
from tests.sync.stateful.service_rules import ServiceAtWork, is_time

_A_PAGE = 4096


class OnDisk(ServiceAtWork):
    """`office` lies in a folder."""

    @precondition(is_time)
    @rule(at=st.integers(0, 40), done=st.booleans())
    def update_is_killed(self, at: int, done: bool) -> None:  # noqa: FBT001  a draw
        """SIGKILL of a fork of this process, right before a step or right after it."""
        self.updated(around=lambda work: killed(work, Point(at, done)))

    @precondition(is_time)
    @rule()
    def somebody_else_updates_the_office_now(self) -> None:
        self.worked = 0
        with only_one(self.office.world.root / "state"):
            done = self.office.update()
        assert isinstance(done.trouble, BusyError)

    @precondition(is_time)
    @rule(at=st.integers(0, 60_000), bit=st.integers(0, 7))
    def a_bit_of_the_history_turns_over(self, at: int, bit: int) -> None:
        """It is found before anything is done, and the reports stay.

        What a killed process left in the journal stands over pages of the file: a bit there may change nothing.
        """
        path, reports = self.office.world.root / "state" / "rpo.sqlite", self.office.world.standing()
        if path.with_name(f"{path.name}-wal").exists():
            return
        self.worked = 0
        data = path.read_bytes()
        spoiled = bytearray(data)
        spoiled[_A_PAGE + at % (len(data) - _A_PAGE)] ^= 1 << bit
        path.write_bytes(spoiled)
        try:
            with pytest.raises(DamagedStateError) as told:
                update(self.office.world.desk())
        finally:
            path.write_bytes(data)
        assert (told.value.exit_code, bool(told.value.advice)) == (7, True)
        assert self.office.world.standing() == reports

    @precondition(is_time)
    @rule()
    def the_head_asks_for_the_state(self) -> None:
        """`rpo status` ends with 7 as long as something is held, and tells nothing personal."""
        with heard() as words:
            code = main(["status", "--json", "--office", str(self.office.world.root)])
        told = json.loads(words.getvalue())
        assert code == (7 if self.office.told.waiting else 0)
        assert {one["register"] for one in told["held"]} == set(self.office.told.waiting.values())
        assert not any(canary in words.getvalue() for canary in CANARIES)
