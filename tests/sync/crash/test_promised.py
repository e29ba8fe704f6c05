"""`make test` kills hundreds of processes: as many as the tests of this folder promise, and each is held to it."""

from pathlib import Path

from tests.sync.crash.promised import FRESH, WARM


def test_five_hundred_processes_are_killed_twenty_of_them_new_interpreters() -> None:
    assert sum(WARM.values()) + sum(FRESH.values()) >= 500
    assert sum(FRESH.values()) >= 20


def test_only_tests_that_there_are_promise_anything() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [name for name in WARM | FRESH if f"def {name.partition('[')[0]}(" not in texts] == []
