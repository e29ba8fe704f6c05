"""Many spreadsheets of one operator are served in time, and Google never has to ask for patience.

`make torture` does the same with 1,900 of them.
"""

from pathlib import Path

import pytest

from sync.google.bucket import ProcessQuota
from tests.sync.google.operator import operator


@pytest.mark.parametrize(("offices", "accounts"), [(2, 1), (5, 5)])
def test_a_cycle_of_all_spreadsheets_ends_in_time_within_half_of_the_quota(
    tmp_path: Path, offices: int, accounts: int
) -> None:
    with operator(tmp_path, offices, accounts) as one:
        cycle = one.serve(ProcessQuota(), "2026-04-15")
        assert cycle.wrong(one.books) == []
        assert len({call.account for call in cycle.calls}) == accounts
