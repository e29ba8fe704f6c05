"""`rpo doctor` of letters: the server is called and signed into, nothing is sent; who can't get a letter is told."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sync.cli import main
from tests.sync.mail.post_office import PASSWORD, free_port, own_certificate, post_office
from tests.sync.mail.test_due import ALL, office, on, set_mail
from tests.sync.offices import STAFF, write_book

Told = pytest.CaptureFixture[str]
MAIL = ("Почтовый сервер", "Отправитель писем", "Кому можно писать", "Адреса сотрудников", "Очередь писем")


def found(root: Path, capsys: Told) -> Mapping[str, tuple[bool, str]]:
    """Name → whether it is in order, and what was found."""
    capsys.readouterr()
    main(["doctor", "--office", str(root), "--json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(one["ok"] or one["advice"] for one in told)
    return {one["name"]: (one["ok"], one["text"]) for one in told if one["name"] in MAIL}


def test_without_mail_nothing_is_asked_of_it(tmp_path: Path, capsys: Told) -> None:
    desk = office(tmp_path / "o", 1, "")
    (desk.root / "office.toml").write_text(desk.settings_text.partition("\n[mail]")[0], encoding="utf-8")
    assert found(desk.root, capsys) == {}


def test_a_server_that_lets_us_in_is_in_order_and_gets_no_letter(tmp_path: Path, capsys: Told) -> None:
    context, authority = own_certificate(tmp_path)
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    more = f'user = "rpo"\npassword_file = "{tmp_path}/password"\nca_file = "{authority}"\n'
    with post_office(context=context, password=True) as post:
        desk = office(tmp_path / "o", post.port, ALL + more)
        text = desk.settings_text.replace('"127.0.0.1"', '"localhost"').replace('"none"', '"starttls"')
        (desk.root / "office.toml").write_text(text, encoding="utf-8")
        assert found(desk.root, capsys) == {
            "Почтовый сервер": (True, "отвечает, вход принят"),
            "Отправитель писем": (True, "домен example.ru"),
            "Кому можно писать": (True, "адресов 0, доменов 1"),
            "Адреса сотрудников": (True, "у всех работающих есть и разрешены"),
            "Очередь писем": (True, "неотправленных нет"),
        }
        (tmp_path / "password").write_text("wrong", encoding="utf-8")
        assert found(desk.root, capsys)["Почтовый сервер"] == (False, "535: имя или пароль не приняты")
        (tmp_path / "password").unlink()
        assert found(desk.root, capsys)["Почтовый сервер"] == (False, "пароль не читается, соединения не было")
    assert post.tried == []


def test_a_dead_server_an_empty_list_and_letters_that_wait_are_told(tmp_path: Path, capsys: Told) -> None:
    desk = office(tmp_path / "o", free_port(), "")
    on(desk, "2026-04-15")
    told = found(desk.root, capsys)
    assert told["Почтовый сервер"] == (False, "почтовый сервер не принимает соединение")
    assert told["Кому можно писать"] == (False, "пуст: писем не получит никто")
    assert told["Адреса сотрудников"] == (False, "нет в списке recipients: РП-0001, РП-0002")
    ok, words = told["Очередь писем"]
    assert not ok
    assert words.startswith("ждут 2, больше не отправляются 0: РП-0001: письмо не уходит с 15.04.2026")


def test_an_employee_without_an_address_is_told_by_code(tmp_path: Path, capsys: Told) -> None:
    desk = office(tmp_path / "o", free_port())
    head, other = STAFF
    write_book(desk.root, ["STAFF"], {"STAFF": [head, {**other, "E-mail (служебный)": None}]})
    assert found(desk.root, capsys)["Адреса сотрудников"] == (False, "без адреса: РП-0002")


@pytest.mark.parametrize(
    ("sender", "login", "words"),
    [
        ("rpo@office", "", "домен «office» неполный"),
        ("rpo@example.ru", "rpo@other.example", "домен отправителя не тот, что у имени для входа"),
    ],
)
def test_a_sender_whom_no_server_would_believe_is_told(
    sender: str, login: str, words: str, tmp_path: Path, capsys: Told
) -> None:
    desk = office(tmp_path / "o", free_port(), f'{ALL}user = "{login}"\n')
    set_mail(desk, free_port(), f'{ALL}user = "{login}"\n')
    text = desk.settings_text.replace("rpo@example.ru", sender, 1)
    (desk.root / "office.toml").write_text(text, encoding="utf-8")
    assert found(desk.root, capsys)["Отправитель писем"] == (False, words)
