"""Workers of one queue: every office ends right though one of them is killed, and one office never answers."""

from pathlib import Path

import pytest

pytest.importorskip("procrastinate", reason="the libraries of the queue are not installed")

from tests.sync.state.servers import Cluster
from tests.sync.worker.fleet import Fleet, played, silent


def test_two_workers_end_what_is_due_though_one_is_killed(tmp_path: Path, cluster: Cluster) -> None:
    fleet = Fleet(tmp_path / "offices", cluster, 6)
    fleet.build()
    with silent() as port:
        fleet.add_one_that_hangs(port)
        wrong, _ = played(fleet, quick=True)
    assert wrong == []
