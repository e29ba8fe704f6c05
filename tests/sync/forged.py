"""A package that somebody has changed with care: the same numbers in all its files, new sums, a new seal."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from reports.federal.reading import Package
from reports.federal.service_sheets import EQUALITY, METHOD, agreements
from reports.federal.writing.contents import in_words
from reports.federal.writing.data import COLUMNS, DATA, FOLDER, file_title, text_table
from reports.federal.writing.manifest import MANIFEST, digest_of, manifest_in
from reports.federal.writing.package import WORKBOOK
from reports.federal.writing.summary import SUMMARY, as_text

Json = dict[str, Any]  # Any: what JSON holds
HIDDEN = "скрыто"


def forged(files: Mapping[str, bytes], changes: Mapping[str, int | str]) -> dict[str, bytes]:
    """Cells by their addresses: a number, or the mark «скрыто»."""
    shape: Json = json.loads(files[SUMMARY])
    _put(shape, changes)
    package = Package("forged", {SUMMARY: as_text(shape)})
    known = package.equations
    found = agreements(package.figures, known.sums, known.same)
    shape["hidden"] = sum(value == HIDDEN for value in package.figures.values())
    told = {f"{METHOD}/{EQUALITY}: {name}/Значение": words for name, words in found.items()}
    _put(shape, {**told, f"{METHOD}/Скрыто: Ячеек со словом «скрыто»/Значение": shape["hidden"]})
    return sealed({**files, SUMMARY: as_text(shape), **_texts(shape), WORKBOOK: _book(files[WORKBOOK], shape)})


def sealed(files: Mapping[str, bytes], **changed: object) -> dict[str, bytes]:
    """With a manifest that fits the files."""
    manifest = manifest_in(files[MANIFEST])
    assert manifest is not None
    sums = {name: digest_of(data) for name, data in files.items() if name != MANIFEST}
    return {**files, MANIFEST: manifest.model_copy(update={"files": sums, **changed}).sealed().as_bytes()}


def _cells(shape: Json) -> Sequence[tuple[str, Json]]:
    return [
        (f"{table['code']}/{row['key']}/{column}", cell)
        for table in shape["tables"]
        for row in table["rows"]
        for column, cell in zip(table["columns"], row["cells"], strict=True)
    ]


def _put(shape: Json, changes: Mapping[str, int | str]) -> None:
    cells = dict(_cells(shape))
    for key, value in changes.items():
        cells[key].update({"value": None, "flag": value} if value == HIDDEN else {"value": value, "flag": ""})


def _texts(shape: Json) -> dict[str, bytes]:
    """The long form from the old lines, the tables of text anew; days stay as they are, since none is changed."""
    first = (shape["region"], shape["period"], shape["as_of"])
    lines = [
        (*first, table["code"], row["key"], column, in_words(cell["value"]), cell["flag"], str(shape["correction"]))
        for table in shape["tables"]
        for row in table["rows"]
        for column, cell in zip(table["columns"], row["cells"], strict=True)
    ]
    tables = {
        f"{FOLDER}/{file_title(table['code'], table['title'])}": text_table(
            table["columns"], [[_day(cell) for cell in row["cells"]] for row in table["rows"]]
        )
        for table in shape["tables"]
    }
    return {DATA: text_table(COLUMNS, lines), **tables}


def _day(cell: Json) -> str:
    words = cell["flag"] or in_words(cell["value"])
    return ".".join(reversed(words.split("-"))) if _is_a_day(words) else words


def _is_a_day(value: object) -> bool:
    return isinstance(value, str) and [len(one) for one in value.split("-")] == [4, 2, 2]


def _book(data: bytes, shape: Json) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for table, sheet in zip(shape["tables"], book, strict=True):
        for at, row in enumerate(table["rows"], start=2):
            for column, cell in enumerate(row["cells"], start=1):
                if cell["flag"] or (cell["value"] is not None and not _is_a_day(cell["value"])):
                    sheet.cell(at, column).value = cell["flag"] or cell["value"]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def lines_of(data: bytes) -> list[list[str]]:
    """The lines of a table of text."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
