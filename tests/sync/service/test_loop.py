"""One office at work: what is due is done once, no job brings the service down, nothing personal gets into the log."""

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from config.errors import OfficeError, StateError
from sync.desk import Desk
from sync.logs import LOG, NoValues, close_log, open_log
from sync.periods import PeriodError
from sync.service.job import Job, Occasion, Said
from sync.service.jobs import JOBS
from sync.service.jobs.full import FULL
from sync.service.loop import Service
from sync.state.store import Store
from tests.sync import offices
from tests.sync.service.premises import events, service_at

CANARY = "Канарейкина Кенара"


class WaitsError(OfficeError):
    """Ждёт человека."""

    exit_code = 7


def job(name: str, trouble: Exception | None = None) -> Job:
    """A job that is always due, once; it does nothing or fails."""

    def run(_desk: Desk, _occasion: str) -> Said:
        if trouble is not None:
            raise trouble
        return {"done": 1}

    return Job(name, name, lambda _frame, now: [Occasion("a", now)], lambda _frame, _now: None, run)


def test_everything_due_is_done_once_and_only_once(tmp_path: Path) -> None:
    with service_at(tmp_path / "office") as service:
        first = [(one.job, one.occasion, one.result) for one in service.once()]
        again = [(one.job, one.result) for one in service.once()]
    assert first == [
        ("full", "2026-04-15", "done"),
        ("copy", "2026-04-15", "done"),
        ("light", "2026-04-15T12:00", "done"),
    ]
    assert again == []


def test_a_job_that_fails_stops_no_other(tmp_path: Path) -> None:
    jobs = [job("bug", ValueError(CANARY)), job("trouble", PeriodError(CANARY)), job("held", WaitsError()), job("fine")]
    with service_at(tmp_path / "office", jobs) as service:
        done = {one.job: (one.result, one.code) for one in service.once()}
    assert done.pop("saved")[0] == "done"
    assert done == {
        "bug": ("failed", "ValueError"), "trouble": ("failed", "PeriodError"), "held": ("waits", "WaitsError"), "fine": ("done", ""),
    }  # fmt: skip


def test_a_job_that_failed_is_tried_again_later_and_its_tries_are_counted(tmp_path: Path) -> None:
    trouble = [job("trouble", StateError())]
    with service_at(tmp_path / "office", trouble) as service:
        service.once()
        assert [one.job for one in service.once()] == [], "not at once"
    with service_at(tmp_path / "office", trouble) as service:
        service.once()
        known = service.known().last["trouble"]
    assert (known.result, known.tries) == ("failed", 2)


def test_a_period_closed_by_hand_is_not_closed_again(tmp_path: Path) -> None:
    with service_at(tmp_path / "office") as service:
        service.once()
    (tmp_path / "office" / "office.toml").write_text(offices.SETTINGS.format(today="2026-05-05"), encoding="utf-8")
    with service_at(tmp_path / "office") as service:
        closed = [one.occasion for one in service.once() if one.job == "close"]
        assert service.frame().closed == {"2026-04"}
    assert closed == ["2026-04"]
    with Store.open(tmp_path / "office" / "state" / "rpo.sqlite") as store:
        period = store.period("2026-04")
    assert period is not None
    assert period.run == 2, "the last update of April"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    desk = offices.build(tmp_path / "office")
    handler = open_log(desk.root / "logs")
    yield desk.root
    close_log(handler)


def test_no_value_gets_into_the_log(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office", teams=[offices.team(1, **{"Название команды": CANARY, "Стадия": CANARY})])
    handler = open_log(desk.root / "logs")
    jobs = [FULL, job("bug", ValueError(CANARY)), job("trouble", PeriodError(CANARY)), job(CANARY, KeyError(CANARY))]
    with service_at(desk.root, jobs) as service:
        service.once()
    close_log(handler)
    text = (desk.root / "logs" / "service.jsonl").read_text(encoding="utf-8")
    assert len(events(desk.root)) == 7
    assert not [word for word in CANARY.split() if word in text or word in json.loads(json.dumps(text))]


@pytest.mark.parametrize(
    "value", [CANARY, "+7 912 000-00-00", "a@example.ru", "два слова", "x" * 65, "\n[INFO] ok", "\x1b[31m"]
)
def test_what_is_no_name_or_code_is_hidden(value: str) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(NoValues())
    handler.handle(
        LOG.makeRecord(LOG.name, logging.INFO, "", 0, "job.ended", (), None, extra={"fields": {"job": value, "n": 3}})
    )
    line = json.loads(stream.getvalue())
    assert (line["job"], line["n"], line["event"]) == ("hidden", 3, "job.ended")


@pytest.mark.parametrize("code", ["ШК-0001", "КМ-00012", "2026-К1", "2026-04", "Э4", "X45", "StateError"])
def test_codes_are_not_hidden(code: str) -> None:
    record = LOG.makeRecord(LOG.name, logging.INFO, "", 0, "job.ended", (), None, extra={"fields": {"id": code}})
    assert json.loads(NoValues().format(record))["id"] == code


def test_every_job_has_a_title_and_a_next_time(tmp_path: Path) -> None:
    with service_at(tmp_path / "office") as service:
        service.once()
        frame, now = replace(service.frame(), letters=time(8, 30)), service.now
    assert [one.name for one in JOBS] == ["cutoff", "close", "full", "copy", "light", "drafts", "letters"]
    assert all(one.title and (upcoming := one.upcoming(frame, now)) is not None and upcoming > now for one in JOBS)


def test_a_mistake_in_the_settings_leaves_the_old_ones(tmp_path: Path, log: Path) -> None:
    with service_at(tmp_path / "office") as service:
        file = log / "office.toml"
        good = file.read_text(encoding="utf-8")
        file.write_text(f'{good}\n[schedule]\nfull = "25:00"\n', encoding="utf-8")
        assert not renewed(service)
        assert service.premises.refused == "SettingsError"
        file.write_text(f'{good}\n[schedule]\nfull = "03:30"\n', encoding="utf-8")
        assert renewed(service)
        assert service.premises.refused == ""
        assert service.frame().schedule.full.hour == 3
    assert [one["event"] for one in events(log)] == ["settings.refused", "settings.renewed"]


def renewed(service: Service) -> bool:
    return service.premises.renew()
