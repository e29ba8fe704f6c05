"""Pages → JSON: the blocks as objects, days by ISO 8601, numbers as numbers."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reports.formats.cell_words import in_sight
from reports.formats.page import Page
from reports.report import Block, Chart, Field, Jump, Light, Link, Listing, Slot, Value, Words

_LIGHTS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.GREY: "grey"}
Json = dict[str, Any]  # Any: what JSON holds


def render(title: str, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """One file: `{"title": …, "reports": [{"workbook": …, "tab": …, "stamp": …, "blocks": […]}]}`."""
    document = {"title": title, "reports": [_page(page) for page in pages]}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return {f"{title}.json": text.encode("utf-8", "replace") + b"\n"}


def _page(page: Page) -> Json:
    stamp = page.stamp and {"run": page.stamp.run, "moment": page.stamp.moment.isoformat()}
    report = page.report
    blocks = [_block(block) for block in page.blocks]
    return {"workbook": report.workbook, "tab": report.tab, "stamp": stamp, "blocks": blocks}


def _block(block: Block) -> Json:
    match block:
        case Words(text=text, size=size):
            return {"block": "words", "size": size, "text": text}
        case Listing():
            fields, rows = in_sight(block)
            table: Json = {"block": "listing", "title": block.title, "fields": [_field(one) for one in fields]}
            return table | {"leading": block.leading, "rows": [[_value(one) for one in row] for row in rows]}
        case Chart():
            return {
                "block": "chart",
                "title": block.title,
                "kind": block.kind.value,
                "unit": block.unit,
                "categories": list(block.categories),
                "series": [{"name": one.name, "values": list(one.values)} for one in block.series],
            }


def _field(field: Field) -> Json:
    return {"heading": field.heading, "form": field.form.value}


def _value(value: Value) -> object:
    match value:
        case Light():
            return {"light": _LIGHTS[value], "words": value.value}
        case Link(words=words, file=file, tab=tab, cell=cell, address=address):
            return {"words": words, "file": file, "tab": tab, "cell": cell, "address": address}
        case Jump(words=words, tab=tab, anchor=anchor):
            return {"words": words, "tab": tab, "anchor": anchor}
        case Slot(words=words):
            return words
        case date():
            return value.isoformat()
        case _:
            return value
