"""Any JSON in Google's place is read or refused, and never breaks the program."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.google import GoogleSection
from config.settings import Settings
from sync.backends.google import GoogleBackend
from sync.google.calls import Calls
from sync.google.failures import GoogleError
from sync.google.office import GoogleOffice
from sync.google.ports import Ports
from sync.google.ranges import Json


class Strange:
    """A client that answers with anything."""

    account: str | None = None
    skew: float | None = None

    def __init__(self, metadata: Json, values: Json, reply: Json) -> None:
        self.calls, self._answers = Calls(), (metadata, values, reply)

    def metadata(self, _spreadsheet: str, _fields: str) -> Json:
        return self._answers[0]

    def values(self, _spreadsheet: str, _ranges: Sequence[str]) -> Json:
        return self._answers[1]

    def batch(self, _spreadsheet: str, _body: Json, _fields: str) -> Json:
        return self._answers[2]


SHEET = {
    "properties": {
        "sheetId": 1,
        "title": "Лист",
        "index": 0,
        "sheetType": "GRID",
        "gridProperties": {"rowCount": 9, "columnCount": 9},
    },
    "merges": [{"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}],
    "developerMetadata": [
        {"metadataId": 5, "metadataKey": "rpo.tab", "metadataValue": "x"},
        {"metadataId": 6, "metadataKey": "rpo.mark", "metadataValue": "1:abc"},
    ],
    "protectedRanges": [{"range": {"sheetId": 1}, "requestingUserCanEdit": True, "editors": {"users": ["a@b"]}}],
    "data": [{"startRow": 1, "rowMetadata": [{"hiddenByUser": True}], "columnMetadata": [{}]}],
}
METADATA = {
    "spreadsheetId": "x",
    "properties": {"title": "Команды", "locale": "ru_RU", "timeZone": "Europe/Moscow"},
    "sheets": [SHEET],
}
VALUES = {"spreadsheetId": "x", "valueRanges": [{"range": "'Лист'!A1:B2", "values": [["Код", 5, 0.5, True]]}]}
REPLY = {"replies": [{}], "updatedSpreadsheet": {"sheets": [SHEET]}}
VALUES_OF_ALL_KINDS: list[object] = [
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    [],
    {},
    [None],
    [[]],
    ["x"],
    {"x": None},
    {"title": 5},
]
ANYTHING = st.sampled_from(VALUES_OF_ALL_KINDS)


def places(document: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where something stands in a document, the document itself left out."""
    match document:
        case dict():
            parts: list[tuple[str | int, object]] = list(document.items())
        case list():
            parts = list(enumerate(document))
        case _:
            parts = []
    for key, inner in parts:
        yield (*path, key)
        yield from places(inner, (*path, key))


def spoiled(document: object, path: tuple[str | int, ...], value: object) -> Any:  # Any: JSON
    """The document with another value at a place."""
    if not path:
        return value
    here: Any = document  # Any: JSON
    other: Any = here.copy()  # Any: as above
    other[path[0]] = spoiled(here[path[0]], path[1:], value)
    return other


@settings(max_examples=600, deadline=None)
@given(data=st.data())
def test_any_json_in_googles_place_is_read_or_refused_and_never_breaks_the_program(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answers = []
    for document in (METADATA, VALUES, REPLY):
        path = data.draw(st.sampled_from([(), *places(document)]))
        answers.append(spoiled(document, path, data.draw(ANYTHING)) if path else document)
    folder = tmp_path_factory.mktemp("office")
    office = GoogleOffice(GoogleSection(), folder, folder / "google.json", Ports())
    office.http = Strange(*answers)
    with suppress(GoogleError):
        backend_grids(office)
    with suppress(GoogleError):
        office.write("x", [], ())
    with suppress(GoogleError):
        office.metadata("x")


def backend_grids(office: GoogleOffice) -> None:
    """All that is made of a reading."""
    spreadsheet = {"id": "x" * 30, "registers": ["TEAM"], "name": "Команды"}
    google = GoogleSection.model_validate({"spreadsheet": [spreadsheet]})
    backend = GoogleBackend(office, Settings(google=google))
    backend.fingerprints()
    backend.read()
    office.read("x")
