"""One deed at a time; one that waits for an update is done after it; a bug is one sentence."""

import threading
from pathlib import Path

import pytest

from config.errors import BusyError, UsageError
from sync.deeds.deed import Ask, Choice, Deed, Done, Wish
from sync.desk import Desk
from sync.lock import only_one
from sync.page.doors import Person
from sync.page.roles import Role
from sync.page.worker import Worker
from tests.sync.offices import build

HEAD = Person("РП-0001", Role.HEAD, "")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A small office."""
    return build(tmp_path)


def deed(do: object, *asks: Ask, by_person: bool = False) -> Deed:
    """A deed that does what the test wants."""
    return Deed("deed", "Дело", "", "sync", asks, do, by_person)  # type: ignore[arg-type]  # a function of the test


def test_while_one_is_done_another_is_refused_with_its_name(desk: Desk) -> None:
    go, worker = threading.Event(), Worker(lambda: desk)

    def slow(_desk: Desk, _wish: Wish) -> Done:
        go.wait(10)
        return Done(("готово",))

    first = worker.start(deed(slow), {}, HEAD)
    with pytest.raises(BusyError, match="Сейчас выполняется «Дело»"):
        worker.start(deed(slow), {}, HEAD)
    go.set()
    assert first.over.wait(10)
    assert first.done == Done(("готово",))
    second = worker.start(deed(slow), {}, HEAD)
    assert second.over.wait(10)
    assert worker.task(first.number) is first


def locked(desk: Desk, _wish: Wish) -> Done:
    """What needs the lock of the office."""
    with only_one(desk.state.parent):
        return Done(("сделано",))


def test_a_deed_waits_for_the_update_that_is_going_on(desk: Desk) -> None:
    worker = Worker(lambda: desk, patience=20)
    with only_one(desk.state.parent):
        task = worker.start(deed(locked), {}, HEAD)
        assert not task.over.wait(0.8)
    assert task.over.wait(20)
    assert task.done == Done(("сделано",))


def test_a_deed_does_not_wait_for_ever_nor_when_the_service_stops(desk: Desk) -> None:
    with only_one(desk.state.parent):
        tired = Worker(lambda: desk, patience=0).start(deed(locked), {}, HEAD)
        assert tired.over.wait(20)
        stopping = threading.Event()
        stopping.set()
        stopped = Worker(lambda: desk, stopping).start(deed(locked), {}, HEAD)
        assert stopped.over.wait(20)
    for task in (tired, stopped):
        assert task.trouble is not None
        assert "сейчас обновляется" in task.trouble.sentence


def test_a_bug_is_one_sentence_and_the_log_has_its_place_but_not_its_words(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def bug(_desk: Desk, _wish: Wish) -> Done:
        raise ValueError("Чайкина Ольга")

    task = Worker(lambda: desk).start(deed(bug), {}, HEAD)
    assert task.over.wait(10)
    assert task.trouble is not None
    assert task.trouble.sentence.startswith("Сбой программы.")
    assert "ValueError" in caplog.text
    assert "Чайкина" not in caplog.text


def test_a_wish_is_checked_before_anything_is_done(desk: Desk) -> None:
    def never(_desk: Desk, _wish: Wish) -> Done:
        raise AssertionError

    worker = Worker(lambda: desk)
    one = Ask("a", "Что", choices=lambda _desk: [Choice("x", "Икс")])
    for wish, words in (({}, "Не заполнено"), ({"a": "y"}, "чего нет"), ({"a": "я" * 501}, "больше 500 знаков")):
        with pytest.raises(UsageError, match=words):
            worker.start(deed(never, one), wish, HEAD)


def test_the_reason_bears_the_code_of_who_gave_it(desk: Desk) -> None:
    def echo(_desk: Desk, wish: Wish) -> Done:
        return Done((wish["reason"], wish["force"]))

    asks = (Ask("reason", "Причина"), Ask("force", "Ещё", required=False))
    task = Worker(lambda: desk).start(deed(echo, *asks, by_person=True), {"reason": "  так   надо "}, HEAD)
    assert task.over.wait(10)
    assert task.done == Done(("так надо (РП-0001)", ""))
