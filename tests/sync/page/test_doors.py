"""The door: a personal link opens once and becomes a cookie; nothing else opens, and nobody tries for long."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from sync.linking import revoke
from sync.page.tries import Tries
from sync.state.link_store import LinkStore
from tests.sync.offices import desk_of, updated
from tests.sync.page.visitors import Visitor, enter, link_for, mark_in, page_of, words_of


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office after its first update."""
    folder = tmp_path_factory.mktemp("doors") / "office"
    updated(folder)
    return folder


@pytest.mark.parametrize("path", ["/", "/remarks", "/reports", "/files", "/deeds", "/runs", "/docs", "/нет"])
def test_without_a_link_nothing_is_seen(office: Path, path: str) -> None:
    answer = page_of(office).get(path)
    assert answer.status_code == 401
    assert "личной ссылке" in words_of(answer)
    assert "Приозёрская" in answer.text


def test_a_link_becomes_a_cookie_that_no_script_and_no_other_site_has(office: Path) -> None:
    visitor = page_of(office)
    answer = visitor.send_form(link_for(office, "читатель"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("rpo=")
    assert {"HttpOnly", "Path=/", "SameSite=strict", "Max-Age=7776000"} <= set(cookie.split("; ")[1:])
    assert "Domain" not in cookie
    assert visitor.get("/").status_code == 200


def test_to_look_at_a_link_does_not_use_it_up(office: Path) -> None:
    visitor, link = page_of(office), link_for(office, "читатель")
    for _ in range(3):
        assert "Войти" in words_of(visitor.get(link))
    assert visitor.send_form(link).status_code == 303


def test_a_link_opens_once(office: Path) -> None:
    link = link_for(office, "читатель")
    assert page_of(office).send_form(link).status_code == 303
    answer = page_of(office).send_form(link)
    assert answer.status_code == 403
    assert "уже открыта раньше, устарела или отозвана" in words_of(answer)


def test_a_link_that_waited_too_long_does_not_open(office: Path) -> None:
    link = link_for(office, "читатель")
    assert page_of(office, timedelta(days=6, hours=23)).get(link).status_code == 200
    assert page_of(office, timedelta(days=7, hours=1)).send_form(link).status_code == 403


def test_a_session_ends(office: Path) -> None:
    visitor = enter(page_of(office), office, "читатель")
    later = page_of(office, timedelta(days=91))
    later.cookies = visitor.cookies
    answer = later.get("/")
    assert answer.status_code == 401
    assert 'rpo=""' in answer.headers["set-cookie"]


def test_a_revoked_link_ends_the_session_too(office: Path) -> None:
    visitor = enter(page_of(office), office, "сотрудник", "РП-0002")
    waiting = link_for(office, "сотрудник", "РП-0002")
    assert revoke(desk_of(office), "рп-2") >= 2
    assert visitor.get("/").status_code == 401
    assert page_of(office).send_form(waiting).status_code == 403


def test_who_leaves_is_forgotten(office: Path) -> None:
    visitor = enter(page_of(office), office, "читатель")
    cookies = dict(visitor.cookies)
    assert visitor.send_form("/leave").status_code == 200
    again = page_of(office)
    again.cookies.update(cookies)
    assert again.get("/").status_code == 401


def test_the_history_keeps_no_token(office: Path) -> None:
    visitor, link = page_of(office), link_for(office, "читатель")
    visitor.send_form(link)
    data = b"".join(path.read_bytes() for path in desk_of(office).state.parent.iterdir() if path.is_file())
    assert link.rpartition("/")[2].encode() not in data
    assert visitor.cookies["rpo"].encode() not in data


def test_after_ten_wrong_links_the_right_one_waits_too(office: Path) -> None:
    visitor, link = page_of(office), link_for(office, "читатель")
    assert [visitor.send_form(f"/enter/wrong{number}").status_code for number in range(11)] == [403] * 10 + [429]
    assert visitor.send_form(link).status_code == 429
    assert "Подождите десять минут" in words_of(visitor.send_form(link))


def test_tries_come_back_with_time_and_are_counted_together_too() -> None:
    clock = [0.0]
    tries = Tries(lambda: clock[0], most=2, span=10)
    tries.wrong("a")
    tries.wrong("a")
    assert not tries.allows("a")
    assert tries.allows("b")
    clock[0] = 10.0
    assert tries.allows("a")
    for number in range(20):
        tries.wrong(f"peer {number}")
    assert not tries.allows("nobody")


def test_no_log_knows_a_token(office: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        visitor, link = page_of(office), link_for(office, "читатель")
        visitor.send_form("/enter/wrong-token")
        visitor.send_form(link)
        visitor.get("/")
    said = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("rpo"))
    assert "GET / by РП-0001" in said
    assert not [word for word in ("wrong-token", link.rpartition("/")[2], visitor.cookies["rpo"]) if word in said]


def strange(visitor: Visitor, **headers: str) -> int:
    """The answer to a form that comes with other headers."""
    return visitor.post("/deeds/refresh", data={"mark": visitor.mark}, headers=headers).status_code


def test_only_our_own_forms_are_heard(office: Path) -> None:
    visitor = enter(page_of(office), office, "руководитель")
    assert visitor.post("/deeds/refresh", data={"mark": ""}).status_code == 403
    assert visitor.post("/deeds/refresh", data={"mark": "0" * 64}).status_code == 403
    assert strange(visitor, origin="https://evil.example") == 403
    assert strange(visitor, origin="null") == 403
    assert visitor.post("/deeds/refresh", json={"mark": visitor.mark}).status_code == 415
    assert visitor.post("/deeds/refresh", data={"mark": visitor.mark, "x": "я" * 70_000}).status_code == 413
    assert strange(visitor, origin="http://127.0.0.1:8080") == 303


def test_the_mark_is_of_one_session_and_does_not_tell_it(office: Path) -> None:
    one, other = (enter(page_of(office), office, "руководитель") for _ in range(2))
    assert one.mark != other.mark
    assert one.cookies["rpo"] not in one.get("/").text
    assert one.post("/deeds/refresh", data={"mark": other.mark}).status_code == 403
    assert mark_in(one.get("/")) == one.mark


def test_two_who_open_one_link_at_once_do_not_both_come_in(office: Path) -> None:
    link = link_for(office, "читатель")
    answers = [page_of(office).send_form(link).status_code for _ in range(2)]
    assert sorted(answers) == [303, 403]
    with LinkStore.open(desk_of(office).state, read_only=True) as store:
        opened = [one for one in store.links() if one.session is not None]
    assert len({one.session for one in opened}) == len(opened)
