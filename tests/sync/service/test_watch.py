"""Whether somebody has saved a register: told once he has finished, by the files themselves."""

from pathlib import Path

from sync.service.jobs.full import FULL
from sync.service.watch import Watch, look_at_files, look_at_reports
from sync.state.store import Store
from tests.sync import offices
from tests.sync.service.premises import service_at


def test_a_save_is_told_when_two_looks_agree() -> None:
    watch = Watch()
    assert watch.saved({"a": "1"}), "this process has not read anything yet"
    watch.is_read({"a": "1"})
    assert not watch.saved({"a": "1"})
    assert not watch.saved({"a": "2"}), "it may still be being written"
    assert not watch.saved({"a": "3"})
    assert watch.saved({"a": "3"})
    watch.is_read({"a": "3"})
    assert not watch.saved({"a": "3"})


def test_saved_files_are_seen_and_strange_ones_are_not(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    before = look_at_files(desk)
    (desk.registers / "~$Команды.xlsx").write_bytes(b"")
    (desk.registers / "заметки.txt").write_bytes(b"")
    assert look_at_files(desk) == before
    (desk.registers / "Новая.csv").write_bytes(b"")
    assert len(look_at_files(desk)) == len(before) + 1
    desk.registers.rename(tmp_path / "away")
    assert look_at_files(desk) != before


def test_an_update_reads_what_was_saved_and_does_not_wake_itself(tmp_path: Path) -> None:
    with service_at(tmp_path / "office", [FULL]) as service:
        service.once()
        assert service.look_for_saved() == []
        offices.write_book(tmp_path / "office", ["TEAM"], {"TEAM": [offices.team(1)]}, "Ещё команды")
        assert service.look_for_saved() == [], "the first look only sees it"
        assert [one.job for one in service.look_for_saved()] == ["saved"]
        assert service.look_for_saved() == []
        desk = service.premises.desk
    with Store.open(desk.history) as store:
        assert store.last_run() == 2
    assert look_at_reports(desk)
