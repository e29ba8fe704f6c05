"""The world as a JSON file, so that a server started by hand remembers between starts."""

import json
from dataclasses import fields
from pathlib import Path

from tests.sheets_server.clock import Clock, RealClock
from tests.sheets_server.model import Sheet, Spreadsheet
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.ranges import GridRange
from tests.sheets_server.recalculation import recalculate
from tests.sheets_server.world import World

_PLAIN = {each.name for each in fields(Sheet)} - {"cells", "computed", "merges", "sized"}


def save(world: World, path: Path) -> None:
    """Writes the file beside the old one and moves it in."""
    document = {
        "seed": world.seed,
        "root": world.root,
        "chance": world.chance.getstate(),
        "files": world.files,
        "comments": world.comments,
        "books": [_book_json(book) for book in world.books.values()],
    }
    beside = path.with_name(path.name + ".new")
    beside.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def load(path: Path, clock: Clock | None = None) -> World:
    """The world that was saved."""
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    world = World(clock or RealClock(), document["seed"], document["files"], comments=document["comments"])
    world.root = document["root"]
    version, state, gauss = document["chance"]
    world.chance.setstate((version, tuple(state), gauss))
    for each in document["books"]:
        book = _book(each)
        world.books[book.id] = book
        recalculate(book, world.moment(book))
    return world


def _book_json(book: Spreadsheet) -> Json:
    sheets = [_sheet_json(sheet) for sheet in book.sheets]
    return {
        "id": book.id,
        "properties": book.properties,
        "named": book.named,
        "metadata": book.metadata,
        "sheets": sheets,
    }


def _book(document: Json) -> Spreadsheet:
    sheets = [_sheet(each) for each in document["sheets"]]
    return Spreadsheet(document["id"], document["properties"], sheets, document["named"], document["metadata"])


def _sheet_json(sheet: Sheet) -> Json:
    found: Json = {name: getattr(sheet, name) for name in _PLAIN}
    found["cells"] = [[row, column, cell] for (row, column), cell in sheet.cells.items()]
    found["merges"] = [merge.json() for merge in sheet.merges]
    found["sized"] = {dimension: list(sizes.items()) for dimension, sizes in sheet.sized.items()}
    return found


def _sheet(document: Json) -> Sheet:
    cells: dict[Position, Value] = {(row, column): cell for row, column, cell in document.pop("cells")}
    merges = [GridRange.of(each) for each in document.pop("merges")]
    sized = {dimension: dict(sizes) for dimension, sizes in document.pop("sized").items()}
    return Sheet(cells=cells, merges=merges, sized=sized, **document)
