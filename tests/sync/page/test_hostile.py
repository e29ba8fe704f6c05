"""Hostile texts of the registers on every page: they are words, nothing of them lives."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from sync.run import update
from tests.reports.formats.documents.hostile_texts import HOSTILE
from tests.sync.offices import build, desk_of, mentor, team, write_book
from tests.sync.page.visitors import enter, page_of, walk

TAGS = frozenset(
    ["html", "head", "meta", "title", "link", "body", "a", "p", "header", "nav", "ul", "li", "form", "input", "button", "main", "h1", "h2", "h3", "section", "article", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "data", "time", "figure", "svg", "rect", "polyline", "polygon", "circle", "text", "span", "label", "select", "option", "footer", "em", "strong", "code", "pre", "img", "hr", "ol", "blockquote"]
)  # fmt: skip
TEXTS = [one for one in HOSTILE if one.isprintable() and len(one) < 200]
"""What a workbook can hold; control characters do not get into one."""


class Page(HTMLParser):
    """The words of a page, the tags that we do not use, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.strange: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.strange += [] if tag in TAGS else [tag]
        for name, value in attrs:
            leads = name in {"href", "src", "action"} and not str(value).startswith(
                ("/", "#", "https://docs.google.com/")
            )
            self.strange += [f"{name}={value}"] if leads or name.startswith("on") or name == "style" else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose teams, stages and mentors are called by hostile texts, after an update and a hold."""
    folder = tmp_path_factory.mktemp("hostile") / "office"
    pairs = [
        team(number, **{"Название команды": text, "Стадия": text, "Приоритетное направление": text})
        for number, text in enumerate(TEXTS, 1)
    ]
    build(folder, teams=pairs)
    write_book(folder, ["MENT"], {"MENT": [{**mentor(1), "Место работы": text, "Код": text} for text in TEXTS]})
    update(desk_of(folder))
    return folder


def test_they_are_words_on_every_page(office: Path) -> None:
    visitor = enter(page_of(office), office, "администратор")
    said = ""
    for path, answer in walk(visitor, ("/docs/", "/reports-file/")):
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Page(answer.text)
            assert page.strange == [], path
            said += "".join(page.words)
    assert sum(text in said for text in TEXTS) > len(TEXTS) // 2


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'; DROP TABLE links; --"]
)
def test_in_an_address_or_a_form_they_are_words_too(office: Path, text: str) -> None:
    visitor = enter(page_of(office), office, "администратор")
    answers = [visitor.get(f"/{part}/{text}") for part in ("remarks", "reports", "docs", "documents", "deeds", "enter")]
    answers += [visitor.get("/deeds/explain", params={"since": text, "figure": text})]
    answers += [visitor.send_form("/deeds/history", register="TEAM", code=text)]
    answers += [visitor.get(str(answers[-1].headers["location"])), page_of(office).get(f"/{text}")]
    for answer in answers:
        assert answer.status_code < 500
        assert Page(answer.text).strange == []
    assert text not in answers[0].text
