"""`[page]` of the settings."""

import pytest

from config.errors import SettingsError
from config.page import PageSection
from config.settings import parse


def test_by_default_only_this_machine_reaches_the_page() -> None:
    page = parse("", {}).page
    assert (page.host, page.port, page.behind_proxy, page.is_here) == ("127.0.0.1", 8080, False, True)
    assert page.url == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("::1", True), ("127.0.0.9", True), ("0.0.0.0", False), ("::", False), ("office", False)],  # noqa: S104  what is told apart
)
def test_it_is_known_who_reaches_it(host: str, here: bool) -> None:  # noqa: FBT001
    assert PageSection(host=host).is_here == here


def test_a_link_begins_with_the_address_by_which_people_open_the_page() -> None:
    assert PageSection(host="::1", port=81).url == "http://[::1]:81"
    told = parse('[page]\nbehind_proxy = true\naddress = "https://rpo.example.ru/"\n', {})
    assert told.page.url == "https://rpo.example.ru"


@pytest.mark.parametrize(
    "address", ["http://rpo.example.ru", "rpo.example.ru", "https://", "https://a.ru/page", "https://a.ru/?x"]
)
def test_a_public_address_is_https_and_nothing_else(address: str) -> None:
    with pytest.raises(SettingsError, match="нужен адрес вида https"):
        parse(f'[page]\naddress = "{address}"\n', {})


@pytest.mark.parametrize("line", ["port = 70000", "link_days = 0", "session_days = 1000", 'hots = "x"'])
def test_what_can_not_be_is_refused(line: str) -> None:
    with pytest.raises(SettingsError):
        parse(f"[page]\n{line}\n", {})
