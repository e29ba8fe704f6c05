"""`rpo status` and `rpo doctor` tell of the service: what was done, what is due, who writes, whether the clock is right."""

import json
from pathlib import Path

import pytest

from sync.cli import main
from sync.lock import only_service
from sync.service.clock import MARK
from sync.state.jobs import JobRun, record_job
from sync.state.store import Store
from tests.sync import offices
from tests.sync.service.premises import service_at


def said(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    main([*words, "--office", str(folder)])
    return capsys.readouterr().out


def test_an_office_without_a_service_is_told_nothing_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = offices.build(tmp_path / "office")
    said(capsys, desk.root, "sync")
    assert "лужба" not in said(capsys, desk.root, "status")


def test_each_job_is_told_with_its_last_and_next_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with service_at(tmp_path / "office") as service:
        service.once()
    words = said(capsys, tmp_path / "office", "status")
    assert "Служба сейчас не запущена. Запустить: rpo serve." in words
    assert "  Ночное обновление: выполнено 15.04.2026 12:00, с опозданием; следующее 16.04.2026 02:00." not in words
    assert "  Ночное обновление: выполнено 15.04.2026 12:00; следующее" in words
    assert "  Закрытие периода: ещё не выполнялось; следующее 01.05.2026 00:00." in words
    told = json.loads(said(capsys, tmp_path / "office", "status", "--json"))
    jobs = {one["job"]: one for one in told["jobs"]}
    assert (jobs["full"]["last"]["result"], jobs["full"]["last"]["occasion"]) == ("done", "2026-04-15")
    assert jobs["close"] == {"job": "close", "last": None, "next": "2026-05-01T00:00:00"}
    assert told["registers"]["TEAM"]["age_days"] == 0
    assert (told["failed"], told["clock_moved"], told["service"]["here"]) == ([], False, None)


def test_a_service_at_work_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with service_at(tmp_path / "office") as service:
        service.once()
    with only_service(tmp_path / "office" / "state"):
        assert "Служба работает на этой машине." in said(capsys, tmp_path / "office", "status")


def test_doctor_finds_an_old_cycle_a_failed_job_and_a_moved_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with service_at(tmp_path / "office") as service:
        service.once()
        now = service.premises.now
    folder = tmp_path / "office"
    good = said(capsys, folder, "doctor")
    assert "порядок   Последний цикл: 15.04.2026 12:00" in good
    assert "порядок   Пакеты программы: свои" in good
    with Store.open(folder / "state" / "rpo.sqlite") as store, store.changing("try") as connection:
        record_job(connection, JobRun("close", "2026-03", "failed", now, now, "PeriodError"))
        record_job(connection, JobRun(MARK, "moved", "doubt", now, now))
    found = said(capsys, folder, "doctor", "--today", "2026-04-20")
    assert "НЕПОРЯДОК  Последний цикл" in found
    assert "НЕПОРЯДОК  Закрытие периода: не удалось: PeriodError (1\u00a0попытка, последняя 15.04.2026 12:00)" in found
    assert "НЕПОРЯДОК  Часы и история: часы переводили" in found
    assert "Часы машины переводили" in said(capsys, folder, "status")
