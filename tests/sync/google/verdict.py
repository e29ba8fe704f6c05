"""What must be true of an office in Google when a history has ended; each fault a sentence."""

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from config.codes import fold_code
from sync.result import Result
from sync.state.store import Store
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import letters
from tests.sheets_server.twin import differences
from tests.sync.google.histories import History, in_order
from tests.sync.google.stage import BOOKS, Moment, Stage

REMARKS = "Замечания"
_LINK = re.compile(r"/spreadsheets/d/([^/]+)/edit#gid=(\d+)&range=([A-Z]+)(\d+)")
_CELL = re.compile(r"[A-Z]+\d+")
_CODE = re.compile(r"(РП|КМ|НС)-\d{4}")
_BACK = re.compile(r" Верну(?:лось: .* исправлялось|лись после исправления: .*)\.$")
_READ = {"accepted", "unchanged"}

Told = dict[str, Any]  # Any: whatever a cell holds


def faults_of(history: History, start: Moment, updates: int, *, known: dict[Any, Told] | None = None) -> list[str]:
    """Everything that is wrong when the history, already played, has settled down.

    `known` remembers how the same deeds end when nobody works in the middle.
    """
    stage = history.stage
    last = history.settle()
    own = history.own | {sheet.id for sheet in stage.ours().values()}
    found = [f"staff: {name}: {one}" for name in BOOKS for one in differences(history.hands[name], without=own)]
    found += misplaced(stage, last)
    told = stage.told(looks=not history.touched_ours)
    fresh = _fresh(stage) if last.exit_code == 0 and not _remembers(stage) else None
    if fresh is not None:
        found += different("a new office", _remarks(told), _remarks(fresh))
    key = tuple((one.book, one.deed.name, repr(one.deed.arguments), one.after) for one in history.played)
    known = {} if known is None else known
    if key not in known:
        other = in_order(stage, start, history.played, updates)
        known[key] = {
            "told": None,
            "code": other.settle().exit_code,
            "tabs": stage.told(looks=not history.touched_ours),
        }
    if known[key]["code"] != last.exit_code:
        found.append(f"without people in the middle it ends with {known[key]['code']}, here with {last.exit_code}")
    return found + different("nobody in the middle", _unnumbered(told), _unnumbered(known[key]["tabs"]))


def _unnumbered(told: Told) -> Told:
    """Without the numbers of what waits for a person: they count what had waited before, too."""
    return {name: {**one, "cells": _numberless(one["cells"])} for name, one in told.items()}


def _numberless(cells: Mapping[tuple[int, int], Json]) -> dict[tuple[int, int], Json]:
    held = {row for (row, _), cell in cells.items() if _HELD.search(_text(cell))}
    return {at: _no_number(cell) if at[0] in held and at[1] == 0 else _no_words(cell) for at, cell in cells.items()}


def _no_number(cell: Json) -> Json:
    return cell | {"userEnteredValue": {"numberValue": 0}}


def _no_words(cell: Json) -> Json:
    text = _text(cell)
    return cell | {"userEnteredValue": {"stringValue": _HELD.sub("rpo ack", text)}} if _HELD.search(text) else cell


def _text(cell: Json) -> str:
    return str(cell.get("userEnteredValue", {}).get("stringValue", ""))


_HELD = re.compile(r"rpo ack \d+")


def different(what: str, told: Told, expected: Told) -> list[str]:
    """Where our tabs are not what they should be."""
    found = [f"{what}: {name} only there" for name in expected.keys() - told.keys()]
    found += [f"{what}: {name} only here" for name in told.keys() - expected.keys()]
    for name in told.keys() & expected.keys():
        found += [f"{what}: {name}: {one}" for one in _apart(told[name], expected[name])]
    return found


