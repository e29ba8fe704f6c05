"""A page in HTML: whole in one file, nothing runs in it, it holds the same figures as the listings."""

from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser

import pytest

from reports.formats import FORMATS
from reports.formats.cell_words import in_sight
from reports.formats.page import Page
from reports.layout import shown
from reports.report import Jump, Listing, Value

VOID = {"meta", "col", "br"}


class Parsed(HTMLParser):
    """Elements with their attributes and words; whether every element that was opened is closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.tables: list[list[list[str]]] = []
        self.exact: list[list[list[str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
            self.exact.append([])
        if tag == "tr":
            self.tables[-1].append([])
            self.exact[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append("")
            self.exact[-1][-1].append(None)
        if tag in {"data", "time"}:
            self.exact[-1][-1][-1] = dict(attrs)["value" if tag == "data" else "datetime"]
        if tag == "br" and "tbody" in self.open:
            self.tables[-1][-1][-1] += "\n"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words.setdefault(self.open[-1], []).append(data)
        if {"td", "th"} & set(self.open):
            self.tables[-1][-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def parsed(pages: Sequence[Page], title: str = "Отчёты") -> Parsed:
    (content,) = FORMATS["html"](title, pages).values()
    page = Parsed(content.decode("utf-8"))
    assert page.open == []
    return page


def exact(value: Value) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) else None


def listings(pages: Sequence[Page]) -> list[Listing]:
    return [block for page in pages for block in page.blocks if isinstance(block, Listing)]


@pytest.mark.parametrize("which", ["pages", "demo_pages"])
def test_every_listing_stands_with_its_values(which: str, request: pytest.FixtureRequest) -> None:
    pages: tuple[Page, ...] = request.getfixturevalue(which)
    page = parsed(pages)
    assert len(page.tables) == len(listings(pages))
    for listing, table, values in zip(listings(pages), page.tables, page.exact, strict=True):
        _, rows = in_sight(listing)
        body, figures = (table, values) if listing.bare else (table[1:], values[1:])
        if not rows:
            assert body == [[listing.empty]]
            continue
        assert [[exact(value) for value in row] for row in rows] == figures
        assert [row[0] for row in body] == [shown(row[0]) for row in rows]


def test_figures_are_written_as_people_read_them(pages: tuple[Page, ...]) -> None:
    rows = parsed(pages).tables[0]
    assert rows[0] == ["Код", "Показатель", "Факт", "Доля", "Когда", "Оценка"]
    assert rows[1] == ["К01", "Подано заявок", "1\u00a0250", "95,3\u00a0%", "05.04.2026", "зелёный"]
    assert rows[2] == ["К02", "Зачислено", "−3", "", "", "красный"]
    assert rows[3][1:4] == ["=1+1 и <b>«кавычки»</b>", "0", "100\u00a0%"]


def test_everything_is_inside_and_nothing_runs(pages: tuple[Page, ...]) -> None:
    page = parsed(pages)
    assert not {"script", "link", "iframe", "img", "object", "form"} & {tag for tag, _ in page.elements}
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert "@import" not in page.words["style"][0]
    assert "url(" not in page.words["style"][0]


def test_it_is_russian_and_read_aloud_in_order(pages: tuple[Page, ...]) -> None:
    page = parsed(pages)
    assert page.all("html") == [{"lang": "ru"}]
    assert page.words["title"][0] == "Отчёты"
    assert page.words["caption"] == ["Показатели", "Команды", "Пусто"]
    assert {one["scope"] for one in page.all("th")} == {"col", "row"}
    assert [one["aria-label"] for one in page.all("section")] == ["Отчёт. Первый", "Второй"]
    assert next((one["role"], one["aria-label"]) for one in page.all("svg")) == ("img", "Команды по муниципалитетам")


def test_a_jump_leads_to_its_row_and_is_plain_words_when_there_is_none(pages: tuple[Page, ...]) -> None:
    page = parsed(pages)
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    ways = [one["href"] for one in page.all("a")]
    inside = [way for way in ways if way and way.startswith("#")]
    assert inside == ["#p1", "#p2", "#p2-b2-r2"]
    assert {way[1:] for way in inside} <= ids
    assert [way for way in ways if way not in inside] == ["https://example.ru/x#gid=7"]
    assert page.words["a"] == ["Отчёт. Первый", "Второй", "К03", "I14"]


def test_a_jump_without_an_anchor_leads_to_the_whole_report(pages: tuple[Page, ...]) -> None:
    from reports.formats.jumps import Place, place_among

    assert place_among(pages, Jump("там", "Второй")) == Place(1)
    assert place_among(pages, Jump("там", "Второй", "Пусто")) == Place(1, 2)
    assert place_among(pages, Jump("там", "Третий")) is None


def test_the_stamp_stands_under_the_title(pages: tuple[Page, ...]) -> None:
    assert any("Обновление №\u00a017" in words for words in parsed(pages).words["p"])


def test_the_same_pages_give_the_same_bytes(pages: tuple[Page, ...]) -> None:
    assert FORMATS["html"]("О", pages) == FORMATS["html"]("О", [Page(one.report, one.stamp) for one in pages])
