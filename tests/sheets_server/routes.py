"""Which function answers which address: one line a method of the APIs."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tests.sheets_server import drive, drive_permissions, tokens
from tests.sheets_server import filter_routes as filters
from tests.sheets_server import spreadsheet_routes as sheets
from tests.sheets_server.call import Answer
from tests.sheets_server.plain import Value

_BOOK = r"/v4/spreadsheets/([^/:]+)"
_FILE = r"/drive/v3/files/([^/:]+)"
_SLASHES = re.compile(r"/+(?=:|$)")
_NAMES = {r"([^/:]+)": "{id}", r"(.+)": "{range}", r"(\d+)": "{number}"}


class Route(NamedTuple):
    """A method of an API: the groups of `pattern` are what `perform` takes after the world and the call."""

    method: str
    pattern: re.Pattern[str]
    perform: Callable[..., Answer]

    @classmethod
    def of(cls, method: str, pattern: str, perform: Callable[..., Answer]) -> "Route":
        return cls(method, re.compile(pattern, re.DOTALL), perform)


ROUTES: tuple[Route, ...] = (
    Route.of("POST", r"/token", tokens.issue),
    Route.of("POST", r"/v4/spreadsheets", sheets.create),
    Route.of("GET", _BOOK, sheets.get),
    Route.of("POST", rf"{_BOOK}:batchUpdate", sheets.batch_update),
    Route.of("POST", rf"{_BOOK}:getByDataFilter", filters.get),
    Route.of("GET", rf"{_BOOK}/developerMetadata/(-?\d+)", filters.metadata_get),
    Route.of("POST", rf"{_BOOK}/developerMetadata:search", filters.metadata_search),
    Route.of("POST", rf"{_BOOK}/values:batchGetByDataFilter", filters.values_batch_get),
    Route.of("POST", rf"{_BOOK}/values:batchUpdateByDataFilter", filters.values_batch_update),
    Route.of("POST", rf"{_BOOK}/values:batchClearByDataFilter", filters.values_batch_clear),
    Route.of("POST", rf"{_BOOK}/sheets/(\d+):copyTo", sheets.copy_sheet),
    Route.of("GET", rf"{_BOOK}/values:batchGet", sheets.values_batch_get),
    Route.of("POST", rf"{_BOOK}/values:batchUpdate", sheets.values_batch_update),
    Route.of("POST", rf"{_BOOK}/values:batchClear", sheets.values_batch_clear),
    Route.of("POST", rf"{_BOOK}/values/(.+):append", sheets.values_append),
    Route.of("POST", rf"{_BOOK}/values/(.+):clear", sheets.values_clear),
    Route.of("PUT", rf"{_BOOK}/values/(.+)", sheets.values_update),
    Route.of("GET", rf"{_BOOK}/values/(.+)", sheets.values_get),
    Route.of("POST", r"/drive/v3/files", drive.files_create),
    Route.of("GET", r"/drive/v3/files", drive.files_list),
    Route.of("GET", _FILE, drive.files_get),
    Route.of("PATCH", _FILE, drive.files_update),
    Route.of("DELETE", _FILE, drive.files_delete),
    Route.of("POST", rf"{_FILE}/copy", drive.files_copy),
    Route.of("GET", rf"{_FILE}/export", drive.files_export),
    Route.of("GET", rf"{_FILE}/comments", drive.comments_list),
    Route.of("POST", rf"{_FILE}/comments", drive.comments_create),
    Route.of("POST", r"/drive/v2/files", drive.insert),
    Route.of("GET", rf"{_FILE}/permissions", drive_permissions.permissions_list),
    Route.of("POST", rf"{_FILE}/permissions", drive_permissions.permissions_create),
    Route.of("GET", rf"{_FILE}/permissions/([^/:]+)", drive_permissions.permissions_get),
    Route.of("PATCH", rf"{_FILE}/permissions/([^/:]+)", drive_permissions.permissions_update),
    Route.of("DELETE", rf"{_FILE}/permissions/([^/:]+)", drive_permissions.permissions_delete),
    Route.of("PUT", r"/upload/drive/v2/files/([^/:]+)", drive.import_csv),
)


def found(method: str, path: str) -> tuple[Callable[..., Answer], tuple[Value, ...]] | None:
    """The function for an address and what it takes from it; None when no method has it."""
    for route in ROUTES:
        match = route.pattern.fullmatch(path) if route.method == method else None
        if match:
            return route.perform, match.groups()
    return None


def tidied(path: str) -> str:
    """The path without a slash at its end or before the method's name: some clients write one there."""
    return _SLASHES.sub("", path)


def template(method: str, path: str) -> str:
    """The address with names in place of ids: `/v4/spreadsheets/{id}:batchUpdate`; the path itself of no method."""
    for route in ROUTES:
        if route.method == method and route.pattern.fullmatch(path):
            text = route.pattern.pattern
            for group, name in _NAMES.items():
                text = text.replace(group, name)
            return text
    return path