def _apart(here: Told, there: Told) -> Iterator[str]:
    for place in sorted(here["cells"].keys() | there["cells"].keys()):
        one, other = here["cells"].get(place), there["cells"].get(place)
        if one != other:
            keys = [key for key in {**(one or {}), **(other or {})} if (one or {}).get(key) != (other or {}).get(key)]
            here_, there_ = ({key: (cell or {}).get(key) for key in keys} for cell in (one, other))
            yield f"{letters(place[1])}{place[0] + 1}: {here_}, should be {there_}"
    yield from (
        f"{key}: {here[key]}, should be {there[key]}" for key in here if key != "cells" and here[key] != there[key]
    )


def misplaced(stage: Stage, last: Result) -> list[str]:
    """Remarks whose link leads to a row of another code; rows of a register that was not read now are not looked at.

    A link that is not called by a cell leads to the tab: the row is not there.
    """
    if any(one["state"] not in _READ for one in last.registers.values()):
        return []
    tabs = {name: sheet for name, sheet in stage.ours().items() if name.endswith(f"#{REMARKS}")}
    return [f"{name}: {wrong}" for name, sheet in tabs.items() for wrong in _misplaced(stage, sheet)]


def _misplaced(stage: Stage, sheet: Sheet) -> Iterator[str]:
    rows: dict[int, dict[int, Any]] = {}  # Any: a cell of the API
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, {})[column] = cell
    for row, cells in rows.items():
        texts = [cell.get("userEnteredValue", {}).get("stringValue", "") for cell in cells.values()]
        code = next((text for text in texts if _CODE.fullmatch(text)), None)
        called = (cell for cell in cells.values() if _CELL.fullmatch(_text(cell)))
        link = next((found for cell in called if (found := _LINK.search(str(cell)))), None)
        if code is None or link is None:
            continue
        there = _rows(stage.world.books[link[1]].sheet(int(link[2]))).get(int(link[4]) - 1, set())
        if not any(code in one or fold_code(one) == code for one in there):
            yield f"row {row + 1} says {code}, its link {link[0]} leads to {sorted(there)}"


def _rows(sheet: Sheet | None) -> dict[int, set[str]]:
    """Row → the texts that stand in it."""
    found: dict[int, set[str]] = {}
    if sheet is not None:
        for place in sheet.used():
            value = next(iter((sheet.effective(place) or {"": ""}).values()))
            found.setdefault(place[0], set()).add(str(value))
    return found


def _remarks(told: Told) -> Told:
    """«Замечания» without what only the past knows: to a new office everything is old, and nothing has come back."""
    mine = {name: one["cells"] for name, one in told.items() if name.endswith(f"#{REMARKS}")}
    return {
        name: {"cells": {at: _ageless(cell) for at, cell in cells.items() if "userEnteredValue" in cell}}
        for name, cells in mine.items()
    }


def _ageless(cell: Json) -> Json:
    text = _text(cell)
    bare = {"userEnteredValue": {"stringValue": _BACK.sub("", text).replace(", старая", "")}} if text else {}
    return {key: cell[key] for key in ("userEnteredValue", "textFormatRuns") if key in cell} | bare


_SPARE = {"addSheet": {"properties": {"sheetId": 1_999_999_999, "title": "Запасной пустой лист"}}}
"""Staff may have hidden or deleted all of theirs, and a spreadsheet must have a tab to show."""


def _remembers(stage: Stage) -> bool:
    """Something is said that only the past knows, such as a row that is gone: a new office can't say it."""
    with Store.open(stage.office.folder / "state" / "rpo.sqlite", read_only=True) as store:
        return bool(store.before(date.max).noticed)


def _fresh(stage: Stage) -> Told | None:
    """What a new office would say of the registers as they are now; None when it would not accept them."""
    for name in BOOKS:
        ids = [sheet.id for key, sheet in stage.ours().items() if key.startswith(f"{name}#")]
        stage.office.batch(name, [_SPARE, *({"deleteSheet": {"sheetId": one}} for one in ids)])
    for folder in ("state", "reports"):
        shutil.rmtree(stage.office.folder / folder, ignore_errors=True)
    result = stage.update()
    return stage.told(looks=False) if result.exit_code == 0 else None
