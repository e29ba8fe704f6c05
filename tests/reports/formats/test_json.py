"""JSON: blocks are objects, numbers are numbers, days are ISO, the same pages give the same bytes."""

import json
from datetime import date
from typing import Any

import pytest

from reports.formats import FORMATS
from reports.formats.cell_words import in_sight
from reports.formats.page import Page
from reports.report import Chart, Listing, Value

Json = Any  # Any: what JSON holds


def opened(pages: tuple[Page, ...]) -> Json:
    files = FORMATS["json"]("Отчёты", pages)
    assert list(files) == ["Отчёты.json"]
    return json.loads(files["Отчёты.json"].decode("utf-8"))


def test_a_report_says_what_it_is(pages: tuple[Page, ...]) -> None:
    document = opened(pages)
    assert document["title"] == "Отчёты"
    first, second = document["reports"]
    assert (first["workbook"], first["tab"]) == ("Отчёты", "Отчёт. Первый")
    assert first["stamp"] == {"run": 17, "moment": "2026-04-15T02:00:00+00:00"}
    assert second["stamp"] is None
    assert [one["block"] for one in first["blocks"]] == ["words"] * 2 + ["chart"] * 4 + ["listing"]


def test_values_keep_their_kind(pages: tuple[Page, ...]) -> None:
    table = opened(pages)["reports"][0]["blocks"][-1]
    assert table["fields"][3] == {"heading": "Доля", "form": "percent"}
    assert table["rows"][0] == [
        "К01",
        "Подано заявок",
        1250,
        95.3,
        "2026-04-05",
        {"light": "green", "words": "зелёный"},
    ]
    assert table["rows"][1][3:5] == [None, None]
    assert table["rows"][2][0] == {"words": "К03", "tab": "Второй", "anchor": "КМ-0002"}
    assert table["rows"][4][1]["address"] == "https://example.ru/x#gid=7"


def test_a_chart_keeps_its_gaps(pages: tuple[Page, ...]) -> None:
    chart = opened(pages)["reports"][0]["blocks"][3]
    assert (chart["kind"], chart["unit"], chart["categories"]) == ("column", "человек", ["сен", "окт", "ноя", "дек"])
    assert chart["series"][1] == {"name": "Факт", "values": [8, 22.5, None, 35]}


def plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | float) or value is None else getattr(value, "words", str(value))


def said(value: object) -> object:
    return value["words"] if isinstance(value, dict) else value


@pytest.mark.parametrize("which", ["pages", "demo_pages"])
def test_every_value_is_there(which: str, request: pytest.FixtureRequest) -> None:
    pages: tuple[Page, ...] = request.getfixturevalue(which)
    for page, found in zip(pages, opened(pages)["reports"], strict=True):
        for block, one in zip(page.blocks, found["blocks"], strict=True):
            if isinstance(block, Listing):
                _, rows = in_sight(block)
                assert [[said(value) for value in row] for row in one["rows"]] == [
                    list(map(plain, row)) for row in rows
                ]
            elif not isinstance(block, Chart):
                assert one["text"] == block.text


def test_the_same_pages_give_the_same_bytes(demo_pages: tuple[Page, ...]) -> None:
    assert FORMATS["json"]("О", demo_pages) == FORMATS["json"]("О", demo_pages)
