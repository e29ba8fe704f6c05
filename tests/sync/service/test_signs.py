"""What the outside is told: systemd's socket, the sign of life, what runs beside."""

import http.server
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.errors import SettingsError
from config.schedule import ScheduleSection
from config.settings import parse
from sync.desk import Desk
from sync.service.alive import sign_of_life
from sync.service.beside import Neighbour, start
from sync.service.job import Job, Occasion, Said
from sync.service.jobs.full import FULL
from sync.service.notify import Notifier
from sync.service.stopping import Stop
from sync.writer import Writer
from tests.sync import offices
from tests.sync.service.premises import service_at

needs_unix = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="systemd is there where such sockets are")


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.bind(str(tmp_path / "notify"))
        end.settimeout(5)
        yield end


@needs_unix
def test_systemd_is_told_in_its_words(tmp_path: Path, heard: socket.socket) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify")})
    notifier.ready()
    notifier.progress()
    notifier.status("обновление")
    notifier.stopping()
    told = [heard.recv(100).decode() for _ in range(4)]
    assert told == ["READY=1", "WATCHDOG=1", "STATUS=обновление", "STOPPING=1"]


def test_nobody_is_told_where_there_is_no_systemd(tmp_path: Path) -> None:
    Notifier({}).ready()
    Notifier({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).ready()


@needs_unix
def test_a_job_that_hangs_makes_no_progress_and_one_that_works_does(tmp_path: Path, heard: socket.socket) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify")})
    hanging, stop = threading.Event(), Stop()

    def hang(desk: Desk, _occasion: str) -> Said:
        hanging.wait(30)
        desk.writer.go_on()
        return {}

    job = Job("hangs", "", lambda _frame, now: [Occasion("a", now)], lambda _frame, _now: None, hang)
    with service_at(tmp_path / "office", [job], stop) as service:
        service.premises.writer = Writer(step=notifier.progress)
        heard.settimeout(0.5)
        work = threading.Thread(target=service.once)
        work.start()
        with pytest.raises(TimeoutError):
            heard.recv(100)
        hanging.set()
        heard.settimeout(10)
        assert heard.recv(100) == b"WATCHDOG=1"
        work.join()


class Answers(http.server.BaseHTTPRequestHandler):
    """Counts who calls; the path tells with what it answers."""

    called: tuple[str, ...] = ()

    def do_GET(self) -> None:
        Answers.called += (self.path,)
        self.send_response(int(self.path[1:4]))
        self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Says nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("status", "good"), [("200", True), ("204", True), ("302", False), ("500", False)])
def test_the_address_is_called_and_not_followed(tmp_path: Path, address: str, status: str, *, good: bool) -> None:
    schedule = ScheduleSection(alive_url=f"{address}/{status}?a=1")
    assert sign_of_life(schedule, tmp_path) == {"url": good}
    assert Answers.called[-1] == f"/{status}?a=1"


def test_a_sign_that_can_not_be_given_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"")
    schedule = ScheduleSection(alive_file="logs/alive", alive_url="http://127.0.0.1:9/")
    assert sign_of_life(schedule, tmp_path) == {"file": False, "url": False}


def test_a_successful_update_gives_the_sign(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    file = desk.root / "office.toml"
    file.write_text(f'{file.read_text(encoding="utf-8")}\n[schedule]\nalive_file = "logs/alive"\n', encoding="utf-8")
    with service_at(desk.root, [FULL]) as service:
        service.once()
    assert (desk.root / "logs" / "alive").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('full = "24:00"', "часы и минуты в кавычках"),
        ("full = 2", "часы и минуты в кавычках"),
        ('light_from = "19:00"\nlight_to = "08:00"', "light_from должно быть раньше light_to"),
        ('alive_url = "http://example.ru/"', "https://"),
        ("light_every_minutes = 1", "не меньше 5"),
        ("watch = 5", "watch_seconds"),
    ],
)
def test_a_wrong_schedule_is_refused(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        parse(f"[schedule]\n{text}\n", {})


def test_a_neighbour_that_falls_takes_nobody_with_it(tmp_path: Path) -> None:
    desk = offices.build(tmp_path / "office")
    over, seen = threading.Event(), threading.Event()

    def fall(_desk: Desk, _over: threading.Event) -> None:
        seen.set()
        raise ValueError

    page = Neighbour("page", lambda _desk: "Страница: http://127.0.0.1:8080", fall)
    silent = Neighbour("none", lambda _desk: "", fall)
    assert start(desk, over, [page, silent]) == ["Страница: http://127.0.0.1:8080"]
    assert seen.wait(10)


def test_a_second_request_to_stop_ends_the_process() -> None:
    left: list[int] = []
    stop = Stop(left.append)
    assert not stop()
    stop.ask()
    assert stop()
    assert left == []
    stop.ask()
    assert left == [130]
