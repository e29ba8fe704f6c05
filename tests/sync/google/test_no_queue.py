"""When nobody can say whose turn it is, Google is not asked, and the office keeps what it knows."""

from collections.abc import Sequence
from dataclasses import replace

from config.google import GoogleSection
from sync.google.credentials import account_of
from sync.google.failures import NO_QUEUE, GoogleError
from sync.google.tickets import Line
from sync.run import update
from tests.sheets_server.surroundings import Surroundings
from tests.sync.google.offices import GoogleOfficeOnTest


class _Gone:
    """A quota whose database is away."""

    def __init__(self) -> None:
        self.asked = 0

    def book(self, lines: Sequence[Line], now: float) -> float:  # noqa: ARG002  whoever asks, whenever
        self.asked += 1
        raise GoogleError(NO_QUEUE)


def test_an_office_without_a_queue_asks_once_and_its_reports_stay(
    office: GoogleOfficeOnTest, around: Surroundings
) -> None:
    update(office.desk())
    stood = office.values("Отчёты РПО", "Замечания")
    around.counts.clear()
    quota = _Gone()
    result = update(replace(office.desk(), quota=quota))
    assert (quota.asked, around.counts.reads, around.counts.writes) == (1, 0, 0)
    assert {one["state"] for one in result.registers.values()} == {"failed"}
    assert office.values("Отчёты РПО", "Замечания") == stood


def test_a_key_tells_whose_quota_its_account_shares(office: GoogleOfficeOnTest) -> None:
    account = account_of(GoogleSection(endpoint=office.server.url), office.folder)
    assert account.project == "office"
