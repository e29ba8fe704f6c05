"""A wish is done once, whoever is killed, and whatever people do in the tab meanwhile."""

import os
import signal

import pytest

from sync.before import Fate, Wished
from sync.google.names import REPORTS_TITLE
from sync.lock import only_one
from sync.now import doing
from sync.state.wish_store import WishStore
from sync.steps import watched
from tests.sync.crash.killing import die, forked
from tests.sync.now.heads_tab import BLANK, HeadsTab, said

CLOSE, PACKAGE, HISTORY = "Закрыть период", "Выпустить пакет для ФПО", "История строки"
BEGIN, SETTLE = "begin a wish", "settle a wish"
DEED = {CLOSE: "close a period", PACKAGE: "issue a package"}

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


def wishes(tab: HeadsTab) -> list[Wished]:
    """All that were heard, by the history."""
    with WishStore.open(tab.desk().history, read_only=True) as store:
        return list(store.before(tab.desk().today).wishes)


def issued(tab: HeadsTab) -> tuple[list[str], int]:
    """The closed periods with their corrections, the number of packages."""
    with WishStore.open(tab.desk().history, read_only=True) as store:
        closed = [f"{one.period} {one.correction}" for one in store.before(tab.desk().today).closed]
        return closed, len(store.packages("2025/2026", "ФПО"))


@forks
@pytest.mark.parametrize(
    ("title", "points"),
    [
        (CLOSE, {(DEED[CLOSE], False), (DEED[CLOSE], True), (SETTLE, False)}),
        (PACKAGE, {(DEED[PACKAGE], True), (SETTLE, False)}),
    ],
)
def test_killed_at_any_commit_a_deed_that_can_not_be_undone_is_done_once(
    tab: HeadsTab, title: str, points: set[tuple[str, bool]]
) -> None:
    if title == PACKAGE:
        tab.ask(CLOSE, "2026-04")
    tab.type(title, "2026-04")
    start = tab.stage.save()
    for name, done in sorted(points):
        tab.stage.put_back(start)
        assert killed_at(tab, name, done=done), name
        tab.look()
        last = wishes(tab)[-1]
        assert last.fate is Fate.DONE
        assert last.told.startswith("Это уже сделано") == ((name, done) in {(DEED[title], True), (SETTLE, False)})
        assert issued(tab) == (["2026-04 0"], int(title == PACKAGE)), (name, done)
    tab.update()
    line = tab.lines()[title]
    assert (line.asked, line.go, line.result) == (BLANK, "", last.told)
    tab.stage.drop(start)


def killed_at(tab: HeadsTab, commit: str, *, done: bool) -> bool:
    """The service looks in a fork that is killed right before or after a commit; whether it came so far."""

    def watch(_name: str, target: str, is_done: bool) -> None:  # noqa: FBT001  the shape of Watch
        if (target, is_done) == (commit, done):
            die()

    def look() -> None:
        with watched(watch):
            tab.look()

    return forked(look) == -signal.SIGKILL


@forks
def test_a_wish_that_kills_every_time_is_given_up(tab: HeadsTab) -> None:
    tab.type("Откуда цифра", "K09")
    assert all(killed_at(tab, BEGIN, done=True) for _ in range(doing.MOST_TRIES))
    (done,) = tab.look().done
    assert done.fate is Fate.UNKNOWN
    assert done.told.startswith("Начато, итог неизвестен")
    assert tab.look().done == ()


@forks
def test_a_wish_begun_and_edited_since_is_another_and_the_first_is_told_of(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    assert killed_at(tab, BEGIN, done=True)
    tab.cell(CLOSE, "F", "")
    tab.cell(CLOSE, "C", "2026-К2")
    tab.update()
    line = tab.lines()[CLOSE]
    assert line.told.startswith("Начато")
    assert "итог неизвестен" in line.told
    assert (line.asked[0], issued(tab)) == ("2026-К2", ([], 0))


def test_a_wish_edited_while_it_is_being_done_is_another_wish(tab: HeadsTab) -> None:
    tab.type(HISTORY, "MENT", "НС-0001")
    assert said(tab.look()) == [HISTORY]
    tab.cell(HISTORY, "D", "НС-0002")
    tab.update()
    line = tab.lines()[HISTORY]
    assert "НС-0001" in line.result
    assert (line.asked[1], line.go) == ("НС-0002", "да")
    (done,) = tab.look().done
    assert "НС-0002" in done.told
    assert [one.fate for one in wishes(tab)] == [Fate.DONE, Fate.DONE]


def test_a_second_look_before_the_update_does_nothing_and_says_that_one_is_due(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    assert said(tab.look()) == [CLOSE]
    again = tab.look()
    assert (again.done, again.is_behind) == ((), True)
    tab.cell(CLOSE, "F", "")
    assert tab.update().written, "the end of a wish is told, though nothing else has changed"
    assert tab.lines()[CLOSE].result.startswith("Период закрыт")


def test_the_same_words_typed_again_are_a_new_wish(tab: HeadsTab) -> None:
    first = tab.ask(HISTORY, "MENT", "НС-0001")
    second = tab.ask(HISTORY, "MENT", "НС-0001")
    assert first.result == second.result
    assert first.mark != second.mark
    assert len(wishes(tab)) == 2


def test_an_older_version_of_the_tab_brings_no_deed_back(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    typed = tab.stage.world.books[tab.stage.office.ids[REPORTS_TITLE]]
    tab.look()
    tab.stage.world.books[tab.stage.office.ids[REPORTS_TITLE]] = typed
    assert tab.look().done == ()
    tab.update()
    assert tab.lines()[CLOSE].go == ""
    assert len(wishes(tab)) == 1


def test_a_history_that_lost_the_last_wishes_does_none_of_them_again(tab: HeadsTab) -> None:
    tab.cell(HISTORY, "H", "history.12")
    tab.type(HISTORY, "MENT", "НС-0001")
    assert tab.look().done == ()
    tab.update()
    line = tab.lines()[HISTORY]
    assert (line.asked[:2], line.go, line.mark) == (["MENT", "НС-0001"], "", "history.0")


def test_an_office_that_is_busy_is_asked_again(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    with only_one(tab.desk().state.parent):
        assert tab.look().done == ()
        assert tab.look().done == ()
    assert wishes(tab)[0].tries == 0
    assert said(tab.look()) == [CLOSE]
    assert wishes(tab)[0].fate is Fate.DONE
