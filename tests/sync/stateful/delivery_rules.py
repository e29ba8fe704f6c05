"""Rules of what leaves the office: letters to a real mail server, which refuses some, and periods that are closed."""

import contextlib
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from config.errors import OfficeError
from sync.closing import close
from sync.mail.due import send_due
from sync.periods import ARCHIVE
from sync.steps import watched
from tests.sync.crash.killing import Point, StoppedError, Stopper
from tests.sync.mail.post_office import PostOffice
from tests.sync.offices import bytes_of
from tests.sync.stateful.account import Delivered
from tests.sync.stateful.history import told
from tests.sync.stateful.invariants import i5_a_delivery_is_known_again
from tests.sync.stateful.office import Work
from tests.sync.stateful.service_rules import ServiceAtWork, is_time

MAIL = """
[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
from = "rpo@example.ru"
recipients = ["@example.ru"]
"""
_ANSWERS = ("250 taken", "250 taken", "451 later", "550 no")


class Deliveries(ServiceAtWork):
    """`post` is the server; `tried` counts what it had been given before this run; `archive` — files of closed periods."""

    post: ClassVar[PostOffice]
    tried: int = 0
    archive: dict[str, str]

    @precondition(is_time)
    @rule(answers=st.lists(st.sampled_from(_ANSWERS), max_size=3), at=st.none() | st.integers(0, 3))
    def letters_go_out(self, answers: list[str], at: int | None) -> None:
        """The letters of the day, some of them refused; the machine may stop right before it notes that one was taken."""
        self.post.answers[:] = answers
        desk = self.office.world.desk()
        self._deliver(lambda: send_due(desk, desk.moment, early=True), at)
        self.post.answers.clear()

    @precondition(is_time)
    @rule(month=st.sampled_from(("2026-03", "2026-04", "2026-05")), at=st.none() | st.integers(0, 12))
    def a_period_is_closed(self, month: str, at: int | None) -> None:
        """Once, and never anew: its files stay as they were issued."""
        desk = self.office.world.desk()
        self._deliver(lambda: close(desk, month), at)

    def _deliver(self, work: Work, at: int | None) -> None:
        self.worked = 0
        stopper = Stopper(Point(at if at is not None else 10_000, done=False), _stop)
        trouble: OfficeError | None = None
        with contextlib.suppress(StoppedError), watched(stopper):
            trouble = _trouble_of(work)
        assert trouble is None or (trouble.sentence and trouble.advice), trouble
        root = self.office.world.root
        self.office.told = told(root / "state" / "rpo.sqlite")
        folder = root / "reports" / ARCHIVE
        found = bytes_of(folder) if folder.is_dir() else {}
        delivered = Delivered(self.office.told, self.post.tried[self.tried :], self.archive, found)
        wrong = list(i5_a_delivery_is_known_again(delivered))
        assert wrong == [], "\n".join(wrong)
        self.archive = {name: digest for name, digest in found.items() if ".rpo-new" not in name}
        self.office.people_acted()


def _trouble_of(work: Work) -> OfficeError | None:
    try:
        work()
    except OfficeError as error:
        return error
    return None


def _stop() -> None:
    raise StoppedError
