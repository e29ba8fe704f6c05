"""Every fault of the real tables that one cell can tell is found, and nothing else is called one."""

import pytest

from benchmarks.findings import CORPUS, judge

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real tables is not beside the checkout")


def test_every_known_fault_of_a_cell_is_found_without_a_false_alarm() -> None:
    found, stray = judge(CORPUS)
    assert len(found) == 5
    assert [(one.truth["file"], one.cells, one.remarked) for one in found if one.cells != one.remarked] == []
    assert stray == set()
