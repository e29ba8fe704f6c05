"""Ways of being wrong: each takes a right function of the server and gives the wrong one."""

from dataclasses import replace

from tests.sheets_server.breaking import Function
from tests.sheets_server.lookup import found as find
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.ranges import GridRange


def keeps(place: str, name: str, right: Function) -> Function:
    """Puts back what the function has changed; the argument at that place holds it under that name."""
    index = ("book", "sheet").index(place)

    def wrong(*arguments: Value, **more: Value) -> Value:
        old = getattr(arguments[index], name)
        found = right(*arguments, **more)
        setattr(arguments[index], name, old)
        return found

    return wrong


def does_nothing(_right: Function) -> Function:
    return lambda *_arguments, **_more: None


def edits_the_original(right: Function) -> Function:
    def wrong(world: Value, book_id: str, email: str | None) -> Value:
        found = right(world, book_id, email)
        found.book = world.books[book_id]
        return found

    return wrong


def nulls_are_empty(right: Function) -> Function:
    def wrong(edit: Value, sheet: Value, area: Value, rows: list[list[Value]], *more: Value) -> Value:
        return right(edit, sheet, area, [["" if each is None else each for each in row] for row in rows], *more)

    return wrong


def from_column_a(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        return found and found._replace(left=0)

    return wrong


def padded(right: Function) -> Function:
    def wrong(book: Value, sheet: Value, area: Value, rendering: Value) -> Json:
        found: Json = right(book, sheet, area, rendering)
        rows = [[*row, *[""] * (area.columns - len(row))] for row in found.get("values", [])]
        return found | {"values": rows + [[""] * area.columns] * (min(area.rows, 50) - len(rows))}

    return wrong


def hidden_values_stay(right: Function) -> Function:
    def wrong(edit: Value, request: Json) -> None:
        sheet, area = edit.place(request["range"])
        old = {place: sheet.cell(place) for place in area.positions()}
        right(edit, request)
        for place, cell in old.items():
            sheet.put(place, cell)

    return wrong


def sheet_0_is_named(_right: Function) -> Function:
    def wrong(self: GridRange) -> Json:
        bounds = {
            "startRowIndex": self.top,
            "endRowIndex": self.bottom,
            "startColumnIndex": self.left,
            "endColumnIndex": self.right,
        }
        return {"sheetId": self.sheet_id} | {key: value for key, value in bounds.items() if value is not None}

    return wrong


def counted_after_the_move(right: Function) -> Function:
    def wrong(edit: Value, sheet: Value, index: int) -> None:
        here = edit.book.sheets.index(sheet)
        right(edit, sheet, min(index + 1, len(edit.book.sheets)) if index > here else index)

    return wrong


def not_clipped(_right: Function) -> Function:
    def wrong(book: Value, text: str) -> Value:
        sheet, wanted = find(book, text)
        return sheet, wanted.area(max(sheet.rows, wanted.bottom or 0), max(sheet.columns, wanted.right or 0))

    return wrong


def in_american(place: int, right: Function) -> Function:
    def wrong(*arguments: Value, **more: Value) -> Value:
        changed = [*arguments]
        changed[place] = "en_US"
        return right(*changed, **more)

    return wrong


def says_when_to_come_back(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        found.headers["Retry-After"] = "30"
        return found

    return wrong


def notes_are_cleared_too(right: Function) -> Function:
    def wrong(edit: Value, text: str) -> Value:
        found = right(edit, text)
        sheet, wanted = find(edit.book, text)
        for place in [each for each in sheet.cells if sheet.area(wanted).holds(each)]:
            sheet.put(place, {})
        return found

    return wrong


def everybody_reads(right: Function) -> Function:
    return lambda *arguments: max(right(*arguments), 1)


def readers_write(right: Function) -> Function:
    return lambda world, book_id, email, **_more: right(world, book_id, email)


def changed_token(right: Function, **changed: Value) -> Function:
    def wrong(text: str | None) -> Value:
        found = right(text)
        return found and replace(found, **changed)

    return wrong


def never_after(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        return found and found._replace(after=False)

    return wrong


def without(name: str, right: Function) -> Function:
    def wrong(edit: Value, request: Json) -> Value:
        return right(edit, {key: value for key, value in request.items() if key != name})

    return wrong


def owners_too(_right: Function) -> Function:
    return lambda edit, protection: edit.email in protection.get("editors", {}).get("users", [])
