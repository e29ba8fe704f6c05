"""The process that opens workbooks: it may die, be slow or be interrupted, and only its own file suffers."""

import sys

import pytest

from sync.backends.readers import calamine
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from tests.sync.backends.workbooks import crafted, workbook_bytes

GOOD = workbook_bytes({"Лист": [["Код"], ["К-0001"]]})
CORNERS = crafted(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>',
)


def test_a_workbook_that_takes_too_long_is_ended_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calamine, "SECONDS", 0)
    monkeypatch.setattr(calamine, "SECONDS_A_MEGABYTE", 0)
    file = read_file("Книга.xlsx", GOOD)
    assert (file.code, file.refused) == ("F04", "too_large")
    assert "времени" in file.text


def test_a_workbook_that_asks_for_too_much_memory_ends_only_the_child() -> None:
    with CalamineProcess() as process:
        assert read_file("до.xlsx", GOOD, process).code is None
        number = process.number
        assert read_file("книга.xlsx", CORNERS, process).refused == "too_large"
        assert read_file("после.xlsx", GOOD, process).code is None
        assert process.number != number


def test_whole_files_share_one_process() -> None:
    with CalamineProcess() as process:
        numbers = {(read_file(name, GOOD, process).code, process.number) for name in ("а.xlsx", "б.xlsx", "в.xlsx")}
    assert len(numbers) == 1


def test_a_reading_that_is_interrupted_leaves_no_answer_for_the_next() -> None:
    with CalamineProcess() as process:
        with pytest.raises(KeyboardInterrupt), process.reading(GOOD):
            raise KeyboardInterrupt
        assert process.number is None
        assert read_file("после.xlsx", GOOD, process).grids[0].rows == (("Код",), ("К-0001",))


def test_a_child_that_was_killed_from_outside_is_replaced() -> None:
    with CalamineProcess() as process:
        assert read_file("до.xlsx", GOOD, process).code is None
        assert process._child is not None
        process._child.kill()
        process._child.wait()
        assert read_file("после.xlsx", GOOD, process).code is None


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")
def test_the_child_has_a_limit_of_memory_and_of_work() -> None:
    import resource

    with CalamineProcess() as process:
        read_file("Книга.xlsx", GOOD, process)
        assert process.number is not None
        if not hasattr(resource, "prlimit"):
            pytest.skip("this system does not tell the limits of another process")
        memory, _ = resource.prlimit(process.number, resource.RLIMIT_AS)
        work, _ = resource.prlimit(process.number, resource.RLIMIT_CPU)
    assert 0 < memory <= 512 * 1024**2
    assert 0 < work < 20
