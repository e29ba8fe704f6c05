"""Many offices served at once by real processes: fairly, each apart, and none waits for one that does not answer."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from config.errors import BusyError, SettingsError
from sync.cli import main
from sync.lock import only_service_of_many
from sync.service.many import Many, Measure
from sync.service.notify import Notifier
from sync.service.stopping import Stop
from tests.sync import offices
from tests.sync.service.premises import ROOT, events, happened, until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of another kind")

QUICK = Measure(hands=1, slow=2.0, look=4.0, lists=0.2)


@contextmanager
def silent() -> Iterator[int]:
    """A port behind which somebody takes up every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def settle(folder: Path, settings: str) -> None:
    file = folder / "office.toml"
    file.write_text(file.read_text(encoding="utf-8") + settings, encoding="utf-8")


def nights_of(folder: Path) -> int:
    """How many nightly updates were made; in working hours a light one comes after it."""
    return sum(one["event"] == "job.ended" and one["job"] == "full" for one in events(folder))


def served_once(folder: Path, measure: Measure = QUICK) -> tuple[Many, list[str]]:
    said: list[str] = []
    many = Many(folder, measure, Stop(), Notifier({}), said.append)
    many.run(once=True)
    return many, said


def test_no_office_waits_for_one_that_hangs_or_is_broken(tmp_path: Path) -> None:
    for name in ("a-hangs", "b", "c-broken"):
        offices.build(tmp_path / name)
    (tmp_path / "no office").mkdir()
    settle(tmp_path / "c-broken", "\n[nonsense]\n")
    with silent() as port:
        settle(tmp_path / "a-hangs", f'\n[state]\nurl = "postgresql+psycopg://rpo@127.0.0.1:{port}/rpo"\n')
        many, said = served_once(tmp_path)
    assert many.offices == 3
    assert nights_of(tmp_path / "b") == 1
    assert many.results["HangingError"] == 1
    told = sorted(said)
    assert len(told) == 2, "each trouble is told once"
    assert told[0].startswith("Офис «a-hangs»: Не отвечает дольше 1\xa0минуты.")
    assert told[1].startswith("Офис «c-broken»: ")
    assert "nonsense" in told[1]


def test_offices_come_and_go_while_the_service_works_and_none_is_served_twice(tmp_path: Path) -> None:
    folder, said, stop = tmp_path / "offices", list[str](), Stop(leave=lambda _code: None)
    offices.build(folder / "first")
    many = Many(folder, replace(QUICK, slow=60.0), stop, Notifier({}), said.append)
    working = threading.Thread(target=many.run)
    working.start()
    try:
        until(lambda: happened(folder / "first", "job.ended", job="full"))
        (folder / "the same").symlink_to(folder / "first")
        until(lambda: said)
        offices.build(tmp_path / "second")
        (tmp_path / "second").rename(folder / "second")
        until(lambda: happened(folder / "second", "job.ended", job="full"))
        (folder / "first").rename(tmp_path / "gone")
        (folder / "the same").unlink()
        until(lambda: many.offices == 1)
    finally:
        stop.ask()
        working.join()
    assert said == [
        "Офис «the same»: История та же, что у офиса «first». Остальные офисы это не задерживает, этот пробуем снова."
    ]
    assert nights_of(tmp_path / "gone") == 1


def test_the_command_stops_politely_and_is_alone(tmp_path: Path) -> None:
    offices.build(tmp_path / "one")
    command = [sys.executable, "-m", "sync", "serve", "--offices", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        until(lambda: happened(tmp_path / "one", "job.ended", job="full", result="done"))
        with pytest.raises(BusyError, match="уже ведёт другая служба"), only_service_of_many(tmp_path):
            pass
        assert main(["status", "--offices", str(tmp_path), "--quiet"]) == 0
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Служба остановлена."
    assert [one["event"] for one in events(tmp_path)] == ["service.started", "service.stopped"]


def test_a_folder_without_offices_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--offices", str(tmp_path), "--once"]) == SettingsError.exit_code
    assert "нет ни одного офиса" in capsys.readouterr().err
    assert main(["serve", "--offices", str(tmp_path / "nowhere")]) == SettingsError.exit_code
    assert "не открывается" in capsys.readouterr().err
    assert main(["serve", "--offices", str(tmp_path), "--limit", "0"]) == 2
