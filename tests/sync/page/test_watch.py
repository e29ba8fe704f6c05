"""What programs are told: is the service well, in numbers and keys of registers."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from sync.run import update
from tests.sync.offices import build, desk_of, team, updated, write_book
from tests.sync.page.visitors import page_of


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office after its first update."""
    updated(tmp_path)
    return tmp_path


def test_a_fresh_update_is_well(office: Path) -> None:
    answer = page_of(office).get("/healthz")
    told = answer.json()
    assert answer.status_code == 200
    assert (told["status"], told["run"], told["held"], told["failed"]) == ("ok", 1, [], [])
    assert set(told) == {"status", "run", "finished", "age_seconds", "held", "failed", "state_opens"}


def test_before_the_first_update_it_is_not(tmp_path: Path) -> None:
    build(tmp_path)
    answer = page_of(tmp_path).get("/healthz")
    assert (answer.status_code, answer.json()["run"]) == (503, 0)


def test_a_service_that_has_not_looked_for_a_day_is_not_well(office: Path) -> None:
    assert page_of(office, timedelta(hours=25)).get("/healthz").status_code == 200
    assert page_of(office, timedelta(hours=27)).get("/healthz").status_code == 503


def test_a_history_that_does_not_open_is_told(office: Path) -> None:
    desk_of(office).state.write_bytes(b"not a history")
    answer = page_of(office).get("/healthz")
    assert (answer.status_code, answer.json()["state_opens"]) == (503, False)
    assert "rpo_state_opens 0" in page_of(office).get("/metrics").text


def test_what_is_held_or_not_read_is_named_and_is_no_trouble_of_the_service(office: Path) -> None:
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    (office / "registers" / "Наставники.xlsx").write_bytes(b"broken")
    update(desk_of(office))
    answer = page_of(office).get("/healthz")
    told = answer.json()
    assert (answer.status_code, told["held"], told["failed"]) == (200, ["TEAM"], ["MENT"])
    metrics = page_of(office).get("/metrics").text
    assert "\nrpo_registers_held 1\n" in metrics
    assert "\nrpo_registers_failed 1\n" in metrics


def test_metrics_are_the_text_of_prometheus(office: Path) -> None:
    answer = page_of(office).get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.text.splitlines()
    values = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r'rpo_[a-z_]+(\{[a-z]+="[A-Za-z0-9]+"\})? -?[0-9]+', line) for line in values)
    named = {re.split(r"[{ ]", line)[0] for line in values}
    assert named == {line.split()[2] for line in lines if line.startswith("# TYPE")}
    assert 'rpo_register_rows{register="TEAM"} 6' in values
    assert not re.search("[а-яё]", answer.text, re.IGNORECASE)
