"""Every answer is armoured; the page never stands open to others without https."""

import re
from pathlib import Path

import pytest

from config.errors import SettingsError
from config.page import PageSection
from sync.page.app import check
from tests.sync.offices import updated
from tests.sync.page.visitors import enter, page_of, walk

PUBLIC = PageSection(behind_proxy=True, address="https://rpo.example.ru")
_ACTS = re.compile(r"""<(script|style|iframe|object|embed|base)\b|\bstyle=|\bon\w+=|(?:src|action)="(?!/)""")
"""What runs, what looks of its own, what comes from elsewhere."""
HTTPS = {"x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office after its first update."""
    folder = tmp_path_factory.mktemp("armour") / "office"
    updated(folder)
    return folder


def test_every_answer_bears_the_headers_and_nothing_that_acts(office: Path) -> None:
    visitor = page_of(office)
    answers = [visitor.get(path) for path in ("/", "/enter/x", "/healthz", "/metrics", "/style.css", "/нет")]
    answers.append(visitor.post("/enter/x", data={"a": "b"}))
    answers.append(visitor.get("/", headers={"host": "evil.example"}))
    enter(visitor, office, "администратор")
    answers += [answer for _, answer in walk(visitor, ("/docs/", "/reports-file/"))]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert not _ACTS.search(answer.text if "html" in answer.headers.get("content-type", "") else "")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8080", ""])
def test_under_a_strange_name_nothing_answers(office: Path, host: str) -> None:
    answer = page_of(office).get("/", headers={"host": host})
    assert (answer.status_code, answer.headers["cache-control"]) == (421, "no-store")


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "LOCALHOST"])
def test_under_its_own_names_it_answers(office: Path, host: str) -> None:
    assert page_of(office).get("/", headers={"host": host}).status_code == 401


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "rpo.example.ru"])  # noqa: S104  what must be refused
def test_outside_without_https_it_does_not_start_and_says_why(host: str) -> None:
    with pytest.raises(SettingsError, match="https перед ней нет") as refused:
        check(PageSection(host=host))
    assert "behind_proxy = true" in refused.value.advice


def test_behind_a_proxy_it_must_be_known_how_people_open_it() -> None:
    with pytest.raises(SettingsError, match="как её открывают"):
        check(PageSection(host="10.0.0.5", behind_proxy=True))
    check(PUBLIC.model_copy(update={"host": "10.0.0.5"}))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.0.0.5"])
def test_on_this_machine_it_starts(host: str) -> None:
    check(PageSection(host=host))


def test_behind_a_proxy_the_cookie_is_for_https_only(office: Path) -> None:
    visitor = page_of(office, section=PUBLIC)
    visitor.headers.update(HTTPS)
    enter(visitor, office, "читатель")
    assert list(visitor.cookies) == ["__Host-rpo"]
    answer = visitor.get("/")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_behind_a_proxy_plain_http_is_refused(office: Path) -> None:
    visitor = page_of(office, section=PUBLIC)
    assert visitor.get("/").status_code == 403
    assert visitor.get("/", headers={"x-forwarded-proto": "http"}).status_code == 403


def test_figures_for_programs_are_not_seen_from_outside(office: Path) -> None:
    visitor = page_of(office, section=PUBLIC)
    assert visitor.get("/metrics").status_code == 200
    assert visitor.get("/metrics", headers=HTTPS).status_code == 404
    assert visitor.get("/healthz", headers=HTTPS).status_code == 404


def test_behind_a_proxy_wrong_links_are_counted_by_the_address_that_the_proxy_saw(office: Path) -> None:
    visitor = page_of(office, section=PUBLIC)
    told = [{**HTTPS, "x-forwarded-for": f"198.51.100.{number}, 203.0.113.7"} for number in range(11)]
    codes = [visitor.post("/enter/x", data={"a": "b"}, headers=one).status_code for one in told]
    assert codes == [403] * 10 + [429]
    other = {**HTTPS, "x-forwarded-for": "203.0.113.8"}
    assert visitor.post("/enter/x", data={"a": "b"}, headers=other).status_code == 403
