"""Recorded answers of Google's servers against ours, request by request."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from tests.sheets_server import recorded_start
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.ranges import split
from tests.sheets_server.server import SheetsServer

_IDS = frozenset(
    {"id", "spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId", "tableId", "bandedRangeId", "spreadsheetUrl"}
)
_IGNORED = re.compile(
    r"(^|\.)(createdTime|modifiedTime)$"
    r"|^(updatedSpreadsheet\.)?properties\.(spreadsheetTheme|defaultFormat)(\.|$)"
    r"|\.editors\.users(\[|$)"
    r"|\.pixelSize$"
)
_FILE = re.compile(r"/(?:spreadsheets|files)/([^/:]+)")


class Difference(NamedTuple):
    """A place of an answer where ours isn't Google's; `asked` says which exchange of the case it was."""

    asked: str
    path: str
    recorded: Value
    ours: Value


@dataclass
class Outcome:
    """What a case, or many, came to: how many exchanges were compared, what differed and what could not be asked."""

    compared: int = 0
    differences: list[Difference] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        self.compared += other.compared
        self.differences += other.differences
        self.skipped += other.skipped


def cases(path: Path) -> Iterator[Json]:
    """The cases of a recording, a line each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def replayed(case: Json, *, from_before: bool = False) -> Outcome:
    """One case against a server of its own; `from_before`: it begins with a spreadsheet that others made before."""
    return _Replay(case["cassette"], from_before=from_before).run(case["interactions"])


def may_differ(path: str) -> bool:
    """What stands at that path of an answer depends on the day, the account or the fonts of the server."""
    return bool(_IGNORED.search(path))


def exchange(recorded: Json) -> tuple[Call, Answer]:
    """A recorded request and its answer, as they were."""
    return _call(recorded, lambda text: text), Answer(
        recorded["status"], json.dumps(recorded["res"]).encode(), {"Content-Type": recorded["ctype"] or ""}
    )


def _call(recorded: Json, ours: Callable[[str], str]) -> Call:
    query: dict[str, list[str]] = {}
    for name, value in recorded["q"]:
        query.setdefault(name, []).append(ours(value))
    body = recorded["req"]
    text = body if isinstance(body, str) else json.dumps(body)
    return Call(
        method=recorded["m"],
        path=ours(unquote(recorded["path"])),
        query=query,
        body=b"" if body is None else ours(text).encode(),
        content_type="text/csv" if isinstance(body, str) else "application/json",
    )


class _Replay:
    """Asks a fresh server what was asked then, with our ids for the recorded ones, and compares the answers."""

    def __init__(self, name: str, *, from_before: bool) -> None:
        self._name = name
        self._from_before = from_before
        self._server = SheetsServer()
        self._ids: dict[str, str] = {}
        self._before: set[str] = set()
        self._outcome = Outcome()

    def run(self, interactions: list[Json]) -> Outcome:
        for index, recorded in enumerate(interactions):
            asked = f"{self._name} #{index} {recorded['m']} {recorded['path']}"
            reason = self._begins(recorded) or self._reason_to_skip(recorded)
            if reason:
                self._outcome.skipped.append(f"{asked}: {reason}")
                continue
            answer = self._server.answer(_call(recorded, self._ours))
            if "/drive/v2/" in recorded["path"]:
                self._learn(recorded["res"], answer.json())
                self._outcome.skipped.append(f"{asked}: carried out; the answer tells of the tester's account")
                continue
            self._compare(asked, recorded, answer)
        return self._outcome

    def _begins(self, recorded: Json) -> str:
        """Takes the first answer about a spreadsheet that was there before for the state the case begins with."""
        answer = recorded["res"]
        whole = (
            self._from_before
            and isinstance(answer, dict)
            and {"spreadsheetId", "properties", "sheets"} <= answer.keys()
        )
        if recorded["m"] != "GET" or not whole or answer["spreadsheetId"] in self._ids:
            return ""
        recorded_start.put(self._server.world, answer)
        self._ids[answer["spreadsheetId"]] = answer["spreadsheetId"]
        self._before |= {sheet["properties"]["title"] for sheet in answer["sheets"]}
        return "the state this case begins with"

    def _reason_to_skip(self, recorded: Json) -> str:
        if recorded["status"] in {401, 403, 429} or recorded["status"] >= 500:
            return f"an answer of {recorded['status']} speaks of the account or its quota"
        file = _FILE.search(recorded["path"])
        if file and file[1] not in self._ids and recorded["status"] < 400:
            return "a file that this case did not make"
        asked = [unquote(recorded["path"]).partition("/values/")[2], *(v for k, v in recorded["q"] if k == "ranges")]
        if recorded["m"] == "GET" and any((title := split(text)[0] or text) in self._before for text in asked):
            return f"cells that this case did not write: {title}"
        listed = recorded["res"].get("files", []) if isinstance(recorded["res"], dict) else []
        if any(each["id"] not in self._ids for each in listed):
            return "a list of files that this case did not make"
        return ""

    def _ours(self, text: str) -> str:
        """The text with every recorded id replaced by ours."""
        if not self._ids:
            return text
        known = sorted((re.escape(each) for each in self._ids), key=len, reverse=True)
        return re.sub(rf"(?<![\w-])({'|'.join(known)})(?![\w-])", lambda match: self._ids[match[1]], text)

    def _compare(self, asked: str, recorded: Json, answer: Answer) -> None:
        self._outcome.compared += 1
        found = self._outcome.differences
        if recorded["status"] != answer.status:
            found.append(
                Difference(asked, "status", (recorded["status"], recorded["res"]), (answer.status, answer.body))
            )
            return
        is_json = "json" in recorded["ctype"]
        ours = answer.json() if is_json else answer.body.decode() or None
        self._learn(recorded["res"], ours)
        expected = json.loads(self._ours(json.dumps(recorded["res"]))) if is_json else recorded["res"]
        found += [Difference(asked, *each) for each in _differences(expected, ours, "") if not may_differ(each[0])]
        if recorded["ctype"].partition(";")[0] != answer.headers["Content-Type"].partition(";")[0]:
            found.append(Difference(asked, "Content-Type", recorded["ctype"], answer.headers["Content-Type"]))

    def _learn(self, recorded: Value, ours: Value) -> None:
        """Takes in which recorded id is which of ours, where both stand at the same path."""
        if isinstance(recorded, dict) and isinstance(ours, dict):
            for key in recorded.keys() & ours.keys():
                if key in _IDS and recorded[key] not in (0, ours[key]):
                    self._ids.setdefault(str(recorded[key]), str(ours[key]))
                if key == "parents" and all(isinstance(each, str) for each in recorded[key] + ours[key]):
                    self._ids |= dict(zip(recorded[key], ours[key], strict=False))
                self._learn(recorded[key], ours[key])
        elif isinstance(recorded, list) and isinstance(ours, list):
            for one, other in zip(recorded, ours, strict=False):
                self._learn(one, other)


def _differences(recorded: Value, ours: Value, path: str) -> Iterator[tuple[str, Value, Value]]:
    if isinstance(recorded, dict) and isinstance(ours, dict):
        for key in sorted(recorded.keys() | ours.keys()):
            inner = f"{path}.{key}" if path else key
            if key in recorded and key in ours:
                yield from _differences(recorded[key], ours[key], inner)
            else:
                yield inner, recorded.get(key, "(absent)"), ours.get(key, "(absent)")
    elif isinstance(recorded, list) and isinstance(ours, list) and len(recorded) == len(ours):
        for index, (one, other) in enumerate(zip(recorded, ours, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif recorded != ours or type(recorded) is not type(ours):
        yield path, recorded, ours
