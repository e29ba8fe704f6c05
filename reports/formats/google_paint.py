"""How the cells of a tab look, in as few requests and bytes of the Sheets API as may be."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from reports.formats.google_looks import Cell, Request, format_of, range_of
from reports.formats.palette import TONES, look_of
from reports.sheet import Sheet, Tone

_Stroke = tuple[int, int, int, str]
"""Row, first and last column, the format as JSON."""


def painted(sheet: Sheet, sheet_id: int) -> list[Request]:
    """The formats: first what cells of one tone share, over as many of them as possible, then what sets some apart."""
    return [
        *_repeated(sheet_id, _grounds(sheet), lambda _look: "userEnteredFormat"),
        *_repeated(sheet_id, _details(sheet), lambda look: f"userEnteredFormat({','.join(look)})"),
    ]


def _grounds(sheet: Sheet) -> Iterator[_Stroke]:
    """The look of the tone, cells side by side as one."""
    row, left, right, look = -1, 0, -1, ""
    for box in sorted(sheet.boxes, key=lambda one: (one.row, one.left)):
        ground = _json_of(box.tone)
        if (box.row, box.left, ground) == (row, right + 1, look):
            right = box.right
            continue
        if look:
            yield row, left, right, look
        row, left, right, look = box.row, box.left, box.right, ground
    if look:
        yield row, left, right, look


def _details(sheet: Sheet) -> Iterator[_Stroke]:
    """What the look of a cell has besides that of its tone."""
    for box in sheet.boxes:
        ground = _ground_of(box.tone)
        own = {name: value for name, value in format_of(look_of(box)).items() if ground.get(name) != value}
        if own:
            yield box.row, box.left, box.right, _json(own)


def merged(sheet: Sheet, sheet_id: int) -> Iterator[Request]:
    """One request for each block of rows in which the same columns are one cell in every row."""
    spans = ((box.row, box.left, box.right, "") for box in sheet.boxes if box.right > box.left)
    for _, left, right, top, bottom in _blocks(spans):
        place = range_of(sheet_id, top, bottom, left, right)
        yield {"mergeCells": {"mergeType": "MERGE_ROWS", "range": place}}


@cache
def _ground_of(tone: Tone) -> Cell:
    return format_of(TONES[tone])


@cache
def _json_of(tone: Tone) -> str:
    return _json(_ground_of(tone))


def _json(look: Cell) -> str:
    return json.dumps(look, sort_keys=True)


def _repeated(sheet_id: int, strokes: Iterable[_Stroke], fields: Callable[[Cell], str]) -> Iterator[Request]:
    """One request for each block of rows that look alike."""
    for look, left, right, top, bottom in _blocks(strokes):
        cell = json.loads(look)
        place = range_of(sheet_id, top, bottom, left, right)
        yield {"repeatCell": {"range": place, "cell": {"userEnteredFormat": cell}, "fields": fields(cell)}}


def _blocks(strokes: Iterable[_Stroke]) -> Iterator[tuple[str, int, int, int, int]]:
    """Look, first and last column, first and last row of each block."""
    blocks: dict[tuple[str, int, int], list[list[int]]] = {}
    for row, left, right, look in strokes:
        runs = blocks.setdefault((look, left, right), [])
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    for (look, left, right), runs in blocks.items():
        yield from ((look, left, right, top, bottom) for top, bottom in runs)
