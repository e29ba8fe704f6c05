"""An office visited for a moment: the same unit of work, and nothing is held or remembered but what is handed on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine

from sync.google.bucket import ProcessQuota
from sync.lock import only_one, only_service
from sync.service.call import Answer, Call, Seen, Wanted
from sync.service.clock import DOUBT, MARK
from sync.service.visit import LONGEST, visit
from sync.state.jobs import DONE, remembered
from sync.state.store import Store
from tests.sync import offices
from tests.sync.service.premises import NOON, events

NOTHING, NEW = Wanted("", ""), Seen()
A_DAY_AND_MORE = DOUBT + 3600


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The wall's clock begins at noon."""
    with time_machine.travel(NOON, tick=True) as travel:
        yield travel


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return offices.build(tmp_path / "office").root


def asked(office: Path, wanted: Wanted = NOTHING, seen: Seen = NEW, *, stops: bool = False, **how: bool) -> Answer:
    """One visit. `stops` — somebody asks to stop."""
    call = replace(Call(str(office), *wanted, seen), **how)  # type: ignore[arg-type]  # only flags are given
    return visit(call, lambda: stops, ProcessQuota())


def all_done(office: Path) -> Answer:
    """Everything that is due is done; the last answer."""
    answer = asked(office)
    while answer.due:
        answer = asked(office, answer.due[0], answer.seen)
        assert answer.result == DONE
    return answer


def last(office: Path, job: str) -> tuple[str, str, int]:
    with Store.open(office / "state" / "rpo.sqlite", read_only=True) as store, store.asking() as connection:
        run = remembered(connection).last[job]
    return run.result, run.code, run.tries


def runs(office: Path) -> int:
    with Store.open(office / "state" / "rpo.sqlite", read_only=True) as store:
        return store.last_run()


def test_visits_do_what_the_service_does_and_each_occasion_once(office: Path) -> None:
    first = asked(office)
    assert [one.job for one in first.due] == ["full", "copy", "light"], "nothing is read twice on the first day"
    done = asked(office, first.due[0], first.seen)
    assert (done.result, [one.job for one in done.due]) == (DONE, ["copy", "light"])
    again = asked(office, first.due[0], done.seen)
    assert (again.result, runs(office)) == ("", 1), "whoever comes second finds it done"
    assert [one["job"] for one in events(office) if one["event"] == "job.ended"] == ["full"]


def test_a_quiet_office_is_not_opened(office: Path) -> None:
    answer = all_done(office)
    history = office / "state" / "rpo.sqlite"
    whole = history.read_bytes()
    history.write_bytes(b"this is no history")
    quiet = asked(office, seen=answer.seen)
    assert (quiet.trouble, quiet.due) == ("", ())
    assert asked(office).trouble == "DamagedStateError", "whoever knows nothing of it opens it"
    history.write_bytes(whole)


def test_a_quiet_office_is_opened_when_its_time_comes(office: Path, clock: time_machine.Traveller) -> None:
    seen = all_done(office).seen
    assert 0 < seen.until - seen.began <= LONGEST
    clock.move_to(NOON + 3600)
    assert [one.job for one in asked(office, seen=seen).due] == ["light"]
    clock.move_to(NOON - 3600)
    assert asked(office, seen=seen).seen.until < seen.until, "a clock that was set back is not believed"


def test_what_somebody_saves_is_read_once_he_has_finished(office: Path) -> None:
    seen = all_done(office).seen
    offices.write_book(office, ["TEAM"], {"TEAM": [offices.team(1)]}, "Ещё команды")
    first = asked(office, seen=seen)
    assert first.due == (), "the first look only sees it"
    second = asked(office, seen=first.seen)
    assert [one.job for one in second.due] == ["saved"]
    read = asked(office, second.due[0], second.seen)
    assert (read.result, read.due) == (DONE, ())
    assert asked(office, seen=read.seen).due == ()


def test_settings_that_change_are_read_at_the_next_look(office: Path) -> None:
    seen = all_done(office).seen
    file = office / "office.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n[nonsense]\n", encoding="utf-8")
    answer = asked(office, seen=seen)
    assert answer.trouble == "SettingsError"
    assert "nonsense" in answer.words


def test_a_folder_without_settings_is_no_office(tmp_path: Path) -> None:
    assert not asked(tmp_path).is_office
    assert list(tmp_path.iterdir()) == []


def test_where_somebody_is_at_work_nothing_is_done(office: Path) -> None:
    answer = asked(office)
    with only_service(office / "state"):
        assert asked(office).is_busy
    with only_one(office / "state"):
        put_off = asked(office, answer.due[0], answer.seen)
    assert (put_off.result, put_off.trouble, put_off.due[0]) == ("", "", answer.due[0])
    assert runs(office) == 0


def test_a_job_that_must_stop_is_put_off_whole(office: Path) -> None:
    answer = asked(office)
    assert asked(office, answer.due[0], answer.seen, stops=True).result == ""
    assert not list(office.glob("reports/*"))


def test_a_job_that_hung_is_written_down_and_rests(office: Path, clock: time_machine.Traveller) -> None:
    answer = asked(office)
    after = asked(office, answer.due[0], answer.seen, gave_up=True)
    assert last(office, "full") == ("failed", "HangingError", 1)
    assert "full" not in [one.job for one in after.due]
    asked(office, answer.due[0], answer.seen, gave_up=True)
    clock.move_to(NOON + 90)
    assert "full" not in [one.job for one in asked(office).due], "the second rest is longer"
    clock.move_to(NOON + 150)
    assert "full" in [one.job for one in asked(office).due]


def test_a_moved_clock_is_doubted_for_a_day_by_all_who_come(office: Path, clock: time_machine.Traveller) -> None:
    all_done(office)
    file = office / "office.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("today = 2026-04-15", ""), encoding="utf-8")
    clock.move_to(NOON + 20 * 86_400)
    asked(office, doubtful=True)
    assert last(office, MARK)[0] == "doubt"
    assert "close" not in [one.job for one in asked(office).due]
    clock.move_to(NOON + 20 * 86_400 + A_DAY_AND_MORE)
    assert "close" in [one.job for one in asked(office).due]
    assert last(office, MARK)[0] == DONE


def test_an_office_is_known_by_its_history(office: Path, tmp_path: Path) -> None:
    other = offices.build(tmp_path / "other").root
    assert asked(office).history != asked(other).history
    (tmp_path / "link").symlink_to(office)
    assert asked(tmp_path / "link").history == asked(office).history
