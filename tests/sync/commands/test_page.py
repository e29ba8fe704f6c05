"""`rpo page`: a process of its own that answers, refuses to stand open, and stops politely."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from sync.cli import main
from tests.sync.offices import updated


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office after its first update, whose page has a free port."""
    updated(tmp_path)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    add(tmp_path, f"port = {port}")
    return tmp_path


def add(office: Path, line: str) -> None:
    """A line of `[page]`, the last section of the settings."""
    file = office / "office.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + ("" if "[page]" in text else "\n[page]\n") + line + "\n", encoding="utf-8")


def health(port: str) -> int:
    """The answer of `/healthz`; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_it_answers_until_it_is_told_to_stop(office: Path) -> None:
    port = (office / "office.toml").read_text(encoding="utf-8").rpartition("port = ")[2].strip()
    command = [sys.executable, "-W", "error", "-m", "sync", "page", "--office", str(office)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(600):
            if health(port):
                break
            time.sleep(0.1)
        assert health(port) == 200
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, err
    assert f"Страница: http://127.0.0.1:{port}." in out
    assert err == ""


def test_outside_without_https_it_does_not_start(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(office, 'host = "0.0.0.0"')
    assert main(["page", "--office", str(office)]) == 2
    assert "https перед ней нет" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = int((office / "office.toml").read_text(encoding="utf-8").rpartition("port = ")[2])
    with socket.socket() as one:
        one.bind(("127.0.0.1", port))
        one.listen()
        assert main(["page", "--office", str(office), "-q"]) == 1
    assert f"порт {port} занят" in capsys.readouterr().err
