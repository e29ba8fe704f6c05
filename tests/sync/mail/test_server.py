"""The office's mail server, as it is and as it fails: letters go, or say in Russian why they don't, never for long."""

import itertools
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sync.google.ports import Ports
from sync.mail.message import delivery_id, message_of
from sync.mail.round import TRIES, give
from sync.mail.server import Server
from sync.state.outbox import Letter
from tests.sync.mail.post_office import PASSWORD, free_port, own_certificate, post_office, silent_port

DAY = date(2026, 4, 15)
SENDER = "rpo@example.ru"


def letter(number: int = 1, **changed: str) -> Letter:
    address = changed.get("address", f"kurator{number}@example.ru")
    moment = datetime(2026, 4, 15, 8, 30, tzinfo=ZoneInfo("Asia/Yekaterinburg"))
    code = f"РП-{number:04d}"
    name = delivery_id(code, address, DAY, "digest")
    subject, text = changed.get("subject", "Новое"), changed.get("text", "Новое: ШК-0001\n")
    return Letter(name, code, address, "digest", DAY, DAY, moment, subject, text, f"<p>{text}</p>")


class Waits:
    """Ports in which nobody waits, but everybody knows how long he would have."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.ports = Ports(sleep=self.slept.append, chance=lambda: 0.5)


def sent_by(server: Server, letters: list[Letter], waits: Waits | None = None) -> tuple[list[str], dict[str, str]]:
    taken: list[str] = []
    left = give(server, letters, (waits or Waits()).ports, lambda one: taken.append(one.recipient))
    return taken, left


def local(port: int, **more: object) -> Server:
    return Server("127.0.0.1", port, SENDER, "none", timeout=5, **more)  # type: ignore[arg-type]  # a test's own words


def test_a_letter_arrives_as_it_was_written() -> None:
    with post_office() as office:
        assert sent_by(local(office.port), [letter()]) == (["РП-0001"], {})
    (message,) = office.letters
    assert (message["To"], message["From"], message["Subject"]) == ("kurator1@example.ru", SENDER, "Новое")
    assert message["Message-ID"] == f"<{letter().id}@example.ru>"
    plain, html = message.iter_parts()
    assert plain.get_content().splitlines() == ["Новое: ШК-0001"]
    assert html.get_content_type() == "text/html"


def test_the_password_and_the_certificate_of_the_office_are_enough(tmp_path: Path) -> None:
    context, authority = own_certificate(tmp_path)
    with post_office(context=context, password=True) as office:
        server = Server("localhost", office.port, SENDER, "starttls", "rpo", PASSWORD, authority, 5)
        assert sent_by(server, [letter()]) == (["РП-0001"], {})


def test_a_certificate_that_nobody_knows_stops_the_letters_before_the_password_is_said(tmp_path: Path) -> None:
    context, _ = own_certificate(tmp_path)
    with post_office(context=context, password=True) as office:
        server = Server("localhost", office.port, SENDER, "starttls", "rpo", PASSWORD, None, 5)
        taken, left = sent_by(server, [letter(1), letter(2)])
    assert (taken, set(left.values())) == ([], {"сертификату сервера нельзя доверять"})


def test_a_wrong_password_is_told_and_is_not_tried_again(tmp_path: Path) -> None:
    waits = Waits()
    context, authority = own_certificate(tmp_path)
    with post_office(context=context, password=True) as office:
        server = Server("localhost", office.port, SENDER, "starttls", "rpo", PASSWORD[::-1], authority, 5)
        taken, left = sent_by(server, [letter()], waits)
    assert (taken, list(left.values()), waits.slept) == ([], ["535: имя или пароль не приняты"], [])


def test_a_server_without_encryption_gets_nothing_when_encryption_is_asked_for() -> None:
    with post_office() as office:
        taken, left = sent_by(Server("127.0.0.1", office.port, SENDER, "starttls", timeout=5), [letter()])
        assert office.tried == []
    assert (taken, list(left.values())) == ([], ["сервер не умеет шифрования или входа, заданных в [mail]"])


def test_what_is_refused_for_now_goes_with_the_next_try_as_the_very_same_letter() -> None:
    waits = Waits()
    with post_office() as office:
        office.answers = ["451 greylisted", "250 taken"]
        assert sent_by(local(office.port), [letter()], waits) == (["РП-0001"], {})
    assert len(office.tried) == 2
    assert office.tried[0] == office.tried[1]
    assert waits.slept == [2.0]


def test_what_is_refused_for_good_stops_nobody_else() -> None:
    with post_office() as office:
        office.answers = ["550 5.1.1 no such user kurator1@example.ru"]
        taken, left = sent_by(local(office.port), [letter(1), letter(2)])
    assert taken == ["РП-0002"]
    assert left == {letter(1).id: "550: письмо не принято"}


def test_a_letter_is_tried_three_times_a_cycle_and_no_more() -> None:
    waits = Waits()
    with post_office() as office:
        office.answers = ["451 later"] * 9
        taken, left = sent_by(local(office.port), [letter()], waits)
        assert (taken, list(left.values()), len(office.tried)) == ([], ["451: письмо не принято пока"], TRIES)
    assert waits.slept == [2.0, 4.0]


def test_a_server_that_closes_the_line_after_each_letter_gets_them_all() -> None:
    with post_office() as office:
        office.answers = list(itertools.chain.from_iterable(["250 taken", "421 bye"] for _ in range(2)))
        taken, left = sent_by(local(office.port), [letter(number) for number in range(1, 5)])
    assert (sorted(taken), left) == ([f"РП-{number:04d}" for number in range(1, 5)], {})


def test_nobody_at_home_is_told_for_every_letter_and_asked_a_few_times_only() -> None:
    waits = Waits()
    taken, left = sent_by(local(free_port()), [letter(number) for number in range(1, 101)], waits)
    assert (taken, len(left), set(left.values())) == ([], 100, {"почтовый сервер не принимает соединение"})
    assert len(waits.slept) == TRIES - 1


def test_a_server_that_says_nothing_does_not_hold_the_office_up() -> None:
    with silent_port() as port:
        taken, left = sent_by(Server("127.0.0.1", port, SENDER, "none", timeout=0.05), [letter()])
    assert (taken, list(left.values())) == ([], ["почтовый сервер не отвечает"])


def test_a_hundred_letters_go_over_one_line() -> None:
    with post_office() as office:
        taken, left = sent_by(local(office.port), [letter(number) for number in range(1, 101)])
        assert (len(taken), left) == (100, {})
    assert len({str(one["Message-ID"]) for one in office.letters}) == 100


@pytest.mark.parametrize(
    "hostile", ["Тема\r\nBcc: spy@example.org", "a\nSubject: иное", "\x00\x1b[31m", "=?utf-8?b?PQ==?="]
)
def test_no_text_adds_a_header(hostile: str) -> None:
    safe = letter(text=f"{hostile}\r\n.\r\nMAIL FROM:<spy@example.org>\r\n")
    with post_office() as office:
        assert sent_by(local(office.port), [safe])[1] == {}
    (message,) = office.letters
    assert message["Bcc"] is None
    assert [one for one in message.keys() if one == "Subject"] == ["Subject"]  # noqa: SIM118  a message holds headers twice
    with pytest.raises(ValueError, match=r"newline|linefeed|header"):
        message_of(letter(subject="Тема\r\nBcc: spy@example.org"), SENDER)


def test_a_delivery_is_known_by_person_day_and_kind() -> None:
    one = delivery_id("РП-0001", "a@example.ru", DAY, "digest")
    assert one == delivery_id("РП-0001", "A@Example.ru", DAY, "digest")
    others = {
        delivery_id("РП-0002", "a@example.ru", DAY, "digest"),
        delivery_id("РП-0001", "a@example.ru", date(2026, 4, 16), "digest"),
        delivery_id("РП-0001", "a@example.ru", DAY, "summary"),
    }
    assert len(others | {one}) == 4
    assert message_of(letter(), SENDER).as_bytes() == message_of(letter(), SENDER).as_bytes()
