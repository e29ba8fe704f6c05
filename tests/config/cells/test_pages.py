"""Addresses of pages and links."""

from time import perf_counter

import pytest

from config.cells.pages import read_page, read_url
from config.columns import Column, Kind, Reading

COLUMN = Column("Ссылка", Kind("page", "Адрес страницы", read_page))


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("https://vk.com/kadry_region", "https://vk.com/kadry_region"),
        ("vk.com/Kadry_Region/", "https://vk.com/kadry_region"),
        ("http://m.vk.com/club1", "https://vk.com/club1"),
        ("vk.ru/public1", "https://vk.com/public1"),
        ("https://vk.com/event1", "https://vk.com/event1"),
        ("https://vk.com/id1?w=wall1_2", "https://vk.com/id1"),
        ("https://t.me/Kadry_Region", "https://t.me/kadry_region"),
        ("telegram.me/kadry", "https://t.me/kadry"),
        ("telegram.dog/kadry", "https://t.me/kadry"),
        ("kadry.t.me", "https://t.me/kadry"),
        ("t.me/s/kadry", "https://t.me/kadry"),
        ("@kadry", "https://t.me/kadry"),
        ("max.ru/kadry", "https://max.ru/kadry"),
        ("ok.ru/group/570", "https://ok.ru/group/570"),
        ("m.ok.ru/group570", "https://ok.ru/group/570"),
        ("https://odnoklassniki.ru/profile/12", "https://ok.ru/profile/12"),
        ("ok.ru/kadry", "https://ok.ru/kadry"),
        ("dzen.ru/kadry", "https://dzen.ru/kadry"),
        ("https://zen.yandex.ru/id/5f", "https://dzen.ru/id/5f"),
        ("rutube.ru/channel/123/videos/", "https://rutube.ru/channel/123"),
        ("rutube.ru/u/kadry", "https://rutube.ru/u/kadry"),
        ("http://www.School613.ru/", "https://school613.ru"),
        ("https://school613.ru/page/?id=5&utm_source=vk#top", "https://school613.ru/page?id=5"),
        ("школа613.рф", "https://школа613.рф"),
    ],
)
def test_a_page_has_one_address(typed: str, page: str) -> None:
    assert read_page(typed, COLUMN) == Reading(page)
    assert read_page(page, COLUMN) == Reading(page)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("vk.com/wall-1_2", "запись"),
        ("vk.com/video-1_2", "запись"),
        ("vk.com/@kadry-statya", "запись"),
        ("t.me/kadry/12", "запись"),
        ("ok.ru/group/1/topic/2", "запись"),
        ("ok.ru/video/1", "запись"),
        ("dzen.ru/a/abc", "запись"),
        ("rutube.ru/video/abc/", "запись"),
        ("max.ru/kadry/abc", "запись"),
        ("t.me/+AbC", "закрыта"),
        ("t.me/joinchat/AbC", "закрыта"),
        ("max.ru/join/abc", "закрыта"),
        ("t.me/abc", "нет страницы"),
        ("t.me/1kadry", "нет страницы"),
        ("t.me/kadry_", "нет страницы"),
        ("vk.com", "нет страницы"),
        ("vk.com/feed", "нет страницы"),
        ("rutube.ru/kadry", "нет страницы"),
        ("ok.ru/group/", "нет страницы"),
        ("vk.com/away.php?to=https%3A%2F%2Fa.ru", "ссылка-переход"),
        ("https://www.google.com/url?q=https://a.ru", "ссылка-переход"),
        ("bit.ly/abc", "сокращённая"),
        ("vk.cc/abc", "сокращённая"),
        ("instagram.com/kadry", "запрещена"),
        ("https://m.facebook.com/kadry", "запрещена"),
        ("ourteam", "не ссылка"),
        ("наша страница в ВК", "не ссылка"),
        ("team@example.ru", "адрес почты"),
        ("протокол.pdf", "не ссылка"),
        ("vк.com/kadry", "смешаны"),
        ("http://[::1]/", "не ссылка"),
        ("https://" + "a" * 3000 + ".ru", "длинный"),
        (5, "не ссылка"),
    ],
)
def test_what_is_no_open_page_is_c14(typed: str | int, words: str) -> None:
    reading = read_page(typed, COLUMN)
    assert (reading.value, reading.code) == (None, "C14")
    assert words in reading.text
    assert reading.advice.endswith(".")


def test_two_links_in_a_cell_are_c11() -> None:
    assert read_page("https://a.ru https://b.ru", COLUMN).code == "C11"
    assert read_url("https://a.ru https://b.ru", COLUMN).code == "C11"


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("school613.ru", "https://school613.ru"),
        ("Http://School613.ru/News", "http://school613.ru/News"),
        ("www.school613.ru", "https://www.school613.ru"),
        ("https://vk.com/wall-1_2", "https://vk.com/wall-1_2"),
        ("https://t.me/kadry/12?single", "https://t.me/kadry/12?single"),
        ("https://disk.example.ru:8443/d/AbC?x=1#y", "https://disk.example.ru:8443/d/AbC?x=1#y"),
        ("<https://example.ru/a>.", "https://example.ru/a"),
    ],
)
def test_any_link_is_taken_silently(typed: str, link: str) -> None:
    assert read_url(typed, COLUMN) == Reading(link)


@pytest.mark.parametrize(
    "typed", ["ссылка", "ftp://a.ru", r"C:\docs\a.docx", "смотри на сайте", "a@b.ru", "https://", 5]
)
def test_what_is_no_link_is_c14(typed: str | int) -> None:
    assert read_url(typed, COLUMN)[:2] == (None, "C14")


@pytest.mark.parametrize("text", ["a." * 25_000, "https://" * 6_000, "a-" * 25_000, "a" * 50_000, "/" * 50_000])
def test_a_huge_cell_is_refused_in_no_time(text: str) -> None:
    start = perf_counter()
    assert read_page(text, COLUMN).value is None
    assert read_url(text[:1999], COLUMN) is not None
    assert perf_counter() - start < 1
