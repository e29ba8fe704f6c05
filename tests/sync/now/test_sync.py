"""`rpo sync` hears the head before it updates: one command does what he asked for and shows what came of it."""

import pytest

from sync.cli import main as rpo
from sync.state.wish_store import WishStore
from tests.sync.now.heads_tab import BLANK, MAY, HeadsTab


def test_one_sync_does_what_was_asked_and_shows_it(tab: HeadsTab, capsys: pytest.CaptureFixture[str]) -> None:
    tab.type("Закрыть период", "2026-04")
    tab.type("Обновить")
    where = ("--office", str(tab.stage.office.folder), "--today", MAY)
    assert rpo(["sync", *where, "--plan", "000"]) == 1, "who carries out a plan that he has seen does nothing else"
    with WishStore.open(tab.desk().history, read_only=True) as store:
        assert store.before(tab.desk().today).wishes == ()
    assert rpo(["sync", *where]) == 0
    said = capsys.readouterr().out
    assert "«Сделать сейчас», Закрыть период: Период закрыт: апрель 2026" in said
    assert "Обновление № 3 выполнено" in said
    lines = tab.lines()
    assert lines["Закрыть период"].result.startswith("Период закрыт")
    assert lines["Обновить"].result.startswith("Обновление № 3.")
    assert all((line.asked, line.go) == (BLANK, "") for line in lines.values())
