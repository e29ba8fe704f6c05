"""The outbox: letters are composed once a day and tried until they go out; what the history knows of them."""

import os
import signal
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sync.desk import Desk
from sync.google.ports import Ports
from sync.mail.due import Posted, send_due
from sync.mail.server import Line
from sync.run import update
from sync.state.mail_store import MailStore
from sync.state.store import Store
from tests.sync.mail.post_office import PostOffice, free_port, post_office
from tests.sync.offices import build, desk_of, team

FAULTY = [team(1, **{"Дата формирования": "когда-то"}), *(team(number) for number in range(2, 7))]
MAIL = '\n[mail]\nhost = "127.0.0.1"\nport = {port}\ntls = "none"\nfrom = "rpo@example.ru"\n{more}'
ALL = 'recipients = ["@example.ru"]\n'


def office(folder: Path, port: int, more: str = ALL) -> Desk:
    desk = build(folder, teams=FAULTY)
    set_mail(desk, port, more)
    update(desk_of(folder))
    return desk_of(folder)


def set_mail(desk: Desk, port: int, more: str = ALL) -> None:
    text = desk.settings_text.partition("\n[mail]")[0]
    (desk.root / "office.toml").write_text(text + MAIL.format(port=port, more=more), encoding="utf-8")


def on(desk: Desk, day: str, hour: str = "09:00", *, early: bool = False) -> Posted:
    today = replace(desk_of(desk.root, day), ports=Ports(sleep=lambda _seconds: None))
    return send_due(today, datetime.fromisoformat(f"{day}T{hour}:00+03:00"), early=early)


def test_letters_go_out_at_their_hour_once_a_day(tmp_path: Path) -> None:
    with post_office() as post:
        desk = office(tmp_path / "o", post.port)
        assert on(desk, "2026-04-15", "08:29").why == "Письма уходят в 08:30."
        first = on(desk, "2026-04-15", "08:30")
        assert (first.composed, first.sent) == (2, 2)
        assert on(desk, "2026-04-15", "10:00") == Posted()
        assert sorted(address for address, _ in post.taken) == ["head@example.ru", "students@example.ru"]
        assert on(desk, "2026-04-18").why == "Сегодня нерабочий день, письма не рассылаются."


def test_the_next_day_only_the_head_hears_when_nothing_is_new(tmp_path: Path) -> None:
    with post_office() as post:
        desk = office(tmp_path / "o", post.port)
        on(desk, "2026-04-15")
        later = on(desk, "2026-04-16")
        assert (later.composed, later.sent) == (1, 1)
        assert post.taken[-1][0] == "head@example.ru"


def test_without_a_server_nothing_is_composed(tmp_path: Path) -> None:
    desk = build(tmp_path / "o", teams=FAULTY)
    assert "не настроена" in on(desk, "2026-04-15").why


def test_nobody_outside_the_list_gets_a_letter_and_the_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from sync.cli import main

    with post_office() as post:
        desk = office(tmp_path / "o", post.port, 'recipients = ["head@example.ru"]\n')
        posted = on(desk, "2026-04-15")
        assert [address for address, _ in post.taken] == ["head@example.ru"]
    assert [(one.recipient, one.given_up) for one in posted.left] == [("РП-0002", False)]
    main(["status", "--office", str(desk.root)])
    assert "Почта. РП-0002: письмо не уходит с 15.04.2026, адреса нет в списке recipients" in capsys.readouterr().out
    assert main(["mail", "--office", str(desk.root), "--now", "-q"]) == 1


def test_a_dead_server_is_no_error_and_the_letter_goes_the_next_cycle(tmp_path: Path) -> None:
    desk = office(tmp_path / "o", free_port())
    left = on(desk, "2026-04-15")
    assert {one.why for one in left.left} == {"почтовый сервер не принимает соединение"}
    with post_office() as post:
        set_mail(desk, post.port)
        assert on(desk, "2026-04-15", "11:00").sent == 2
        assert on(desk, "2026-04-15", "12:00") == Posted()


def test_what_did_not_go_out_is_replaced_by_the_letter_of_the_next_day_and_given_up_at_last(tmp_path: Path) -> None:
    desk = office(tmp_path / "o", free_port(), ALL + "give_up_days = 5\n")
    fates = []
    for day in ("2026-04-15", "2026-04-16", "2026-04-17", "2026-04-20", "2026-04-21"):
        posted = on(desk, day)
        fates.append(sorted((one.recipient, one.since.day, one.given_up) for one in posted.left))
    assert fates[1] == [("РП-0001", 15, False), ("РП-0002", 15, False)], "one letter each, and since when"
    assert fates[3] == [("РП-0001", 15, True), ("РП-0002", 15, True)]
    assert fates[4] == [("РП-0001", 21, False), ("РП-0002", 21, False)], "then it begins anew"
    with post_office() as post:
        set_mail(desk, post.port)
        assert on(desk, "2026-04-21", "15:00").sent == 2
        text = post.letters[1].get_body(("plain",))
        assert text is not None
        assert "КМ-0001" in text.get_content(), "what nobody was told is told now"


def test_trouble_stands_in_the_head_s_tab_after_the_next_update(tmp_path: Path) -> None:
    desk = office(tmp_path / "o", free_port())
    on(desk, "2026-04-15")
    with Store.open(desk.history, read_only=True) as store:
        assert len(store.before(desk.today).past.undelivered) == 2


def test_killed_between_the_taking_and_the_note_the_same_letter_goes_again(tmp_path: Path) -> None:
    """The server has the letter, the history does not know it yet: the repeat is the same to the last byte."""
    with post_office() as post:
        desk = office(tmp_path / "o", post.port)
        child = os.fork()
        if child == 0:  # pragma: no cover  the child that is killed
            kill_after_first_letter()
            on(desk, "2026-04-15")
            os._exit(0)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert len(post.taken) == 1
        assert on(desk, "2026-04-15").sent == 2
    again = repeats(post)
    assert len(again) == 2
    assert {len(set(data)) for data in again.values()} == {1}, "one Message-ID, one content"
    with MailStore.open(desk.history, read_only=True) as store:
        assert store.waiting() == ()


def kill_after_first_letter() -> None:
    own = Line.send

    def send(self: Line, message: object) -> None:
        own(self, message)  # type: ignore[arg-type]  # passed on
        os.kill(os.getpid(), signal.SIGKILL)

    Line.send = send  # type: ignore[method-assign]  # in a child that dies at once


def repeats(post: PostOffice) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for message, (_, data) in zip(post.letters, post.taken, strict=True):
        found.setdefault(str(message["Message-ID"]), []).append(data)
    return found
