"""Find and replace: by text or by a regular expression of Java's, in values and, when asked, in formulas."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.sheets_server import engine
from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import TOO_LONG, Refused
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Position, without
from tests.sheets_server.ranges import Area

_LIMIT = 50_000
_GROUP = re.compile(r"\\(.)|\$(\d)|\$\{(\w+)\}", re.DOTALL)
_NAMED = re.compile(r"\(\?<(?=[A-Za-z])")


@dataclass
class _Tally:
    """What the reply counts."""

    values: int = 0
    formulas: int = 0
    rows: int = 0
    sheets: int = 0
    occurrences: int = 0

    def json(self) -> Json:
        """As the API prints it: what is 0 is left out."""
        found = {f"{name}Changed": count for name, count in vars(self).items()}
        return {name: count for name, count in found.items() if count}


def find_replace(edit: Edit, request: Json) -> Json:
    """findReplace over a range, a sheet or all sheets; a formula's cell is searched only with `includeFormulas`.

    A cell is searched as it is shown; what comes out is read as if it were typed [?]. Formulas are searched and
    replaced as they are written.
    """
    replaced = _replacement(request)
    tally = _Tally()
    for sheet, area in _scope(edit, request):
        rows: set[int] = set()
        for position in [each for each in sorted(sheet.cells) if area.holds(each)]:
            count = _in_cell(edit, sheet, position, replaced, formulas=bool(request.get("includeFormulas")))
            if count:
                rows.add(position[0])
                tally.occurrences += count
                is_formula = "formulaValue" in (sheet.entered(position) or {})
                tally.formulas += is_formula
                tally.values += not is_formula
        tally.rows += len(rows)
        tally.sheets += bool(rows)
    return tally.json()


def _scope(edit: Edit, request: Json) -> Iterator[tuple[Sheet, Area]]:
    given = [name for name in ("range", "sheetId", "allSheets") if name in request]
    if len(given) > 1:
        raise Refused("Only one of range, sheetId and allSheets may be set.")
    if "range" in request:
        yield edit.place(request["range"])
    elif request.get("allSheets"):
        yield from ((sheet, sheet.whole) for sheet in edit.book.sheets)
    else:
        sheet = edit.sheet(request.get("sheetId", 0))
        yield sheet, sheet.whole


def _in_cell(
    edit: Edit, sheet: Sheet, position: Position, replaced: Callable[[str], tuple[str, int]], *, formulas: bool
) -> int:
    """Replaces in one cell; how often it was found."""
    entered = sheet.entered(position)
    if entered is None or ("formulaValue" in entered and not formulas):
        return 0
    shape: Json = sheet.cell(position).get("userEnteredFormat", {})
    number_format: Json = shape.get("numberFormat", {})
    text = entered.get("formulaValue") or engine.shown(entered, number_format, edit.book.locale)
    new, count = replaced(text)
    if not count:
        return 0
    if len(new) > _LIMIT:
        raise Refused(TOO_LONG)
    edit.writes(sheet, Area(position[0], position[1], position[0] + 1, position[1] + 1))
    value, brought = engine.typed(new, edit.book.locale, as_text=number_format.get("type") == "TEXT")
    sheet.enter(position, value)
    if brought and not number_format:
        cell = without(sheet.cell(position), "userEnteredFormat")
        sheet.put(position, cell | {"userEnteredFormat": shape | {"numberFormat": brought}})
    return count


def _replacement(request: Json) -> Callable[[str], tuple[str, int]]:
    """What becomes of a text and how often the pattern was found in it."""
    find, replacement = request.get("find", ""), request.get("replacement", "")
    if not find:
        raise Refused("No search text specified.")
    by_pattern = bool(request.get("searchByRegex"))
    source = _NAMED.sub("(?P<", find) if by_pattern else re.escape(find)
    if request.get("matchEntireCell"):
        source = rf"\A(?:{source})\Z"
    try:
        pattern = re.compile(source, 0 if request.get("matchCase") else re.IGNORECASE)
    except re.error as wrong:
        raise Refused(f"Invalid regular expression: {find}") from wrong

    def put(match: re.Match[str]) -> str:
        return _filled(replacement, match) if by_pattern else replacement

    return lambda text: pattern.subn(put, text)


def _filled(template: str, match: re.Match[str]) -> str:
    """Java's `$1`, `${name}` and `\\$` in a replacement."""

    def part(mark: re.Match[str]) -> str:
        if mark[1] is not None:
            return mark[1]
        try:
            return match[int(mark[2]) if mark[2] else mark[3]] or ""
        except IndexError as wrong:
            raise Refused(f"No group {mark[2] or mark[3]} in the regular expression.") from wrong

    return _GROUP.sub(part, template)
