"""Data filters: cells or metadata named by an A1 range, a GridRange or by developer metadata."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.sheets_server.errors import invalid
from tests.sheets_server.lookup import beyond, bounded
from tests.sheets_server.model import COLUMNS, ROWS, Sheet, Spreadsheet
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, GridRange, a1

_EQUAL = ("metadataId", "metadataKey", "metadataValue", "visibility")


@dataclass
class Matched:
    """Cells that filters name, and which filters."""

    sheet: Sheet
    area: Area
    filters: list[Json]

    @property
    def name(self) -> str:
        """The canonical A1 name."""
        return a1(self.sheet.title, self.area)


def cells(book: Spreadsheet, filters: list[Json]) -> list[Matched]:
    """Every range that a filter names, once, in the order of the filters; metadata of the spreadsheet names none."""
    found: list[Matched] = []
    for each in filters:
        for sheet, area in _areas(book, each):
            same = [one for one in found if one.sheet is sheet and one.area == area]
            if same:
                same[0].filters.append(each)
            else:
                found.append(Matched(sheet, area, [each]))
    return found


def metadata(book: Spreadsheet, data_filter: Json) -> list[Json]:
    """The entries a filter selects: by lookup, or those on locations that the range meets."""
    match _kind(data_filter):
        case "developerMetadataLookup":
            lookup: Json = data_filter["developerMetadataLookup"]
            _check_lookup(lookup)
            return [entry for entry in book.metadata if _selected(book, entry, lookup)]
        case _:
            places = list(_areas(book, data_filter))
            return [
                entry
                for entry in book.metadata
                if any(
                    sheet is own and area.meets(other)
                    for sheet, area in places
                    for own, other in _extent(book, entry["location"])
                )
            ]


def _kind(data_filter: Json) -> str:
    if len(data_filter) != 1:
        raise invalid("Exactly one of a1Range, gridRange and developerMetadataLookup must be set in a DataFilter.")
    return next(iter(data_filter))


def _areas(book: Spreadsheet, data_filter: Json) -> Iterator[tuple[Sheet, Area]]:
    match _kind(data_filter):
        case "a1Range":
            yield bounded(book, data_filter["a1Range"])
        case "gridRange":
            yield _of_grid(book, GridRange.of(data_filter["gridRange"]))
        case _:
            for entry in metadata(book, data_filter):
                yield from _extent(book, entry["location"])


def _of_grid(book: Spreadsheet, wanted: GridRange) -> tuple[Sheet, Area]:
    sheet = book.sheet(wanted.sheet_id)
    if sheet is None:
        raise invalid(f"No grid with id: {wanted.sheet_id}")
    if (wanted.top or 0) >= sheet.rows or (wanted.left or 0) >= sheet.columns:
        raise beyond(sheet, a1(sheet.title, Area(wanted.top or 0, wanted.left or 0, 0, 0)))
    return sheet, sheet.area(wanted)


def _extent(book: Spreadsheet, location: Json) -> Iterator[tuple[Sheet, Area]]:
    """The cells of a location: a row, a column, a whole sheet; a spreadsheet has none."""
    if location.get("spreadsheet"):
        return
    place: Json = location.get("dimensionRange", {})
    sheet = book.sheet(location.get("sheetId", 0) if not place else place.get("sheetId", 0))
    if sheet is None:
        return
    start, end = place.get("startIndex", 0), place.get("endIndex", 0)
    match place.get("dimension"):
        case "ROWS":
            yield sheet, sheet.whole._replace(top=start, bottom=end)
        case "COLUMNS":
            yield sheet, sheet.whole._replace(left=start, right=end)
        case _:
            yield sheet, sheet.whole


def _check_lookup(lookup: Json) -> None:
    """What DeveloperMetadataLookup forbids in the discovery document."""
    strategy, kind = lookup.get("locationMatchingStrategy"), lookup.get("locationType")
    place: Json | None = lookup.get("metadataLocation")
    if strategy and place is None:
        raise invalid("If locationMatchingStrategy is specified, a metadataLocation must be specified.")
    if strategy == "EXACT_LOCATION" and kind:
        raise invalid("locationType must be unspecified when locationMatchingStrategy is EXACT_LOCATION.")
    if kind == "SPREADSHEET" and (strategy == "INTERSECTING_LOCATION" or (place and not place.get("spreadsheet"))):
        raise invalid("locationType cannot be SPREADSHEET when locations that intersect are wanted.")


def _selected(book: Spreadsheet, entry: Json, lookup: Json) -> bool:
    if any(name in lookup and entry.get(name) != lookup[name] for name in _EQUAL):
        return False
    if lookup.get("locationType", entry["location"]["locationType"]) != entry["location"]["locationType"]:
        return False
    place: Json | None = lookup.get("metadataLocation")
    if place is None:
        return True
    if place.get("spreadsheet") or entry["location"].get("spreadsheet"):
        return bool(place.get("spreadsheet")) and bool(entry["location"].get("spreadsheet"))
    if lookup.get("locationMatchingStrategy") == "EXACT_LOCATION":
        return _same(entry["location"], place)
    return any(
        sheet is own and area.meets(other)
        for sheet, area in _extent(book, place)
        for own, other in _extent(book, entry["location"])
    )


def _same(one: Json, other: Json) -> bool:
    keys = ("sheetId", "dimension", "startIndex", "endIndex")
    ranges = [
        {ROWS: 0, COLUMNS: 0, "sheetId": 0, "startIndex": 0} | each.get("dimensionRange", each) for each in (one, other)
    ]
    return ("dimensionRange" in one) == ("dimensionRange" in other) and all(
        ranges[0].get(key) == ranges[1].get(key) for key in keys
    )
